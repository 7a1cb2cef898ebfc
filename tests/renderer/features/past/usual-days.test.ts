import { expect, test } from 'vitest'
import { usualPastDays } from '#renderer/features/past/usual-days.ts'
import type { Day } from '#shared/dates.ts'

const daysOf = (first: string, today: string) =>
  usualPastDays({ first: first as Day, today: today as Day }).map(({ key, day }) => `${key} ${day}`)

test('the usual days to look back to, within the life of the book', () => {
  expect(daysOf('2020-01-01', '2026-03-15')).toEqual([
    'yesterday 2026-03-14',
    'weekAgo 2026-03-08',
    'monthEnd 2026-02-28',
    'yearEnd 2025-12-31',
  ])
  expect(daysOf('2026-03-10', '2026-03-15')).toEqual(['yesterday 2026-03-14'])
})

test('each day once: on the first of the month, yesterday is the end of last month', () => {
  expect(daysOf('2020-01-01', '2026-01-01')).toEqual(['yesterday 2025-12-31', 'weekAgo 2025-12-25'])
})
