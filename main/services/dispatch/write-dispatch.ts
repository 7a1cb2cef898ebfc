// Dispatches as rows, and the state that an order has by them.
import type { ReadDb, WriteTx } from '#main/db/database.ts'
import { type SentLine, statusByShipping } from '#main/domain/dispatch/shipping-status.ts'
import { linesToSend, orderIfThere, type SendableOrder } from '#main/services/dispatch/sendable-order.ts'
import { settleOrders } from '#main/services/orders/order-derived.ts'
import type { Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import type { OrderStatus } from '#shared/schemas/orders.ts'

export type NewDispatch = {
  orderId: Id
  /** The issue by which its goods left; null where nothing of it is kept in stock. */
  documentId: Id | null
  on: Day
  carrierId: Id | null
  trackingNumber: string
  reference: string
  note: string
  /** What its goods travel in. */
  shipmentId?: Id | null
  /** Thousandths by line. */
  lines: ReadonlyMap<Id, number>
}

/** Writes down what left. Nothing is settled here, and the order's state stays. */
export function writeDispatch(tx: WriteTx, { lines, ...head }: NewDispatch): Id {
  const id = tx.insert('dispatches', {
    order_id: head.orderId,
    document_id: head.documentId,
    dispatched_on: head.on,
    carrier_id: head.carrierId,
    tracking_number: head.trackingNumber,
    reference: head.reference,
    note: head.note,
    shipment_id: head.shipmentId ?? null,
  })
  for (const [lineId, qtyMilli] of lines) {
    tx.insert('dispatch_lines', { dispatch_id: id, line_id: lineId, qty_milli: qtyMilli })
  }
  return id
}

type Moved = Pick<SendableOrder, 'id' | 'status' | 'shippedOn' | 'confirmedOn' | 'deliveredOn'>

/** The state by what was sent of these lines; an order that was sent whole says the day of the last dispatch. */
export function moveByLines(tx: WriteTx, order: Moved, lines: readonly SentLine[]): OrderStatus {
  const status = statusByShipping(order, lines)
  const isSent = status === 'shipped'
  const shippedOn = isSent ? (lastDispatchOn(tx, order.id) ?? order.shippedOn) : null
  if (status === order.status && (!isSent || shippedOn === order.shippedOn)) return status
  tx.update('sales_orders', order.id, { status, shipped_on: shippedOn })
  return status
}

function lastDispatchOn(db: ReadDb, orderId: Id): string | null {
  const row = db.get<{ day: string | null }>(
    `SELECT max(dispatched_on) AS day FROM dispatches INDEXED BY dispatches_by_order
     WHERE order_id = ? AND status = 'posted' AND deleted = 0`,
    orderId,
  )
  return row?.day ?? null
}

/**
 * After goods left or came back by another door than a dispatch (an issue that names the order): settles the orders, and their
 * states where these follow from their lines.
 */
export function followOrders(tx: WriteTx, orderIds: readonly Id[]): void {
  settleOrders(tx, orderIds)
  settleOrders(
    tx,
    orderIds.filter((id) => followOne(tx, id)),
  )
}

function followOne(tx: WriteTx, orderId: Id): boolean {
  const order = orderIfThere(tx, orderId)
  if (!order || order.document === 'credit' || order.isHistory === 1) return false
  return moveByLines(tx, order, linesToSend(tx, orderId)) !== order.status
}
