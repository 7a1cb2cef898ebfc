// Whether demand follows the calendar: a plain test that is named beside its result.
import { type NoFigure, noFigure } from './no-figure.ts'

export type Seasonality = {
  isFound: boolean
  /** Kruskal and Wallis' H: how far the mean ranks of the seasons' places lie apart. */
  statistic: number
  /** H is above this with a chance of 5 % where there is no season. */
  limit: number
  seasonLength: number
}

/** 95 % of a standard normal lie below it. */
const z95 = 1.6448536269514722

/**
 * Kruskal and Wallis' test (1952), the one with which X-13 tests for a stable season: the trend is taken off by a straight
 * line of least squares, what is left is ranked, and January is held against February against March. Ranks, so that one
 * wild month does not make a season. Two whole seasons are needed. The limit is the 95 % point of chi-squared with one
 * degree less than places, by Wilson and Hilferty's approximation (1931), which is right to 1 %.
 */
export function findSeasonality(series: readonly number[], seasonLength: number): Seasonality | NoFigure {
  if (series.length < 2 * seasonLength) {
    return noFigure('not-two-seasons', { needs: 2 * seasonLength, has: series.length })
  }
  const { ranks, ties } = ranked(withoutTrend(series))
  const n = series.length
  const correction = 1 - ties / (n ** 3 - n)
  const limit = chiSquared95(seasonLength - 1)
  if (seasonLength < 2 || correction <= 0) return { isFound: false, statistic: 0, limit, seasonLength }
  let sum = 0
  for (let place = 0; place < seasonLength; place += 1) {
    let rankSum = 0
    let count = 0
    for (let at = place; at < n; at += seasonLength) {
      rankSum += ranks[at] as number
      count += 1
    }
    sum += rankSum ** 2 / count
  }
  const statistic = ((12 / (n * (n + 1))) * sum - 3 * (n + 1)) / correction
  return { isFound: statistic > limit, statistic, limit, seasonLength }
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
  // Equal values must stay equal, whatever the last digit of the line: rounded to a billionth of the largest value.
  const unit = 1e-9 * series.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
  return series.map((value, at) => {
    const rest = value - average - slope * (at - middle)
    return unit === 0 ? 0 : Math.round(rest / unit)
  })
}

/** Ranks from 1; equal values share the mean of theirs. `ties` is the sum of t³ - t over groups of t equal ones. */
function ranked(values: readonly number[]): { ranks: number[]; ties: number } {
  const order = values.map((_, index) => index).sort((a, b) => (values[a] as number) - (values[b] as number))
  const ranks = values.map(() => 0)
  let ties = 0
  for (let from = 0; from < order.length; ) {
    let end = from + 1
    while (end < order.length && values[order[end] as number] === values[order[from] as number]) end += 1
    for (let at = from; at < end; at += 1) ranks[order[at] as number] = (from + 1 + end) / 2
    ties += (end - from) ** 3 - (end - from)
    from = end
  }
  return { ranks, ties }
}

function chiSquared95(degrees: number): number {
  if (degrees < 1) return 0
  const part = 2 / (9 * degrees)
  return degrees * (1 - part + z95 * Math.sqrt(part)) ** 3
}
