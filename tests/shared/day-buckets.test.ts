import { expect, test } from 'vitest'
import { asDay } from '#shared/dates.ts'
import { bucketOf, weekday } from '#shared/day-buckets.ts'

test.each([
  // Tuesday, 10 March 2026.
  ['2026-03-10', '2026-03-09', 'overdue'],
  ['2026-03-10', '2026-03-10', 'today'],
  ['2026-03-10', '2026-03-11', 'tomorrow'],
  ['2026-03-10', '2026-03-12', 'thisWeek'],
  ['2026-03-10', '2026-03-15', 'thisWeek'],
  ['2026-03-10', '2026-03-16', 'later'],
  // On a Saturday tomorrow ends the week, on a Sunday it begins the next.
  ['2026-03-14', '2026-03-15', 'tomorrow'],
  ['2026-03-14', '2026-03-16', 'later'],
  ['2026-03-15', '2026-03-16', 'tomorrow'],
  ['2026-03-15', '2026-03-17', 'later'],
] as const)('on %s, %s is %s', (today, day, bucket) => {
  expect(bucketOf(asDay(day), asDay(today))).toBe(bucket)
})

test('what has no day has a place of its own', () => {
  expect(bucketOf(null, asDay('2026-03-10'))).toBe('noDay')
})

test('weekdays as ISO counts them', () => {
  expect(['2026-03-09', '2026-03-15'].map((day) => weekday(asDay(day)))).toEqual([1, 7])
})
