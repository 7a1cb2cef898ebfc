// A dispatch taken back: its goods lie in stock again by counter-movements, its order waits for them once more.
import type { ReadDb, WriteTx } from '#main/db/database.ts'
import type { DispatchesTable } from '#main/db/tables.ts'
import { linesToSend, orderToSend } from '#main/services/dispatch/sendable-order.ts'
import { moveByLines } from '#main/services/dispatch/write-dispatch.ts'
import { settleOrder } from '#main/services/orders/order-derived.ts'
import { backAlready } from '#main/services/shipments/moving/returnable-lines.ts'
import { letGoOfShipment } from '#main/services/shipments/moving/shipments-of-dispatches.ts'
import { reverseDocument } from '#main/services/stock/reverse-stock.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import type { OrderStatus } from '#shared/schemas/orders.ts'
import type { StockWarning } from '#shared/schemas/stock-documents.ts'

/** States in which nobody has said yet that the goods arrived, or that all is done. */
const reversible: readonly OrderStatus[] = ['confirmed', 'on_hold', 'part_shipped', 'shipped', 'cancelled']

export type Reversing = {
  dispatchId: Id
  note: string
  /** Whoever takes it back with its shipment says itself what becomes of that. */
  keepsShipment?: boolean
}

/** `stock/has-followers` where goods of it came back, `dispatch/has-credits` where such came back that never were in stock. */
export function reverseDispatch(
  tx: WriteTx,
  { dispatchId, note, keepsShipment = false }: Reversing,
): { orderId: Id; status: OrderStatus; warnings: StockWarning[] } {
  const dispatch = livingDispatch(tx, dispatchId)
  const order = orderToSend(tx, dispatch.order_id)
  if (order.document === 'credit') throw new AppError('dispatch/of-credit', { number: order.number })
  if (dispatch.status === 'reversed') throw new AppError('dispatch/already-reversed', { number: order.number })
  if (!reversible.includes(order.status)) {
    throw new AppError('dispatch/not-reversible', { number: order.number, status: order.status })
  }
  refuseReturned(tx, { dispatchId, number: order.number })
  if (dispatch.shipment_id !== null) refuseBack(tx, dispatch.shipment_id, { dispatchId, number: order.number })
  const reversed = dispatch.document_id === null ? null : reverseDocument(tx, dispatch.document_id, note)
  return { orderId: order.id, status: noteReversed(tx, dispatchId, keepsShipment), warnings: reversed?.warnings ?? [] }
}

/** The dispatch alone, where its goods are back already; gives the order's state. */
export function noteReversed(tx: WriteTx, dispatchId: Id, keepsShipment = false): OrderStatus {
  const dispatch = livingDispatch(tx, dispatchId)
  const order = orderToSend(tx, dispatch.order_id)
  const back = new Map(
    tx.raw(
      'SELECT line_id, sum(qty_milli) FROM live_dispatch_lines WHERE dispatch_id = ? GROUP BY line_id',
      dispatchId,
    ) as [Id, number][],
  )
  const lines = linesToSend(tx, order.id).map((line) => ({
    ...line,
    shippedMilli: line.shippedMilli - (back.get(line.id) ?? 0),
  }))
  tx.update('dispatches', dispatchId, { status: 'reversed' })
  const status = moveByLines(tx, order, lines)
  settleOrder(tx, order.id)
  if (!keepsShipment) letGoOfShipment(tx, { id: dispatchId, orderId: order.id, shipmentId: dispatch.shipment_id })
  return status
}

/** The dispatch that an issue belongs to; null where none that stands does. */
export function dispatchOfDocument(db: ReadDb, documentId: Id): Id | null {
  const row = db.get<{ id: Id }>(
    `SELECT id FROM dispatches INDEXED BY dispatches_by_document
     WHERE document_id = ? AND document_id IS NOT NULL AND status = 'posted' AND deleted = 0 LIMIT 1`,
    documentId,
  )
  return row?.id ?? null
}

function livingDispatch(db: ReadDb, id: Id): DispatchesTable {
  const row = db.get<DispatchesTable>('SELECT * FROM live_dispatches WHERE id = ?', id)
  if (!row) throw new AppError('dispatch/not-found')
  return row
}

/** More would have come back than was ever sent. */
function refuseReturned(db: ReadDb, { dispatchId, number }: { dispatchId: Id; number: string }): void {
  const row = db.get(
    `SELECT 1 FROM live_dispatch_lines g JOIN order_lines l ON l.id = g.line_id
     WHERE g.dispatch_id = ? GROUP BY l.id HAVING l.shipped_milli - sum(g.qty_milli) < l.returned_milli LIMIT 1`,
    dispatchId,
  )
  if (row) throw new AppError('dispatch/has-credits', { number })
}

/** Its goods came back by their shipment: they did travel, however much of the order others still hold. */
function refuseBack(db: ReadDb, shipmentId: Id, { dispatchId, number }: { dispatchId: Id; number: string }): void {
  const back = backAlready(db, shipmentId)
  if (back.size === 0) return
  const lines = db.raw('SELECT line_id FROM live_dispatch_lines WHERE dispatch_id = ?', dispatchId) as [Id][]
  if (lines.some(([lineId]) => (back.get(lineId) ?? 0) > 0)) throw new AppError('dispatch/has-credits', { number })
}
