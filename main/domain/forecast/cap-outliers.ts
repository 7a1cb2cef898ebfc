// Periods with demand so far above the usual that they would pull every forecast after them.
import { median } from '../stats/quantile.ts'

export type Capped = {
  series: (number | null)[]
  /** What demand was capped to; null where too little is known to say what is usual, and nothing was capped. */
  limit: number | null
  /** Indices of the periods that were capped. */
  capped: number[]
}

/** Periods with demand that must be there before one can be called unusual. */
const leastDemands = 6
/** Iglewicz and Hoaglin (1993): a modified z-score, 0.6745 (x - median) / MAD, above 3.5 is an outlier. */
const modifiedZ = 3.5
const madToSigma = 0.6745

/**
 * Caps demand above median + 3.5 MAD / 0.6745 of the periods with demand, and at least twice the median, to that limit.
 * Only a lone peak is an outlier: next to another one it may be a new level, a season before or after another one it is a
 * season, and both are left. What is low is never raised. Null is a period that was left out.
 */
export function capOutliers(
  series: readonly (number | null)[],
  { seasonLength, isFixed = () => false }: { seasonLength: number; isFixed?: (index: number) => boolean },
): Capped {
  const limit = usualLimit(series)
  if (limit === null) return { series: [...series], limit, capped: [] }
  const isHigh = (index: number) => (series[index] ?? 0) > limit
  const isAlone = (index: number) =>
    [1, seasonLength].every((distance) => !isHigh(index - distance) && !isHigh(index + distance))
  const capped = series.flatMap((_, index) => (isHigh(index) && isAlone(index) && !isFixed(index) ? [index] : []))
  return { series: series.map((value, index) => (capped.includes(index) ? limit : value)), limit, capped }
}

function usualLimit(series: readonly (number | null)[]): number | null {
  const demands = series.flatMap((value) => (value !== null && value > 0 ? [value] : []))
  if (demands.length < leastDemands) return null
  const middle = median(demands) as number
  const spread = median(demands.map((value) => Math.abs(value - middle))) as number
  return Math.max(middle + (modifiedZ * spread) / madToSigma, 2 * middle)
}
