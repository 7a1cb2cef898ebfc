import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { demandSeries, trimLeadingZeros } from '#main/domain/forecast/demand-series.ts'
import { isNoFigure } from '#main/domain/forecast/no-figure.ts'
import { periodAfter, periodStart, periodsBetween } from '#main/domain/forecast/periods.ts'
import { addDays, asDay, daysBetween } from '#shared/dates.ts'

const lines = (text: Record<string, number>) =>
  Object.entries(text).map(([on, quantity]) => ({ on: asDay(on), quantity }))
const month = (asOf: string) => ({ asOf: asDay(asOf), period: 'month' as const })
const week = (asOf: string) => ({ asOf: asDay(asOf), period: 'week' as const })

describe('periods', () => {
  test('months begin on the 1st, weeks on Monday, also across the year and before 1970', () => {
    expect(periodStart(asDay('2024-02-29'), 'month')).toBe('2024-02-01')
    expect(periodStart(asDay('2027-01-01'), 'week')).toBe('2026-12-28')
    expect(periodStart(asDay('2026-12-28'), 'week')).toBe('2026-12-28')
    expect(periodStart(asDay('1969-12-31'), 'week')).toBe('1969-12-29')
    expect(periodAfter(asDay('2025-11-01'), 'month', 3)).toBe('2026-02-01')
    expect(periodAfter(asDay('2026-01-01'), 'month', -1)).toBe('2025-12-01')
    expect(periodAfter(asDay('2026-12-28'), 'week')).toBe('2027-01-04')
  })

  test('going on and counting back agree', () => {
    const day = fc.integer({ min: 0, max: 30_000 }).map((count) => addDays(asDay('1980-01-01'), count))
    fc.assert(
      fc.property(day, fc.integer({ min: -60, max: 60 }), fc.constantFrom('month', 'week'), (on, count, kind) => {
        const start = periodStart(on, kind)
        expect(daysBetween(start, on)).toBeLessThan(31)
        expect(periodsBetween(start, periodAfter(start, kind, count), kind)).toBe(count)
        expect(periodStart(periodAfter(start, kind, count), kind)).toBe(periodAfter(start, kind, count))
      }),
    )
  })
})

describe('demand per period', () => {
  test('from the first sale to the last complete month, returns taken off, gaps 0, the running month left out', () => {
    const given = lines({ '2025-12-31': 5, '2026-02-10': 7, '2026-02-20': -2, '2026-04-01': 9 })
    expect(demandSeries(given, month('2026-04-15'))).toEqual({ start: '2025-12-01', demand: [5, 0, 5, 0] })
    expect(demandSeries(given, month('2026-04-30'))).toEqual({ start: '2025-12-01', demand: [5, 0, 5, 0, 9] })
  })

  test('by weeks: Sunday completes one', () => {
    const given = lines({ '2026-01-01': 1, '2026-01-11': 2, '2026-01-12': 4 })
    expect(demandSeries(given, week('2026-01-17'))).toEqual({ start: '2025-12-29', demand: [1, 2] })
    expect(demandSeries(given, week('2026-01-18'))).toEqual({ start: '2025-12-29', demand: [1, 2, 4] })
  })

  test('a return before any sale starts nothing', () => {
    const given = lines({ '2026-01-05': -3, '2026-02-05': 4 })
    expect(demandSeries(given, month('2026-02-28'))).toEqual({ start: '2026-02-01', demand: [4] })
  })

  test('no sale, or none in a complete period: no series, and why', () => {
    expect(demandSeries([], month('2026-04-15'))).toMatchObject({ status: 'undefined', reason: 'no-demand' })
    expect(demandSeries(lines({ '2026-04-02': 9 }), month('2026-04-15'))).toMatchObject({ reason: 'too-few-periods' })
    expect(demandSeries(lines({ '2026-06-02': 9 }), month('2026-04-15'))).toMatchObject({ reason: 'too-few-periods' })
  })

  test('nothing between the first sale and the last complete period is lost, whatever the order of the lines', () => {
    const line = fc.record({
      on: fc.integer({ min: 0, max: 900 }).map((count) => addDays(asDay('2024-01-01'), count)),
      quantity: fc.integer({ min: -5, max: 40 }),
    })
    const kinds = fc.constantFrom('month' as const, 'week' as const)
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), kinds, (given, period) => {
        const asOf = asDay('2025-12-31')
        const series = demandSeries(given, { asOf, period })
        expect(demandSeries([...given].reverse(), { asOf, period })).toEqual(series)
        if (isNoFigure(series)) return
        const end = periodAfter(series.start, period, series.demand.length)
        expect(end <= addDays(asOf, 1) && periodAfter(end, period) > addDays(asOf, 1)).toBe(true)
        const inside = given.filter(({ on }) => on >= series.start && on < end)
        expect(series.demand.reduce((sum, value) => sum + value, 0)).toBe(
          inside.reduce((sum, { quantity }) => sum + quantity, 0),
        )
      }),
    )
  })

  test('leading zeros are dropped, those within stay', () => {
    expect(trimLeadingZeros([0, 0, 3, 0, 1, 0])).toEqual([3, 0, 1, 0])
    expect(trimLeadingZeros([0, 0])).toEqual([])
    expect(trimLeadingZeros([])).toEqual([])
  })
})
