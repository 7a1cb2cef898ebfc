// What stands in a personal column once its row is erased: the same in every copy, whoever erases or merges.
import type { ReadDb } from '#main/db/database.ts'
import type { Column } from '#main/db/log-triggers.ts'
import { followedTables, personalColumns } from '#main/db/table-list.ts'

export type BlankColumn = {
  name: string
  /** As it stands in the row. */
  value: string | null
  /** The same in SQL. */
  sql: string
}

/** Records are listed by these, in any language: an empty one could not be opened any more. */
const named = ['parties.name', 'contacts.name', 'people.name', 'record_attachments.name', 'tasks.title']

export const erasedName = '—'

/** Tables with personal columns. */
export const personalTables: readonly string[] = followedTables.filter((table) => personalColumns(table).length > 0)

/** A table's personal columns, its salt among them, with what they hold once the row is erased. */
export function blankColumns(db: ReadDb, table: string): BlankColumn[] {
  const personal = personalColumns(table)
  const info = db.all<Column>(`PRAGMA table_info("${table}")`)
  return info.filter(({ name }) => personal.includes(name)).map((column) => blankColumn(table, column))
}

function blankColumn(table: string, { name, type, notnull }: Column): BlankColumn {
  if (notnull === 0) return { name, value: null, sql: 'NULL' }
  if (type === 'BLOB') return { name, value: '', sql: "x''" }
  const value = named.includes(`${table}.${name}`) ? erasedName : ''
  return { name, value, sql: `'${value}'` }
}

/** Ids of erased rows that still hold something, or hold it again. */
export function rowsNotBlank(db: ReadDb, table: string): number[] {
  const holds = blankColumns(db, table).map(({ name, sql }) => `t.${name} IS NOT ${sql}`)
  const rows = db.raw(
    `SELECT DISTINCT t.id FROM erasures e JOIN ${table} t ON t.id = e.row_id
     WHERE e.table_name = ? AND (${holds.join(' OR ')})`,
    table,
  )
  return rows.map(([id]) => id as number)
}
