import { describe, expect, test } from 'vitest'
import {
  dayByKey,
  firstWeekdayIn,
  monthOf,
  monthSpan,
  monthsLater,
  weekNumber,
  weekSpan,
} from '#renderer/features/calendar/calendar-days.ts'
import { asDay, daysBetween } from '#shared/dates.ts'

const day = asDay

test('weeks begin on the day that the language begins them with', () => {
  // 2026-11-25 is a Wednesday.
  expect(weekSpan(day('2026-11-25'), firstWeekdayIn('en'))).toEqual({ from: '2026-11-22', to: '2026-11-28' })
  expect(weekSpan(day('2026-11-25'), firstWeekdayIn('zh-CN'))).toEqual({ from: '2026-11-23', to: '2026-11-29' })
})

test.each(['2026-02-10', '2024-02-29', '2026-11-01', '1969-12-31'])(
  'the month of %s is shown in whole weeks',
  (text) => {
    for (const firstWeekday of [1, 7]) {
      const month = monthOf(day(text))
      const { from, to } = monthSpan(day(text), firstWeekday)
      expect((daysBetween(from, to) + 1) % 7).toBe(0)
      expect(from <= month.from && month.to <= to).toBe(true)
      expect(daysBetween(from, month.from)).toBeLessThan(7)
      expect(daysBetween(month.to, to)).toBeLessThan(7)
    }
  },
)

test('the same day of another month, or its last', () => {
  expect(monthsLater(day('2026-01-31'), 1)).toBe('2026-02-28')
  expect(monthsLater(day('2026-01-31'), -1)).toBe('2025-12-31')
})

test('weeks are counted as ISO counts them', () => {
  expect(['2026-01-01', '2027-01-03', '2026-12-31', '2024-12-30'].map((text) => weekNumber(day(text)))).toEqual([
    1, 53, 53, 1,
  ])
})

describe('keys', () => {
  const at = (key: string, isMonth = true) => dayByKey(day('2026-11-25'), key, { firstWeekday: 1, isMonth })

  test('lead by a day, a week, a month', () => {
    const keys = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'PageUp', 'PageDown']
    expect(keys.map((key) => at(key))).toEqual([
      '2026-11-24',
      '2026-11-26',
      '2026-11-18',
      '2026-12-02',
      '2026-11-23',
      '2026-11-29',
      '2026-10-25',
      '2026-12-25',
    ])
  })

  test('turn the page by a week where a week is shown, and mean nothing else', () => {
    expect([at('PageUp', false), at('PageDown', false), at('x')]).toEqual(['2026-11-18', '2026-12-02', null])
  })
})
