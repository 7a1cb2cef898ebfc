// A receipt that an undoing would let stand again, though its goods were received anew since by another one: a receipt by hand of
// so much would be refused.
import type { ReadDb } from '#main/db/database.ts'
import { makerSql } from '#main/services/history/row-makers.ts'
import { livingPurchase } from '#main/services/purchases/purchase-rows.ts'
import { cameOfReceipt, mostMilli, receivingLines } from '#main/services/receiving/received-lines.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'

type PutBack = { table: string; rowId: Id; before: Readonly<Record<string, unknown>> }

/** `receiving/received-anew` with the line, what would have come of it, and what was ordered. */
export function refuseReceivedAnew(db: ReadDb, operationId: Id, changes: readonly PutBack[]): void {
  const standing = changes.filter(
    ({ table, before }) => table === 'purchase_receipts' && (before.status === 'posted' || before.deleted === 0),
  )
  if (standing.length === 0) return
  const lines = linesOf(
    db,
    operationId,
    standing.map(({ rowId }) => rowId),
  )
  for (const [orderId, own] of Map.groupBy(lines, (line) => line.orderId)) {
    const order = livingPurchase(db, orderId)
    const known = receivingLines(db, orderId)
    for (const { lineId, milli } of own) {
      const line = known.get(lineId)
      if (!line || milli <= mostMilli(line, order.over_ppm)) continue
      const received = (line.received_milli - line.replaced_milli + milli) / 1000
      const details = { number: order.number, line: line.position, product: line.sku }
      throw new AppError('receiving/received-anew', { ...details, received, ordered: line.qty_milli / 1000 })
    }
  }
}

type Came = { lineId: Id; orderId: Id; milli: number }

/** Lines of receipts of which more came since the operation, with what these receipts hold of them. */
function linesOf(db: ReadDb, operationId: Id, receiptIds: readonly Id[]): Came[] {
  return db.all<Came>(
    `SELECT l.id AS lineId, l.order_id AS orderId, sum(${cameOfReceipt}) AS milli
     FROM json_each(?) j CROSS JOIN purchase_receipt_lines g INDEXED BY purchase_receipt_lines_by_receipt ON g.receipt_id = j.value
     CROSS JOIN purchase_lines l ON l.id = g.line_id
     WHERE EXISTS (SELECT 1 FROM purchase_receipt_lines a INDEXED BY purchase_receipt_lines_by_line
       CROSS JOIN purchase_receipts t ON t.id = a.receipt_id
       WHERE a.line_id = l.id AND a.deleted = 0 AND t.deleted = 0 AND t.status = 'posted'
         AND (SELECT o.clock FROM operations o WHERE o.id = ${makerSql('t.id')})
           > (SELECT o.clock FROM operations o WHERE o.id = ?))
     GROUP BY l.id ORDER BY l.order_id, l.position, l.id`,
    JSON.stringify(receiptIds),
    operationId,
  )
}
