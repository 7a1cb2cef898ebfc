// Numbers of purchase orders.
import type { WriteTx } from '#main/db/database.ts'
import { holderOfNumber, nextNumber } from '#main/services/numbers/document-numbers.ts'
import { plainKey } from '#main/services/records/unique-key.ts'
import type { Day } from '#shared/dates.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'

const purchaseNumbers = { table: 'purchase_orders', index: 'purchase_orders_by_number' }

/** The number for an order of that day, when nobody gave one. */
export function nextPurchaseNumber(tx: WriteTx, orderedOn: Day): string {
  return nextNumber(tx, purchaseNumbers, { kind: 'PO', on: orderedOn })
}

export const purchaseKeys = [plainKey('purchase_orders', ['number'])]

/** `purchases/number-taken` where another living order has the number. */
export function refuseTakenPurchaseNumber(tx: WriteTx, number: string, own: Id | null): void {
  if (holderOfNumber(tx, purchaseNumbers, { number, own }) !== null)
    throw new AppError('purchases/number-taken', { number, field: 'number' })
}
