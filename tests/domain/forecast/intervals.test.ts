import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { forecastInterval } from '#main/domain/forecast/forecast-interval.ts'
import { leadTimeSums } from '#main/domain/forecast/lead-time-sums.ts'
import type { Fit, FitOptions } from '#main/domain/forecast/methods/fit.ts'
import { methods } from '#main/domain/forecast/methods/method-list.ts'
import { isNoFigure } from '#main/domain/forecast/no-figure.ts'
import {
  horizonSigmas,
  movingAverageSigmas,
  normalInterval,
  residualSigma,
} from '#main/domain/forecast/normal-interval.ts'
import { seededRandom } from '#main/domain/stats/random.ts'
import { type ForecastMethod, forecastMethods } from '#shared/schemas/forecasts.ts'

function fitted(method: ForecastMethod, values: readonly number[], options: FitOptions = {}): Fit {
  const fit = methods[method](values, { seasonLength: 4, ...options })
  if (isNoFigure(fit)) throw new Error(`${method}: ${fit.reason}`)
  return fit
}

const given = { horizon: 6, level: 0.8, seasonLength: 4 }
const interval = (method: ForecastMethod, values: readonly number[], seed = 1) =>
  forecastInterval(values, { ...given, fit: fitted(method, values), random: seededRandom(seed, 'test') })

const grown = [20, 31, 42, 25, 24, 38, 50, 31, 29, 43, 61, 36, 31, 52, 66, 44]

describe('sigma', () => {
  test('squared errors over what is left of them after the parameters', () => {
    expect(residualSigma([3, -4, 0], 1)).toBeCloseTo(Math.sqrt(25 / 2), 12)
    expect(residualSigma([3, -4, 0], 0)).toBeCloseTo(Math.sqrt(25 / 3), 12)
    expect(residualSigma([2, 1], 2)).toEqual({ status: 'undefined', reason: 'too-few-errors', needs: 3, has: 2 })
  })

  test('grows with the horizon as the method says', () => {
    expect(horizonSigmas(10, 4, { alpha: 1 }).map((value) => (value / 10) ** 2)).toEqual(
      [1, 2, 3, 4].map((value) => expect.closeTo(value, 12)),
    )
    expect(horizonSigmas(10, 3, { alpha: 0 })).toEqual([10, 10, 10])
    // Seasonal naive: one step more with each whole season. Holt: c = 0.5 * 1.5, 0.5 * 2.
    const seasonal = horizonSigmas(1, 5, { alpha: 0, gamma: 1, seasonLength: 2 }).map((value) => value ** 2)
    for (const [at, value] of [1, 1, 2, 2, 3].entries()) expect(seasonal[at]).toBeCloseTo(value, 12)
    const holt = horizonSigmas(1, 3, { alpha: 0.5, beta: 0.5 }).map((value) => value ** 2)
    for (const [at, value] of [1, 1 + 0.75 ** 2, 1 + 0.75 ** 2 + 1].entries()) expect(holt[at]).toBeCloseTo(value, 12)
    // Damped by a half: c = 0.5(1 + 0.5 * 0.5), 0.5(1 + 0.5 * 0.75).
    const damped = horizonSigmas(1, 3, { alpha: 0.5, beta: 0.5, phi: 0.5 }).map((value) => value ** 2)
    expect(damped[2]).toBeCloseTo(1 + 0.625 ** 2 + 0.6875 ** 2, 12)
  })

  test('of a moving average of one value is that of the naive forecast; of two, weights 1, 1/2, 3/4', () => {
    expect(movingAverageSigmas(3, 5, 1)).toEqual(horizonSigmas(3, 5, { alpha: 1 }))
    expect(movingAverageSigmas(1, 3, 2)[2]).toBeCloseTo(Math.sqrt(1 + 0.25 + 0.5625), 12)
  })
})

describe('normal interval', () => {
  test('point ± z sigma, drawn from 0 on', () => {
    const [wide, low] = normalInterval([100, 1], [10, 10], 0.95)
    expect(wide?.lower).toBeCloseTo(100 - 19.59963984540054, 9)
    expect(wide?.upper).toBeCloseTo(100 + 19.59963984540054, 9)
    expect(low?.lower).toBeLessThan(0)
    expect(low?.shownLower).toBe(0)
  })

  test('refuses what is no level', () => {
    for (const level of [0, 1, -0.5, Number.NaN]) expect(() => normalInterval([1], [1], level)).toThrow(RangeError)
  })
})

