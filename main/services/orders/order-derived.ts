// What follows from orders and their lines: counts, totals, the day a line counts as sold, and its cost. Derived columns,
// neither logged nor merged; these functions are the only ones that say what they must be.
import type { ReadDb, WriteTx } from '#main/db/database.ts'
import { recostOrders } from '#main/services/orders/line-costs.ts'
import type { Id } from '#shared/ids.ts'

/** The orders meant: by id, or every one. */
export type OrderIds = readonly Id[] | 'all'

/** Orders in these states have sold nothing (yet). */
const unsold = "('draft', 'cancelled')"

/** Brings one order's derived columns up to date, after it or its lines changed. */
export function settleOrder(tx: WriteTx, orderId: Id): void {
  settleOrders(tx, [orderId])
}

/** The same for many orders at once, as an import needs it. Rows that are right already are not rewritten. */
export function settleOrders(tx: WriteTx, orderIds: OrderIds): void {
  if (orderIds.length === 0) return
  settleTotals(tx, orderIds)
  settleSoldDays(tx, orderIds)
  recostOrders(tx, orderIds)
}

/** Counts and totals alone: for lines written with their day of sale and cost. */
export function settleTotals(tx: WriteTx, orderIds: OrderIds): void {
  if (orderIds.length === 0) return
  const { among, params } = amongOrders('o.id', orderIds)
  tx.run(
    `UPDATE sales_orders SET line_count = s.n, total_minor = s.total, base_total_minor = s.base
     FROM (${totals} WHERE ${among} GROUP BY o.id) s
     WHERE s.id = sales_orders.id AND (line_count <> s.n OR total_minor <> s.total OR base_total_minor IS NOT s.base)`,
    ...params,
  )
}

function settleSoldDays(tx: WriteTx, orderIds: OrderIds): void {
  const { among, params } = amongOrders('o.id', orderIds)
  tx.run(
    `UPDATE order_lines SET sold_on = s.day FROM (${soldDays} WHERE ${among}) s
     WHERE s.id = order_lines.id AND sold_on IS NOT s.day`,
    ...params,
  )
}

/** base is NULL while one line has no amount in base currency: a sum that leaves something out is no total. */
const totals = `SELECT o.id, count(l.id) AS n, coalesce(sum(l.total_minor), 0) AS total,
  CASE WHEN count(l.base_minor) = count(l.id) THEN coalesce(sum(l.base_minor), 0) END AS base
  FROM sales_orders o LEFT JOIN order_lines l ON l.order_id = o.id AND l.deleted = 0`

const soldDays = `SELECT l.id, CASE WHEN l.deleted = 0 AND o.deleted = 0 AND o.status NOT IN ${unsold} THEN o.ordered_on END AS day
  FROM sales_orders o JOIN order_lines l ON l.order_id = o.id`

function amongOrders(column: string, orderIds: OrderIds): { among: string; params: string[] } {
  if (orderIds === 'all') return { among: 'true', params: [] }
  return { among: `${column} IN (SELECT value FROM json_each(?))`, params: [JSON.stringify(orderIds)] }
}

/** Orders whose stored totals are not what their lines say: for `check`. */
export function ordersOutOfStep(db: ReadDb): Id[] {
  return db
    .raw(
      `SELECT s.id FROM (${totals} GROUP BY o.id) s JOIN sales_orders o ON o.id = s.id
       WHERE o.line_count <> s.n OR o.total_minor <> s.total OR o.base_total_minor IS NOT s.base`,
    )
    .map((row) => row[0] as Id)
}

/** Lines whose day of sale is not what their order says: for `check`. */
export function linesOutOfStep(db: ReadDb): Id[] {
  return db
    .raw(`SELECT s.id FROM (${soldDays}) s JOIN order_lines l ON l.id = s.id WHERE l.sold_on IS NOT s.day`)
    .map((row) => row[0] as Id)
}
