// Real costs of selling that no counted order bears: dated charges, and what orders cost that came to nothing.
import type { ReadDb } from '#main/db/database.ts'
import type { AbcWindow } from '#main/services/insights/sold-lines.ts'
import type { Id } from '#shared/ids.ts'

/** `minor` in base currency; those without a rate are left out. */
export type Charge = { channel: string; productId: Id | null; month: string; minor: number }

/** By the day they were paid, whatever the day of the order that came to nothing. */
export function chargesOf(db: ReadDb, { from, to }: AbcWindow): Charge[] {
  const days = `${from ? ' AND c.incurred_on >= ?' : ''}${to ? ' AND c.incurred_on <= ?' : ''}`
  const params = [...(from ? [from] : []), ...(to ? [to] : [])]
  return [ofNoOrder, ofLostOrders].flatMap((source) =>
    db.all<Charge>(
      `SELECT c.channel, c.product_id AS productId, substr(c.incurred_on, 1, 7) AS month, sum(c.base_minor) AS minor
       FROM ${source} AND c.deleted = 0 AND c.archived = 0 AND c.is_estimate = 0 AND c.base_minor IS NOT NULL${days}
       GROUP BY 1, 2, 3`,
      ...params,
    ),
  )
}

const ofNoOrder = 'sales_costs c INDEXED BY sales_costs_by_day WHERE c.order_id IS NULL'

const isLost = (order: string) => `(${order}.deleted = 1 OR ${order}.status IN ('draft', 'cancelled'))`

/**
 * Orders that no sum of profit counts (see `whichSold`), and credits whose order is none of those counted: their costs were paid
 * all the same. From the orders to their costs: few are lost, and most costs are of orders that are counted.
 */
const ofLostOrders = `sales_orders o NOT INDEXED LEFT JOIN sales_orders r ON r.id = o.credits_id
  CROSS JOIN sales_costs c INDEXED BY sales_costs_by_order ON c.order_id = o.id
  WHERE c.order_id IS NOT NULL AND (${isLost('o')} OR (o.credits_id IS NULL AND o.line_count = 0)
    OR (o.credits_id IS NOT NULL AND (r.id IS NULL OR ${isLost('r')} OR r.line_count = 0)))`
