// References of rows that a merge brought or changed must name rows that are there. Between honest copies they always do,
// since nothing is ever deleted.
import type { Connection } from '#main/db/database.ts'
import { damaged } from '#main/db/merge/foreign-rows.ts'
import type { MergedRows } from '#main/db/merge/merge-types.ts'
import { prepared } from '#main/db/statements.ts'
import { followedTables } from '#main/db/table-list.ts'

type Reference = { table: string; column: string; parent: string }

export function refuseDangling(connection: Connection, { spans, changed }: MergedRows): void {
  for (const reference of referencesOf(connection)) {
    for (const { firstId, lastId } of spans) refuse(connection, reference, 'c.id BETWEEN ? AND ?', [firstId, lastId])
    const ids = changedIds(changed, reference)
    if (ids.length > 0) {
      refuse(connection, reference, 'c.id IN (SELECT value FROM json_each(?))', [JSON.stringify(ids)])
    }
  }
}

function referencesOf(connection: Connection): Reference[] {
  return followedTables.flatMap((table) => {
    const keys = connection.pragma(`foreign_key_list("${table}")`) as { from: string; table: string }[]
    return keys.map((key) => ({ table, column: key.from, parent: key.table }))
  })
}

function changedIds(changed: MergedRows['changed'], { table, column }: Reference): number[] {
  return [...(changed.get(table) ?? [])].filter(([, columns]) => columns.has(column)).map(([id]) => id)
}

function refuse(
  connection: Connection,
  { table, column, parent }: Reference,
  among: string,
  params: (string | number)[],
): void {
  const row = prepared(
    connection,
    `SELECT c.id FROM ${table} c WHERE ${among} AND c.${column} IS NOT NULL
     AND NOT EXISTS (SELECT 1 FROM ${parent} p WHERE p.id = c.${column}) LIMIT 1`,
  ).get(...params) as { id: number } | undefined
  if (row) throw damaged(`${table} ${row.id} ${column}`)
}
