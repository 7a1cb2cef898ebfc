// What a seller does with purchase orders.
import type { Param, WriteTx } from '#main/db/database.ts'
import type { PurchaseOrdersTable } from '#main/db/tables.ts'
import { openStatuses } from '#main/domain/purchases/purchase-status.ts'
import { baseCurrency } from '#main/services/book/book-queries.ts'
import { bookToday } from '#main/services/book/book-today.ts'
import { purchaseColumns } from '#main/services/purchases/purchase-columns.ts'
import { settlePurchases } from '#main/services/purchases/purchase-derived.ts'
import { keepPurchaseLines } from '#main/services/purchases/purchase-lines.ts'
import { nextPurchaseNumber, refuseTakenPurchaseNumber } from '#main/services/purchases/purchase-numbers.ts'
import { followPurchases, statusNow } from '#main/services/purchases/purchase-progress.ts'
import { hasStandingReceipt, isPaidFor, livingPurchase, purchaseFor } from '#main/services/purchases/purchase-rows.ts'
import { baseConverter, documentRate } from '#main/services/rates/document-rate.ts'
import { planMilestones } from '#main/services/receiving/milestone-commands.ts'
import { mayBuyFrom, refuseUnlessMay } from '#main/services/scores/may-buy.ts'
import { transitWarehouse } from '#main/services/stock/stock-ledger.ts'
import type { Day } from '#shared/dates.ts'
import { AppError, atField } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import { toMilli } from '#shared/quantity.ts'
import type { PurchaseInput } from '#shared/schemas/purchases.ts'

/** Adds a draft; without a number it gets this copy's next, without a rate the table's of its day. */
export function addPurchase(
  tx: WriteTx,
  order: PurchaseInput,
  from: { answerId?: Id | null } = {},
): { id: Id; number: string } {
  const number = order.number || nextPurchaseNumber(tx, order.orderedOn)
  refuseTakenPurchaseNumber(tx, number, null)
  refuseUnknown(tx, order, null)
  const base = baseCurrency(tx)
  const { rate, rateOn } = documentRate(tx, order, { base, before: null })
  const columns = { ...columnsOf(order), rate, rate_on: rateOn, answer_id: from.answerId ?? null }
  const id = tx.insert('purchase_orders', { number, ...columns })
  const toBase = baseConverter(order.currency, base, rate)
  keepPurchaseLines(tx, id, order.lines, { currency: order.currency, toBase, isRepriced: false })
  settlePurchases(tx, [id])
  return { id, number }
}

/** Changes an order to what the form holds. Once it was sent, what it said before is kept as a version. */
export function editPurchase(tx: WriteTx, id: Id, order: PurchaseInput): void {
  const before = purchaseFor(tx, 'edit', id)
  const number = order.number || before.number
  refuseTakenPurchaseNumber(tx, number, id)
  refuseUnknown(tx, order, before)
  refuseOtherAfterReceipt(tx, order, before)
  const base = baseCurrency(tx)
  const { rate, rateOn } = documentRate(tx, order, { base, before })
  const isRepriced = before.currency !== order.currency
  // VAT that a file told was told of what the order was then.
  const tax = isRepriced ? { tax_minor: null } : {}
  tx.update('purchase_orders', id, { number, ...columnsOf(order), rate, rate_on: rateOn, ...tax })
  const toBase = baseConverter(order.currency, base, rate)
  keepPurchaseLines(tx, id, order.lines, { currency: order.currency, toBase, isRepriced })
  followPurchases(tx, [id])
  if (before.status !== 'draft') refuseIncomplete(tx, livingPurchase(tx, id))
}

export type SendOptions = { on?: Day | undefined; despite: boolean }

/**
 * All of the orders or none. `purchases/supplier-blocked` where nothing may be bought from the supplier;
 * `purchases/supplier-warned` where something speaks against it, unless it is sent `despite` that.
 */
export function sendPurchases(tx: WriteTx, ids: readonly Id[], { on, despite }: SendOptions): void {
  const day = on ?? bookToday(tx, tx.now)
  for (const id of ids) {
    const order = purchaseFor(tx, 'send', id)
    refuseIncomplete(tx, order)
    const { number, supplier_id: supplierId } = order
    if (supplierId !== null) {
      refuseUnlessMay(tx, mayBuyFrom(tx, supplierId, day), { of: 'purchases', supplierId, despite, number })
    }
    tx.update('purchase_orders', id, { status: 'sent', sent_on: day })
    planMilestones(tx, id)
  }
  settlePurchases(tx, ids)
}

export type ConfirmOptions = { on?: Day | undefined; promisedOn?: Day | undefined }

/** The supplier has confirmed; with another promised day where they said so. */
export function confirmPurchases(tx: WriteTx, ids: readonly Id[], { on, promisedOn }: ConfirmOptions): void {
  const day = on ?? bookToday(tx, tx.now)
  for (const id of ids) {
    purchaseFor(tx, 'confirm', id)
    const promised = promisedOn === undefined ? {} : { promised_on: promisedOn }
    tx.update('purchase_orders', id, { status: 'confirmed', confirmed_on: day, ...promised })
    planMilestones(tx, id)
  }
  settlePurchases(tx, ids)
}

/** Only what nothing came in of. */
export function cancelPurchases(tx: WriteTx, ids: readonly Id[], reason: string): void {
  const day = bookToday(tx, tx.now)
  for (const id of ids) {
    purchaseFor(tx, 'cancel', id)
    tx.update('purchase_orders', id, { status: 'cancelled', closed_on: day, cancel_reason: reason })
  }
  settlePurchases(tx, ids)
}

