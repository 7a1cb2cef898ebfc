// A book with sales month by month, as planning looks back on them; today is 2026-11-22.
import type { WriteTx } from '#main/db/database.ts'
import { periodAfter } from '#main/domain/forecast/periods.ts'
import { postAny } from '#main/services/stock/post-any.ts'
import { addDays, asDay } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import { stockPosting } from '#shared/schemas/stock-postings.ts'
import { makeOrder } from '#tests/support/records.ts'

export const today = asDay('2026-11-22')

/** Sells so many on the tenth of each month, the last of them October 2026; 0 sells nothing. */
export function sellMonthly(tx: WriteTx, productId: Id, quantities: readonly number[]): void {
  quantities.forEach((quantity, at) => {
    const first = periodAfter(asDay('2026-10-01'), 'month', at + 1 - quantities.length)
    if (quantity !== 0)
      makeOrder(tx, {
        orderedOn: addDays(first, 9),
        shippedOn: addDays(first, 11),
        status: 'shipped',
        lines: [{ productId, quantity, unitPrice: '5' }],
      })
  })
}

export function evenly(months: number, quantity: number): number[] {
  return Array.from({ length: months }, () => quantity)
}

export function receive(tx: WriteTx, productId: Id, quantity: number, on: string = today, warehouseId: Id = 1): void {
  const lines = [{ productId, quantity }]
  postAny(tx, stockPosting.parse({ kind: 'receive', input: { on, warehouseId, lines } }))
}
