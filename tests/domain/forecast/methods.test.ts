import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Fit, type FitOptions, oneStepErrors, shownDemand } from '#main/domain/forecast/methods/fit.ts'
import { holtWintersEligibility, seasonalForecast } from '#main/domain/forecast/methods/holt-winters.ts'
import { methods } from '#main/domain/forecast/methods/method-list.ts'
import { isNoFigure, type NoFigure } from '#main/domain/forecast/no-figure.ts'
import { type ForecastMethod, forecastMethods } from '#shared/schemas/forecasts.ts'

const series = fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 0, maxLength: 40 })

function fitted(method: ForecastMethod, values: readonly number[], options: FitOptions = {}): Fit {
  const fit = methods[method](values, { seasonLength: 4, ...options })
  if (isNoFigure(fit)) throw new Error(`${method}: ${fit.reason}`)
  return fit
}

const squares = (values: readonly number[], fit: Fit) =>
  oneStepErrors(values, fit).reduce((sum, error) => sum + error * error, 0)

describe('the plain methods', () => {
  test('naive: the last value; seasonal naive: the same place of the last season', () => {
    expect(fitted('naive', [3, 8, 5]).forecast(2)).toEqual([5, 5])
    expect(fitted('naive', [3, 8, 5]).oneStep).toEqual([3, 8])
    expect(fitted('seasonalNaive', [1, 2, 3, 4, 5, 6, 7, 8]).forecast(6)).toEqual([5, 6, 7, 8, 5, 6])
    expect(methods.seasonalNaive([1, 2], { seasonLength: 4 })).toEqual({
      status: 'undefined',
      reason: 'too-few-periods',
      needs: 4,
      has: 2,
    })
  })

  test('the moving average takes what there is where that is less than its window', () => {
    const fit = fitted('movingAverage', [2, 4, 9, 5], { parameters: { window: 2 } })
    expect([fit.forecast(1), fit.oneStep, fit.firstForecast]).toEqual([[7], [3, 6.5], 2])
    expect(fitted('movingAverage', [2, 4], { parameters: { window: 5 } }).forecast(1)).toEqual([3])
    expect(fitted('mean', [2, 4, 9]).forecast(1)).toEqual([5])
    expect(fitted('mean', [2, 4, 9]).oneStep).toEqual([2, 3])
  })
})

