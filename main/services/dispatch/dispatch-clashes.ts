// Goods that two copies both sent: one order that left twice.
import { rowsOf } from '#main/services/clashes/clash-rows.ts'
import { type ClashRule, clashOf } from '#main/services/clashes/clash-rule.ts'
import { reverseDispatch } from '#main/services/dispatch/reverse-dispatch.ts'
import type { Id } from '#shared/ids.ts'

/** Whether more than one copy sent anything: the number of a copy stands in the upper bits of an id. */
const byOthersSql = `SELECT 1 FROM dispatch_lines
  WHERE id >= (((SELECT min(id) FROM dispatch_lines) >> 29) + 1) << 29 LIMIT 1`

/** Lines that both copies sent of. */
const sentTwiceSql = `SELECT line_id FROM dispatch_lines INDEXED BY dispatch_lines_by_line
  GROUP BY line_id HAVING min(id) >> 29 < max(id) >> 29`

/** Of those that more was sent of than is wanted: their order with the dispatches that stand. */
const overSql = `SELECT l.order_id, o.number, json_group_array(DISTINCT t.id)
  FROM (${sentTwiceSql}) d CROSS JOIN order_lines l ON l.id = d.line_id JOIN sales_orders o ON o.id = l.order_id
  CROSS JOIN dispatch_lines g INDEXED BY dispatch_lines_by_line ON g.line_id = l.id
  JOIN dispatches t ON t.id = g.dispatch_id
  WHERE l.deleted = 0 AND o.deleted = 0 AND o.document = 'order' AND g.deleted = 0 AND t.deleted = 0 AND t.status = 'posted'
  GROUP BY l.id HAVING count(DISTINCT t.id >> 29) > 1 AND sum(g.qty_milli) > l.qty_milli - l.cancelled_milli`

export const dispatchTwins: ClashRule = {
  id: 'orders/sent-twice',
  tables: ['sales_orders', 'order_lines', 'dispatches', 'dispatch_lines'],
  find(db) {
    if (!db.get(byOthersSql)) return []
    const rows = db.raw(overSql) as [Id, string, string][]
    return [...Map.groupBy(rows, ([orderId]) => orderId).values()].map((lines) => {
      const ids = new Set(lines.flatMap(([, , json]) => JSON.parse(json) as Id[]))
      return clashOf([...ids], { number: lines[0]?.[1] ?? '', lines: lines.length })
    })
  },
  rows: rowsOf('dispatches'),
  // Of more than two somebody has to look which left twice.
  suggests: (_db, { ids }) => (ids.length === 2 ? ['reverse'] : []),
  mendings: [
    {
      id: 'reverse',
      mend({ tx }, { others }) {
        for (const dispatchId of others) reverseDispatch(tx, { dispatchId, note: '' })
      },
    },
  ],
}
