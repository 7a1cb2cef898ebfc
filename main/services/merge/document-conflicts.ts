// Documents that were fixed (a confirmed order) and that both sides changed: one conflict each, decided as a whole, since what
// two people meant by their halves need not make a sensible order.
import type { ReadDb } from '#main/db/database.ts'
import type { ConflictPart, FoundConflict } from '#main/services/merge/conflict-types.ts'
import { sideNumber } from '#main/services/merge/conflict-types.ts'
import type { LookBooks } from '#main/services/merge/look.ts'
import { lastOperation } from '#main/services/merge/merge-authors.ts'
import { choosable, type RowChange, rowsChangedOf } from '#main/services/merge/row-changes.ts'
import { isSameRow, type StoredRow, storedRow } from '#main/services/merge/stored-rows.ts'
import type { DocumentKind, Row } from '#main/services/versions/document-kind.ts'
import { documentKinds } from '#main/services/versions/document-kinds.ts'
import type { Id } from '#shared/ids.ts'
import { type MergeSide, mergeSides } from '#shared/schemas/merge.ts'
import type { RecordKind } from '#shared/schemas/records.ts'

export function documentConflicts(books: LookBooks): FoundConflict[] {
  return (Object.entries(documentKinds) as [RecordKind, DocumentKind][]).flatMap(([name, kind]) => {
    const ids = books.together
      .raw(`SELECT id FROM look_records WHERE kind = ? AND place = 'both' ORDER BY id`, name)
      .map((row) => row[0] as Id)
    if (ids.length === 0) return []
    const changes = rowsChangedOf(books.together, name, ids)
    const byRecord = Map.groupBy(changes, (change) => documentOf(books.together, kind, change))
    return ids.flatMap((id) => documentConflict(books, { name, kind, id, changes: byRecord.get(id) ?? [] }) ?? [])
  })
}

function documentOf(db: ReadDb, { header, lines }: DocumentKind, { table, rowId }: RowChange): Id {
  if (table === header) return rowId
  return db.get<{ id: Id }>(`SELECT ${lines.owner} AS id FROM ${lines.table} WHERE id = ?`, rowId)?.id ?? 0
}

type Document = { name: RecordKind; kind: DocumentKind; id: Id; changes: readonly RowChange[] }

function documentConflict(books: LookBooks, document: Document): FoundConflict | null {
  const { name, kind, id } = document
  const kept = document.changes.filter(
    ({ rowId, table }) => storedRow(books.ours, table, rowId) && storedRow(books.theirs, table, rowId),
  )
  const added = addedLines(books.together, document)
  const reads = { ours: isReworded(kind, kept, 'ours'), theirs: isReworded(kind, kept, 'theirs') }
  if (!mergeSides.every((side) => reads[side] || added[side].length > 0)) return null
  if (!wasFixed(books, document)) return null
  const parts = kept.flatMap((change) =>
    choosable(books.together, change).map(({ columns, base }) => partOf(change, columns, base)),
  )
  const suggested = outcomeOf(books, parts, added)
  if (suggested === null) return null
  return {
    key: `${name} ${id}`,
    kind: name,
    id,
    isDocument: true,
    parts,
    added,
    removed: { ours: removedLines(books, kept, 'ours'), theirs: removedLines(books, kept, 'theirs') },
    last: { ours: lastOf(books, document, 'ours'), theirs: lastOf(books, document, 'theirs') },
    suggested,
  }
}

function partOf({ table, rowId }: RowChange, columns: readonly string[], base: ConflictPart['base']): ConflictPart {
  return { table, rowId, columns, base }
}

/** Whether a side changed anything that the customer was told; an archived order was not reworded. */
function isReworded({ header, unread }: DocumentKind, changes: readonly RowChange[], side: MergeSide): boolean {
  return changes.some(({ table, units }) =>
    [...units.values()].some(
      ({ columns, last }) =>
        last[side] !== undefined &&
        columns.some((column) => !(table === header ? unread.header : unread.lines).includes(column)),
    ),
  )
}

function addedLines(db: ReadDb, { kind, name, id }: Document): FoundConflict['added'] {
  const { table } = kind.lines
  const of = (side: MergeSide) =>
    db
      .raw(
        `SELECT row_id FROM look_rows WHERE kind = ? AND id = ? AND table_name = ? AND made = ?`,
        name,
        id,
        table,
        sideNumber[side],
      )
      .map(([rowId]) => ({ table, rowId: rowId as Id }))
  return { ours: of('ours'), theirs: of('theirs') }
}

/** Fixed before they parted, or made so by one of them: from then on the customer counts on it. */
function wasFixed(books: LookBooks, { kind, id, changes }: Document): boolean {
  const { header } = kind
  const ours = storedRow(books.ours, header, id)
  const theirs = storedRow(books.theirs, header, id)
  if (!ours || !theirs) return false
  const base: Record<string, unknown> = { ...ours }
  for (const change of changes)
    if (change.table === header) for (const unit of change.units.values()) Object.assign(base, unit.base)
  return [ours, theirs, base as StoredRow].some((row) => row.deleted === 0 && kind.isFixed(row as Row))
}

/** What the trial merge made of it; null where both sides had come to the same. */
function outcomeOf(
  books: LookBooks,
  parts: readonly ConflictPart[],
  added: FoundConflict['added'],
): FoundConflict['suggested'] | null {
  const isLike = { ours: added.theirs.length === 0, theirs: added.ours.length === 0 }
  let isOne = isLike.ours && isLike.theirs
  for (const { table, rowId, columns } of parts) {
    const together = storedRow(books.together, table, rowId)
    const rows = { ours: storedRow(books.ours, table, rowId), theirs: storedRow(books.theirs, table, rowId) }
    if (!together || !rows.ours || !rows.theirs) continue
    isOne &&= isSameRow(rows.ours, rows.theirs, columns)
    for (const side of mergeSides) isLike[side] &&= isSameRow(together, rows[side] as StoredRow, columns)
  }
  if (isOne) return null
  return isLike.ours ? 'ours' : isLike.theirs ? 'theirs' : 'mixed'
}

function removedLines(books: LookBooks, changes: readonly RowChange[], side: MergeSide): number {
  return changes.filter(({ table, rowId, units }) => {
    const unit = units.get('deleted')
    return (
      unit?.last[side] !== undefined && unit.base.deleted === 0 && storedRow(books[side], table, rowId)?.deleted === 1
    )
  }).length
}

function lastOf({ together }: LookBooks, { name, id }: Document, side: MergeSide): Id {
  return lastOperation(together, { kind: name, id, side }) ?? 0
}
