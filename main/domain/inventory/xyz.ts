// XYZ classes: how much the demand of a product varies from period to period (formulas.md, section 1).
import { invalid, type NoFigure } from './no-figure.ts'

export type XyzClass = 'X' | 'Y' | 'Z'

/** Coefficients of variation up to which a product is X and Y: 0.5 and 1. */
export type XyzThresholds = readonly [x: number, y: number]

const usualXyzThresholds: XyzThresholds = [0.5, 1]

/** Limits are met with a little slack, in favour of the better class. */
const guard = 1e-9

export type Variation = {
  /** Periods that count. */
  periods: number
  mean: number | null
  /** Sample standard deviation (n - 1); null with fewer than two periods. */
  sd: number | null
  /** sd / mean; null where it does not exist: fewer than two periods, or a mean that is not above 0. */
  cv: number | null
}

export type XyzResult = Variation & {
  /** Null is not classified: fewer than two periods. */
  class: XyzClass | null
}

/** The class of a demand per period. Null entries are periods out of stock: they say nothing and are left out. */
export function classifyXyz(
  demand: readonly (number | null)[],
  thresholds: XyzThresholds = usualXyzThresholds,
): XyzResult | NoFigure {
  if (!areXyzThresholds(thresholds)) return invalid('thresholds-out-of-order')
  const variation = variationOf(demand)
  return { ...variation, class: xyzClassOf(variation, thresholds) }
}

/** The class by a variation that was worked out elsewhere. Demand that sums to nothing or less is Z. */
export function xyzClassOf(
  { periods, cv }: Pick<Variation, 'periods' | 'cv'>,
  thresholds: XyzThresholds,
): XyzClass | null {
  if (periods < 2) return null
  return cv === null ? 'Z' : xyzClassOfVariation(cv, thresholds)
}

/** The same by a coefficient of variation that exists. */
function xyzClassOfVariation(cv: number, [x, y]: XyzThresholds): XyzClass {
  return cv <= x + guard ? 'X' : cv <= y + guard ? 'Y' : 'Z'
}

function areXyzThresholds([x, y]: XyzThresholds): boolean {
  return x > 0 && y > x && Number.isFinite(y)
}

export function variationOf(demand: readonly (number | null)[]): Variation {
  let periods = 0
  let sum = 0
  for (const quantity of demand) {
    if (quantity === null) continue
    periods += 1
    sum += quantity
  }
  if (periods === 0) return { periods, mean: null, sd: null, cv: null }
  const mean = sum / periods
  let squares = 0
  for (const quantity of demand) if (quantity !== null) squares += (quantity - mean) ** 2
  return variationFrom({ periods, mean, squares })
}

/**
 * The same from what a database adds up in one pass: the sum of the demand and of its squares over the periods that sold
 * anything; periods without sale only raise the count. Variations below a millionth are taken for none, since the
 * difference of large sums leaves noise there.
 */
export function variationOfSums({
  periods,
  sum,
  sumOfSquares,
}: {
  periods: number
  sum: number
  sumOfSquares: number
}): Variation {
  if (periods === 0) return { periods, mean: null, sd: null, cv: null }
  const mean = sum / periods
  const squares = sumOfSquares - sum * mean
  return variationFrom({ periods, mean, squares: squares <= 1e-12 * sumOfSquares ? 0 : squares })
}

function variationFrom({ periods, mean, squares }: { periods: number; mean: number; squares: number }): Variation {
  if (periods < 2) return { periods, mean, sd: null, cv: null }
  const sd = Math.sqrt(squares / (periods - 1))
  return { periods, mean, sd, cv: mean > 0 ? sd / mean : null }
}

/**
 * Demand per period of a window from the periods that sold anything (`index` from 0): the others are 0, those before the
 * first sale do not count, and those named as out of stock are null, whatever they sold.
 */
export function fillPeriods(
  sold: readonly { index: number; quantity: number }[],
  { periods, outOfStock = [] }: { periods: number; outOfStock?: readonly number[] },
): (number | null)[] {
  const filled = new Array<number | null>(periods).fill(0)
  let first = periods
  for (const { index, quantity } of sold) {
    if (index < 0 || index >= periods) continue
    filled[index] = (filled[index] ?? 0) + quantity
    first = Math.min(first, index)
  }
  for (const index of outOfStock) if (index < periods) filled[index] = null
  return filled.slice(first)
}
