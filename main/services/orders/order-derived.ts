// What follows from orders, their lines, dispatches, credits and payments, in the order in which one follows from the other.
// Derived columns, neither logged nor merged; what is called here is alone in saying what they must be.
import type { ReadDb, WriteTx } from '#main/db/database.ts'
import { recostOrders } from '#main/services/orders/line-costs.ts'
import { type OrderIds, settleLineStates } from '#main/services/orders/line-states.ts'
import { settleOrderSums } from '#main/services/orders/order-sums.ts'
import { settleReceivables } from '#main/services/payments/sale-dues.ts'
import { settleShipmentsOfOrders } from '#main/services/shipments/shipments-of-rows.ts'
import type { Id } from '#shared/ids.ts'

/** Brings one order's derived columns up to date, after it or its lines changed. */
export function settleOrder(tx: WriteTx, orderId: Id): void {
  settleOrders(tx, [orderId])
}

/** The same for many orders at once, as an import needs it. Rows that are right already are not rewritten. */
export function settleOrders(tx: WriteTx, orderIds: OrderIds): void {
  if (orderIds.length === 0) return
  settleTotals(tx, orderIds)
  recostOrders(tx, orderIds)
}

/** The same without costs: for lines written with their cost. */
export function settleTotals(tx: WriteTx, orderIds: OrderIds): void {
  if (orderIds.length === 0) return
  const all = withCredited(tx, orderIds)
  settleLineStates(tx, all)
  settleOrderSums(tx, all)
  settleReceivables(tx, all)
  settleShipmentsOfOrders(tx, 'order', all)
}

/** What a credit takes back changes how its order stands. */
function withCredited(db: ReadDb, orderIds: OrderIds): OrderIds {
  if (orderIds === 'all') return orderIds
  const credited = db.raw(
    `WITH credits AS MATERIALIZED (SELECT o.id, o.credits_id FROM json_each(?) j CROSS JOIN sales_orders o ON o.id = j.value
       WHERE o.document = 'credit')
     SELECT credits_id FROM credits WHERE credits_id IS NOT NULL
     UNION SELECT l.order_id FROM credits c CROSS JOIN order_lines x INDEXED BY order_lines_by_order ON x.order_id = c.id
       CROSS JOIN order_lines l ON l.id = x.credits_line_id`,
    JSON.stringify(orderIds),
  )
  return credited.length === 0 ? orderIds : [...new Set([...orderIds, ...credited.map(([id]) => id as Id)])]
}
