// A receipt of a purchase order taken back: its stock by counter-movements, what it let go waited for again.
import type { ReadDb, WriteTx } from '#main/db/database.ts'
import type { PurchaseReceiptsTable } from '#main/db/tables.ts'
import { dispatchOfDocument, noteReversed } from '#main/services/dispatch/reverse-dispatch.ts'
import { followOrders } from '#main/services/dispatch/write-dispatch.ts'
import { makerOf } from '#main/services/history/log-entries.ts'
import { followPurchases } from '#main/services/purchases/purchase-progress.ts'
import { livingPurchase } from '#main/services/purchases/purchase-rows.ts'
import { takeBackOwnEvents } from '#main/services/shipments/moving/note-arrival.ts'
import { settleShipments } from '#main/services/shipments/shipment-derived.ts'
import { hasArrived } from '#main/services/shipments/shipment-rows.ts'
import { reverseDocument } from '#main/services/stock/reverse-stock.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import type { StockWarning } from '#shared/schemas/stock-documents.ts'

/** `stock/insufficient` where its goods are gone, `stock/has-followers` where some went back to the supplier. */
export function reverseReceipt(
  tx: WriteTx,
  { receiptId, note }: { receiptId: Id; note: string },
): { orderId: Id; status: string; warnings: StockWarning[] } {
  const receipt = livingReceipt(tx, receiptId)
  const order = livingPurchase(tx, receipt.order_id)
  if (receipt.status === 'reversed') throw new AppError('receiving/already-reversed', { number: order.number })
  if (order.is_history === 1) throw new AppError('purchases/history', { number: order.number })
  // What was sent on comes back first: only then is it there to be taken out again.
  const documents = [receipt.issue_id, receipt.document_id].filter((id) => id !== null)
  const warnings = documents.flatMap((id) => reverseDocument(tx, id, note)?.warnings ?? [])
  tx.update('purchase_receipts', receiptId, { status: 'reversed' })
  if (receipt.issue_id !== null) unsend(tx, receipt.issue_id)
  waitAgain(tx, receiptId)
  followPurchases(tx, [order.id])
  unarrive(tx, receipt.shipment_id)
  return { orderId: order.id, status: livingPurchase(tx, order.id).status, warnings }
}

/** Nothing of its shipment is here any more: then it has not arrived. */
function unarrive(tx: WriteTx, shipmentId: Id | null): void {
  if (shipmentId === null || hasArrived(tx, shipmentId)) return
  takeBackOwnEvents(tx, shipmentId)
  settleShipments(tx, [shipmentId])
}

/** What was sent on is back: the sales order waits for it again. */
function unsend(tx: WriteTx, issueId: Id): void {
  const dispatchId = dispatchOfDocument(tx, issueId)
  if (dispatchId !== null) noteReversed(tx, dispatchId)
  const order = tx.get<{ id: Id }>(
    'SELECT order_id AS id FROM stock_documents WHERE id = ? AND order_id IS NOT NULL',
    issueId,
  )
  if (order) followOrders(tx, [order.id])
}

/** The receipt, or `receiving/not-found`. */
export function livingReceipt(db: ReadDb, id: Id): PurchaseReceiptsTable {
  const row = db.get<PurchaseReceiptsTable>('SELECT * FROM live_purchase_receipts WHERE id = ?', id)
  if (!row) throw new AppError('receiving/not-found')
  return row
}

type LetGo = { lineId: Id; before: number; after: number }

/** What the same operation let go of the lines of this receipt, read from its log. */
function waitAgain(tx: WriteTx, receiptId: Id): void {
  const rows = tx.all<LetGo>(
    `SELECT c.row_id AS lineId, c.before ->> 'let_go_milli' AS before, c.after ->> 'let_go_milli' AS after
     FROM changes c INDEXED BY changes_by_operation
     WHERE c.operation_id = ? AND c.table_name = 'purchase_lines' AND c.after ->> 'let_go_milli' IS NOT NULL
       AND c.row_id IN (SELECT line_id FROM live_purchase_receipt_lines WHERE receipt_id = ?) ORDER BY c.id`,
    ...[makerOf(tx, receiptId), receiptId],
  )
  for (const { lineId, before, after } of rows) {
    const now = tx.get<{ milli: number }>('SELECT let_go_milli AS milli FROM purchase_lines WHERE id = ?', lineId)
    tx.update('purchase_lines', lineId, { let_go_milli: Math.max(0, (now?.milli ?? 0) - (after - before)) })
  }
}
