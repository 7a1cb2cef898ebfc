// Choices of a merge that were never written, because the program ended before or something refused them: the note of the merge
// names their rows from the moment the copy is in, until they are written or somebody has seen it.
import type { ReadDb, WriteTx } from '#main/db/database.ts'
import { ownersOf } from '#main/services/history/row-owners.ts'
import type { ChoiceWrite } from '#main/services/merge/choice-writes.ts'
import { recordKey, recordTitles } from '#main/services/records/record-titles.ts'
import type { Instant } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import { type MergeResult, mostUnwrittenNamed, type UnwrittenChoices } from '#shared/schemas/merge.ts'

type Row = [table: string, id: Id]

/** More rows than this are counted only: the note is read with every list of merges. */
const mostKept = 500

/** What the note of a merge says; a note of an older program has no `unwritten`. */
export type MergeReportNote = MergeResult & { unwritten?: { count: number; rows: Row[] } }

export function unwrittenNote(writes: readonly ChoiceWrite[]): MergeReportNote['unwritten'] {
  return { count: writes.length, rows: writes.slice(0, mostKept).map(({ table, rowId }) => [table, rowId]) }
}

const nothing = JSON.stringify(unwrittenNote([]))

/** Said in the transaction that writes them: no moment lies between the two. */
export function noteWritten(tx: WriteTx, mergeId: Id | null, chosen: number): void {
  tx.run(
    `UPDATE merges SET report = json_set(report, '$.unwritten', json(?), '$.chosen', CAST(? AS INTEGER)) WHERE id = ?`,
    ...[nothing, chosen, mergeId],
  )
}

/** Somebody has seen it. */
export function seeUnwritten(tx: WriteTx, id: Id): void {
  tx.run(`UPDATE merges SET report = json_set(report, '$.unwritten', json(?)) WHERE id = ?`, nothing, id)
}

/** Of the last merge with such choices; null where there is none. */
export function unwrittenChoices(db: ReadDb): UnwrittenChoices | null {
  const merge = db.get<{ id: Id; at: Instant; fileName: string; unwritten: string }>(
    `SELECT id, merged_at AS at, file_name AS fileName, report ->> '$.unwritten' AS unwritten FROM merges
     WHERE report ->> '$.unwritten.count' > 0 ORDER BY id DESC LIMIT 1`,
  )
  if (!merge) return null
  const { unwritten, ...told } = merge
  const { count, rows } = JSON.parse(unwritten) as NonNullable<MergeReportNote['unwritten']>
  return { ...told, ...recordsOf(db, rows), choices: count }
}

function recordsOf(db: ReadDb, rows: readonly Row[]): Pick<UnwrittenChoices, 'records' | 'more'> {
  const owners = [...Map.groupBy(rows, ([table]) => table)].flatMap(([table, own]) => [
    ...ownersOf(
      db,
      table,
      own.map(([, id]) => id),
    ).values(),
  ])
  const refs = [...new Map(owners.map((ref) => [recordKey(ref), ref])).values()]
  const shown = refs.slice(0, mostUnwrittenNamed)
  const titles = recordTitles(db, shown)
  return { records: shown.flatMap((ref) => titles.get(recordKey(ref)) ?? []), more: refs.length - shown.length }
}
