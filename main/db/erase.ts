// Erasure: the rows that the ledger `erasures` names lose their personal columns, here and in the log's before and after,
// and never get them back. Of each blanked value the log keeps the hash that its operation's digest was made with.
import { type BlankColumn, blankColumns, personalTables, rowsNotBlank } from '#main/db/blank-values.ts'
import { withCaptureOff } from '#main/db/capture-off.ts'
import type { Connection, ReadDb, WriteTx } from '#main/db/database.ts'
import { forgetLocally } from '#main/db/erase-local.ts'
import { type ErasedChange, erasedChanges, keepLeaves } from '#main/db/erased-leaves.ts'
import { prepared, readDb } from '#main/db/statements.ts'
import type { Instant } from '#shared/dates.ts'

export type ErasedRow = { table: string; id: number }

/** Writes the ledger rows; the operation that does so blanks them as its last step. Rows erased before are left out. */
export function eraseRows(tx: WriteTx, rows: readonly ErasedRow[]): number {
  const fresh = rows.filter(({ table, id }) => personalTables.includes(table) && !isErased(tx, table, id))
  for (const { table, id } of fresh) tx.insert('erasures', { table_name: table, row_id: id })
  return fresh.length
}

export function isErased(db: ReadDb, table: string, id: number): boolean {
  return db.get('SELECT 1 FROM erasures WHERE table_name = ? AND row_id = ?', table, id) !== undefined
}

/** Every row that this book knows as erased; a book that is put back to an earlier state is given them again. */
export function erasedRowsOf(db: ReadDb): ErasedRow[] {
  return db.all('SELECT DISTINCT table_name AS "table", row_id AS id FROM erasures ORDER BY table_name, row_id')
}

/**
 * Blanks whatever the ledger names and still holds something, in the caller's transaction; gives the tables it blanked.
 * Twice does no more than once.
 *
 * A merge adds the other book's ledger rows to this one and this one's to its private copy of the other, runs this on both,
 * and only then takes rows, changes and `erased_leaves` over: a leaf can only be made where the row still has its salt.
 */
export function applyErasures(connection: Connection): string[] {
  const db = readDb(connection, 0 as Instant)
  if (!db.get('SELECT 1 FROM erasures LIMIT 1')) return []
  const changes = erasedChanges(db)
  const rows = personalTables.map((table) => ({
    table,
    columns: blankColumns(db, table),
    ids: rowsNotBlank(db, table),
  }))
  const found = rows.filter(({ ids }) => ids.length > 0)
  if (found.length === 0 && changes.length === 0) return []
  withCaptureOff(connection, [...found.map(({ table }) => table), 'changes'], () => {
    keepLeaves(connection, db, { rows: found, changes })
    forgetLocally(connection, db, { rows: found, changes })
    for (const table of found) blankRows(connection, table)
    blankChanges(connection, changes)
    connection.exec('UPDATE this_copy SET purge_due = 1')
  })
  return [...found.map(({ table }) => table), ...(changes.length > 0 ? ['changes'] : [])]
}

export type RowsToBlank = { table: string; columns: readonly BlankColumn[]; ids: readonly number[] }

function blankRows(connection: Connection, { table, columns, ids }: RowsToBlank): void {
  const sets = columns.map(({ name, sql }) => `${name} = ${sql}`).join(', ')
  const blank = prepared(connection, `UPDATE ${table} SET ${sets} WHERE id = ?`)
  for (const id of ids) blank.run(id)
}

function blankChanges(connection: Connection, changes: readonly ErasedChange[]): void {
  const blank = prepared(connection, 'UPDATE changes SET before = ?, after = ? WHERE id = ?')
  for (const { id, blanked } of changes) blank.run(blanked.before, blanked.after, id)
}