describe('the interval of a method', () => {
  test('Croston, SBA and TSB have none, and say why', () => {
    for (const method of ['croston', 'sba', 'tsb'] as const) {
      expect(interval(method, grown)).toEqual({ status: 'undefined', reason: 'no-consistent-model' })
    }
  })

  test('of the mean: the spread around it, a little wider for the mean itself being estimated', () => {
    const found = interval('mean', [8, 12])
    if (isNoFigure(found)) throw new Error(found.reason)
    expect(found.sigma).toBeCloseTo(Math.sqrt(8), 12)
    expect((found.limits[5]?.upper ?? 0) - 10).toBeCloseTo(1.2815515655446 * Math.sqrt(8) * Math.sqrt(1.5), 9)
  })

  test('of multiplicative Holt-Winters paths are drawn: the same for the same seed, wider where demand is high', () => {
    const found = interval('holtWintersMultiplicative', grown)
    if (isNoFigure(found)) throw new Error(found.reason)
    expect(found.kind).toBe('simulated')
    expect(interval('holtWintersMultiplicative', grown)).toEqual(found)
    expect(interval('holtWintersMultiplicative', grown, 2)).not.toEqual(found)
    const width = (at: number) => (found.limits[at]?.upper ?? 0) - (found.limits[at]?.lower ?? 0)
    expect(width(2)).toBeGreaterThan(width(3))
    const points = fitted('holtWintersMultiplicative', grown).forecast(6)
    for (const [at, point] of points.entries()) {
      expect(found.limits[at]?.lower).toBeLessThan(point)
      expect(found.limits[at]?.upper).toBeGreaterThan(point)
    }
  })

  test('holds about the share of the future that it says, on demand made as its method supposes', () => {
    const random = seededRandom(5, 'coverage')
    const normal = () => Array.from({ length: 12 }, () => random.below(1e6) / 1e6).reduce((a, b) => a + b, -6)
    const inside = Array.from({ length: 400 }, () => {
      let level = 100
      const values = Array.from({ length: 51 }, () => {
        const error = 10 * normal()
        const value = level + error
        level += 0.3 * error
        return value
      })
      const fit = fitted('ses', values.slice(0, 50))
      const found = forecastInterval(values.slice(0, 50), { ...given, fit, random })
      if (isNoFigure(found)) throw new Error(found.reason)
      const [next] = found.limits
      return next && (values[50] as number) >= next.lower && (values[50] as number) <= next.upper ? 1 : 0
    }).reduce<number>((sum, one) => sum + one, 0)
    expect(inside / 400).toBeGreaterThan(0.73)
    expect(inside / 400).toBeLessThan(0.87)
  })

  test('any method, any series: limits in order and finite, or a reason', () => {
    const series = fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 8, maxLength: 24 })
    fc.assert(
      fc.property(series, fc.constantFrom(...forecastMethods), (values, method) => {
        const fit = methods[method](values, { seasonLength: 4 })
        if (isNoFigure(fit)) return
        const found = forecastInterval(values, { ...given, fit, random: seededRandom(1, 'any') })
        if (isNoFigure(found)) return
        expect(found.limits).toHaveLength(6)
        for (const { lower, upper, shownLower } of found.limits) {
          expect(Number.isFinite(lower) && Number.isFinite(upper)).toBe(true)
          expect(lower).toBeLessThanOrEqual(upper)
          expect(shownLower).toBeGreaterThanOrEqual(0)
        }
      }),
      { numRuns: 150 },
    )
  })
})

describe('sums over a lead time', () => {
  test('over every span of that length', () => {
    const found = leadTimeSums([0, 4, 0, 6, 2], { periods: 2, probabilities: [0, 0.5, 1] })
    // 4, 4, 6, 8.
    expect(found).toEqual({ periods: 2, spans: 4, quantiles: [4, 5, 8] })
  })

  test('a part of a period is a whole one, a rounding error is none', () => {
    const length = (periods: number) => leadTimeSums([1, 2, 3, 4, 5, 6, 7], { periods, probabilities: [] })
    expect(length(1.2)).toMatchObject({ periods: 2 })
    expect(length(2.0000000001)).toMatchObject({ periods: 2 })
    expect(length(0.1)).toMatchObject({ periods: 1 })
    expect(() => length(0)).toThrow(RangeError)
  })

  test('too short a history has none', () => {
    expect(leadTimeSums([1, 2, 3, 4], { periods: 2, probabilities: [0.5] })).toEqual({
      status: 'undefined',
      reason: 'too-few-periods',
      needs: 5,
      has: 4,
    })
  })
})