describe('smoothing', () => {
  test('SES by hand: 10, then 14 with alpha a half', () => {
    const fit = fitted('ses', [10, 14, 20], { parameters: { alpha: 0.5 } })
    expect([fit.oneStep, fit.forecast(2), fit.estimated]).toEqual([[10, 12], [16, 16], 0])
  })

  test('Holt by hand, and damped the trend fades', () => {
    const given = { parameters: { alpha: 0.5, beta: 0.5, phi: 0.5 }, start: { t0: 0, level: 10, trend: 4 } }
    expect(fitted('holt', [16], given).forecast(2)).toEqual([19.5, 24])
    // 10 + 0.5*4 = 12, error 4: level 14, trend 0.5*4 + 0.5*0.5*4 = 3.
    expect(fitted('dampedHolt', [16], given).forecast(2)).toEqual([15.5, 16.25])
  })

  test('Holt-Winters by hand: a season that repeats is forecast as it is, added or multiplied', () => {
    const repeats = [4, 8, 12, 4, 8, 12, 4]
    for (const method of ['holtWintersAdditive', 'holtWintersMultiplicative'] as const) {
      const parameters = { alpha: 0.3, beta: 0.2, gamma: 0.4 }
      const forecast = fitted(method, repeats, { seasonLength: 3, parameters }).forecast(4)
      for (const [at, value] of [8, 12, 4, 8].entries()) expect(forecast[at]).toBeCloseTo(value, 9)
    }
    const one = fitted('holtWintersAdditive', [10, 20, 16, 26], {
      seasonLength: 2,
      parameters: { alpha: 0.5, beta: 0.5, gamma: 0.5 },
    })
    // Start 15, (21 - 15)/2 = 3, (-5, 5). 16: 13 expected, level 18 + 1.5 = 19.5, trend 3.75, place -5 -> -4.25;
    // 26: 28.25 expected, level 23.25 - 1.125 = 22.125, trend 3.1875, place 5 -> 4.4375.
    expect(one.oneStep).toEqual([13, 28.25])
    expect(one.state).toEqual({ level: 22.125, trend: 3.1875, season: [-4.25, 4.4375] })
    expect(one.forecast(3)).toEqual([21.0625, 32.9375, 27.4375])
  })

  test('a state forecasts step h with place (h - 1) mod m of its season', () => {
    const state = { level: 10, trend: 1, season: [0.5, 2] }
    expect(seasonalForecast(state, { kind: 'multiplicative', horizon: 3 })).toEqual([5.5, 24, 6.5])
    expect(seasonalForecast(state, { kind: 'additive', horizon: 3 })).toEqual([11.5, 14, 13.5])
  })

  test('a season needs two whole ones, and one that multiplies nothing but demand', () => {
    const given = { periods: 24, seasonLength: 12, smallest: 0, kind: 'additive' as const }
    expect(holtWintersEligibility(given)).toBeNull()
    expect(holtWintersEligibility({ ...given, periods: 23 })).toMatchObject({ reason: 'not-two-seasons', needs: 24 })
    expect(holtWintersEligibility({ ...given, kind: 'multiplicative' })).toMatchObject({ reason: 'not-all-positive' })
  })

  test('estimated parameters are as good as the best of a fine net, and within their bounds', () => {
    const shapes = [
      Array.from({ length: 36 }, (_, at) => 40 + at + 12 * Math.sin((at * Math.PI) / 2) + ((at * 7919) % 13)),
      Array.from({ length: 30 }, (_, at) => 60 + ((at * 104729) % 29) - (at > 14 ? 25 : 0)),
    ]
    const steps = Array.from({ length: 21 }, (_, at) => at / 20)
    for (const values of shapes) {
      for (const method of ['ses', 'holt', 'holtWintersAdditive', 'holtWintersMultiplicative'] as const) {
        const fit = fitted(method, values)
        expect(Object.values(fit.parameters).every((value) => value >= 0 && value <= 1)).toBe(true)
        const coarse = method.startsWith('holtW') ? steps.filter((_, at) => at % 2 === 0) : [0]
        const beta = method === 'ses' ? [0] : steps
        const net = steps.flatMap((a) => beta.flatMap((b) => coarse.map((g) => ({ alpha: a, beta: b, gamma: g }))))
        const best = Math.min(...net.map((parameters) => squares(values, fitted(method, values, { parameters }))))
        expect(squares(values, fit)).toBeLessThanOrEqual(best * 1.0001)
      }
      expect(fitted('dampedHolt', values).parameters.phi).toBeGreaterThanOrEqual(0.8)
      expect(fitted('dampedHolt', values).parameters.phi).toBeLessThanOrEqual(0.98)
    }
  })

  test('no parameter is estimated from fewer errors than it takes', () => {
    expect(methods.ses([4, 5])).toEqual({ status: 'undefined', reason: 'too-few-periods', needs: 3, has: 2 })
    expect(methods.holt([4, 5, 6])).toMatchObject({ reason: 'too-few-periods', needs: 4 })
    expect(methods.holt([42], { parameters: { alpha: 0.3, beta: 0.1 } })).toMatchObject({ needs: 2, has: 1 })
    expect(fitted('ses', [4, 5], { parameters: { alpha: 1 } }).forecast(1)).toEqual([5])
  })
})

describe('intermittent demand', () => {
  const values = [0, 4, 0, 0, 8]
  const parameters = { alpha: 0.5, beta: 0.5 }

  test('Croston and SBA by hand: size 4 -> 6, interval 2 -> 2.5', () => {
    const croston = fitted('croston', values, { parameters })
    expect(croston.state).toEqual({ level: 6, interval: 2.5 })
    expect(croston.oneStep).toEqual([2, 2, 2])
    expect(croston.forecast(2)).toEqual([2.4, 2.4])
    expect(fitted('sba', values, { parameters }).forecast(1)[0]).toBeCloseTo(1.8, 12)
    expect(fitted('croston', [...values, 0, 0, 0], { parameters }).forecast(1)).toEqual([2.4])
  })

  test('TSB by hand: chance 0.4 -> 0.7 -> 0.35 -> 0.175 -> 0.5875; it falls when the item dies', () => {
    const tsb = fitted('tsb', values, { parameters })
    expect(tsb.start).toEqual({ t0: 1, level: 4, probability: 0.4 })
    expect(tsb.state.level).toBe(6)
    expect(tsb.state.probability).toBeCloseTo(0.5875, 12)
    expect(tsb.forecast(1)[0]).toBeCloseTo(3.525, 12)
    const dead = fitted('tsb', [...values, ...Array.from({ length: 12 }, () => 0)], { parameters })
    expect(dead.forecast(1)[0]).toBeLessThan(0.01)
  })

  test('fewer than two demands: the plain mean, and it says so', () => {
    for (const method of ['croston', 'sba', 'tsb'] as const) {
      const fit = fitted(method, [0, 0, 6, 0])
      expect(fit.forecast(1)).toEqual([1.5])
      expect(fit.fallback).toEqual({ status: 'undefined', reason: 'too-few-demands', needs: 2, has: 1 })
      expect(fitted(method, [0, 0]).forecast(2)).toEqual([0, 0])
    }
  })
})

