// What somebody changed by hand since a row came in by a file: an import leaves it as it is. The log knows who changed what, so
// nothing needs to be kept beside it.
import type { Param, ReadDb, WriteTx } from '#main/db/database.ts'
import type { Columns } from '#main/services/import/loading/apply-columns.ts'
import type { Id } from '#shared/ids.ts'

/** Writes of files, and of matching their SKUs: nobody's own word about a row. */
const byFiles = "('imports.run', 'channels.mapSku')"

/** Columns of a row that were last changed by anything but a file. */
function changedByHand(db: ReadDb, table: string, id: Id): Set<string> {
  const rows = db.raw(
    `SELECT DISTINCT j.key FROM changes c INDEXED BY changes_by_row
     CROSS JOIN operations o ON o.id = c.operation_id CROSS JOIN json_each(c.after) j
     WHERE c.table_name = ? AND c.row_id = ? AND o.name NOT IN ${byFiles}`,
    table,
    id,
  )
  return new Set(rows.map(([column]) => String(column)))
}

export type TakenColumns = { outcome: 'changed' | 'unchanged'; kept: string[] }

/** Columns that mean something only together: one of them changed by hand keeps all of them. */
export type Together = readonly (readonly string[])[]

/** Sets what a file says anew of a row that is there; what was changed by hand is kept, and told. */
export function takeColumns(
  tx: WriteTx,
  row: { table: string; id: Id },
  columns: Columns,
  together: Together = [],
): TakenColumns {
  const { table, id } = row
  const given = Object.entries(columns).filter((entry): entry is [string, Param] => entry[1] !== undefined)
  if (given.length === 0) return { outcome: 'unchanged', kept: [] }
  const names = given.map(([name]) => name).join(', ')
  const before = tx.get<Record<string, Param>>(`SELECT ${names} FROM ${table} WHERE id = ?`, id) ?? {}
  const differing = given.filter(([name, value]) => before[name] !== value)
  if (differing.length === 0) return { outcome: 'unchanged', kept: [] }
  const hand = changedByHand(tx, table, id)
  for (const group of together) if (group.some((name) => hand.has(name))) for (const name of group) hand.add(name)
  const taken = differing.filter(([name]) => !hand.has(name))
  if (taken.length > 0) tx.update(table, id, Object.fromEntries(taken))
  return {
    outcome: taken.length > 0 ? 'changed' : 'unchanged',
    kept: differing.filter(([name]) => hand.has(name)).map(([name]) => name),
  }
}
