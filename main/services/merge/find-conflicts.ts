// Field groups that both sides changed since they parted and that hold different values now; of a confirmed document all of it
// is one conflict. What comes out without a choice is what the trial merge holds.
import type { ReadDb } from '#main/db/database.ts'
import type { ConflictPart, FoundConflict } from '#main/services/merge/conflict-types.ts'
import { documentConflicts } from '#main/services/merge/document-conflicts.ts'
import type { LookBooks } from '#main/services/merge/look.ts'
import { choosable, type RowChange, rowsChangedByBoth, type UnitChange } from '#main/services/merge/row-changes.ts'
import { isSameRow, type StoredRow, storedRow } from '#main/services/merge/stored-rows.ts'
import type { Id } from '#shared/ids.ts'
import { type MergedKind, mergedKinds } from '#shared/schemas/merge.ts'

/** In the order of kinds, then of records. */
export function findConflicts(books: LookBooks): FoundConflict[] {
  const documents = documentConflicts(books)
  const decided = new Set(documents.map(({ kind, id }) => `${kind} ${id}`))
  const fields = rowsChangedByBoth(books.together).flatMap((change) => fieldConflicts(books, change, decided))
  return [...documents, ...fields].sort((one, other) => rank(one) - rank(other) || one.id - other.id)
}

function rank({ kind }: FoundConflict): number {
  return mergedKinds.indexOf(kind)
}

function fieldConflicts(books: LookBooks, change: RowChange, decided: ReadonlySet<string>): FoundConflict[] {
  const owner = ownerOf(books.together, change)
  if (!owner || decided.has(`${owner.kind} ${owner.id}`)) return []
  const both = choosable(books.together, change).filter(
    ({ last }) => last.ours !== undefined && last.theirs !== undefined,
  )
  if (both.length === 0) return []
  const rows = sideRows(books, change)
  return rows ? both.flatMap((unit) => fieldConflict(change, { unit, owner, rows }) ?? []) : []
}

type Owner = { kind: MergedKind; id: Id }
type SideRows = { ours: StoredRow; theirs: StoredRow; together: StoredRow }

function ownerOf(together: ReadDb, { table, rowId }: RowChange): Owner | undefined {
  return together.get<Owner>(
    `SELECT kind, id FROM look_rows WHERE table_name = ? AND row_id = ? AND kind <> '' AND id IS NOT NULL`,
    table,
    rowId,
  )
}

function sideRows(books: LookBooks, { table, rowId }: RowChange): SideRows | null {
  const ours = storedRow(books.ours, table, rowId)
  const theirs = storedRow(books.theirs, table, rowId)
  const together = storedRow(books.together, table, rowId)
  return ours && theirs && together ? { ours, theirs, together } : null
}

type UnitParts = { unit: UnitChange; owner: Owner; rows: SideRows }

function fieldConflict({ table, rowId }: RowChange, { unit, owner, rows }: UnitParts): FoundConflict | null {
  const { columns, last, base } = unit
  if (isSameRow(rows.ours, rows.theirs, columns)) return null
  const isOurs = isSameRow(rows.together, rows.ours, columns)
  // A third copy's change that both know of: there is nothing to choose between these two.
  if (!isOurs && !isSameRow(rows.together, rows.theirs, columns)) return null
  const part: ConflictPart = { table, rowId, columns, base }
  return {
    key: `${table} ${rowId} ${columns[0]}`,
    kind: owner.kind,
    id: owner.id,
    isDocument: false,
    parts: [part],
    added: { ours: [], theirs: [] },
    removed: { ours: 0, theirs: 0 },
    last: { ours: last.ours ?? 0, theirs: last.theirs ?? 0 },
    suggested: isOurs ? 'ours' : 'theirs',
  }
}
