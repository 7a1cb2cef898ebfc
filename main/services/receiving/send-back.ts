// Received goods that go back to the supplier, by the receipt that they came with.
import type { WriteTx } from '#main/db/database.ts'
import { livingPurchase } from '#main/services/purchases/purchase-rows.ts'
import { livingReceipt } from '#main/services/receiving/reverse-receipt.ts'
import { returnToSupplier } from '#main/services/stock/return-goods.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import type { SendBackInput } from '#shared/schemas/receiving.ts'
import type { PostedDocument } from '#shared/schemas/stock-documents.ts'

type Origin = { movementId: Id; productId: Id; warehouseId: Id }

/** One return to the supplier; goods leave the place that they came into at what they cost. */
export function sendBack(tx: WriteTx, { receiptId, lines, ...head }: SendBackInput): PostedDocument {
  const receipt = livingReceipt(tx, receiptId)
  const order = livingPurchase(tx, receipt.order_id)
  const goods = lines.map((line, index) => ({
    line,
    origin: originOf(tx, { receiptId, id: line.receiptLineId, index }),
  }))
  const [first] = goods
  if (!first || receipt.status === 'reversed') {
    throw new AppError('receiving/already-reversed', { number: order.number })
  }
  return returnToSupplier(tx, {
    ...head,
    number: '',
    warehouseId: first.origin.warehouseId,
    partyId: order.supplier_id,
    lines: goods.map(({ line: { quantity, note }, origin: { movementId, productId } }) => ({
      ...{ productId, quantity, note },
      ...{ originId: movementId, batchId: null, binId: null },
    })),
  })
}

/** The movement that the line's accepted goods came in by; `receiving/no-stock` where nothing became stock. */
function originOf(tx: WriteTx, { receiptId, id, index }: { receiptId: Id; id: Id; index: number }): Origin {
  const row = tx.get<Origin>(
    `SELECT m.id AS movementId, m.product_id AS productId, m.warehouse_id AS warehouseId
     FROM live_purchase_receipt_lines l JOIN stock_movements m ON m.id = l.movement_id WHERE l.id = ? AND l.receipt_id = ?`,
    ...[id, receiptId],
  )
  if (!row) throw new AppError('receiving/no-stock', { field: `lines.${index}.receiptLineId` })
  return row
}
