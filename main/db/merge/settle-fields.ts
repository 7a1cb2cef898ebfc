// Every field that foreign changes name gets the value of its last change over both logs: by clock, copy, and place within
// the operation. Columns of a group are logged together, so that they come together here as well.
import type { Connection, Param } from '#main/db/database.ts'
import { loggedValues } from '#main/db/merge/check-change.ts'
import { admitting, damaged } from '#main/db/merge/foreign-rows.ts'
import type { MergeProgress } from '#main/db/merge/merge-types.ts'
import { report } from '#main/db/merge/take-operations.ts'
import { prepared, preparedRaw } from '#main/db/statements.ts'

type Named = ReadonlyMap<string, ReadonlySet<number>>
type Changed = Map<string, Map<number, ReadonlySet<string>>>

const rowsAtOnce = 2000

/** Gives the rows that hold something else now, with the columns that do. Log triggers must be off. */
export function settleFields(connection: Connection, named: Named, progress: MergeProgress): Changed {
  const changed: Changed = new Map()
  const total = [...named.values()].reduce((sum, ids) => sum + ids.size, 0)
  let done = 0
  for (const [table, ids] of named) {
    const rows = new Map<number, ReadonlySet<string>>()
    for (const id of ids) {
      const columns = settleRow(connection, table, id)
      if (columns.length > 0) rows.set(id, new Set(columns))
      done += 1
      if (done % rowsAtOnce === 0) report(progress, 'merge.fields', done, total)
    }
    if (rows.size > 0) changed.set(table, rows)
  }
  return changed
}

function settleRow(connection: Connection, table: string, id: number): string[] {
  const last = lastValues(connection, table, id)
  const row = prepared(connection, `SELECT * FROM ${table} WHERE id = ?`).get(id) as Record<string, Param> | undefined
  if (!row) throw damaged(`${table} ${id}`)
  const columns = Object.keys(last).filter((column) => row[column] !== last[column])
  if (columns.length === 0) return columns
  const sets = columns.map((column) => `${column} = ?`).join(', ')
  const values = columns.map((column) => last[column] ?? null)
  admitting(`${table} ${id}`, () => prepared(connection, `UPDATE ${table} SET ${sets} WHERE id = ?`).run(...values, id))
  return columns
}

/** What the log says last of each column that it names. */
function lastValues(connection: Connection, table: string, id: number): Record<string, string | number | null> {
  const rows = preparedRaw(
    connection,
    `SELECT c.after FROM changes c INDEXED BY changes_by_row CROSS JOIN operations o ON o.id = c.operation_id
     WHERE c.table_name = ? AND c.row_id = ? ORDER BY o.clock, o.replica, c.id`,
  ).all(table, id) as [string][]
  return Object.assign({}, ...rows.map(([after]) => loggedValues(after)))
}
