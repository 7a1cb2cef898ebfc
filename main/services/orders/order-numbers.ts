// Numbers of sales orders.

import type { WriteTx } from '#main/db/database.ts'
import { holderOfNumber, nextNumber } from '#main/services/numbers/document-numbers.ts'
import { plainKey } from '#main/services/records/unique-key.ts'
import type { Day } from '#shared/dates.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'

const orderNumbers = { table: 'sales_orders', index: 'sales_orders_by_number' }

/** The number for an order of that day, when the seller gave none. */
export function nextOrderNumber(tx: WriteTx, orderedOn: Day): string {
  return nextNumber(tx, orderNumbers, { kind: 'SO', on: orderedOn })
}

export const orderKeys = [plainKey('sales_orders', ['number'])]

/** `orders/number-taken` where another living order has the number. */
export function refuseTakenNumber(tx: WriteTx, number: string, own: Id | null): void {
  if (holderOfNumber(tx, orderNumbers, { number, own }) !== null)
    throw new AppError('orders/number-taken', { number, field: 'number' })
}
