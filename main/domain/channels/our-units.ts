// A line of a channel told in our units: two packs of three at 9.00 are six pieces at 3.00. What the line comes to never moves;
// what six decimals of a price cannot say stands in its discount.
import { Decimal, toUnits } from '#shared/decimal.ts'
import { discountTo } from '#shared/order-money.ts'

export type TheirLine = {
  qtyMilli: number
  cancelledMilli: number
  priceMicros: number
  discountPpm: number
  discountMinor: number
  totalMinor: number
}

/** The columns of the line; `factorMilli`: how many of ours one of theirs is, in thousandths. */
export function inOurUnits(line: TheirLine, factorMilli: number, currency: string) {
  const times = (milli: number) => toUnits(new Decimal(milli).times(factorMilli).div(1000), 0)
  const isSame = factorMilli === 1000
  const qtyMilli = isSame ? line.qtyMilli : times(line.qtyMilli)
  const cancelledMilli = isSame ? line.cancelledMilli : times(line.cancelledMilli)
  const priceMicros = isSame ? line.priceMicros : toUnits(new Decimal(line.priceMicros).times(1000).div(factorMilli), 0)
  const { discountPpm, totalMinor } = line
  const pricing = { priceMicros, qtyMilli: qtyMilli - cancelledMilli, discountPpm, currency }
  return {
    qty_milli: qtyMilli,
    cancelled_milli: cancelledMilli,
    price_micros: priceMicros,
    discount_ppm: discountPpm,
    discount_minor: discountTo(totalMinor, pricing),
  }
}
