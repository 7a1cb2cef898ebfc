// Goods that two copies both counted in: one delivery received twice.
import { rowsOf } from '#main/services/clashes/clash-rows.ts'
import { type ClashRule, clashOf } from '#main/services/clashes/clash-rule.ts'
import { reverseReceipt } from '#main/services/receiving/reverse-receipt.ts'
import type { Id } from '#shared/ids.ts'

/** Whether more than one copy received anything: the number of a copy stands in the upper bits of an id. */
const byOthersSql = `SELECT 1 FROM purchase_receipt_lines
  WHERE id >= (((SELECT min(id) FROM purchase_receipt_lines) >> 29) + 1) << 29 LIMIT 1`

/** Lines that both copies received of. */
const receivedTwiceSql = `SELECT line_id FROM purchase_receipt_lines INDEXED BY purchase_receipt_lines_by_line
  GROUP BY line_id HAVING min(id) >> 29 < max(id) >> 29`

/** Of those that have more now than was ordered and tolerated: their order with the receipts that stand. */
const overSql = `SELECT l.order_id, o.number, json_group_array(DISTINCT t.id)
  FROM (${receivedTwiceSql}) d CROSS JOIN purchase_lines l ON l.id = d.line_id JOIN purchase_orders o ON o.id = l.order_id
  CROSS JOIN purchase_receipt_lines g INDEXED BY purchase_receipt_lines_by_line ON g.line_id = l.id
  JOIN purchase_receipts t ON t.id = g.receipt_id
  WHERE l.deleted = 0 AND o.deleted = 0 AND o.is_history = 0 AND g.deleted = 0 AND t.deleted = 0 AND t.status = 'posted'
  GROUP BY l.id HAVING count(DISTINCT t.id >> 29) > 1
    AND sum(g.qty_milli - iif(g.remedy = 'replace', g.rejected_milli, 0)) * 1000000 > l.qty_milli * (1000000 + o.over_ppm)`

export const receiptTwins: ClashRule = {
  id: 'purchases/received-twice',
  tables: ['purchase_orders', 'purchase_lines', 'purchase_receipts', 'purchase_receipt_lines'],
  find(db) {
    if (!db.get(byOthersSql)) return []
    const rows = db.raw(overSql) as [Id, string, string][]
    return [...Map.groupBy(rows, ([orderId]) => orderId).values()].map((lines) => {
      const ids = new Set(lines.flatMap(([, , json]) => JSON.parse(json) as Id[]))
      return clashOf([...ids], { number: lines[0]?.[1] ?? '', lines: lines.length })
    })
  },
  rows: rowsOf('purchase_receipts'),
  // Of more than two somebody has to look which was counted twice.
  suggests: (_db, { ids }) => (ids.length === 2 ? ['reverse'] : []),
  mendings: [
    {
      id: 'reverse',
      mend({ tx }, { others }) {
        for (const receiptId of others) reverseReceipt(tx, { receiptId, note: '' })
      },
    },
  ],
}
