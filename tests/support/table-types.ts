// The TypeScript types of the tables, made from a migrated book.
import type { Connection } from '#main/db/database.ts'
import { columnsOf } from '#main/db/log-triggers.ts'
import { tableList } from '#main/db/table-list.ts'

const types: Record<string, string> = { INTEGER: 'number', TEXT: 'string', BLOB: 'Uint8Array' }

/** The text of main/db/tables.ts for this schema. */
export function tableTypes(connection: Connection): string {
  const names = Object.keys(tableList).sort()
  const views = names.filter((name) => columnsOf(connection, name).some((column) => column.name === 'deleted'))
  const head =
    '// The tables of a book as types, made from the migrations (UPDATE_TABLE_TYPES=1 npm test -- table-types); never edited.\n'
  const interfaces = names.map((name) => tableType(connection, name)).join('\n')
  const rows = [...names.map((name) => [name, name]), ...views.map((name) => [`live_${name}`, name])]
  return `${head}\n${interfaces}\nexport interface Tables {\n${rows.map(([key, name]) => `  ${key}: ${typeName(name ?? '')}\n`).join('')}}\n`
}

function tableType(connection: Connection, table: string): string {
  const lines = (
    connection.pragma(`table_info("${table}")`) as { name: string; type: string; notnull: number; pk: number }[]
  ).map((column) => `  ${column.name}: ${types[column.type]}${column.notnull || column.pk ? '' : ' | null'}\n`)
  return `export interface ${typeName(table)} {\n${lines.join('')}}\n`
}

function typeName(table: string): string {
  return `${table
    .split('_')
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('')}Table`
}
