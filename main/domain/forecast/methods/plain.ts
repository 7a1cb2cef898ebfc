// The methods without a memory of their own: the last value, the one a season ago, the mean of the last few or of all.
import { type NoFigure, noFigure } from '../no-figure.ts'
import { checkedCount, checkedHorizon, checkSeries, type Fit, type FitOptions, repeated } from './fit.ts'

/** The next periods are like the last one. */
export function fitNaive(series: readonly number[]): Fit | NoFigure {
  checkSeries(series)
  const last = series.at(-1)
  if (last === undefined) return noFigure('too-few-periods', { needs: 1, has: 0 })
  return flatFit('naive', { level: last, firstForecast: 1, oneStep: series.slice(0, -1) })
}

/** Each period is like the same one a season before. */
export function fitSeasonalNaive(series: readonly number[], { seasonLength }: FitOptions = {}): Fit | NoFigure {
  checkSeries(series)
  const length = checkedCount(seasonLength, 'season length')
  if (series.length < length) return noFigure('too-few-periods', { needs: length, has: series.length })
  const season = series.slice(-length)
  return {
    method: 'seasonalNaive',
    parameters: {},
    estimated: 0,
    state: { level: 0, season },
    firstForecast: length,
    oneStep: series.slice(0, -length),
    forecast: (horizon) =>
      Array.from({ length: checkedHorizon(horizon) }, (_, index) => season[index % length] as number),
  }
}

/** The mean of the last `window` periods (3 where none is given), of all where there are fewer. */
export function fitMovingAverage(series: readonly number[], { parameters }: FitOptions = {}): Fit | NoFigure {
  checkSeries(series)
  const window = checkedCount(parameters?.window ?? 3, 'window')
  if (series.length === 0) return noFigure('too-few-periods', { needs: 1, has: 0 })
  const meanBefore = (end: number) => meanOf(series, { from: Math.max(0, end - window), end })
  const firstForecast = Math.min(window, series.length)
  const count = series.length - firstForecast
  return {
    ...flatFit('movingAverage', {
      level: meanBefore(series.length),
      firstForecast,
      oneStep: Array.from({ length: count }, (_, index) => meanBefore(firstForecast + index)),
    }),
    parameters: { window },
  }
}

/** The mean of all periods. */
export function fitMean(series: readonly number[]): Fit | NoFigure {
  checkSeries(series)
  if (series.length === 0) return noFigure('too-few-periods', { needs: 1, has: 0 })
  let sum = 0
  const means = series.map((value, index) => {
    sum += value
    return sum / (index + 1)
  })
  return flatFit('mean', { level: means.at(-1) as number, firstForecast: 1, oneStep: means.slice(0, -1) })
}

type Flat = { level: number; firstForecast: number; oneStep: readonly number[] }

function flatFit(method: 'naive' | 'movingAverage' | 'mean', { level, firstForecast, oneStep }: Flat): Fit {
  return {
    method,
    parameters: {},
    estimated: 0,
    state: { level },
    firstForecast,
    oneStep,
    forecast: (horizon) => repeated(level, horizon),
  }
}

function meanOf(series: readonly number[], { from, end }: { from: number; end: number }): number {
  let sum = 0
  for (let index = from; index < end; index += 1) sum += series[index] as number
  return sum / (end - from)
}
