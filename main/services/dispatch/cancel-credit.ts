// A credit taken back: its goods go out of stock again, it counts no more.
import type { WriteTx } from '#main/db/database.ts'
import { bookToday } from '#main/services/book/book-today.ts'
import { livingCredit } from '#main/services/dispatch/issue-credit.ts'
import { settleOrders } from '#main/services/orders/order-derived.ts'
import { unreturn } from '#main/services/shipments/moving/unreturn.ts'
import { reverseDocument } from '#main/services/stock/reverse-stock.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import type { StockWarning } from '#shared/schemas/stock-documents.ts'

/** `credits/paid` where money went back by it: that is taken back first. `stock/insufficient` where its goods are gone. */
export function cancelCredit(
  tx: WriteTx,
  { creditId, reason }: { creditId: Id; reason: string },
): { creditId: Id; status: 'cancelled'; warnings: StockWarning[] } {
  const { number, status, paid_minor } = livingCredit(tx, creditId)
  if (status !== 'draft' && status !== 'confirmed') throw new AppError('credits/not-cancellable', { number, status })
  if (paid_minor !== 0) throw new AppError('credits/paid', { number })
  const returns = returnsOf(tx, creditId)
  const warnings = returns.flatMap(({ id, documentId }) => {
    tx.update('dispatches', id, { status: 'reversed' })
    return documentId === null ? [] : (reverseDocument(tx, documentId, reason)?.warnings ?? [])
  })
  const day = bookToday(tx, tx.now)
  tx.update('sales_orders', creditId, { status: 'cancelled', closed_on: day, cancel_reason: reason, hold_reason: '' })
  settleOrders(tx, [creditId])
  for (const id of new Set(returns.flatMap(({ shipmentId }) => shipmentId ?? []))) unreturn(tx, id)
  return { creditId, status: 'cancelled', warnings }
}

function returnsOf(tx: WriteTx, creditId: Id): { id: Id; documentId: Id | null; shipmentId: Id | null }[] {
  return tx.all(
    `SELECT id, document_id AS documentId, shipment_id AS shipmentId FROM dispatches INDEXED BY dispatches_by_order
     WHERE order_id = ? AND status = 'posted' AND deleted = 0`,
    creditId,
  )
}
