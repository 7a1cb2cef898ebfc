import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, asDay, daysBetween } from '#shared/dates.ts'
import { type DaySpan, daySpans, spanOfDays } from '#shared/day-spans.ts'

const span = (name: DaySpan, today: string) => {
  const { from, to } = spanOfDays(name, asDay(today))
  return [from, to]
}

describe('a span of days seen from today', () => {
  test('counts days with today, or from tomorrow', () => {
    expect(span('today', '2026-03-01')).toEqual(['2026-03-01', '2026-03-01'])
    expect(span('last7', '2026-03-01')).toEqual(['2026-02-23', '2026-03-01'])
    expect(span('last90', '2026-03-01')).toEqual(['2025-12-02', '2026-03-01'])
    expect(span('next7', '2026-12-28')).toEqual(['2026-12-29', '2027-01-04'])
    expect(span('past', '2026-01-01')).toEqual([null, '2025-12-31'])
    expect(span('future', '2026-01-01')).toEqual(['2026-01-02', null])
  })

  test('takes whole months, quarters and years of the calendar', () => {
    expect(span('thisMonth', '2024-02-10')).toEqual(['2024-02-01', '2024-02-29'])
    expect(span('lastMonth', '2026-01-31')).toEqual(['2025-12-01', '2025-12-31'])
    expect(span('thisQuarter', '2026-11-22')).toEqual(['2026-10-01', '2026-12-31'])
    expect(span('lastQuarter', '2026-02-01')).toEqual(['2025-10-01', '2025-12-31'])
    expect(span('thisYear', '2026-11-22')).toEqual(['2026-01-01', '2026-12-31'])
    expect(span('lastYear', '2026-01-01')).toEqual(['2025-01-01', '2025-12-31'])
  })

  test('begins before it ends, and what is of now holds today', () => {
    const days = fc.integer({ min: 0, max: 40_000 }).map((count) => addDays(asDay('1990-01-01'), count))
    fc.assert(
      fc.property(days, fc.constantFrom(...daySpans), (today, name) => {
        const { from, to } = spanOfDays(name, today)
        if (from && to) expect(daysBetween(from, to)).toBeGreaterThanOrEqual(0)
        if (/^(this|today)/.test(name)) expect([from, today, to]).toEqual([from, today, to].sort())
        if (/^last[MQY]/.test(name) && from && to) {
          const now = spanOfDays(name.replace('last', 'this') as DaySpan, today)
          expect(addDays(to, 1)).toBe(now.from)
        }
      }),
    )
  })
})
