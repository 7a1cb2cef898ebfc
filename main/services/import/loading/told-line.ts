// The money of a line as a file tells it: by its price, or by its total where no price is told.
import { Decimal, toUnits } from '#shared/decimal.ts'
import { lineTotalMinor, minorFromDecimal } from '#shared/money.ts'
import { currencyDigits } from '#shared/reference/currencies.ts'

/** The total is of all that was ordered, whatever was cancelled of it since. */
export type ToldLine = { qty_milli: number; price_micros: number; discount_ppm: number; total_minor: number }

/** A thousand million units: as much as the form takes. */
export const mostMilli = 1e12

type Pricing = { qtyMilli: number; priceMicros: number; discountPpm: number }

export function pricedLine(currency: string, pricing: Pricing): ToldLine {
  return {
    qty_milli: pricing.qtyMilli,
    price_micros: pricing.priceMicros,
    discount_ppm: pricing.discountPpm,
    total_minor: lineTotalMinor({ ...pricing, currency }),
  }
}

/** The total is what it is; the price is what six decimals can say of it. The quantity is not 0. */
export function lineByTotal(currency: string, { qtyMilli, total }: { qtyMilli: number; total: string }): ToldLine {
  const priceMicros = toUnits(new Decimal(total).times(1000).div(qtyMilli), 6)
  return {
    qty_milli: qtyMilli,
    price_micros: priceMicros,
    discount_ppm: 0,
    total_minor: minorFromDecimal(total, currency),
  }
}

/**
 * How far a total may be from price x quantity because the price was rounded when it was written: half of its last place for
 * every unit of the line, at least one minor unit.
 */
export function roundingMinor(price: string, qtyMilli: number, currency: string): number {
  const digits = currencyDigits(currency)
  const places = Math.max(digits, price.split('.')[1]?.length ?? 0)
  const half = new Decimal(Math.abs(qtyMilli))
    .div(1000)
    .times(0.5)
    .times(new Decimal(10).pow(digits - places))
  return Math.max(1, toUnits(half, 0))
}
