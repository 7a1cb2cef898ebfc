// Columns with what they held before, in ours and in theirs; and what the ids among them mean.
import type { ReadDb } from '#main/db/database.ts'
import { referenceTitles } from '#main/services/history/reference-titles.ts'
import type { ConflictPart } from '#main/services/merge/conflict-types.ts'
import type { LookBooks } from '#main/services/merge/look.ts'
import { storedRow } from '#main/services/merge/stored-rows.ts'
import type { Id } from '#shared/ids.ts'
import type { MergeField, MergeSide, MergeTitle, MergeValue } from '#shared/schemas/merge.ts'

/** Fields of rows that both copies have. */
export function changedFields(books: LookBooks, parts: readonly ConflictPart[]): MergeField[] {
  return parts.flatMap(({ table, rowId, columns, base }) => {
    const ours = storedRow(books.ours, table, rowId)
    const theirs = storedRow(books.theirs, table, rowId)
    const fields = columns.map((column) => ({
      table,
      rowId,
      column,
      base: base[column] ?? null,
      ours: ours?.[column] ?? null,
      theirs: theirs?.[column] ?? null,
    }))
    return fields.filter((field) => isTold(field, columns))
  })
}

/** Of a group, what differs, and the currency of an amount that does. */
function isTold({ column, base, ours, theirs }: MergeField, columns: readonly string[]): boolean {
  if (base !== ours || base !== theirs) return true
  return columns.length > 1 && /currency$/.test(column)
}

const unsaid = ['id', 'position', 'salt', 'deleted']

/** A row that one side added: that it did, and what it says. */
export function addedFields(
  books: LookBooks,
  { table, rowId }: { table: string; rowId: Id },
  side: MergeSide,
): MergeField[] {
  const row = storedRow(books[side], table, rowId)
  if (!row) return []
  const field = (column: string, value: MergeValue): MergeField => ({
    table,
    rowId,
    column,
    base: null,
    ours: side === 'ours' ? value : null,
    theirs: side === 'theirs' ? value : null,
  })
  const said = Object.entries(row).filter(
    ([column, value]) => !unsaid.includes(column) && value !== null && value !== '' && typeof value !== 'object',
  )
  return [field('deleted', 0), ...said.map(([column, value]) => field(column, value))]
}

/** The titles of all references among fields, read at once; answers those of some of the fields. */
export function fieldTitles(
  together: ReadDb,
  all: readonly MergeField[],
): (some: readonly MergeField[]) => MergeTitle[] {
  const changes = (fields: readonly MergeField[]) =>
    fields.flatMap(({ base, ours, theirs, ...field }) => [
      { ...field, before: base, after: ours },
      { ...field, before: null, after: theirs },
    ])
  const titles = referenceTitles(together, changes(all))
  return (some) => [
    ...new Map(
      titles(changes(some)).map((title) => [`${title.table}.${title.column} ${title.kind} ${title.id}`, title]),
    ).values(),
  ]
}
