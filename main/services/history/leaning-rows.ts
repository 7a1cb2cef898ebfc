// Living rows made later that name what an operation made. Each question goes by an index: an undo runs on the writer, and
// nobody can save while it asks.
import type { ReadDb } from '#main/db/database.ts'
import { followedTables, tableList } from '#main/db/table-list.ts'
import type { Id } from '#shared/ids.ts'

export type LeaningRows = { table: string; id: Id; count: number }

/** The ids that an operation drew. They are unique over all tables. */
export type DrawnIds = { firstId: Id; lastId: Id }

/** A row whose columns will be what they were: what the operation itself pointed at its works does not lean on them. */
type PutBack = { table: string; rowId: Id; before: object }

/** The first table in which rows lean on what was made, with how many they are and the latest of them. */
export function leaningRows(
  db: ReadDb,
  { firstId, lastId }: DrawnIds,
  changes: readonly PutBack[] = [],
): LeaningRows | null {
  if (lastId < firstId) return null
  const made = followed.filter((table) => db.get(`SELECT 1 FROM ${table} WHERE id BETWEEN ? AND ?`, firstId, lastId))
  if (made.length === 0) return null
  for (const reference of references(db, made)) {
    const ways = pointing(reference)
    // What stock refers to is never deleted, not even together with its movements; what it was posted by stays with it.
    const isStock = reference.table === 'stock_movements' && !postedWith.includes(reference.column)
    const own = putBackOf(changes, reference)
    const row = db.get<{ count: number; id: Id }>(
      `SELECT count(*) AS count, max(id) AS id FROM (${ways.join(' UNION ALL ')})
       WHERE id NOT BETWEEN ? AND ?${own.length > 0 ? ' AND id NOT IN (SELECT value FROM json_each(?))' : ''}`,
      ...ways.flatMap(() => [firstId, lastId]),
      ...(isStock ? [0, -1] : [firstId, lastId]),
      ...(own.length > 0 ? [JSON.stringify(own)] : []),
    )
    if (row && row.count > 0) return { table: reference.table, ...row }
  }
  return null
}

function putBackOf(changes: readonly PutBack[], { table, column }: Reference): Id[] {
  return changes.filter((change) => change.table === table && column in change.before).map(({ rowId }) => rowId)
}

/** References among the movements of one operation, and to what it posted them by. */
const postedWith = ['reverses_id', 'document_id', 'batch_id', 'origin_id']

type Reference = { table: string; column: string }

const followed = followedTables.filter((table) => tableList[table]?.kind !== 'content')

/**
 * Columns that may name rows of the made tables: foreign keys to them, and the record that notes, files and the like belong
 * to, which may be of any table. Contents are not among the made: they stay when what brought them goes.
 */
function references(db: ReadDb, made: readonly string[]): Reference[] {
  return followed.flatMap((table) => {
    const keys = db
      .all<{ from: string; table: string }>(`PRAGMA foreign_key_list("${table}")`)
      .filter((key) => made.includes(key.table))
    const columns = db.all<{ name: string }>(`PRAGMA table_info("${table}")`).map(({ name }) => name)
    // Versions are the log of a document, not work that leans on it.
    const record = columns.includes('record_id') && table !== 'document_versions' ? ['record_id'] : []
    return [...keys.map(({ from }) => from), ...record].map((column) => ({ table, column }))
  })
}

const someOf = (table: string, column: string) => `SELECT id FROM ${table} WHERE ${column} BETWEEN ? AND ?`

/** Where no index begins with the column: the same rows by ways that have one. */
const otherWays: Readonly<Record<string, readonly string[]>> = {
  // There is no index over all lines of orders, but two over the living ones.
  'order_lines.product_id': [
    `${someOf('order_lines', 'product_id')} AND sold_on IS NOT NULL AND +deleted = 0`,
    `${someOf('order_lines', 'product_id')} AND sold_on IS NULL AND deleted = 0`,
  ],
  'stock_movements.warehouse_id': [
    `SELECT m.id FROM products p CROSS JOIN stock_movements m ON m.product_id = p.id WHERE m.warehouse_id BETWEEN ? AND ?`,
  ],
  'papers.version_id': [
    `SELECT p.id FROM document_versions v CROSS JOIN papers p ON p.record_id = v.record_id AND p.record_kind = v.record_kind
     WHERE v.id BETWEEN ? AND ? AND p.version_id = v.id AND +p.deleted = 0`,
  ],
}

/** Without the plus SQLite goes through all that is not deleted, which is everything. */
function pointing({ table, column }: Reference): readonly string[] {
  const isDeletable = tableList[table]?.kind === 'record' && table !== 'books'
  return otherWays[`${table}.${column}`] ?? [`${someOf(table, column)}${isDeletable ? ' AND +deleted = 0' : ''}`]
}
