// Values as reports show them: what has no known cost is never 0.
import { Decimal, roundDecimal } from '#shared/decimal.ts'
import { microPlaces, microsFromDecimal, microsToDecimal, minorToDecimal } from '#shared/money.ts'

type Worth = { qtyMilli: number; valueMinor: number; uncostedMilli: number }

/** Decimal text in base currency; null where goods are there and of none of them a cost is known. */
export function shownValue({ qtyMilli, valueMinor, uncostedMilli }: Worth, base: string): string | null {
  const isUnknown = uncostedMilli !== 0 && uncostedMilli === qtyMilli && valueMinor === 0
  return isUnknown ? null : minorToDecimal(valueMinor, base)
}

/** Of so many decimals, unless a piece is so cheap that they would say little. */
const shownPlaces = 4
const cheap = new Decimal('0.01')

/**
 * Value through the pieces whose cost is known; null where there are none. The one rule of how a cost per piece is shown: four
 * decimals at most, six below a hundredth, never fewer than the currency has.
 */
export function averageCost({ qtyMilli, valueMinor, uncostedMilli }: Worth, base: string): string | null {
  const costed = qtyMilli - uncostedMilli
  if (costed <= 0 || valueMinor < 0) return null
  const each = new Decimal(minorToDecimal(valueMinor, base)).times(1000).div(costed)
  return microsToDecimal(microsFromDecimal(roundDecimal(each, each.lt(cheap) ? microPlaces : shownPlaces)), base)
}
