// Numbers of sales orders and credits, and the keys that channels give them.

import type { WriteTx } from '#main/db/database.ts'
import type { SalesOrdersTable } from '#main/db/tables.ts'
import { holderOfNumber, nextNumber } from '#main/services/numbers/document-numbers.ts'
import { plainKey } from '#main/services/records/unique-key.ts'
import type { Day } from '#shared/dates.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import type { OrderDocumentKind, OrderInput } from '#shared/schemas/orders.ts'

const orderNumbers = { table: 'sales_orders', index: 'sales_orders_by_number' }
const kinds: Record<OrderDocumentKind, string> = { order: 'SO', credit: 'CN' }

/** The number for an order or credit of that day, when the seller gave none. */
export function nextOrderNumber(
  tx: WriteTx,
  { orderedOn, document }: { orderedOn: Day; document: OrderDocumentKind },
): string {
  return nextNumber(tx, orderNumbers, { kind: kinds[document], on: orderedOn })
}

export const orderKeys = [plainKey('sales_orders', ['number'])]

/** `orders/number-taken` where another living order has the number. */
export function refuseTakenNumber(tx: WriteTx, number: string, own: Id | null): void {
  if (holderOfNumber(tx, orderNumbers, { number, own }) !== null)
    throw new AppError('orders/number-taken', { number, field: 'number' })
}

/** `orders/external-taken` where another living order of the channel has its key. */
export function refuseTakenExternal(tx: WriteTx, order: OrderInput, before: SalesOrdersTable | null): void {
  const channel = order.channel ?? before?.channel ?? ''
  const externalId = order.externalId ?? before?.external_id ?? ''
  const isKept = channel === before?.channel && externalId === before.external_id
  if (externalId === '' || isKept) return
  const holder = tx.get<{ number: string }>(
    `SELECT number FROM sales_orders INDEXED BY sales_orders_by_external_id
     WHERE channel = ? AND external_id = ? AND document = ? AND id IS NOT ? AND deleted = 0 LIMIT 1`,
    channel,
    externalId,
    order.document,
    before?.id ?? null,
  )
  if (holder) throw new AppError('orders/external-taken', { number: holder.number, externalId, field: 'externalId' })
}
