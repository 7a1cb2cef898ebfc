// What two copies gave back of one order: more than was sold, or goods that one of them had taken back before.
import type { ReadDb } from '#main/db/database.ts'
import { rowsOf } from '#main/services/clashes/clash-rows.ts'
import { type ClashRule, clashOf } from '#main/services/clashes/clash-rule.ts'
import { cancelCredit } from '#main/services/dispatch/cancel-credit.ts'
import { creditedLines, wholeMilli } from '#main/services/dispatch/credited-lines.ts'
import type { Id } from '#shared/ids.ts'

/** Orders with lines that both copies credited: the number of a copy stands in the upper bits of an id. */
const creditedByTwoSql = `SELECT DISTINCT l.order_id FROM (
    SELECT credits_line_id AS id FROM order_lines INDEXED BY order_lines_credits
    WHERE credits_line_id IS NOT NULL GROUP BY credits_line_id HAVING min(id) >> 29 < max(id) >> 29) d
  CROSS JOIN order_lines l ON l.id = d.id`

/** More came back than was sent. What a file says was sent, without how, was sent whole. */
const overReturnedSql = `SELECT DISTINCT l.order_id FROM order_lines l INDEXED BY order_lines_over_returned
  CROSS JOIN sales_orders o ON o.id = l.order_id
  WHERE l.returned_milli > l.shipped_milli AND l.qty_milli > 0 AND l.deleted = 0
    AND o.is_history = 0 AND o.document = 'order'
    AND EXISTS (SELECT 1 FROM dispatches d INDEXED BY dispatches_by_order WHERE d.order_id = o.id AND d.deleted = 0)`

/**
 * What came back by a shipment, or by those that brought its goods back, is more than left by it: both copies credited it, or one
 * took its dispatch back while the other credited it.
 */
const backTwiceSql = `SELECT DISTINCT order_id FROM (
    SELECT l.order_id, l.id AS line, iif(s.kind = 'return', s.follows_id, s.id) AS source, sum(g.qty_milli) AS milli
    FROM sales_orders o INDEXED BY sales_orders_credits
    CROSS JOIN dispatches t INDEXED BY dispatches_by_order ON t.order_id = o.id
    CROSS JOIN shipments s ON s.id = t.shipment_id
    CROSS JOIN dispatch_lines g INDEXED BY dispatch_lines_by_dispatch ON g.dispatch_id = t.id
    CROSS JOIN order_lines c ON c.id = g.line_id CROSS JOIN order_lines l ON l.id = c.credits_line_id
    WHERE o.credits_id IS NOT NULL AND o.document = 'credit' AND o.deleted = 0 AND o.status NOT IN ('draft', 'cancelled')
      AND t.status = 'posted' AND t.deleted = 0 AND g.deleted = 0
    GROUP BY source, l.id) d
  WHERE source IS NOT NULL AND milli > iif(
    EXISTS (SELECT 1 FROM dispatches e INDEXED BY dispatches_by_shipment CROSS JOIN sales_orders q ON q.id = e.order_id
      WHERE e.shipment_id = d.source AND e.shipment_id IS NOT NULL AND e.deleted = 0 AND q.document = 'order'),
    (SELECT coalesce(sum(x.qty_milli), 0) FROM dispatches e INDEXED BY dispatches_by_shipment
      CROSS JOIN dispatch_lines x INDEXED BY dispatch_lines_by_dispatch ON x.dispatch_id = e.id
      WHERE e.shipment_id = d.source AND e.shipment_id IS NOT NULL AND e.status = 'posted' AND e.deleted = 0
        AND x.line_id = d.line AND x.deleted = 0),
    (SELECT coalesce(sum(x.qty_milli), 0) FROM shipment_lines x INDEXED BY shipment_lines_by_order_line
      WHERE x.order_line_id = d.line AND x.order_line_id IS NOT NULL AND x.shipment_id = d.source AND x.deleted = 0))`

const creditsSql = `SELECT id FROM sales_orders INDEXED BY sales_orders_credits
  WHERE credits_id = ? AND credits_id IS NOT NULL AND document = 'credit' AND deleted = 0
    AND status NOT IN ('draft', 'cancelled')`

export const creditTwins: ClashRule = {
  id: 'orders/credited-twice',
  tables: ['sales_orders', 'order_lines', 'dispatches', 'dispatch_lines', 'shipments', 'shipment_lines'],
  find(db) {
    const twice = ordersOf(db, creditedByTwoSql).filter((id) => isBeyond(db, id))
    const orders = new Set([...twice, ...ordersOf(db, overReturnedSql), ...ordersOf(db, backTwiceSql)])
    return [...orders].flatMap((orderId) => {
      const credits = db.raw(creditsSql, orderId).map(([id]) => id as Id)
      const number = db.get<{ number: string }>('SELECT number FROM sales_orders WHERE id = ?', orderId)?.number ?? ''
      return credits.length === 0 ? [] : [clashOf(credits, { number })]
    })
  },
  rows: rowsOf('sales_orders'),
  // Of more than two somebody has to look which is one too many.
  suggests: (_db, { ids }) => (ids.length <= 2 ? ['makeVoid'] : []),
  mendings: [
    {
      id: 'makeVoid',
      mend({ tx }, { keep, others }) {
        for (const creditId of others.length > 0 ? others : [keep]) cancelCredit(tx, { creditId, reason: '' })
      },
    },
  ],
}

function ordersOf(db: ReadDb, sql: string): Id[] {
  return db.raw(sql).map(([id]) => id as Id)
}

function isBeyond(db: ReadDb, orderId: Id): boolean {
  return creditedLines(db, orderId).some(
    (line) => line.creditedMilli > wholeMilli(line) || line.creditedMinor > Math.max(0, line.total_minor),
  )
}
