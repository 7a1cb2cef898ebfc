// What an operation did, as one hash: the rows whose ids lie in its span and its change rows.
import type { Connection } from '#main/db/database.ts'
import { columnsOf } from '#main/db/log-triggers.ts'
import { type ChangeRow, changeLine, leafOf, lineWithLeaf, type RowText, rowTextOf } from '#main/db/row-text.ts'
import { preparedRaw } from '#main/db/statements.ts'
import { followedTables, personalColumns } from '#main/db/table-list.ts'
import { type TextHash, textHash } from '#main/db/text-hash.ts'

/** Rows and changes go in slices, so that an operation of any size takes little memory. */
export const rowsAtOnce = 2000

const rowTexts = new WeakMap<Connection, Map<string, RowText>>()

export type Span = { firstId: number; lastId: number }

export type Digest = { digest: string; hasChanges: boolean }

/** The digest of an operation that is being written, over `tables`: those that it may have written. */
export function digestOf(connection: Connection, operationId: number, span: Span, tables: readonly string[]): Digest {
  const digest = textHash()
  if (span.firstId <= span.lastId)
    for (const table of followedTables) if (tables.includes(table)) addRows(connection, digest, table, span)
  const changes = addChanges(connection, digest, operationId, tables)
  return { digest: digest.hex(), hasChanges: changes > 0 }
}

/** How many there are. */
function addChanges(connection: Connection, digest: TextHash, operationId: number, tables: readonly string[]): number {
  const salted = tables.filter((table) => personalColumns(table).length > 0)
  const lines = salted.length === 0 ? plainLines : (slice: SliceOf) => linesWithLeaves(slice, salted)
  let [after, found] = [-1, 0]
  for (;;) {
    const { text, last, count } = lines({ connection, operationId, after })
    if (count > 0) digest.update(text)
    found += count
    if (count < rowsAtOnce) return found
    after = last
  }
}

type SliceOf = { connection: Connection; operationId: number; after: number }
type Lines = { text: string; last: number; count: number }

/** Casts: SQLite plans by the value of a bare `?` where rows are ordered, and so would prepare the statement anew each time. */
const sliceOfChanges = `changes c INDEXED BY changes_by_operation
  WHERE operation_id = CAST(? AS INTEGER) AND id > CAST(? AS INTEGER) ORDER BY id LIMIT ${rowsAtOnce}`

/** SQLite's json_array writes what JSON.stringify would (a test holds them to it), and all of a slice at once. */
const plainSlice = `SELECT group_concat(line, ''), max(id), count(*) FROM (
  SELECT id, json_array(table_name, row_id, kind, before, after) AS line FROM ${sliceOfChanges})`

function plainLines({ connection, operationId, after }: SliceOf): Lines {
  const slice = preparedRaw(connection, plainSlice).get(operationId, after)
  const [text, last, count] = slice as [string | null, number | null, number]
  return { text: text ?? '', last: last ?? after, count }
}

/** Changes of tables that tell of people come with their rows' salts. */
function linesWithLeaves({ connection, operationId, after }: SliceOf, salted: readonly string[]): Lines {
  const salts = salted.map((table) => `WHEN '${table}' THEN (SELECT salt FROM ${table} WHERE id = c.row_id)`).join(' ')
  const slice = preparedRaw(
    connection,
    `SELECT table_name, row_id, kind, before, after, id, CASE table_name ${salts} END FROM ${sliceOfChanges}`,
  )
  const rows = slice.all(operationId, after) as [...ChangeRow, number, string | null][]
  const lines = rows.map(([table, id, kind, before, later, , salt]) =>
    changeLine([table, id, kind, before, later], () => salt ?? ''),
  )
  return { text: lines.join(''), last: rows.at(-1)?.[5] ?? after, count: rows.length }
}

function addRows(connection: Connection, digest: TextHash, table: string, span: Span): void {
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
