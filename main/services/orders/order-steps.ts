// The steps of orders: confirmed, held, resumed, delivered, closed, cancelled, reopened; one or many, all of them or none. What
// is sent has its own door (services/dispatch).
import type { WriteTx } from '#main/db/database.ts'
import type { SalesOrdersTable } from '#main/db/tables.ts'
import { sentOf, statusByProgress } from '#main/domain/orders/order-status.ts'
import { bookToday } from '#main/services/book/book-today.ts'
import { cancelCredit } from '#main/services/dispatch/cancel-credit.ts'
import { issueCredit } from '#main/services/dispatch/issue-credit.ts'
import { refuseUnlessSound } from '#main/services/orders/confirm-checks.ts'
import { settleOrders } from '#main/services/orders/order-derived.ts'
import { orderFor } from '#main/services/orders/order-rows.ts'
import { goodsTally } from '#main/services/orders/order-sums.ts'
import type { Day } from '#shared/dates.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import type { OrderStatus } from '#shared/schemas/orders.ts'

export type ConfirmOptions = { on?: Day | undefined; despite?: boolean }

/**
 * The customer has been told: from here on its goods are reserved. `orders/credit-warned`, `orders/credit-stopped` and
 * `orders/flagged` where something speaks against it; what only warns is confirmed `despite` it.
 */
export function confirmOrders(tx: WriteTx, ids: readonly Id[], options: ConfirmOptions = {}): void {
  for (const id of ids) confirmOne(tx, id, options)
  settleOrders(tx, ids)
}

/** The same of one, its derived columns left to the caller. */
export function confirmOne(tx: WriteTx, id: Id, { on, despite = false }: ConfirmOptions): void {
  const day = on ?? bookToday(tx, tx.now)
  const order = orderFor(tx, 'confirm', id)
  if (order.status === 'on_hold') {
    resumeOne(tx, order)
    return
  }
  if (order.document === 'credit') {
    issueCredit(tx, { creditId: id, on: day, secondWarehouseId: null })
    return
  }
  refuseUnlessSound(tx, order, despite)
  tx.update('sales_orders', id, { status: 'confirmed', confirmed_on: day })
}

/** Its goods stay reserved, and none of them is sent until it is resumed. */
export function holdOrders(tx: WriteTx, ids: readonly Id[], reason: string): void {
  for (const id of ids) {
    orderFor(tx, 'hold', id)
    tx.update('sales_orders', id, { status: 'on_hold', hold_reason: reason })
  }
  settleOrders(tx, ids)
}

/** Back to where its lines say it stands. */
export function resumeOrders(tx: WriteTx, ids: readonly Id[]): void {
  for (const id of ids) resumeOne(tx, orderFor(tx, 'resume', id))
  settleOrders(tx, ids)
}

function resumeOne(tx: WriteTx, order: SalesOrdersTable): void {
  tx.update('sales_orders', order.id, { status: statusNow(tx, order), hold_reason: '' })
}

/** Only what nothing was sent of; its goods are no longer reserved. */
export function cancelOrders(tx: WriteTx, ids: readonly Id[], reason = ''): void {
  const day = bookToday(tx, tx.now)
  for (const id of ids) {
    const { document } = orderFor(tx, 'cancel', id)
    if (document === 'credit') {
      cancelCredit(tx, { creditId: id, reason })
      continue
    }
    tx.update('sales_orders', id, { status: 'cancelled', closed_on: day, cancel_reason: reason, hold_reason: '' })
  }
  settleOrders(tx, ids)
}

/** The goods have arrived. */
export function deliverOrders(tx: WriteTx, ids: readonly Id[], on?: Day): void {
  const day = on ?? bookToday(tx, tx.now)
  for (const id of ids) {
    const { number, shipped_on: shippedOn } = orderFor(tx, 'deliver', id)
    if (shippedOn !== null && day < shippedOn) {
      throw new AppError('orders/delivered-before-sent', { number, day, shippedOn, field: 'on' })
    }
    tx.update('sales_orders', id, { status: 'delivered', delivered_on: day })
  }
  settleOrders(tx, ids)
}

/** Nothing more is sent, whatever is still missing. */
export function closeOrders(tx: WriteTx, ids: readonly Id[]): void {
  const day = bookToday(tx, tx.now)
  for (const id of ids) {
    orderFor(tx, 'close', id)
    tx.update('sales_orders', id, { status: 'closed', closed_on: day, hold_reason: '' })
  }
  settleOrders(tx, ids)
}

/** Closed, cancelled or delivered by mistake: it stands where its days and its goods say. */
export function reopenOrders(tx: WriteTx, ids: readonly Id[]): void {
  for (const id of ids) {
    const order = orderFor(tx, 'reopen', id)
    const deliveredOn = order.status === 'delivered' ? null : order.delivered_on
    const status = statusNow(tx, { ...order, delivered_on: deliveredOn })
    tx.update('sales_orders', id, { status, delivered_on: deliveredOn, closed_on: null, cancel_reason: '' })
  }
  settleOrders(tx, ids)
}

/** Where the order stands by what was sent and by its days, were it open. A day that a file told for it is believed. */
function statusNow(tx: WriteTx, order: SalesOrdersTable): OrderStatus {
  const sent = sentOf(goodsTally(tx, order.id))
  return statusByProgress({
    status: order.status as OrderStatus,
    confirmedOn: order.confirmed_on,
    deliveredOn: order.delivered_on,
    sent: sent === 'none' && order.shipped_on !== null && order.status !== 'cancelled' ? 'all' : sent,
  })
}
