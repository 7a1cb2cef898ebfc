// ABC classes: few items make most of the value. Class by the share *before* the item, so the one that crosses a limit
// stays in the better class (formulas.md, section 1). All comparisons are of exact integers: cents, or thousandths.
import { Decimal, isDecimal, toUnits } from '#shared/decimal.ts'

export type AbcClass = 'A' | 'B' | 'C'

/** `value` is an integer: minor units of money, thousandths of a quantity. */
export type AbcEntry = { readonly sku: string; readonly value: number }

export type AbcRanked<Entry> = {
  entry: Entry
  /** 1 for the largest value. */
  rank: number
  /** Sum of the positive values before this one. */
  before: number
  share: number
  cumulativeShare: number
  class: AbcClass
}

export type AbcRanking<Entry> = {
  /** Sum of the positive values: what shares are shares of. */
  total: number
  items: AbcRanked<Entry>[]
  /** Several positive values and all alike: the classes rest on the SKU alone. */
  valuesDoNotDiffer: boolean
}

/** Shares at which class A and class B end, as decimal figures: 0.8 and 0.95. */
export type AbcThresholds = readonly [a: number | string, b: number | string]

/**
 * Ranks by value, then SKU (code units), and classes by the cumulated value before each item. Items without a positive
 * value are C with share 0 and are no part of the total. Null where the thresholds are not 0 < a < b <= 1.
 */
export function rankAbc<Entry extends AbcEntry>(
  entries: readonly Entry[],
  thresholds: AbcThresholds,
): AbcRanking<Entry> | null {
  const shares = thresholdShares(thresholds)
  if (shares === null) return null
  const sorted = [...entries].sort(byValueThenSku)
  const total = sumOfPositive(sorted)
  const { endOfA, endOfB } = limitsOf(total, shares)
  let before = 0
  const items = sorted.map((entry, index): AbcRanked<Entry> => {
    const start = before
    const value = Math.max(entry.value, 0)
    before += value
    return {
      entry,
      rank: index + 1,
      before: start,
      share: total === 0 ? 0 : value / total,
      cumulativeShare: total === 0 ? 0 : before / total,
      class: value === 0 || start >= endOfB ? 'C' : start >= endOfA ? 'B' : 'A',
    }
  })
  return { total, items, valuesDoNotDiffer: areAlike(sorted) }
}

/** The same over decimal figures: brought to whole units of the finest one first, so that nothing drifts. */
export function rankAbcDecimals(
  entries: readonly { sku: string; value: string }[],
  thresholds: AbcThresholds,
): (AbcRanking<AbcEntry> & { places: number }) | null {
  const places = Math.max(0, ...entries.map((entry) => placesOf(entry.value)))
  const units = entries.map(({ sku, value }) => ({ sku, value: toUnits(value, places) }))
  const ranking = rankAbc(units, thresholds)
  return ranking && { ...ranking, places }
}

function byValueThenSku(left: AbcEntry, right: AbcEntry): number {
  if (left.value !== right.value) return right.value - left.value
  return left.sku < right.sku ? -1 : left.sku > right.sku ? 1 : 0
}

function sumOfPositive(sorted: readonly AbcEntry[]): number {
  let total = 0
  for (const { value } of sorted) if (value > 0) total += value
  if (!Number.isSafeInteger(total)) throw new RangeError('The total is too large for exact arithmetic')
  return total
}

function areAlike(sorted: readonly AbcEntry[]): boolean {
  const positive = sorted.filter((entry) => entry.value > 0)
  return positive.length > 1 && positive[0]?.value === positive.at(-1)?.value
}

export type AbcLimits = { endOfA: number; endOfB: number }

/**
 * The sums of value at which class A and class B end, for a total in integers: an item is A when the sum before it is
 * below the first, B when below the second. Null where the thresholds are not 0 < a < b <= 1.
 */
export function abcLimits(total: number, thresholds: AbcThresholds): AbcLimits | null {
  const shares = thresholdShares(thresholds)
  return shares && limitsOf(total, shares)
}

function limitsOf(total: number, [a, b]: [Share, Share]): AbcLimits {
  return { endOfA: a.limitOf(total), endOfB: b.limitOf(total) }
}

type Share = { limitOf(total: number): number }

function thresholdShares(thresholds: AbcThresholds): [Share, Share] | null {
  const [a, b] = thresholds.map((share) => String(share)) as [string, string]
  if (!isDecimal(a) || !isDecimal(b)) return null
  if (!new Decimal(a).gt(0) || !new Decimal(b).gt(a) || new Decimal(b).gt(1)) return null
  return [shareOf(a), shareOf(b)]
}

/** `sum < share x total` holds for an integer sum exactly when `sum < ceil(share x total)`. */
function shareOf(text: string): Share {
  const places = placesOf(text)
  const numerator = BigInt(new Decimal(text).times(new Decimal(10).pow(places)).toFixed(0))
  const denominator = 10n ** BigInt(places)
  return { limitOf: (total) => Number((numerator * BigInt(total) + denominator - 1n) / denominator) }
}

function placesOf(text: string): number {
  const plain = new Decimal(text).toFixed()
  return plain.includes('.') ? plain.length - plain.indexOf('.') - 1 : 0
}
