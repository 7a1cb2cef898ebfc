// What one unit costs as it comes into stock: the price less discount, without the VAT that comes back.
import { Decimal, roundDecimal, toUnits } from '#shared/decimal.ts'
import { microPlaces } from '#shared/money.ts'

const million = 1_000_000

export type PricedUnit = { priceMicros: number; discountPpm: number }

/** How an order's prices hold VAT, and whether it comes back. */
export type VatTerms = { vatIncluded: boolean; vatPpm: number; vatRecoverable: boolean }

/**
 * In the order's currency, rounded once to six decimals. VAT that comes back is taken out of prices that hold it; VAT that
 * does not come back is added to prices that do not hold it.
 */
export function unitCost(
  line: PricedUnit,
  order: VatTerms & { currency: string },
): { amount: string; currency: string } {
  const price = new Decimal(line.priceMicros)
    .times(million - line.discountPpm)
    .div(million)
    .div(million)
  const { numerator, denominator } = vatFactor(order)
  return { amount: roundDecimal(price.times(numerator).div(denominator), microPlaces), currency: order.currency }
}

/**
 * An amount of an order's line in any currency, as the same factor makes of it what it cost; rounded half away from zero.
 * netSql in services/purchases/purchase-derived.ts is its twin.
 */
export function netOfVat(minor: number, order: VatTerms): number {
  const { numerator, denominator } = vatFactor(order)
  return numerator === denominator ? minor : toUnits(new Decimal(minor).times(numerator).div(denominator), 0)
}

function vatFactor({ vatIncluded, vatPpm, vatRecoverable }: VatTerms): { numerator: number; denominator: number } {
  if (vatIncluded && vatRecoverable) return { numerator: million, denominator: million + vatPpm }
  if (!vatIncluded && !vatRecoverable) return { numerator: million + vatPpm, denominator: million }
  return { numerator: 1, denominator: 1 }
}
