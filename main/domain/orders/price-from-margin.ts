// The price that leaves a margin, and the one that adds a mark-up. 20 % of the price is not 20 % of the cost: the names say
// which is meant.
import { Decimal, isDecimal } from '#shared/decimal.ts'

/** cost / (1 - margin), shares as decimal text (0.2 for 20 %); a margin of 1 or more, or a cost below zero, is none. */
export function priceFromMargin(cost: string, margin: string): string | 'invalid' {
  if (!isCost(cost) || !isDecimal(margin)) return 'invalid'
  const kept = new Decimal(1).minus(margin)
  return kept.lte(0) ? 'invalid' : new Decimal(cost).div(kept).toFixed()
}

/** cost x (1 + markup). */
export function priceFromMarkup(cost: string, markup: string): string | 'invalid' {
  if (!isCost(cost) || !isDecimal(markup)) return 'invalid'
  return new Decimal(cost).times(new Decimal(1).plus(markup)).toFixed()
}

function isCost(text: string): boolean {
  return isDecimal(text) && !text.startsWith('-')
}
