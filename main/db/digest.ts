// What an operation did, as one hash: the rows whose ids lie in its span and its change rows.
import { createHash, type Hash } from 'node:crypto'
import type { Connection } from '#main/db/database.ts'
import { columnsOf } from '#main/db/log-triggers.ts'
import {
  type ChangeRow,
  changeLeafOf,
  changeLine,
  isPersonalChange,
  leafOf,
  lineWithLeaf,
  type RowText,
  rowTextOf,
} from '#main/db/row-text.ts'
import { preparedRaw } from '#main/db/statements.ts'
import { followedTables } from '#main/db/table-list.ts'

/** Rows and changes go in slices, so that an operation of any size takes little memory. */
export const rowsAtOnce = 2000

const rowTexts = new WeakMap<Connection, Map<string, RowText>>()

export type Span = { firstId: number; lastId: number }

/** The digest of an operation that is being written, over `tables`: those that it may have written. */
export function digestOf(connection: Connection, operationId: number, span: Span, tables: readonly string[]): string {
  const digest = createHash('sha256')
  for (const table of followedTables) if (tables.includes(table)) addRows(connection, digest, table, span)
  const changes = preparedRaw(
    connection,
    'SELECT table_name, row_id, kind, before, after FROM changes WHERE operation_id = ? ORDER BY id',
  )
  // What is personal needs a look at the row's salt, which an open iterator does not mind.
  for (const change of changes.iterate(operationId) as IterableIterator<ChangeRow>) {
    digest.update(
      changeLine(change, isPersonalChange(change) ? changeLeafOf(change, saltOf(connection, change)) : null),
    )
  }
  return digest.digest('hex')
}

function saltOf(connection: Connection, [table, rowId]: ChangeRow): string {
  const row = preparedRaw(connection, `SELECT salt FROM ${table} WHERE id = ?`).get(rowId) as [string] | undefined
  return row?.[0] ?? ''
}

function addRows(connection: Connection, digest: Hash, table: string, span: Span): void {
  const text = rowText(connection, table)
  const slice = preparedRaw(connection, text.hasPersonal ? personalSlice(text) : openSlice(text, 'open'))
  let from = span.firstId
  while (from <= span.lastId) {
    const { lines, last } = text.hasPersonal
      ? withLeaves(slice.all(from, span.lastId) as PersonalRow[])
      : asOneText(slice.get(from, span.lastId) as [string | null, number | null])
    if (last === null) return
    digest.update(`${table}\n${lines}\n`)
    from = last + 1
  }
}

/** Rows that SQLite puts together: one string per slice crosses into JavaScript, not one per row. */
export function openSlice(text: RowText, part: 'whole' | 'open'): string {
  return `SELECT group_concat(line, char(10)) AS text, max(id) AS last FROM (
    SELECT id, ${text[part]} AS line FROM ${text.table} WHERE id BETWEEN ? AND ? ORDER BY id LIMIT ${rowsAtOnce})`
}

export type PersonalRow = [id: number, open: string, personal: string]

export function personalSlice(text: RowText): string {
  return `SELECT id, ${text.open}, ${text.personal} FROM ${text.table} WHERE id BETWEEN ? AND ? ORDER BY id LIMIT ${rowsAtOnce}`
}

function asOneText([lines, last]: [string | null, number | null]): { lines: string; last: number | null } {
  return { lines: lines ?? '', last }
}

function withLeaves(rows: readonly PersonalRow[]): { lines: string; last: number | null } {
  const lines = rows.map(([, open, personal]) => lineWithLeaf(open, leafOf(personal))).join('\n')
  return { lines, last: rows.at(-1)?.[0] ?? null }
}

function rowText(connection: Connection, table: string): RowText {
  let texts = rowTexts.get(connection)
  if (!texts) {
    texts = new Map()
    rowTexts.set(connection, texts)
  }
  let text = texts.get(table)
  if (!text) {
    text = rowTextOf(table, columnsOf(connection, table))
    texts.set(table, text)
  }
  return text
}
