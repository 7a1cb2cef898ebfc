import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  dailyDemand,
  demandOver,
  meanDailyDemand,
  withoutOpenDemand,
} from '#main/domain/inventory/replenishment/daily-demand.ts'
import { addDays, asDay } from '#shared/dates.ts'
import { today } from './product-to-replenish.ts'

describe('demand day by day', () => {
  test('each day of a period alike, from today on, also where the period began before', () => {
    const forecast = [
      { from: addDays(today, 3), days: 2, qtyMilli: 400 },
      { from: addDays(today, -7), days: 10, qtyMilli: 1000 },
    ]
    const { perDay, coveredDays } = dailyDemand(today, forecast, 7)
    expect([...perDay]).toEqual([100, 100, 100, 200, 200, 200, 200])
    expect(coveredDays).toBe(5)
  })

  test('gaps go on at the pace before them, the time before the first period at its own', () => {
    const forecast = [
      { from: addDays(today, 1), days: 2, qtyMilli: 20 },
      { from: addDays(today, 4), days: 1, qtyMilli: 50 },
    ]
    expect([...dailyDemand(today, forecast, 6).perDay]).toEqual([10, 10, 10, 10, 50, 50])
  })

  test('a forecast that is over goes on, negative demand is none, no forecast is none', () => {
    expect([...dailyDemand(today, [{ from: asDay('2025-01-01'), days: 10, qtyMilli: 70 }], 2).perDay]).toEqual([7, 7])
    expect([...dailyDemand(today, [{ from: today, days: 2, qtyMilli: -70 }], 2).perDay]).toEqual([0, 0])
    expect(dailyDemand(today, [], 2)).toEqual({ perDay: new Float64Array(2), coveredDays: 0 })
    expect([...dailyDemand(today, [{ from: today, days: 0, qtyMilli: 5 }], 1).perDay]).toEqual([0])
  })

  test('sums over days count the last one in part, and go on beyond the end', () => {
    const perDay = Float64Array.of(1, 2, 4)
    expect([0, 1, 1.5, 3, 5].map((days) => demandOver(perDay, days))).toEqual([0, 1, 2, 7, 15])
    expect(meanDailyDemand(perDay, 2)).toBe(1.5)
    expect(meanDailyDemand(perDay, 0)).toBe(1)
    expect(demandOver(new Float64Array(0), 3)).toBe(0)
  })

  test('nothing of a forecast is lost or made up', () => {
    const period = fc.record({
      days: fc.integer({ min: 1, max: 31 }),
      qtyMilli: fc.integer({ min: 0, max: 1_000_000 }),
    })
    fc.assert(
      fc.property(fc.array(period, { minLength: 1, maxLength: 12 }), (periods) => {
        let start = 0
        const forecast = periods.map(({ days, qtyMilli }) => {
          const from = addDays(today, start)
          start += days
          return { from, days, qtyMilli }
        })
        const sum = periods.reduce((total, { qtyMilli }) => total + qtyMilli, 0)
        expect(demandOver(dailyDemand(today, forecast, start).perDay, start)).toBeCloseTo(sum, 3)
      }),
    )
  })
})

test('open orders are taken out of a forecast of what is shipped, in the period they fall into', () => {
  const forecast = [
    { from: today, days: 10, qtyMilli: 1000 },
    { from: addDays(today, 10), days: 10, qtyMilli: 1000 },
  ]
  const open = [
    { on: addDays(today, 12), qtyMilli: 300 },
    { on: addDays(today, -5), qtyMilli: 900 },
    { on: null, qtyMilli: 200 },
    { on: addDays(today, 90), qtyMilli: 50 },
  ]
  expect(withoutOpenDemand(forecast, open, today).map(({ qtyMilli }) => qtyMilli)).toEqual([0, 700])
})
