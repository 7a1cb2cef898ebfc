// Who was erased stays erased: a book that was put back to an earlier state is told again.
import type { WriteTx } from '#main/db/database.ts'
import { type ErasedRow, eraseRows } from '#main/db/erase.ts'

/** Rows that the earlier state does not have yet are left alone; gives the number of those erased. */
export function eraseAgain(tx: WriteTx, rows: readonly ErasedRow[]): number {
  const tables = new Set(tx.raw("SELECT name FROM sqlite_schema WHERE type = 'table'").map(([name]) => String(name)))
  const there = rows.filter(
    ({ table, id }) => tables.has(table) && tx.get(`SELECT 1 FROM "${table}" WHERE id = ?`, id) !== undefined,
  )
  return eraseRows(tx, there)
}
