import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type DemandForecast, type ForecastInput, forecastDemand } from '#main/domain/forecast/forecast-demand.ts'
import { isNoFigure } from '#main/domain/forecast/no-figure.ts'
import { asDay } from '#shared/dates.ts'
import { forecastMethods } from '#shared/schemas/forecasts.ts'

type Given = Partial<ForecastInput> & { demand: readonly number[] }
const forecast = (given: Given) => forecastDemand({ period: 'month', start: asDay('2024-01-01'), ...given })

function found(given: Given): DemandForecast {
  const result = forecast(given)
  if (isNoFigure(result)) throw new Error(result.reason)
  return result
}

const steady = Array.from({ length: 24 }, (_, at) => 100 + ((at * 37) % 23) - 11)
const rare = Array.from({ length: 24 }, (_, at) => (at % 3 === 0 ? 6 + (at % 2) : 0))

describe('the forecast of a product', () => {
  test('says everything that its card shows', () => {
    const result = found({ demand: steady, settings: { horizon: 6, leadTimePeriods: 1.5 } })
    expect(result.pattern).toMatchObject({ class: 'smooth', periods: 24, demands: 24, adi: 1 })
    expect(result.seasonality).toMatchObject({ seasonLength: 12 })
    expect(result.choice).toMatchObject({ chosenBy: 'test', why: null, firstOrigin: 16 })
    expect(result.choice.tested).toEqual([
      '2025-05-01',
      '2025-06-01',
      '2025-07-01',
      '2025-08-01',
      '2025-09-01',
      '2025-10-01',
      '2025-11-01',
      '2025-12-01',
    ])
    expect(result.choice.candidates.map(({ name }) => name)).toContain(result.choice.name)
    expect(result.choice.naive).toMatchObject({ name: 'naive', accuracy: { count: 8 } })
    expect(result.rmse).toMatchObject({ from: 'test', errors: 8 })
    expect(result.leadTimeSums).toMatchObject({ periods: 2, spans: 23 })
    expect(result.interval).toMatchObject({ kind: 'normal' })
    expect(result.forecasts.map(({ start }) => start)).toEqual([
      '2026-01-01',
      '2026-02-01',
      '2026-03-01',
      '2026-04-01',
      '2026-05-01',
      '2026-06-01',
    ])
    for (const { computed, lower, upper, used, overruled } of result.forecasts) {
      expect(lower).toBeLessThan(computed)
      expect(upper).toBeGreaterThan(computed)
      expect([used, overruled]).toEqual([computed, null])
    }
  })

  test('is plain data: nothing is lost on its way through JSON', () => {
    for (const demand of [steady, rare, [4, 5], Array.from({ length: 40 }, (_, at) => 20 + (at % 12))]) {
      const result = found({ demand, settings: { leadTimePeriods: 2 } })
      expect(JSON.parse(JSON.stringify(result))).toEqual(result)
      expect(JSON.stringify(result)).not.toMatch(/NaN|Infinity/)
    }
  })

  test('fitted figures stand beside the periods that they were said of', () => {
    const result = found({ demand: [0, ...steady], settings: { method: 'naive' } })
    expect(result.history[0]).toMatchObject({ start: '2024-02-01', demand: 89, fitted: null })
    expect(result.history[1]).toMatchObject({ start: '2024-03-01', fitted: 89 })
  })

  test('rare demand: the mean, SBA or TSB; no normal interval, but sums over the lead time', () => {
    const result = found({ demand: rare, settings: { leadTimePeriods: 3, horizon: 2 } })
    expect(result.pattern.class).toBe('intermittent')
    expect(['mean', 'sba', 'tsb']).toContain(result.choice.name)
    expect(result.interval).toEqual({ status: 'undefined', reason: 'no-consistent-model' })
    expect(result.forecasts[0]).toMatchObject({ lower: null, upper: null })
    expect(result.leadTimeSums).toMatchObject({ periods: 3, quantiles: [6, expect.any(Number), 7] })
    expect(result.choice.naive).toMatchObject({ name: 'naive' })
  })

  test('never sold, or only returned: no forecast, and why', () => {
    for (const demand of [[], [0, 0, 0], [-4, 0, -1]])
      expect(forecast({ demand })).toEqual({ status: 'undefined', reason: 'no-demand' })
    expect(forecast({ demand: [5, 5], inStock: [0, 0], settings: { stockOuts: 'exclude' } })).toMatchObject({
      reason: 'no-demand',
    })
  })

  test('too short a history: the mean of what there is, said to be a rule, without an interval', () => {
    const result = found({ demand: [8, 4, 6], settings: { horizon: 1, leadTimePeriods: 2 } })
    expect(result.choice).toMatchObject({ name: 'mean', chosenBy: 'rule', why: { reason: 'too-few-periods', has: 3 } })
    expect(result.forecasts[0]).toMatchObject({ computed: 6, used: 6, lower: null, upper: null })
    expect(result.interval).toMatchObject({ reason: 'too-few-periods', needs: 6 })
    expect(result.seasonality).toMatchObject({ reason: 'not-two-seasons' })
    expect(result.leadTimeSums).toMatchObject({ reason: 'too-few-periods' })
    expect(result.rmse).toMatchObject({ from: 'fit', errors: 2 })
    expect(found({ demand: [8] }).rmse).toMatchObject({ reason: 'too-few-errors' })
  })

  test('what a person said of a month to come is used, what was computed stays beside it', () => {
    const said = { start: asDay('2026-03-01'), demand: 900, note: 'trade fair' }
    const plain = found({ demand: steady })
    const result = found({ demand: steady, overrides: [said] })
    expect(result.forecasts[2]).toMatchObject({ used: 900, overruled: said, computed: plain.forecasts[2]?.computed })
    expect(result.forecasts[1]).toEqual(plain.forecasts[1])
    expect(result.history).toEqual(plain.history)
  })

  test('what a person said of a month past is what the forecast is made from', () => {
    const overrides = [{ start: asDay('2025-12-01'), demand: 300 }]
    const result = found({ demand: steady, overrides, settings: { method: 'naive' } })
    expect(result.history.at(-1)).toMatchObject({ demand: steady[23], used: 300, marks: ['overruled'] })
    expect(result.forecasts[0]?.computed).toBe(300)
  })

  test('a peak is capped, unless it is to be kept', () => {
    const demand = steady.map((value, at) => (at === 20 ? 5000 : value))
    expect(found({ demand }).history[20]?.marks).toEqual(['capped'])
    expect(found({ demand }).outlierLimit).toBeLessThan(5000)
    expect(found({ demand, settings: { outliers: 'keep' } }).history[20]).toMatchObject({ used: 5000, marks: [] })
  })

  test('months without stock: filled they count, left out they take the season its place', () => {
    const inStock = steady.map((_, at) => (at === 10 ? 0 : 1))
    const demand = steady.map((value, at) => (at === 10 ? 0 : value))
    const filled = found({ demand, inStock })
    expect(filled.history[10]).toMatchObject({ marks: ['bridged'], inStock: 0 })
    expect(filled.history[10]?.used).toBeCloseTo(((steady[9] as number) + (steady[11] as number)) / 2, 9)
    const out = found({ demand, inStock, settings: { stockOuts: 'exclude' } })
    expect(out.history[10]).toMatchObject({ used: null, fitted: null, marks: ['leftOut'] })
    expect(out.seasonality).toMatchObject({ reason: 'periods-left-out' })
    expect(out.pattern.periods).toBe(23)
    expect(out.forecasts[0]?.start).toBe('2026-01-01')
  })

  test('weeks: seasons of 52, periods from Monday on', () => {
    const result = found({ period: 'week', start: asDay('2026-01-05'), demand: steady, settings: { horizon: 2 } })
    expect(result.seasonLength).toBe(52)
    expect(result.forecasts.map(({ start }) => start)).toEqual(['2026-06-22', '2026-06-29'])
  })

  test('the method that was asked for is the one that is used', () => {
    for (const method of forecastMethods.filter((id) => !id.startsWith('holtWinters'))) {
      expect(found({ demand: steady, settings: { method } }).method.method).toBe(method)
    }
    const season = found({ demand: [...steady, ...steady], settings: { method: 'holtWintersMultiplicative' } })
    expect(season.method).toMatchObject({ method: 'holtWintersMultiplicative', estimated: 3 })
    expect(season.interval).toMatchObject({ kind: 'simulated', sigma: null })
  })
})

