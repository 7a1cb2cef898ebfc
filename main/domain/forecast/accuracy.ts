// How far forecasts were off. An error is actual less forecast.
import { mean } from '../stats/standard-deviation.ts'
import { type NoFigure, noFigure } from './no-figure.ts'

export type Accuracy = {
  /** Periods that were forecast. */
  count: number
  me: number | null
  mae: number | null
  /** Sum of the squared errors. */
  sse: number
  mse: number | null
  rmse: number | null
  /** Mean of |error / actual| in percent, over the `mapeCount` periods whose actual is not 0. */
  mape: number | null
  mapeCount: number
  /** Mean of 200 |error| / (|actual| + |forecast|) in percent; 0 / 0 counts as 0. */
  smape: number | null
  /** Sum of |error| over the sum of |actual|, in percent. */
  wape: number | null
  /** MAE over that of the naive forecast within the training series; null without one, or where that was never off. */
  mase: number | null
  /** Why a figure above is null. */
  missing: Partial<Record<'all' | 'mape' | 'wape' | 'mase', NoFigure>>
}

export type Training = { readonly series: readonly number[]; readonly seasonLength: number }

/** All measures of formulas.md, section 3 (Hyndman, Koehler 2006). Both lists are of the same periods. */
export function accuracy(actual: readonly number[], forecast: readonly number[], training?: Training): Accuracy {
  if (actual.length !== forecast.length) throw new RangeError('Actual and forecast are not of the same periods')
  const errors = actual.map((value, index) => value - (forecast[index] as number))
  const sizes = errors.map(Math.abs)
  const [mae, mse] = [mean(sizes), mean(errors.map((error) => error * error))]
  const shares = sizes.flatMap((size, at) => (actual[at] === 0 ? [] : [(100 * size) / Math.abs(actual[at] as number)]))
  const demand = sumOf(actual.map(Math.abs))
  const mase = mae === null ? null : scaledError(mae, training)
  const missing: Accuracy['missing'] = {}
  if (mae === null) missing.all = noFigure('nothing-to-test-on')
  if (shares.length === 0) missing.mape = noFigure('nothing-to-divide-by')
  if (demand === 0) missing.wape = noFigure('nothing-to-divide-by')
  if (typeof mase !== 'number') missing.mase = mase ?? noFigure('nothing-to-test-on')
  return {
    count: errors.length,
    me: mean(errors),
    mae,
    sse: sumOf(errors.map((error) => error * error)),
    mse,
    rmse: mse === null ? null : Math.sqrt(mse),
    mape: mean(shares),
    mapeCount: shares.length,
    smape: mean(sizes.map((size, at) => symmetricShare(size, actual[at] as number, forecast[at] as number))),
    wape: demand === 0 ? null : (100 * sumOf(sizes)) / demand,
    mase: typeof mase === 'number' ? mase : null,
    missing,
  }
}

function symmetricShare(size: number, actual: number, forecast: number): number {
  return size === 0 ? 0 : (200 * size) / (Math.abs(actual) + Math.abs(forecast))
}

/** MAE over the mean step of the training series from each period to the one a season later. */
function scaledError(mae: number, training: Training | undefined): number | NoFigure {
  if (!training) return noFigure('too-few-periods')
  const { series, seasonLength } = training
  const steps = series.slice(seasonLength).map((value, at) => Math.abs(value - (series[at] as number)))
  const scale = mean(steps)
  if (scale === null) return noFigure('too-few-periods', { needs: seasonLength + 1, has: series.length })
  return scale === 0 ? noFigure('nothing-to-divide-by') : mae / scale
}

export type TrackingSignal = {
  cumulativeError: number
  /** Mean absolute deviation; null without periods. */
  mad: number | null
  /** Cumulated error in units of MAD: beyond about 4 either way the forecast is biased. Null where MAD is 0. */
  signal: number | null
}

export function trackingSignal(actual: readonly number[], forecast: readonly number[]): TrackingSignal {
  const { mae: mad } = accuracy(actual, forecast)
  const cumulativeError = sumOf(actual.map((value, at) => value - (forecast[at] as number)))
  return { cumulativeError, mad, signal: mad === null || mad === 0 ? null : cumulativeError / mad }
}

function sumOf(values: readonly number[]): number {
  let sum = 0
  for (const value of values) sum += value
  return sum
}
