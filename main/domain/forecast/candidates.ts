// Which methods compete for a product, and on how much of its history.
import type { ForecastMethod } from '#shared/schemas/forecasts.ts'
import { type DemandClass, isIntermittent } from './demand-class.ts'
import type { Candidate } from './rolling-selection.ts'

export const naiveCandidate: Candidate = { name: 'naive', method: 'naive' }

/** From the simplest on, so that a tie goes to the simpler. */
const steady: readonly Candidate[] = [
  naiveCandidate,
  { name: 'seasonalNaive', method: 'seasonalNaive' },
  { name: 'movingAverage3', method: 'movingAverage', parameters: { window: 3 } },
  { name: 'movingAverage6', method: 'movingAverage', parameters: { window: 6 } },
  { name: 'ses', method: 'ses' },
  { name: 'holt', method: 'holt' },
  { name: 'dampedHolt', method: 'dampedHolt' },
  { name: 'holtWintersAdditive', method: 'holtWintersAdditive' },
  { name: 'holtWintersMultiplicative', method: 'holtWintersMultiplicative' },
]

const rare: readonly Candidate[] = [
  { name: 'mean', method: 'mean' },
  { name: 'sba', method: 'sba' },
  { name: 'tsb', method: 'tsb' },
]

/** SBA, TSB and the mean for demand that comes now and then; the others where it comes steadily (formulas.md, section 3). */
export function candidatesFor(demandClass: DemandClass): readonly Candidate[] {
  return isIntermittent(demandClass) ? rare : steady
}

export function isSeasonal(method: ForecastMethod): boolean {
  return method === 'seasonalNaive' || method === 'holtWintersAdditive' || method === 'holtWintersMultiplicative'
}

/** Fewer periods than this are no history to choose a method by. */
export const leastPeriods = 6

const mostTests = 12
/** Periods that must be left after two whole seasons before these are kept out of the test for Holt-Winters' sake. */
const leastTestsOfSeason = 6

/**
 * How many periods the first tested forecast may know. The last third of the history is tested, 12 periods at most; where
 * that would leave Holt-Winters less than two seasons to start from though the history is longer, a little less is.
 */
export function firstOriginOf(periods: number, seasonLength: number): number {
  const tests = Math.min(Math.floor(periods / 3), mostTests)
  const afterTwoSeasons = periods - 2 * seasonLength
  return periods - (afterTwoSeasons >= leastTestsOfSeason ? Math.min(tests, afterTwoSeasons) : tests)
}
