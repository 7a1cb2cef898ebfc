// In how many orders each product was sold.
import type { ReadDb } from '#main/db/database.ts'
import type { ValueSum } from '#main/services/insights/abc-values.ts'
import { asksOrders, type OrderFilter, orderFilterSql } from '#main/services/insights/order-filter.ts'
import { type AbcWindow, daysOf, isSold } from '#main/services/insights/sold-lines.ts'
import type { KitPart } from '#main/services/planning/kit-shares.ts'
import type { Id } from '#shared/ids.ts'

type CountQuestion = AbcWindow & { filter?: OrderFilter | undefined }

/**
 * An order counts once however many lines it has of the product; one of a kit counts for the parts of it where `kits` says
 * them. Read in the order of the orders, so nothing is sorted.
 */
export function orderCounts(
  db: ReadDb,
  question: CountQuestion,
  kits: ReadonlyMap<Id, readonly KitPart[]> = new Map(),
): ValueSum[] {
  const counts = new Map<Id, { last: Id; count: number }>()
  const count = (orderId: Id, productId: Id) => {
    const known = counts.get(productId)
    if (known === undefined) counts.set(productId, { last: orderId, count: 1 })
    else if (known.last !== orderId) {
      known.last = orderId
      known.count += 1
    }
  }
  for (const [orderId, productId] of soldPairs(db, question)) {
    const parts = kits.get(productId)
    if (parts === undefined) count(orderId, productId)
    else for (const { partId } of parts) count(orderId, partId)
  }
  return [...counts].map(([productId, { count }]): ValueSum => [productId, count, 0])
}

/** Orders with the products they sold, order by order. */
function soldPairs(db: ReadDb, question: CountQuestion): [orderId: Id, productId: Id][] {
  const { days, params } = daysOf(question)
  const { joins, where, params: asked } = orderFilterSql(question.filter)
  const orders = asksOrders(question.filter) ? ` CROSS JOIN sales_orders o ON o.id = l.order_id${joins}` : ''
  return db.raw(
    `SELECT l.order_id, l.product_id FROM order_lines l INDEXED BY order_lines_by_order${orders}
     WHERE ${isSold}${days}${where} ORDER BY l.order_id`,
    ...params,
    ...asked,
  ) as [Id, Id][]
}
