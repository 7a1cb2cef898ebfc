// What a seller does with sales orders.
import type { WriteTx } from '#main/db/database.ts'
import type { SalesOrdersTable } from '#main/db/tables.ts'
import { type OrderVerb, statusAfter } from '#main/domain/orders/order-status.ts'
import { baseCurrency } from '#main/services/book/book-queries.ts'
import { orderColumns } from '#main/services/orders/order-columns.ts'
import { settleOrder, settleOrders } from '#main/services/orders/order-derived.ts'
import { keepLines } from '#main/services/orders/order-lines.ts'
import { nextOrderNumber, refuseTakenNumber } from '#main/services/orders/order-numbers.ts'
import { baseConverter, documentRate } from '#main/services/rates/document-rate.ts'
import { keepFirstVersion } from '#main/services/versions/keep-version.ts'
import { AppError, atField } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import type { OrderInput, OrderStatus } from '#shared/schemas/orders.ts'

/** Adds an order; without a number it gets this copy's next, without a rate the table's of its day. */
export function addOrder(tx: WriteTx, order: OrderInput): { id: Id; number: string } {
  const number = order.number || nextOrderNumber(tx, order.orderedOn)
  refuseTakenNumber(tx, number, null)
  refuseUnknownParties(tx, order, null)
  const base = baseCurrency(tx)
  const rate = documentRate(tx, order, { base, before: null })
  const id = tx.insert('sales_orders', { number, ...columnsOf(order), rate: rate.rate, rate_on: rate.rateOn })
  const toBase = baseConverter(order.currency, base, rate.rate)
  keepLines(tx, id, order.lines, { currency: order.currency, toBase, isRepriced: false })
  settleOrder(tx, id)
  keepFirstVersion(tx, { kind: 'order', id })
  return { id, number }
}

/** Changes an order to what the form holds. */
export function editOrder(tx: WriteTx, id: Id, order: OrderInput): void {
  const before = livingOrder(tx, id)
  const number = order.number || before.number
  refuseTakenNumber(tx, number, id)
  refuseUnknownParties(tx, order, before)
  const base = baseCurrency(tx)
  const rate = documentRate(tx, order, { base, before })
  tx.update('sales_orders', id, { number, ...columnsOf(order), rate: rate.rate, rate_on: rate.rateOn })
  const toBase = baseConverter(order.currency, base, rate.rate)
  keepLines(tx, id, order.lines, { currency: order.currency, toBase, isRepriced: before.currency !== order.currency })
  settleOrder(tx, id)
}

/** All of the orders or none: one that is not there stops the whole. */
export function setOrdersArchived(tx: WriteTx, ids: readonly Id[], archived: boolean): void {
  for (const id of ids) {
    const found = tx.run('UPDATE sales_orders SET archived = ? WHERE id = ? AND deleted = 0', archived ? 1 : 0, id)
    if (found === 0) throw new AppError('orders/not-found')
  }
}

export function confirmOrders(tx: WriteTx, ids: readonly Id[]): void {
  changeStatus(tx, ids, 'confirm')
}

export function cancelOrders(tx: WriteTx, ids: readonly Id[]): void {
  changeStatus(tx, ids, 'cancel')
}

/** All of the orders or none: one that does not allow it stops the whole. */
function changeStatus(tx: WriteTx, ids: readonly Id[], verb: OrderVerb): void {
  for (const id of ids) {
    const { number, status } = livingOrder(tx, id)
    const after = statusAfter(verb, status as OrderStatus)
    if (after === null) throw new AppError(`orders/cannot-${verb}`, { number, status })
    tx.update('sales_orders', id, { status: after })
  }
  settleOrders(tx, ids)
}

/** Freight is the one amount that an order itself holds; those of lines say their own field. */
function columnsOf(order: OrderInput): ReturnType<typeof orderColumns> {
  return atField('freight', () => orderColumns(order))
}

function livingOrder(tx: WriteTx, id: Id): SalesOrdersTable {
  const row = tx.get<SalesOrdersTable>('SELECT * FROM live_sales_orders WHERE id = ?', id)
  if (!row) throw new AppError('orders/not-found')
  return row
}

/** A party newly named must be there; one the order has already may have gone since. */
function refuseUnknownParties(tx: WriteTx, order: OrderInput, before: SalesOrdersTable | null): void {
  const had = [before?.customer_id, before?.carrier_id]
  for (const field of ['customerId', 'carrierId'] as const) {
    const id = order[field]
    if (id === null || had.includes(id)) continue
    if (!tx.get('SELECT 1 FROM live_parties WHERE id = ?', id)) throw new AppError('parties/not-found', { field })
  }
}