/** Nothing more is waited for, whatever is still missing. */
export function closePurchases(tx: WriteTx, ids: readonly Id[]): void {
  const day = bookToday(tx, tx.now)
  for (const id of ids) {
    purchaseFor(tx, 'close', id)
    tx.update('purchase_orders', id, { status: 'closed', closed_on: day })
  }
  settlePurchases(tx, ids)
}

/** Closed or cancelled by mistake: it stands where its days and receipts say. */
export function reopenPurchases(tx: WriteTx, ids: readonly Id[]): void {
  for (const id of ids) {
    const order = purchaseFor(tx, 'reopen', id)
    tx.update('purchase_orders', id, { status: statusNow(tx, order), closed_on: null, cancel_reason: '' })
  }
  settlePurchases(tx, ids)
}

/** All of the orders or none. What is still waited for stays where it is seen. */
export function setPurchasesArchived(tx: WriteTx, ids: readonly Id[], archived: boolean): void {
  for (const id of ids) {
    const { number, status, is_history } = livingPurchase(tx, id)
    const isOpen = (openStatuses as readonly string[]).includes(status) && is_history === 0
    if (archived && isOpen) throw new AppError('purchases/still-open', { number })
    tx.update('purchase_orders', id, { archived: archived ? 1 : 0 })
  }
}

export type LetGo = { lineId: Id; quantity: number | null }

/** What of some lines no longer comes: so much of each, or all that is still to come. */
export function letGoOfLines(tx: WriteTx, id: Id, lines: readonly LetGo[]): void {
  const { number, status } = purchaseFor(tx, 'receive', id)
  for (const { lineId, quantity } of lines) {
    const row = tx.get<{ qty: number; letGo: number; open: number }>(
      `SELECT qty_milli AS qty, let_go_milli AS letGo, open_milli AS open FROM live_purchase_lines
       WHERE id = ? AND order_id = ?`,
      lineId,
      id,
    )
    if (!row) throw new AppError('purchases/line-not-found')
    const letGo = quantity === null ? row.letGo + row.open : toMilli(quantity)
    if (letGo > row.qty) throw new AppError('purchases/let-go-more', { number, status })
    tx.update('purchase_lines', lineId, { let_go_milli: letGo })
  }
  followPurchases(tx, [id])
}

/** Freight is the one amount that an order itself holds; those of lines say their own field. */
function columnsOf(order: PurchaseInput): Record<string, Param> {
  return atField('freight', () => purchaseColumns(order))
}

function refuseIncomplete(tx: WriteTx, { id, number, supplier_id, line_count }: PurchaseOrdersTable): void {
  if (supplier_id === null) throw new AppError('purchases/no-supplier', { number, field: 'supplierId' })
  if (line_count === 0) throw new AppError('purchases/no-lines', { number, field: 'lines' })
  const empty = tx.get<{ position: number }>(
    'SELECT position FROM live_purchase_lines WHERE order_id = ? AND qty_milli = 0 ORDER BY position LIMIT 1',
    id,
  )
  if (empty) throw new AppError('purchases/empty-line', { number, position: empty.position })
}

/** Supplier and currency hang on to what came in and what was paid: its stock, its cost and its money are written down. */
function refuseOtherAfterReceipt(tx: WriteTx, order: PurchaseInput, before: PurchaseOrdersTable): void {
  const { id, number } = before
  refuseDayAfterReceipt(tx, order, before)
  const isOtherSupplier = order.supplierId !== before.supplier_id
  const field = isOtherSupplier ? 'supplierId' : order.currency !== before.currency ? 'currency' : null
  if (field === null) return
  if (hasStandingReceipt(tx, id)) throw new AppError('purchases/fixed-by-receipt', { number, field })
  // An order that was paid for before anybody wrote down its supplier may still be told one.
  const isFirstSupplier = isOtherSupplier && before.supplier_id === null && order.currency === before.currency
  if (!isFirstSupplier && isPaidFor(tx, id)) throw new AppError('purchases/fixed-by-payment', { number, field })
}

/** Goods do not come before they are ordered (`receiving/before-order` where they are received). */
function refuseDayAfterReceipt(tx: WriteTx, { orderedOn }: PurchaseInput, before: PurchaseOrdersTable): void {
  if (orderedOn <= before.ordered_on) return
  const sql = `SELECT min(received_on) AS day FROM purchase_receipts INDEXED BY purchase_receipts_by_order
    WHERE order_id = ? AND status = 'posted' AND deleted = 0`
  const day = tx.get<{ day: Day | null }>(sql, before.id)?.day ?? null
  if (day !== null && day < orderedOn)
    throw new AppError('receiving/before-order', { day, orderedOn, field: 'orderedOn' })
}

/** What is newly named must be there; what the order names already may have gone since. */
function refuseUnknown(tx: WriteTx, order: PurchaseInput, before: PurchaseOrdersTable | null): void {
  const { supplierId, warehouseId } = order
  if (supplierId !== null && supplierId !== before?.supplier_id) {
    if (!tx.get('SELECT 1 FROM live_parties WHERE id = ?', supplierId))
      throw new AppError('parties/not-found', { field: 'supplierId' })
  }
  if (warehouseId !== null && warehouseId !== before?.warehouse_id) {
    const isOpen =
      warehouseId !== transitWarehouse &&
      tx.get('SELECT 1 FROM live_warehouses WHERE id = ? AND archived = 0', warehouseId)
    if (!isOpen) throw new AppError('warehouses/not-found', { field: 'warehouseId' })
  }
}
