// Brings a foreign copy's operations into our book, as they are, in one transaction: no operation of its own, nothing stamped
// anew, so that copies that have taken in the same hold the same, in whatever order they did. Each rule stands against a
// reading of it that loses data: tests/db/merge shows which.
import { bareTx } from '#main/db/bare-tx.ts'
import { withCaptureOff } from '#main/db/capture-off.ts'
import type { Connection } from '#main/db/database.ts'
import { applyErasures } from '#main/db/erase.ts'
import { damaged, foreignDb, reckoning } from '#main/db/merge/foreign-rows.ts'
import type {
  ForeignBook,
  MergedRows,
  MergeOutcome,
  MergeProgress,
  MergeSettings,
  NewRun,
} from '#main/db/merge/merge-types.ts'
import { newRuns } from '#main/db/merge/new-runs.ts'
import { noteInCopy, noteMerge } from '#main/db/merge/note-merge.ts'
import { refuseDangling } from '#main/db/merge/refuse-dangling.ts'
import { settleFields } from '#main/db/merge/settle-fields.ts'
import { takeChanges } from '#main/db/merge/take-changes.ts'
import { eraseInForeign, takeLeaves } from '#main/db/merge/take-erasures.ts'
import { type Sides, takeOperations } from '#main/db/merge/take-operations.ts'
import { type RowTaker, rowTaker } from '#main/db/merge/take-rows.ts'
import { headsHash } from '#main/db/merge/undoable-merge.ts'
import { verifyTaken } from '#main/db/merge/verify-taken.ts'
import { isPurgeDue } from '#main/db/purge.ts'
import { prepared, readDb } from '#main/db/statements.ts'
import { followedTables } from '#main/db/table-list.ts'
import { AppError } from '#shared/errors.ts'

const unwatched: MergeProgress = { progress: () => {}, stopIfCancelled: () => {} }

/**
 * Merges; a foreign copy without anything new changes nothing. Throws `merge/same-number`, `merge/damaged` and
 * `book/taken-over` with our book as it was. An erasure that came along leaves a purge to be done after it (purge.ts).
 */
export function mergeInto(ours: Connection, foreign: ForeignBook, settings: MergeSettings): MergeOutcome {
  if (ours.inTransaction) throw new Error('A merge is a transaction of its own')
  eraseInForeign(ours, foreign.connection)
  // References are held against the rows once all have come: in between, a line may come before its order.
  ours.pragma('foreign_keys = OFF')
  try {
    return ours.transaction(() => merged(ours, foreign, settings)).immediate()
  } finally {
    ours.pragma('foreign_keys = ON')
  }
}

function merged(ours: Connection, foreign: ForeignBook, settings: MergeSettings): MergeOutcome {
  if (settings.isOurs?.() === false) throw new AppError('book/taken-over')
  const progress = settings.progress ?? unwatched
  const sides: Sides = { ours, foreign: foreign.connection, progress }
  const runs = newRuns(ours, foreign.connection)
  if (runs.length === 0) return nothingNew(fill(sides, settings))
  const headBefore = headsHash(ours)
  const operations = takeOperations(sides, runs)
  const takeRows = rowTaker(sides, operations.spans)
  const erased = takeErasures(ours, takeRows)
  const done = takeRest(sides, { runs, takeRows, spans: operations.spans }, settings)
  const settled = settle(ours, { spans: operations.spans, changed: done.changed }, settings)
  noteInCopy(ours, runs, operations.lastClock)
  verifyTaken(ours, runs, progress)
  const mergeId = noteMerge(ours, { settings, operations: operations.count, headBefore })
  return {
    mergeId,
    runs,
    operations: operations.count,
    changes: done.changes,
    rows: done.rows + erased.count,
    changedTables: [
      ...new Set([...erased.tables, ...done.tables, ...settled, 'operations', 'changes', 'merges']),
    ].sort(),
    isPurgeDue: isPurgeDue(ours),
  }
}

function nothingNew(changedTables: string[]): MergeOutcome {
  return { mergeId: null, runs: [], operations: 0, changes: 0, rows: 0, changedTables, isPurgeDue: false }
}

/** The other copy may hold content that ours was made without, whether or not it has something new. */
function fill({ ours, foreign }: Sides, { features, now }: MergeSettings): string[] {
  if (!features.lacksContent(readDb(ours, now))) return []
  return withCaptureOff(ours, [features.contentTable], () => features.fill(bareTx(ours, now), foreignDb(foreign, now)))
}

/** With the log on: what is derived is no part of it, and writing anything else would be refused. */
function settle(ours: Connection, merged: MergedRows, { features, now, progress }: MergeSettings): string[] {
  progress?.stopIfCancelled()
  progress?.progress('merge.figures', 0, null)
  features.refuseAltered(readDb(ours, now), merged.spans)
  return reckoning('figures', () => features.settle(bareTx(ours, now), merged))
}

function takeErasures(ours: Connection, takeRows: RowTaker): { count: number; tables: string[] } {
  const count = takeRows(['erasures']).get('erasures') ?? 0
  return { count, tables: count === 0 ? [] : ['erasures', ...applyErasures(ours)] }
}

type Rest = { runs: readonly NewRun[]; takeRows: RowTaker; spans: MergedRows['spans'] }
type Done = { rows: number; changes: number; changed: MergedRows['changed']; tables: Set<string> }

function takeRest(sides: Sides, { runs, takeRows, spans }: Rest, settings: MergeSettings): Done {
  const { ours, progress } = sides
  const taken = takeRows(followedTables.filter((table) => table !== 'erasures'))
  const changes = takeChanges(sides, runs)
  takeLeaves(sides, runs)
  const bookUid = uidOf(ours)
  const changed = withCaptureOff(ours, [...changes.named.keys()], () => settleFields(ours, changes.named, progress))
  if (uidOf(ours) !== bookUid) throw damaged('books 1 uid')
  refuseDangling(ours, { spans, changed })
  const filled = fill(sides, settings)
  const rows = [...taken.values()].reduce((sum, count) => sum + count, 0)
  return { rows, changes: changes.count, changed, tables: new Set([...taken.keys(), ...changed.keys(), ...filled]) }
}

function uidOf(ours: Connection): unknown {
  return prepared(ours, 'SELECT uid FROM books WHERE id = 1').pluck().get()
}
