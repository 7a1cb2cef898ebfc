import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayNumber, lastPeriods, partsOf, periodIndex, wholePeriods } from '#main/domain/demand/period-window.ts'
import { addDays, asDay } from '#shared/dates.ts'

describe('wholePeriods', () => {
  test('months that lie whole between two days', () => {
    const { periods } = wholePeriods('month', asDay('2026-01-02'), asDay('2026-04-29'))
    expect(periods).toEqual([
      { first: '2026-02-01', last: '2026-02-28', days: 28 },
      { first: '2026-03-01', last: '2026-03-31', days: 31 },
    ])
  })

  test('the last day of a month completes it', () => {
    expect(wholePeriods('month', asDay('2026-02-01'), asDay('2026-02-28')).periods).toHaveLength(1)
    expect(wholePeriods('month', asDay('2026-02-01'), asDay('2026-02-27')).periods).toEqual([])
  })

  test('ISO weeks from Monday to Sunday, over the end of a year', () => {
    const { periods } = wholePeriods('week', asDay('2025-12-29'), asDay('2026-01-11'))
    expect(periods.map(({ first, last }) => [first, last])).toEqual([
      ['2025-12-29', '2026-01-04'],
      ['2026-01-05', '2026-01-11'],
    ])
  })

  test('days in the wrong order hold nothing', () => {
    expect(wholePeriods('week', asDay('2026-01-11'), asDay('2025-12-29')).periods).toEqual([])
  })
})

test('the last three months as of a day within the fourth', () => {
  const { periods } = lastPeriods('month', 3, asDay('2026-03-30'))
  expect(periods.map(({ first }) => first)).toEqual(['2025-12-01', '2026-01-01', '2026-02-01'])
})

test('every day of a window lies in the period that its number says', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('month' as const, 'week' as const),
      fc.integer({ min: 0, max: 20_000 }),
      fc.integer({ min: 0, max: 800 }),
      (kind, start, length) => {
        const from = addDays(asDay('1970-01-01'), start)
        const window = wholePeriods(kind, from, addDays(from, length))
        const indexOf = periodIndex(window)
        for (const [at, { first, last, days }] of window.periods.entries()) {
          expect(indexOf(partsOf(first))).toBe(at)
          expect(indexOf(partsOf(last))).toBe(at)
          expect(dayNumber(partsOf(last)) - dayNumber(partsOf(first)) + 1).toBe(days)
        }
      },
    ),
    { numRuns: 60 },
  )
})
