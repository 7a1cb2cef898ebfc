// Intervals of multiplicative Holt-Winters, for which no formula is right: paths into the future are drawn, and quantiles
// taken over them.
import { quantileOfSorted } from '../stats/quantile.ts'
import type { Random } from '../stats/random.ts'
import type { Fit } from './methods/fit.ts'
import { type NoFigure, noFigure } from './no-figure.ts'
import { type Limits, limits } from './normal-interval.ts'

const paths = 1000

/**
 * Each path goes on with the fitted recursion, every period off by one of the relative errors (actual / forecast - 1) that
 * the method made in the history, drawn with replacement and widened for the parameters that were estimated. Relative,
 * because a season that multiplies also multiplies what it is off by. The same draws give the same interval.
 */
export function simulatedInterval(
  series: readonly number[],
  { fit, horizon, level, random }: { fit: Fit; horizon: number; level: number; random: Random },
): Limits[] | NoFigure {
  const { oneStep, firstForecast, estimated } = fit
  const degrees = oneStep.length - estimated
  if (degrees <= 0) return noFigure('too-few-errors', { needs: estimated + 1, has: oneStep.length })
  if (oneStep.some((forecast) => forecast <= 0)) return noFigure('not-all-positive')
  const widening = Math.sqrt(oneStep.length / degrees)
  const errors = oneStep.map((forecast, at) => widening * ((series[firstForecast + at] as number) / forecast - 1))
  const drawn = Array.from({ length: horizon }, () => new Float64Array(paths))
  for (let path = 0; path < paths; path += 1) {
    walk(fit, horizon, {
      draw: () => random.pick(errors),
      keep: (at, demand) => (drawn[at] as Float64Array).fill(demand, path, path + 1),
    })
  }
  if (drawn.some((values) => values.some((value) => !Number.isFinite(value)))) return noFigure('not-computable')
  return drawn.map((values) => {
    values.sort()
    const at = (probability: number) => quantileOfSorted(values, probability) as number
    return limits(at((1 - level) / 2), at((1 + level) / 2))
  })
}

/** One path: the recursion of holt-winters.ts with the drawn demand as the actual one. */
function walk(
  { state, parameters }: Fit,
  horizon: number,
  { draw, keep }: { draw: () => number; keep: (at: number, demand: number) => void },
): void {
  const { alpha = 0, beta = 0, gamma = 0 } = parameters
  const season = [...(state.season ?? [])]
  let { level, trend = 0 } = state
  for (let at = 0; at < horizon; at += 1) {
    const s = season[at % season.length] as number
    const expected = level + trend
    // Demand that the seasonal index divides by must stay above 0, as in the history it was fitted to.
    const demand = Math.max(expected * s * (1 + draw()), Number.EPSILON)
    keep(at, demand)
    const before = level
    level = (alpha * demand) / s + (1 - alpha) * expected
    trend = beta * (level - before) + (1 - beta) * trend
    season[at % season.length] = (gamma * demand) / level + (1 - gamma) * s
  }
}
