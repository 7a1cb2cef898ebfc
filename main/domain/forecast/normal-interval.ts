// Intervals that a forecast lies in with a stated chance, from the spread of its one-step errors.
import { inverseNormal } from '../stats/normal-distribution.ts'
import { type NoFigure, noFigure } from './no-figure.ts'

export type Limits = {
  lower: number
  upper: number
  /** What is drawn: demand does not fall below 0. */
  shownLower: number
}

/** sqrt(SSE / (errors - estimated parameters)); none where that difference is not positive. */
export function residualSigma(errors: readonly number[], estimated: number): number | NoFigure {
  const degrees = errors.length - estimated
  if (degrees <= 0) return noFigure('too-few-errors', { needs: estimated + 1, has: errors.length })
  let squares = 0
  for (const error of errors) squares += error * error
  return Math.sqrt(squares / degrees)
}

export type SmoothingWeights = {
  readonly alpha: number
  readonly beta?: number
  readonly gamma?: number
  readonly phi?: number
  readonly seasonLength?: number
}

/**
 * The spread of the forecast h periods ahead, sigma * sqrt(1 + sum of c_j² for j < h), for every h up to the horizon:
 * c_j = a(1 + B(phi + … + phi^j)) + g(1 - a) where the season divides j (Hyndman, Koehler, Ord, Snyder 2008, table 6.1, for
 * the classic parameters; SES: B = g = 0; Holt: g = 0, phi = 1).
 */
export function horizonSigmas(sigma: number, horizon: number, weights: SmoothingWeights): number[] {
  const { alpha, beta = 0, gamma = 0, phi = 1, seasonLength = 0 } = weights
  let sum = 1
  let damping = 0
  let power = 1
  return Array.from({ length: horizon }, (_, index) => {
    if (index > 0) {
      power *= phi
      damping += power
      const isSeason = seasonLength > 0 && index % seasonLength === 0
      sum += (alpha * (1 + beta * damping) + (isSeason ? gamma * (1 - alpha) : 0)) ** 2
    }
    return sigma * Math.sqrt(sum)
  })
}

/** The same for the mean of the last `window` values, as the autoregression that it is (Svetunkov, Petropoulos 2018). */
export function movingAverageSigmas(sigma: number, horizon: number, window: number): number[] {
  const weights = [1]
  for (let at = 1; at < horizon; at += 1) {
    const last = weights.slice(Math.max(0, at - window))
    weights.push(last.reduce((sum, weight) => sum + weight, 0) / window)
  }
  let sum = 0
  return weights.map((weight) => {
    sum += weight * weight
    return sigma * Math.sqrt(sum)
  })
}

/** Point forecast ± z * sigma, z two-sided for a level such as 0.8. */
export function normalInterval(points: readonly number[], sigmas: readonly number[], level: number): Limits[] {
  const z = inverseNormal((1 + level) / 2)
  if (z === null || !(level > 0)) throw new RangeError(`No level of an interval: ${level}`)
  return points.map((point, index) =>
    limits(point - z * (sigmas[index] as number), point + z * (sigmas[index] as number)),
  )
}

export function limits(lower: number, upper: number): Limits {
  return { lower, upper, shownLower: Math.max(0, lower) }
}