describe('any history', () => {
  const figure = fc.oneof(fc.integer({ min: 0, max: 300 }), fc.constant(0), fc.integer({ min: -30, max: 0 }))
  const history = fc.array(figure, { maxLength: 30 })
  const settings = fc.record({
    stockOuts: fc.constantFrom('fill' as const, 'exclude' as const, 'keep' as const),
    outliers: fc.constantFrom('cap' as const, 'keep' as const),
    leadTimePeriods: fc.constantFrom(null, 0.4, 2),
  })
  const shares = fc.array(fc.constantFrom(0, 0.3, 0.8, 1, null), { maxLength: 30 })

  function everyNumberIsFinite(value: unknown): void {
    if (typeof value === 'number') expect(Number.isFinite(value)).toBe(true)
    if (typeof value === 'object' && value !== null) Object.values(value).forEach(everyNumberIsFinite)
  }

  test('finite figures throughout, or the reason', () => {
    fc.assert(
      fc.property(history, settings, shares, (demand, chosen, inStock) => {
        const result = forecast({ demand, inStock, settings: chosen })
        everyNumberIsFinite(result)
        if (isNoFigure(result)) {
          expect(result.reason).toBe('no-demand')
          return
        }
        expect(result.forecasts).toHaveLength(12)
        for (const { used, lower } of result.forecasts) {
          expect(used).toBeGreaterThanOrEqual(0)
          if (lower !== null) expect(lower).toBeGreaterThanOrEqual(0)
        }
      }),
      { numRuns: 120 },
    )
  })

  test('the same history gives the same forecast, and another unit the same in that unit', () => {
    fc.assert(
      fc.property(history, (demand) => {
        const one = forecast({ demand })
        expect(forecast({ demand })).toEqual(one)
        const other = forecast({ demand: demand.map((value) => value * 1024) })
        if (isNoFigure(one) || isNoFigure(other)) {
          expect(other).toEqual(one)
          return
        }
        expect(other.choice.name).toBe(one.choice.name)
        for (const [at, { computed }] of other.forecasts.entries())
          expect(computed / 1024).toBeCloseTo(one.forecasts[at]?.computed ?? Number.NaN, 6)
      }),
      { numRuns: 60 },
    )
  })

  test('a constant demand forecasts itself', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 1, max: 40 }), (value, length) => {
        const result = found({ demand: Array.from({ length }, () => value) })
        for (const { computed } of result.forecasts) expect(computed).toBeCloseTo(value, 6)
      }),
      { numRuns: 40 },
    )
  })
})
