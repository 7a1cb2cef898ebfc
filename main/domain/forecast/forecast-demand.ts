// The forecast of one product, with everything that its formula card shows: what the history was made into, what kind of
// demand it is, which methods were tried and how far off they were, the one taken, and what it says.

import type { Day } from '#shared/dates.ts'
import type { ForecastMethod } from '#shared/schemas/forecasts.ts'
import { seededRandom } from '../stats/random.ts'
import { type Choice, chooseMethod } from './choose-method.ts'
import { type DemandPattern, demandPattern, isIntermittent } from './demand-class.ts'
import { usualLeastShare } from './fill-stock-outs.ts'
import { type ForecastInterval, forecastInterval } from './forecast-interval.ts'
import { type LeadTimeSums, leadTimeSums } from './lead-time-sums.ts'
import { type Fit, oneStepErrors } from './methods/fit.ts'
import { isNoFigure, type NoFigure, noFigure } from './no-figure.ts'
import { applyOverrides, type Overridden } from './overrides.ts'
import { periodAfter, seasonLengths } from './periods.ts'
import { type HistoryInput, type HistoryPeriod, prepareHistory } from './prepare-history.ts'
import { findSeasonality, type Seasonality } from './seasonality.ts'

export type ForecastSettings = Pick<HistoryInput, 'stockOuts' | 'leastInStock' | 'outliers'> & {
  /** Periods to forecast. */
  readonly horizon: number
  /** Chance with which demand lies within the interval. */
  readonly level: number
  /** A method asked for by hand; null lets the test choose. */
  readonly method: ForecastMethod | null
  /** Lead time in periods, for the sums of past demand within it; null where it is not known. */
  readonly leadTimePeriods: number | null
  /** Of the paths that are drawn for multiplicative Holt-Winters. */
  readonly seed: number
}

const usualForecastSettings: ForecastSettings = {
  stockOuts: 'fill',
  leastInStock: usualLeastShare,
  outliers: 'cap',
  horizon: 12,
  level: 0.8,
  method: null,
  leadTimePeriods: null,
  seed: 1,
}

/** Demand in any unit; all figures come out in the same one. Complete periods only, oldest first. */
export type ForecastInput = Pick<HistoryInput, 'period' | 'start' | 'demand' | 'inStock' | 'overrides'> & {
  readonly settings?: Partial<ForecastSettings>
}

export type ForecastPeriod = Overridden<{
  start: Day
  /** As the method says, also where that is below 0. */
  computed: number
  /** Ends of the interval as they are drawn, not below 0; null where there is no interval. */
  lower: number | null
  upper: number | null
}>

export type DemandForecast = {
  settings: ForecastSettings
  seasonLength: number
  pattern: DemandPattern
  seasonality: Seasonality | NoFigure
  outlierLimit: number | null
  /** From the first demand on; `fitted` is what the method said of the period one period before. */
  history: (HistoryPeriod & { fitted: number | null })[]
  method: Omit<Fit, 'forecast' | 'oneStep' | 'firstForecast'>
  choice: Omit<Choice, 'fit' | 'tested'> & { tested: Day[] }
  /**
   * Root of the mean squared one-step error, what safety stock is made from when the forecast is used: of the tested
   * forecasts where there are some, else of those within the fit.
   */
  rmse: { value: number; from: 'test' | 'fit'; errors: number } | NoFigure
  interval: Omit<ForecastInterval, 'limits'> | NoFigure
  /** Null where no lead time is known. The quantiles are both ends of the interval's level, and the middle between them. */
  leadTimeSums: LeadTimeSums | NoFigure | null
  forecasts: ForecastPeriod[]
}

