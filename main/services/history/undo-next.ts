// What Ctrl+Z would take back, and what redo would bring back: the latest of this copy and this person.
import type { ReadDb } from '#main/db/database.ts'
import { takenBackBy } from '#main/services/history/undo-chain.ts'
import { undoneRecord } from '#main/services/history/undone-record.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import type { NextUndo } from '#shared/schemas/history.ts'

type Step = { id: Id; name: string; personId: Id | null; at: number; firstId: Id; lastId: Id }

export const undoName = 'history.undo'
export const redoName = 'history.redo'

/** How many steps back are looked through: further than anybody goes by a key. */
const farthest = 2000

/** Null where there is nothing of one's own to undo. Throws `history/undo-merge` where copies were brought together since. */
export function nextUndo(db: ReadDb, personId: Id | null): NextUndo | null {
  const steps = ownSteps(db)
  refuseMerge(db)
  const step = steps.find(
    ({ id, name, personId: by }) => by === personId && name !== undoName && takenBackBy(db, id) === null,
  )
  return step ? told(db, step) : null
}

/** Null unless the last thing that this copy did was to undo. */
export function nextRedo(db: ReadDb, personId: Id | null): NextUndo | null {
  for (const step of ownSteps(db)) {
    if (step.personId !== personId) return null
    if (step.name === undoName && takenBackBy(db, step.id) === null) return told(db, step)
    if (step.name !== undoName && step.name !== redoName) return null
  }
  return null
}

/** This copy's operations, newest first. */
function ownSteps(db: ReadDb): Step[] {
  return db.all<Step>(
    `SELECT o.id, o.name, o.person_id AS personId, o.wall_at AS at, o.first_id AS firstId, o.last_id AS lastId
     FROM operations o WHERE o.replica = (SELECT replica FROM this_copy) ORDER BY o.sequence DESC LIMIT ${farthest}`,
  )
}

/**
 * A merge is no operation: it goes back as a whole, by its backup, and not by this key. The heads that came in wait for this
 * copy's next operation to name them: while they do, the merge is the last that was done. Wall clocks may go back.
 */
function refuseMerge(db: ReadDb): void {
  const merge = db.get<{ file: string }>(
    `SELECT file_name AS file FROM merges
     WHERE operations > 0 AND (SELECT pending_heads FROM this_copy) <> '[]' ORDER BY id DESC LIMIT 1`,
  )
  if (merge) throw new AppError('history/undo-merge', { file: merge.file })
}

function told(db: ReadDb, { id, name, at, firstId, lastId }: Step): NextUndo {
  const changed = db.get<{ n: number }>(
    'SELECT count(*) AS n FROM changes INDEXED BY changes_by_operation WHERE operation_id = ? AND row_id NOT BETWEEN ? AND ?',
    ...[id, firstId, lastId],
  )
  const rows = (changed?.n ?? 0) + Math.max(0, lastId - firstId + 1)
  return { operationId: id, name, at, rows, record: undoneRecord(db, id) }
}
