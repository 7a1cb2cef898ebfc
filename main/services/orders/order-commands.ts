// What a seller writes down of sales orders: adding, changing, archiving. The steps of an order are in order-steps.ts.
import type { Param, ReadDb, WriteTx } from '#main/db/database.ts'
import type { SalesOrdersTable } from '#main/db/tables.ts'
import { baseCurrency } from '#main/services/book/book-queries.ts'
import { followOrders } from '#main/services/dispatch/write-dispatch.ts'
import { orderColumns } from '#main/services/orders/order-columns.ts'
import { settleOrder, settleOrders } from '#main/services/orders/order-derived.ts'
import { keepLines } from '#main/services/orders/order-lines.ts'
import { nextOrderNumber, refuseTakenExternal, refuseTakenNumber } from '#main/services/orders/order-numbers.ts'
import { hasSent, isPaid, livingOrder, orderFor } from '#main/services/orders/order-rows.ts'
import { baseConverter, documentRate } from '#main/services/rates/document-rate.ts'
import { transitWarehouse } from '#main/services/stock/stock-ledger.ts'
import { keepFirstVersion } from '#main/services/versions/keep-version.ts'
import { AppError, atField } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import type { OrderInput } from '#shared/schemas/orders.ts'

/** Adds an order; without a number it gets this copy's next, without a rate the table's of its day. */
export function addOrder(tx: WriteTx, order: OrderInput): { id: Id; number: string } {
  const number = order.number || nextOrderNumber(tx, order)
  refuseTakenNumber(tx, number, null)
  refuseTakenExternal(tx, order, null)
  refuseUnknown(tx, order, null)
  const base = baseCurrency(tx)
  const rate = documentRate(tx, order, { base, before: null })
  const columns = { ...columnsOf(order), rate: rate.rate, rate_on: rate.rateOn }
  const id = tx.insert('sales_orders', { number, ...columns })
  const toBase = baseConverter(order.currency, base, rate.rate)
  const { currency, taxIncluded, document } = order
  keepLines(tx, { orderId: id, document }, order.lines, { currency, taxIncluded, toBase, isRepriced: false })
  settleOrder(tx, id)
  keepFirstVersion(tx, { kind: 'order', id })
  return { id, number }
}

/** Changes an order to what the form holds. Once it was confirmed, what it said before is kept as a version. */
export function editOrder(tx: WriteTx, id: Id, order: OrderInput): void {
  const before = orderFor(tx, 'edit', id)
  const number = order.number || before.number
  refuseTakenNumber(tx, number, id)
  refuseTakenExternal(tx, order, before)
  refuseUnknown(tx, order, before)
  refuseOtherDocument(order, before)
  refuseOtherCurrency(tx, order, before)
  const base = baseCurrency(tx)
  const rate = documentRate(tx, order, { base, before })
  tx.update('sales_orders', id, { number, ...columnsOf(order), rate: rate.rate, rate_on: rate.rateOn })
  const toBase = baseConverter(order.currency, base, rate.rate)
  const { currency, taxIncluded, document } = order
  const isRepriced = before.currency !== currency || (before.tax_included === 1) !== taxIncluded
  keepLines(tx, { orderId: id, document }, order.lines, { currency, taxIncluded, toBase, isRepriced })
  // Another quantity may be all that was still to be sent.
  if (hasSent(tx, id) && order.status === undefined) followOrders(tx, [id])
  else settleOrder(tx, id)
}

/** All of the orders or none: one that is not there stops the whole. An archived order holds no goods. */
export function setOrdersArchived(tx: WriteTx, ids: readonly Id[], archived: boolean): void {
  for (const id of ids) {
    livingOrder(tx, id)
    tx.update('sales_orders', id, { archived: archived ? 1 : 0 })
  }
  settleOrders(tx, ids)
}

/** Amounts that an order itself holds say their own field; those of lines do as well. */
function columnsOf(order: OrderInput): Record<string, Param | undefined> {
  const columns = atField('freight', () => orderColumns(order))
  return {
    ...columns,
    channel: order.channel,
    external_id: order.externalId,
    status: order.status,
    shipped_on: order.shippedOn,
  }
}

/** An order becomes no credit, nor a credit an order: their lines are counted the other way round. */
function refuseOtherDocument({ document }: OrderInput, before: SalesOrdersTable): void {
  if (document !== before.document) throw new AppError('orders/other-document', { number: before.number })
}

/** What was paid was paid in a currency: the order keeps it. */
function refuseOtherCurrency(tx: WriteTx, { currency }: OrderInput, before: SalesOrdersTable): void {
  if (currency !== before.currency && isPaid(tx, before.id)) {
    throw new AppError('orders/fixed-by-payment', { number: before.number, field: 'currency' })
  }
}

/** What is newly named must be there; what the order names already may have gone since. */
function refuseUnknown(tx: WriteTx, order: OrderInput, before: SalesOrdersTable | null): void {
  const parties = [before?.customer_id, before?.carrier_id]
  for (const field of ['customerId', 'carrierId'] as const) {
    const id = order[field]
    if (id === null || parties.includes(id)) continue
    if (!tx.get('SELECT 1 FROM live_parties WHERE id = ?', id)) throw new AppError('parties/not-found', { field })
  }
  const { creditsId, servesId, warehouseId } = order
  if (creditsId !== before?.credits_id) refuseUnknownOrder(tx, creditsId, { field: 'creditsId', own: before?.id })
  if (servesId !== before?.serves_id) refuseUnknownOrder(tx, servesId, { field: 'servesId', own: before?.id })
  if (warehouseId !== null && warehouseId !== before?.warehouse_id && !isOpenPlace(tx, warehouseId)) {
    throw new AppError('warehouses/not-found', { field: 'warehouseId' })
  }
}

function refuseUnknownOrder(db: ReadDb, id: Id | null, { field, own }: { field: string; own: Id | undefined }): void {
  if (id === null) return
  const isThere = id !== own && db.get(`SELECT 1 FROM live_sales_orders WHERE id = ? AND document = 'order'`, id)
  if (!isThere) throw new AppError('orders/not-found', { field })
}

function isOpenPlace(db: ReadDb, id: Id): boolean {
  if (id === transitWarehouse) return false
  return db.get('SELECT 1 FROM live_warehouses WHERE id = ? AND archived = 0', id) !== undefined
}
