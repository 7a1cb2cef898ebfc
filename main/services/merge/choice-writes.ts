// The choices of a report as the writes that they come to, beyond what the merge itself brings.
import type { WriteTx } from '#main/db/database.ts'
import { settleTouched } from '#main/services/book/settle-touched.ts'
import type { FoundConflict } from '#main/services/merge/conflict-types.ts'
import type { LookBooks } from '#main/services/merge/look.ts'
import { storedRow } from '#main/services/merge/stored-rows.ts'
import type { Id } from '#shared/ids.ts'
import type { MergeChoice, MergeChoices, MergeSide, MergeValue } from '#shared/schemas/merge.ts'

/** One row as it shall be after the merge. */
export type ChoiceWrite = { table: string; rowId: Id; values: Record<string, MergeValue> }

/** The nearest word counts. */
function choiceOf(conflict: FoundConflict, choices: MergeChoices): MergeChoice {
  return (
    choices.conflicts[conflict.key] ??
    choices.records[`${conflict.kind} ${conflict.id}`] ??
    choices.kinds[conflict.kind] ??
    choices.all
  )
}

/** `chosen` counts the conflicts in which something else comes out than without choices. */
export function choiceWrites(
  books: LookBooks,
  conflicts: readonly FoundConflict[],
  choices: MergeChoices,
): { writes: ChoiceWrite[]; chosen: number } {
  const writes: ChoiceWrite[] = []
  let chosen = 0
  for (const conflict of conflicts) {
    const choice = choiceOf(conflict, choices)
    if (choice === 'suggested' || choice === conflict.suggested) continue
    const own = writesOf(books, conflict, choice)
    if (own.length > 0) chosen += 1
    writes.push(...own)
  }
  return { writes, chosen }
}

/** What the side holds of the conflict; of a document, without the lines that the other added. */
function writesOf(books: LookBooks, { parts, added }: FoundConflict, side: MergeSide): ChoiceWrite[] {
  const rows = new Map<string, ChoiceWrite>()
  for (const { table, rowId, columns } of parts) {
    const wished = storedRow(books[side], table, rowId)
    const together = storedRow(books.together, table, rowId)
    if (!wished || !together || columns.every((column) => wished[column] === together[column])) continue
    const write = rows.get(`${table} ${rowId}`) ?? { table, rowId, values: {} }
    for (const column of columns) write.values[column] = wished[column] ?? null
    rows.set(`${table} ${rowId}`, write)
  }
  const unwanted = added[side === 'ours' ? 'theirs' : 'ours']
  return [...rows.values(), ...unwanted.map(({ table, rowId }) => ({ table, rowId, values: { deleted: 1 } }))]
}

/** Writes the choices, as one ordinary operation that can be undone by itself. */
export function writeChoices(tx: WriteTx, writes: readonly ChoiceWrite[]): void {
  const touched = new Map<string, Set<Id>>()
  for (const { table, rowId, values } of writes) {
    tx.update(table, rowId, values)
    const known = touched.get(table) ?? new Set()
    touched.set(table, known.add(rowId))
  }
  settleTouched(tx, touched)
}