describe('every method', () => {
  const each = forecastMethods.map((id) => [id] as const)

  test.each(each)('%s: a constant series forecasts itself', (method) => {
    const check = fc.property(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 8, max: 20 }), (value, length) => {
      const fit = fitted(
        method,
        Array.from({ length }, () => value),
      )
      // SBA takes its bias away also where there is none to be seen.
      const expected = method === 'sba' ? value * 0.95 : value
      for (const forecast of fit.forecast(5)) expect(forecast).toBeCloseTo(expected, 8)
    })
    fc.assert(check, { numRuns: 25 })
  })

  test.each(each)('%s: demand in another unit gives the same forecast in that unit', (method) => {
    const check = fc.property(series, fc.constantFrom(1 / 1024, 0.5, 2, 1024), (values, factor) => {
      const one = methods[method](values, { seasonLength: 4 })
      const other = methods[method](
        values.map((value) => value * factor),
        { seasonLength: 4 },
      )
      if (isNoFigure(one) || isNoFigure(other)) {
        expect(other).toEqual(one)
        return
      }
      const forecast = one.forecast(6)
      for (const [at, value] of other.forecast(6).entries())
        expect(value / factor).toBeCloseTo(forecast[at] as number, 6)
    })
    fc.assert(check, { numRuns: 40 })
  })

  test.each(each)('%s: finite figures or a reason, for any series at all', (method) => {
    const wild = fc.array(fc.oneof(fc.integer({ min: -50, max: 500 }), fc.constant(0), fc.constant(1e9)), {
      maxLength: 30,
    })
    const check = fc.property(wild, (values) => {
      const fit: Fit | NoFigure = methods[method](values, { seasonLength: 4 })
      if (isNoFigure(fit)) {
        expect(fit.reason).toMatch(/^[a-z-]+$/)
        return
      }
      expect([...fit.forecast(7), ...fit.oneStep].every(Number.isFinite)).toBe(true)
      expect(
        fit
          .forecast(7)
          .map(shownDemand)
          .every((value) => value >= 0),
      ).toBe(true)
      expect(fit.oneStep).toHaveLength(Math.max(0, values.length - fit.firstForecast))
    })
    fc.assert(check, { numRuns: 60 })
  })

  test.each(each)('%s: a forecast made one period before is what the shorter series forecasts', (method) => {
    // The mean that stands in for Croston's family is another forecast. TSB and the parameters that are estimated look at the whole series: they are given, and TSB its start.
    const options: FitOptions = {
      seasonLength: 4,
      parameters: { alpha: 0.3, beta: 0.2, gamma: 0.1, phi: 0.9, window: 3 },
      ...(method === 'tsb' ? { start: { t0: 1, level: 5, probability: 0.5 } } : {}),
    }
    const values = [7, 3, 9, 5, 6, 8, 12, 4, 7, 9, 10, 6]
    const fit = fitted(method, values, options)
    for (const [at, forecast] of fit.oneStep.entries()) {
      const shorter = methods[method](values.slice(0, fit.firstForecast + at), options)
      if (!isNoFigure(shorter) && !shorter.fallback) expect(shorter.forecast(1)[0]).toBeCloseTo(forecast, 9)
    }
  })

  test.each(each)('%s: refuses what is no series, no share, no horizon', (method) => {
    expect(() => methods[method]([1, Number.NaN, 2], { seasonLength: 4 })).toThrow(RangeError)
    expect(() => fitted(method, [1, 2, 3, 4, 5, 6, 7, 8]).forecast(0)).toThrow(RangeError)
    if (['ses', 'croston', 'tsb'].includes(method)) {
      expect(() => fitted(method, [1, 2, 3], { parameters: { alpha: 1.5 } })).toThrow(RangeError)
    }
  })
})
