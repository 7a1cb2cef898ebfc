// An erased row is blank: in the table, and in every change that the log has of it.
import { personalTables, rowsNotBlank } from '#main/db/blank-values.ts'
import type { ReadDb } from '#main/db/database.ts'
import { erasedChanges } from '#main/db/erased-leaves.ts'
import type { LogProblem } from '#main/db/verify-operations.ts'

/** Erased rows that hold something again, or still do. */
export function unerasedRows(db: ReadDb): LogProblem[] {
  const problem = (table: string, id: number): LogProblem => ({ code: 'not-erased', operation: String(id), table })
  const rows = personalTables.flatMap((table) => rowsNotBlank(db, table).map((id) => problem(table, id)))
  return [...rows, ...erasedChanges(db).map(({ change: [table, id] }) => problem(table, id))]
}
