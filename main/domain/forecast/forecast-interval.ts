// The interval that fits the method: by formula, by drawing paths, or none.

import type { Random } from '../stats/random.ts'
import { standardDeviation } from '../stats/standard-deviation.ts'
import { type Fit, oneStepErrors } from './methods/fit.ts'
import { isNoFigure, type NoFigure, noFigure } from './no-figure.ts'
import {
  horizonSigmas,
  type Limits,
  movingAverageSigmas,
  normalInterval,
  residualSigma,
  type SmoothingWeights,
} from './normal-interval.ts'
import { simulatedInterval } from './simulated-interval.ts'

export type IntervalInput = { fit: Fit; horizon: number; level: number; seasonLength: number; random: Random }

export type ForecastInterval = {
  kind: 'normal' | 'simulated'
  /** Spread of the one-step errors that it rests on; null where paths were drawn from the errors themselves. */
  sigma: number | null
  limits: Limits[]
}

/** Limits for each period of the horizon. Croston, SBA, TSB, and a mean standing in for them, have none. */
export function forecastInterval(series: readonly number[], input: IntervalInput): ForecastInterval | NoFigure {
  const { fit, horizon, level } = input
  if (fit.method === 'croston' || fit.method === 'sba' || fit.method === 'tsb') return noFigure('no-consistent-model')
  if (fit.method === 'holtWintersMultiplicative') {
    const found = simulatedInterval(series, input)
    return isNoFigure(found) ? found : { kind: 'simulated', sigma: null, limits: found }
  }
  const sigma = sigmaOf(series, fit)
  if (isNoFigure(sigma)) return sigma
  const sigmas = sigmasOf(sigma, input, series.length)
  if (!sigmas.every(Number.isFinite)) return noFigure('not-computable')
  return { kind: 'normal', sigma, limits: normalInterval(fit.forecast(horizon), sigmas, level) }
}

/** Of a mean over all periods it is the spread around that mean; of all else that of the one-step errors. */
function sigmaOf(series: readonly number[], fit: Fit): number | NoFigure {
  if (fit.method !== 'mean') return residualSigma(oneStepErrors(series, fit), fit.estimated)
  return standardDeviation(series) ?? noFigure('too-few-errors', { needs: 2, has: series.length })
}

function sigmasOf(sigma: number, { fit, horizon, seasonLength }: IntervalInput, periods: number): number[] {
  const { method, parameters } = fit
  if (method === 'movingAverage') return movingAverageSigmas(sigma, horizon, parameters.window ?? 1)
  if (method === 'mean') return Array.from({ length: horizon }, () => sigma * Math.sqrt(1 + 1 / periods))
  return horizonSigmas(sigma, horizon, weightsOf(fit, seasonLength))
}

/** The naive forecast is a level that follows each value wholly, the seasonal one a season that does. */
function weightsOf({ method, parameters }: Fit, seasonLength: number): SmoothingWeights {
  if (method === 'naive') return { alpha: 1 }
  if (method === 'seasonalNaive') return { alpha: 0, gamma: 1, seasonLength }
  const { alpha = 0, beta, gamma, phi } = parameters
  return { alpha, beta, gamma, phi, seasonLength }
}