/** The whole forecast, or why there is none: nothing was ever asked for, or nothing of it can be used. */
export function forecastDemand(input: ForecastInput): DemandForecast | NoFigure {
  const settings = { ...usualForecastSettings, ...input.settings }
  const seasonLength = seasonLengths[input.period]
  const history = prepareHistory({ ...input, ...settings })
  const { periods } = history
  const kept = periods.flatMap(({ used }, at) => (used === null ? [] : [{ used, at }]))
  const series = kept.map(({ used }) => used)
  const pattern = demandPattern(series)
  const hasGaps = kept.length < periods.length
  const choice = chooseMethod(series, {
    demandClass: pattern.class,
    seasonLength,
    wanted: settings.method,
    hasGaps,
    notJudged: new Set(kept.flatMap(({ at }, index) => (periods[at]?.marks.includes('bridged') ? [index] : []))),
  })
  if (choice === null || pattern.class === 'no demand') return noFigure('no-demand')
  const interval = intervalOf(series, { choice, pattern, settings, seasonLength })
  const { fit, tested, ...chosen } = choice
  const startOf = (index: number) => (periods[kept[index]?.at ?? 0] as HistoryPeriod).start
  return {
    settings,
    seasonLength,
    pattern,
    seasonality: hasGaps ? noFigure('periods-left-out') : findSeasonality(series, seasonLength),
    outlierLimit: history.outlierLimit,
    history: withFitted(periods, kept, fit),
    method: methodOf(fit),
    choice: { ...chosen, tested: tested.map(startOf) },
    rmse: rmseOf(series, choice),
    interval: isNoFigure(interval) ? interval : { kind: interval.kind, sigma: interval.sigma },
    leadTimeSums: sumsOf(series, settings),
    forecasts: periodsAhead(input, { fit, interval, horizon: settings.horizon }),
  }
}

type Kept = readonly { used: number; at: number }[]

function withFitted(periods: readonly HistoryPeriod[], kept: Kept, { oneStep, firstForecast }: Fit) {
  const fitted = new Map(kept.map(({ at }, index) => [at, oneStep[index - firstForecast] ?? null]))
  return periods.map((period, at) => ({ ...period, fitted: fitted.get(at) ?? null }))
}

function methodOf({ method, parameters, estimated, start, state, fallback }: Fit): DemandForecast['method'] {
  return { method, parameters, estimated, start, state, fallback }
}

type Chosen = { choice: Choice; pattern: DemandPattern; settings: ForecastSettings; seasonLength: number }

/** None for demand that comes now and then, whichever method won, and none where the mean is only a stand-in. */
function intervalOf(
  series: readonly number[],
  { choice, pattern, settings: { horizon, level, seed }, seasonLength }: Chosen,
): ForecastInterval | NoFigure {
  if (choice.chosenBy === 'rule' && choice.why) return choice.why
  if (isIntermittent(pattern.class)) return noFigure('no-consistent-model')
  const random = seededRandom(seed, 'forecast-interval')
  return forecastInterval(series, { fit: choice.fit, horizon, level, seasonLength, random })
}

function rmseOf(series: readonly number[], { fit, name, candidates }: Choice): DemandForecast['rmse'] {
  const tested = candidates.find((candidate) => candidate.name === name)?.accuracy
  if (tested && !isNoFigure(tested) && tested.rmse !== null) {
    return { value: tested.rmse, from: 'test', errors: tested.count }
  }
  const errors = oneStepErrors(series, fit)
  if (errors.length === 0) return noFigure('too-few-errors', { needs: 1, has: 0 })
  const squares = errors.reduce((sum, error) => sum + error * error, 0)
  return { value: Math.sqrt(squares / errors.length), from: 'fit', errors: errors.length }
}

function sumsOf(
  series: readonly number[],
  { leadTimePeriods, level }: ForecastSettings,
): LeadTimeSums | NoFigure | null {
  if (leadTimePeriods === null) return null
  const probabilities = [(1 - level) / 2, 0.5, (1 + level) / 2]
  return leadTimeSums(series, { periods: leadTimePeriods, probabilities })
}

type Ahead = { fit: Fit; interval: ForecastInterval | NoFigure; horizon: number }

function periodsAhead(
  { start, period, demand, overrides = [] }: ForecastInput,
  { fit, interval, horizon }: Ahead,
): ForecastPeriod[] {
  const limits = isNoFigure(interval) ? [] : interval.limits
  const periods = fit.forecast(horizon).map((computed, index) => ({
    start: periodAfter(start, period, demand.length + index),
    computed,
    lower: limits[index]?.shownLower ?? null,
    upper: limits[index]?.upper ?? null,
  }))
  return applyOverrides(periods, overrides)
}
