// Pages of conflicts as the screens show them.
import type { ConflictPart, FoundConflict } from '#main/services/merge/conflict-types.ts'
import type { LookBooks } from '#main/services/merge/look.ts'
import { authorsOf } from '#main/services/merge/merge-authors.ts'
import { addedFields, changedFields, fieldTitles } from '#main/services/merge/merge-fields.ts'
import { namesOf } from '#main/services/merge/merged-names.ts'
import { storedRow } from '#main/services/merge/stored-rows.ts'
import type { MergeConflict, MergeConflictsInput, MergeField, MergeValue } from '#shared/schemas/merge.ts'
import { mergeSides } from '#shared/schemas/merge.ts'

export function conflictPage(
  books: LookBooks,
  conflicts: readonly FoundConflict[],
  { kind, offset, limit }: Omit<MergeConflictsInput, 'look'>,
): { rows: MergeConflict[]; total: number } {
  const meant = kind === undefined ? conflicts : conflicts.filter((conflict) => conflict.kind === kind)
  return { rows: asConflicts(books, meant.slice(offset, offset + limit)), total: meant.length }
}

function asConflicts(books: LookBooks, found: readonly FoundConflict[]): MergeConflict[] {
  const { together } = books
  const fields = found.map((conflict) => fieldsOf(books, conflict))
  const titles = fieldTitles(together, fields.flat())
  const nameOf = namesOf(books, found)
  const authors = authorsOf(
    together,
    found.flatMap(({ last }) => [last.ours, last.theirs]),
  )
  const unknown = { copy: '', person: null, at: 0 as never, operation: '' }
  return found.map((conflict, at) => ({
    key: conflict.key,
    recordKey: `${conflict.kind} ${conflict.id}`,
    kind: conflict.kind,
    isDocument: conflict.isDocument,
    ...nameOf(conflict),
    fields: fields[at] ?? [],
    lines: {
      ours: { added: conflict.added.ours.length, removed: conflict.removed.ours },
      theirs: { added: conflict.added.theirs.length, removed: conflict.removed.theirs },
    },
    titles: titles(fields[at] ?? []),
    ours: authors.get(conflict.last.ours) ?? unknown,
    theirs: authors.get(conflict.last.theirs) ?? unknown,
    suggested: conflict.suggested,
  }))
}

function fieldsOf(books: LookBooks, { parts, added }: FoundConflict) {
  return [
    ...changedFields(books, parts),
    ...lineProducts(books, parts),
    ...mergeSides.flatMap((side) => added[side].flatMap((row) => addedFields(books, row, side))),
  ]
}

/** Of lines whose product neither side changed: which product it is. Nothing else says which line is meant. */
function lineProducts(books: LookBooks, parts: readonly ConflictPart[]): MergeField[] {
  const lines = Map.groupBy(
    parts.filter(({ table }) => table === 'order_lines'),
    ({ rowId }) => rowId,
  )
  return [...lines].flatMap(([rowId, own]) => {
    if (own.some(({ columns }) => columns.includes('product_id'))) return []
    const value = (storedRow(books.ours, 'order_lines', rowId)?.product_id ?? null) as MergeValue
    const field = { table: 'order_lines', rowId, column: 'product_id', base: value, ours: value, theirs: value }
    return value === null ? [] : [field]
  })
}
