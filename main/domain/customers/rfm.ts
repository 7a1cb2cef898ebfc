// How lately, how often and for how much each customer bought, scored by where they stand among all (formulas.md 12). Whole
// numbers only, so that a value that lies on a cut point is never taken for one beside it.
import { type Day, daysBetween } from '#shared/dates.ts'

export type BoughtBy<Key> = {
  customer: Key
  /** Day of the last order. */
  lastOn: Day
  orders: number
  /** Net, in minor units, credits taken away. */
  netMinor: number
}

export type RfmScore<Key> = {
  customer: Key
  recencyDays: number
  frequency: number
  monetaryMinor: number
  r: number
  f: number
  m: number
}

/** From so few customers on, fifths say little. */
export const fewCustomers = 25

/**
 * Scores 1 to `bins`: one more than the cut points (quantiles at 1/bins, 2/bins … of all customers) that lie strictly below
 * the value; recency the other way round. Customers whose last order lies after `asOf` have to be left out by the caller.
 */
export function rfmScores<Key>(bought: readonly BoughtBy<Key>[], { asOf, bins = 5 }: { asOf: Day; bins?: number }) {
  const recency = bought.map(({ lastOn }) => daysBetween(lastOn, asOf))
  const cuts = {
    recency: cutPoints(recency, bins),
    frequency: cutPoints(
      bought.map(({ orders }) => orders),
      bins,
    ),
    monetary: cutPoints(
      bought.map(({ netMinor }) => netMinor),
      bins,
    ),
  }
  const scores = bought.map(({ customer, orders, netMinor }, index): RfmScore<Key> => {
    const recencyDays = recency[index] as number
    return {
      customer,
      recencyDays,
      frequency: orders,
      monetaryMinor: netMinor,
      r: bins + 1 - scoreOf(recencyDays, cuts.recency, bins),
      f: scoreOf(orders, cuts.frequency, bins),
      m: scoreOf(netMinor, cuts.monetary, bins),
    }
  })
  return {
    scores,
    cuts: { recency: shown(cuts.recency), frequency: shown(cuts.frequency), monetary: shown(cuts.monetary) },
  }

  /** As numbers, to be shown. */
  function shown(points: readonly number[]): number[] {
    return points.map((point) => point / bins)
  }
}

/** Each cut point times `bins`, which makes whole numbers of them (quantile of type 7: interpolated between two values). */
function cutPoints(values: readonly number[], bins: number): number[] {
  const sorted = Float64Array.from(values).sort()
  if (sorted.length === 0) return []
  return Array.from({ length: bins - 1 }, (_, index) => {
    const position = (sorted.length - 1) * (index + 1)
    const at = Math.floor(position / bins)
    const low = sorted[at] as number
    const high = sorted[Math.min(at + 1, sorted.length - 1)] as number
    return low * bins + (high - low) * (position % bins)
  })
}

function scoreOf(value: number, cuts: readonly number[], bins: number): number {
  return 1 + cuts.filter((cut) => cut < value * bins).length
}

export type Span = readonly [least: number, most: number]
export type SegmentRule<Name extends string = string> = { name: Name; r: Span; f: Span; m: Span }

/** The first rule that all three scores fit; null for those that fit none. */
export function segmentOf<Name extends string>(
  { r, f, m }: { r: number; f: number; m: number },
  rules: readonly SegmentRule<Name>[],
): Name | null {
  const within = (score: number, [least, most]: Span) => score >= least && score <= most
  return rules.find((rule) => within(r, rule.r) && within(f, rule.f) && within(m, rule.m))?.name ?? null
}
