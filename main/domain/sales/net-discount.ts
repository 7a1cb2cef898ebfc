// What came off a line's price, without the tax that would have been in it.
import { Decimal, toUnits } from '#shared/decimal.ts'
import { discountTo } from '#shared/order-money.ts'

export type DiscountedLine = {
  currency: string
  priceMicros: number
  qtyMilli: number
  totalMinor: number
  /** The tax in the total; 0 where prices have none in them. */
  taxMinor: number
}

/** Price x quantity less the line's total, in minor units; of prices with tax in them the share that is no tax, rounded once. */
export function netOfDiscount({ currency, priceMicros, qtyMilli, totalMinor, taxMinor }: DiscountedLine): number {
  const off = discountTo(totalMinor, { currency, priceMicros, qtyMilli, discountPpm: 0 })
  if (taxMinor === 0 || totalMinor === 0) return off
  return toUnits(new Decimal(off).times(totalMinor - taxMinor).div(totalMinor), 0)
}
