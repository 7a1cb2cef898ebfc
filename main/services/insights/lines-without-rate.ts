// Lines that an ABC analysis by money cannot count, said beside its result.
import type { ReadDb } from '#main/db/database.ts'
import { type InsightFilter, ofCategory, orderFilterSql } from '#main/services/insights/order-filter.ts'
import { type AbcWindow, daysOf } from '#main/services/insights/sold-lines.ts'

/** Sold lines of products without an amount in base currency: found by the few orders that have no rate. */
export function linesWithoutRate(db: ReadDb, window: AbcWindow & { filter?: InsightFilter | undefined }): number {
  const { days, params } = daysOf(window)
  const orders = orderFilterSql(window.filter)
  const category = ofCategory('p', window.filter)
  const row = db.get<{ n: number }>(
    `SELECT count(*) AS n FROM sales_orders o INDEXED BY sales_orders_without_rate
     CROSS JOIN order_lines l INDEXED BY order_lines_by_order ON l.order_id = o.id
     CROSS JOIN products p ON p.id = l.product_id${orders.joins}
     WHERE o.rate IS NULL AND l.base_minor IS NULL AND l.sold_on IS NOT NULL${days}${orders.where}${category.where}`,
    ...params,
    ...orders.params,
    ...category.params,
  )
  return row?.n ?? 0
}
