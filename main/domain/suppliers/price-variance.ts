// What was paid beyond a standard price (above 0: more than agreed), of the quantity that was purchased.
import { Decimal } from '#shared/decimal.ts'

/** Decimal text; null: not known. */
export type PricedPurchase = { standard: string | null; actual: string | null; quantity: string | null }

export type PriceVariance = {
  /** Exact decimal text, one for each purchase; null where a price is not known: it is outside of the sums. */
  each: (string | null)[]
  total: string
  /** The standard price times the quantity, summed: what the share is of. */
  base: string
  share: number | null
}

/** Null where a price or a quantity is negative. */
export function priceVariance(purchases: readonly PricedPurchase[]): PriceVariance | null {
  let [total, base] = [new Decimal(0), new Decimal(0)]
  const each: (string | null)[] = []
  for (const { standard, actual, quantity } of purchases) {
    if ([standard, actual, quantity].some((text) => text !== null && new Decimal(text).lt(0))) return null
    if (standard === null || actual === null || quantity === null) {
      each.push(null)
      continue
    }
    const variance = new Decimal(actual).minus(standard).times(quantity)
    each.push(variance.toFixed())
    total = total.plus(variance)
    base = base.plus(new Decimal(standard).times(quantity))
  }
  return { each, total: total.toFixed(), base: base.toFixed(), share: varianceShare(Number(total), Number(base)) }
}

/** A variance as a share of the standard amount; null where that is 0. */
export function varianceShare(variance: number, standard: number): number | null {
  return standard > 0 ? variance / standard : null
}
