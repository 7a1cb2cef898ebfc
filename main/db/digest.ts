// What an operation did, as one hash: the rows whose ids lie in its span and its change rows.
import { createHash, type Hash } from 'node:crypto'
import type { Connection } from '#main/db/database.ts'
import { type Column, columnsOf, plainColumns } from '#main/db/log-triggers.ts'
import { preparedRaw } from '#main/db/statements.ts'
import { followedTables, tableList } from '#main/db/table-list.ts'

const rowsAtOnce = 2000
const rowTexts = new WeakMap<Connection, Map<string, string>>()

export type Span = { firstId: number; lastId: number }

/** The digest over `tables` (those the operation may have written; all followed ones when checking). */
export function digestOf(connection: Connection, operationId: number, span: Span, tables = followedTables): string {
  const hash = createHash('sha256')
  for (const table of followedTables) {
    if (tables.includes(table)) addRows(connection, hash, table, span)
  }
  const changes = preparedRaw(
    connection,
    'SELECT table_name, row_id, kind, before, after FROM changes WHERE operation_id = ? ORDER BY id',
  )
  for (const change of changes.iterate(operationId)) hash.update(JSON.stringify(change))
  return hash.digest('hex')
}

/** Rows go in slices of ids, concatenated by SQLite: one string per slice crosses into JavaScript, not one per row. */
function addRows(connection: Connection, hash: Hash, table: string, span: Span): void {
  if (span.lastId < span.firstId) return
  const slice = preparedRaw(
    connection,
    `SELECT group_concat(line, char(10)) AS text, max(id) AS last FROM (
      SELECT id, ${rowText(connection, table)} AS line FROM ${table} WHERE id BETWEEN ? AND ? ORDER BY id LIMIT ${rowsAtOnce})`,
  )
  let from = span.firstId
  for (;;) {
    const [text, last] = slice.get(from, span.lastId) as [string | null, number | null]
    if (text === null || last === null) return
    hash.update(`${table}\n${text}\n`)
    from = last + 1
  }
}

/**
 * A row as text: id, then name=value for every plain column that is not at its default, so that a column added later
 * leaves old digests as they were. Content is covered by its own hash column.
 */
function rowText(connection: Connection, table: string): string {
  let texts = rowTexts.get(connection)
  if (!texts) {
    texts = new Map()
    rowTexts.set(connection, texts)
  }
  let text = texts.get(table)
  if (!text) {
    text = ['id', ...plainColumns(connection, table).filter(isDigested).map(columnText)].join(' || ')
    texts.set(table, text)
  }
  return text

  function isDigested(column: { type: string }): boolean {
    return !(tableList[table]?.kind === 'content' && column.type === 'BLOB')
  }
}

function columnText(column: Column): string {
  const constant = column.dflt_value === null || /^('[^']*'|-?\d+|NULL)$/.test(column.dflt_value)
  // An integer reads the same quoted or not, and an import digests hundreds of thousands; only NULL would not.
  const isNeverNull = column.dflt_value === null || column.notnull === 1
  const value = column.type === 'INTEGER' && constant && isNeverNull ? column.name : `quote(${column.name})`
  const text = `';${column.name}=' || ${value}`
  return constant ? `CASE WHEN ${column.name} IS ${column.dflt_value ?? 'NULL'} THEN '' ELSE ${text} END` : text
}

/** Forgets what was worked out about a connection's tables; migrations change them. */
export function forgetDigestTexts(connection: Connection): void {
  rowTexts.delete(connection)
}

/** Whether a followed table has the integer `id` that spans and digests lean on. */
export function hasId(connection: Connection, table: string): boolean {
  return columnsOf(connection, table).some((column) => column.name === 'id' && column.type === 'INTEGER')
}
