// Who was erased stays erased: a book that was put back to an earlier state is told again.
import type { ReadDb, WriteTx } from '#main/db/database.ts'
import { type ErasedRow, eraseRows, isErased } from '#main/db/erase.ts'

/** Gives the number of rows erased. */
export function eraseAgain(tx: WriteTx, rows: readonly ErasedRow[]): number {
  return eraseRows(tx, stillThere(tx, rows))
}

/** Rows that the earlier state does not have yet are left alone. */
export function stillThere(db: ReadDb, rows: readonly ErasedRow[]): ErasedRow[] {
  const tables = new Set(db.raw("SELECT name FROM sqlite_schema WHERE type = 'table'").map(([name]) => String(name)))
  return rows.filter(
    ({ table, id }) =>
      tables.has(table) &&
      !isErased(db, table, id) &&
      db.get(`SELECT 1 FROM "${table}" WHERE id = ?`, id) !== undefined,
  )
}
