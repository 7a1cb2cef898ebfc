// Lines of a purchase order as goods come in: what they stand at, what may still come, what a receipt makes of them.
import type { ReadDb } from '#main/db/database.ts'
import type { PurchaseLinesTable, PurchaseOrdersTable } from '#main/db/tables.ts'
import { restOfLine } from '#main/domain/purchases/purchase-status.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import { toMilli } from '#shared/quantity.ts'
import type { LineOutcome, ReceivedPart } from '#shared/schemas/receiving.ts'

const million = 1_000_000

/** SQL over a line `g` of a receipt, in thousandths: what comes again for rejected goods has not come yet. */
export const cameOfReceipt = "g.qty_milli - iif(g.remedy = 'replace', g.rejected_milli, 0)"

/** A line with what was rejected of it and comes again, and the sales order it is bought for. */
export type ReceivingLine = Pick<
  PurchaseLinesTable,
  | 'id'
  | 'position'
  | 'product_id'
  | 'qty_milli'
  | 'price_micros'
  | 'discount_ppm'
  | 'let_go_milli'
  | 'received_milli'
  | 'rejected_milli'
  | 'sales_line_id'
> & {
  replaced_milli: number
  sku: string
  sales_order_id: Id | null
  sold_product_id: Id | null
  customer_id: Id | null
}

/** The living lines of an order by id. */
export function receivingLines(db: ReadDb, orderId: Id): Map<Id, ReceivingLine> {
  const rows = db.all<ReceivingLine>(
    `SELECT l.id, l.position, l.product_id, l.qty_milli, l.price_micros, l.discount_ppm, l.let_go_milli, l.received_milli,
       l.rejected_milli, coalesce(p.sku, '') AS sku, l.sales_line_id,
       s.order_id AS sales_order_id, s.product_id AS sold_product_id, o.customer_id,
       coalesce((SELECT sum(g.rejected_milli) FROM purchase_receipt_lines g INDEXED BY purchase_receipt_lines_by_line
         CROSS JOIN purchase_receipts t ON t.id = g.receipt_id
         WHERE g.line_id = l.id AND g.remedy = 'replace' AND g.deleted = 0 AND t.deleted = 0 AND t.status = 'posted'), 0)
         AS replaced_milli
     FROM live_purchase_lines l LEFT JOIN products p ON p.id = l.product_id
     LEFT JOIN live_order_lines s ON s.id = l.sales_line_id LEFT JOIN live_sales_orders o ON o.id = s.order_id
     WHERE l.order_id = ? ORDER BY l.position, l.id`,
    orderId,
  )
  return new Map(rows.map((row) => [row.id, row]))
}

/** Ordered and tolerated, less what is there and stays; never below nothing. In thousandths. */
export function mostMilli(line: ReceivingLine, overPpm: number): number {
  const most = Math.floor((line.qty_milli * (million + overPpm)) / million + 1e-6)
  return Math.max(0, most - line.received_milli + line.replaced_milli)
}

/** What came of one line in this receipt, over all its batches. */
export type Came = { line: ReceivingLine; qtyMilli: number; rejectedMilli: number; replacedMilli: number }

/** By line, in the order of the input. `receiving/line-not-found` where a line is not one of the order. */
export function cameByLine(lines: ReadonlyMap<Id, ReceivingLine>, parts: readonly ReceivedPart[]): Came[] {
  const came = new Map<Id, Came>()
  for (const [index, part] of parts.entries()) {
    const line = lines.get(part.lineId)
    if (!line) throw new AppError('receiving/line-not-found', { field: `lines.${index}.lineId` })
    const one = came.get(line.id) ?? { line, qtyMilli: 0, rejectedMilli: 0, replacedMilli: 0 }
    const rejectedMilli = toMilli(part.rejected)
    came.set(line.id, {
      line,
      qtyMilli: one.qtyMilli + toMilli(part.quantity),
      rejectedMilli: one.rejectedMilli + rejectedMilli,
      replacedMilli: one.replacedMilli + (part.remedy === 'replace' ? rejectedMilli : 0),
    })
  }
  return [...came.values()]
}

type Terms = Pick<PurchaseOrdersTable, 'under_ppm' | 'over_ppm'>

/** How the line stands with these goods; `lets`: what did not come is no longer waited for. */
export function outcomeOf({ line, ...came }: Came, { under_ppm, over_ppm }: Terms, lets: boolean): LineOutcome {
  const qtyMilli = line.qty_milli
  const receivedMilli = line.received_milli + came.qtyMilli
  const toReplaceMilli = line.replaced_milli + came.replacedMilli
  // What comes again for rejected goods is still waited for.
  const lost = lets ? Math.max(0, qtyMilli - receivedMilli - line.let_go_milli) : 0
  const letGoMilli = line.let_go_milli + lost
  const openMilli = restOfLine({ qtyMilli, receivedMilli, toReplaceMilli, letGoMilli })
  const keptMilli = receivedMilli - toReplaceMilli
  const missingMilli = restOfLine({ qtyMilli, receivedMilli, toReplaceMilli, letGoMilli: line.let_go_milli })
  const isBeyond = came.qtyMilli - came.replacedMilli > mostMilli(line, over_ppm)
  const isShort = missingMilli * million > qtyMilli * under_ppm
  return {
    lineId: line.id,
    state: isBeyond ? 'beyond' : keptMilli > qtyMilli ? 'over' : isShort ? 'short' : 'complete',
    received: receivedMilli / 1000,
    rejected: (line.rejected_milli + came.rejectedMilli) / 1000,
    open: openMilli / 1000,
    letGo: letGoMilli / 1000,
  }
}
