// The sales orders that rows of other tables belong to: for whoever knows only those rows.
import type { ReadDb } from '#main/db/database.ts'
import type { Id } from '#shared/ids.ts'

/** Tables that derived columns of orders follow from. Goods that were issued, and what was paid, say how an order stands. */
export const salesTables = [
  'sales_orders',
  'order_lines',
  'dispatches',
  'dispatch_lines',
  'stock_documents',
  'stock_movements',
  'payment_shares',
] as const
export type SalesTable = (typeof salesTables)[number]

const ownerOf: Record<SalesTable, { owner: string; from: string }> = {
  sales_orders: { owner: 'r.id', from: 'sales_orders r' },
  order_lines: { owner: 'r.order_id', from: 'order_lines r' },
  dispatches: { owner: 'r.order_id', from: 'dispatches r' },
  dispatch_lines: { owner: 'l.order_id', from: 'dispatch_lines r JOIN order_lines l ON l.id = r.line_id' },
  stock_documents: { owner: 'r.order_id', from: 'stock_documents r' },
  stock_movements: { owner: 'd.order_id', from: 'stock_movements r JOIN stock_documents d ON d.id = r.document_id' },
  payment_shares: { owner: 'r.sales_order_id', from: 'payment_shares r' },
}

export function ordersOfRows(db: ReadDb, table: SalesTable, ids: readonly Id[]): Id[] {
  if (ids.length === 0) return []
  const { owner, from } = ownerOf[table]
  const sql = `SELECT DISTINCT ${owner} FROM ${from} WHERE r.id IN (SELECT value FROM json_each(?)) AND ${owner} IS NOT NULL`
  return db.raw(sql, JSON.stringify(ids)).map(([id]) => id as Id)
}

/** The same for all rows of a span of ids. */
export function ordersOfSpan(db: ReadDb, table: SalesTable, { firstId, lastId }: { firstId: Id; lastId: Id }): Id[] {
  const { owner, from } = ownerOf[table]
  const sql = `SELECT DISTINCT ${owner} FROM ${from} WHERE r.id BETWEEN ? AND ? AND ${owner} IS NOT NULL`
  return db.raw(sql, firstId, lastId).map(([id]) => id as Id)
}
