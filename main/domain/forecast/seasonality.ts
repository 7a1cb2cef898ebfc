// Whether demand follows the calendar: a plain test that is named beside its result.
import { type NoFigure, noFigure } from './no-figure.ts'

export type Seasonality = {
  isFound: boolean
  /**
   * F: how far the months' means lie apart, against how far the same month of different years does. Null where the same
   * months are all alike: either nothing varies at all, and no season is found, or nothing but the season does.
   */
  statistic: number | null
  /** F is above this with a chance of 1 % where there is no season. */
  limit: number
  seasonLength: number
}

/** 99 % of a standard normal lie below it. Stricter than usual: demand of one month resembles that of the next. */
const z99 = 2.3263478740408408

/**
 * The F test for a stable season of X-11 (Shiskin, Young, Musgrave 1967): the trend is taken off by a straight line of least
 * squares, and the Januaries are held against the Februaries against the Marches by an analysis of variance. One wild month
 * makes no season, for it lies as far from its own kind as from the others. Two whole seasons are needed.
 */
export function findSeasonality(series: readonly number[], seasonLength: number): Seasonality | NoFigure {
  const n = series.length
  if (n < 2 * seasonLength || seasonLength < 2) {
    return noFigure('not-two-seasons', { needs: 2 * Math.max(2, seasonLength), has: n })
  }
  const { between, within } = squaresOf(withoutTrend(series), seasonLength)
  // The line takes one degree more.
  const [above, below] = [seasonLength - 1, n - seasonLength - 1]
  const limit = fisher99(above, below)
  if (within === 0) return { isFound: between > 0, statistic: null, limit, seasonLength }
  const statistic = between / above / (within / below)
  return { isFound: statistic > limit, statistic, limit, seasonLength }
}

/** Sums of squares: of the means of the places in the season around the mean of all, and of the values around these. */
function squaresOf(values: readonly number[], seasonLength: number): { between: number; within: number } {
  const middle = values.reduce((sum, value) => sum + value, 0) / values.length
  let between = 0
  let within = 0
  for (let place = 0; place < seasonLength; place += 1) {
    const own = values.filter((_, at) => at % seasonLength === place)
    const average = own.reduce((sum, value) => sum + value, 0) / own.length
    between += own.length * (average - middle) ** 2
    within += own.reduce((sum, value) => sum + (value - average) ** 2, 0)
  }
  return { between, within }
}

/**
 * The 99 % point of F by Paulson's cube root (1942): right to 1 % for the degrees that months and weeks have. It has no
 * root where there are very few degrees below; no season can be told there.
 */
function fisher99(above: number, below: number): number {
  const [a, b] = [2 / (9 * above), 2 / (9 * below)]
  const square = (1 - b) ** 2 - z99 ** 2 * b
  if (square <= 0) return Number.MAX_SAFE_INTEGER
  const half = (1 - a) * (1 - b)
  const rest = (1 - a) ** 2 - z99 ** 2 * a
  return ((half + Math.sqrt(half ** 2 - square * rest)) / square) ** 3
}

/** What lies above and below the straight line of least squares. */
function withoutTrend(series: readonly number[]): number[] {
  const n = series.length
  const middle = (n - 1) / 2
  const average = series.reduce((sum, value) => sum + value, 0) / n
  let products = 0
  let squares = 0
  for (let at = 0; at < n; at += 1) {
    products += (at - middle) * ((series[at] as number) - average)
    squares += (at - middle) ** 2
  }
  const slope = squares === 0 ? 0 : products / squares
  // What varies by the last digit of the line alone does not vary: rounded to a billionth of the largest value.
  const unit = 1e-9 * series.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
  return series.map((value, at) => {
    const rest = value - average - slope * (at - middle)
    return unit === 0 ? 0 : Math.round(rest / unit)
  })
}
