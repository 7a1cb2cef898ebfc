// Goods that two copies both sent: one order that left twice. Or one copy sent what the other ordered less of.
import { rowsOf } from '#main/services/clashes/clash-rows.ts'
import { type ClashRule, clashOf } from '#main/services/clashes/clash-rule.ts'
import { reverseDispatch } from '#main/services/dispatch/reverse-dispatch.ts'
import type { Id } from '#shared/ids.ts'

/** Lines of which more was sent than is wanted: their order with the dispatches that stand. No copy alone lets that happen. */
const overSql = `SELECT l.order_id, o.number, json_group_array(DISTINCT t.id)
  FROM order_lines l INDEXED BY order_lines_over_sent CROSS JOIN sales_orders o ON o.id = l.order_id
  CROSS JOIN dispatch_lines g INDEXED BY dispatch_lines_by_line ON g.line_id = l.id
  CROSS JOIN dispatches t ON t.id = g.dispatch_id
  WHERE l.shipped_milli > l.qty_milli - l.cancelled_milli AND l.qty_milli > 0 AND l.deleted = 0
    AND o.deleted = 0 AND o.document = 'order' AND o.is_history = 0
    AND g.deleted = 0 AND t.deleted = 0 AND t.status = 'posted'
  GROUP BY l.id HAVING sum(g.qty_milli) > l.qty_milli - l.cancelled_milli`

/**
 * One shipment that both copies sent, though no line is sent beyond what is wanted: the number of a copy stands in the upper bits
 * of an id.
 */
const sameShipmentSql = `SELECT t.order_id, o.number, json_group_array(t.id) FROM (
    SELECT shipment_id AS id FROM dispatches INDEXED BY dispatches_by_shipment
    WHERE shipment_id IS NOT NULL GROUP BY shipment_id HAVING min(id) >> 29 < max(id) >> 29) d
  CROSS JOIN dispatches t INDEXED BY dispatches_by_shipment ON t.shipment_id = d.id AND t.shipment_id IS NOT NULL
  CROSS JOIN sales_orders o ON o.id = t.order_id
  WHERE t.status = 'posted' AND t.deleted = 0 AND o.deleted = 0 AND o.document = 'order'
  GROUP BY d.id, t.order_id HAVING min(t.id) >> 29 < max(t.id) >> 29`

export const dispatchTwins: ClashRule = {
  id: 'orders/sent-twice',
  tables: ['sales_orders', 'order_lines', 'dispatches', 'dispatch_lines'],
  find(db) {
    const rows = [overSql, sameShipmentSql].flatMap((sql) => db.raw(sql) as [Id, string, string][])
    return [...Map.groupBy(rows, ([orderId]) => orderId).values()].map((lines) => {
      const ids = new Set(lines.flatMap(([, , json]) => JSON.parse(json) as Id[]))
      return clashOf([...ids], { number: lines[0]?.[1] ?? '', lines: lines.length })
    })
  },
  rows: rowsOf('dispatches'),
  // Of one or of many somebody has to look what is right.
  suggests: (_db, { ids }) => (isOfTwo(ids) ? ['reverse'] : []),
  mendings: [
    {
      id: 'reverse',
      mend({ tx }, { others }) {
        for (const dispatchId of others) reverseDispatch(tx, { dispatchId, note: '' })
      },
    },
  ],
}

/** Two dispatches, each by a copy of its own: the number of a copy stands in the upper bits of an id. */
function isOfTwo(ids: readonly Id[]): boolean {
  return ids.length === 2 && new Set(ids.map((id) => Math.floor(id / 2 ** 29))).size === 2
}
