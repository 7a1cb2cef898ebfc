import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addWorkingDays,
  isWorkingDay,
  nextWorkingDay,
  type WorkingWeek,
  weekdayOf,
  workingDaysBetween,
} from '#main/domain/book/working-days.ts'
import { addDays, asDay, type Day } from '#shared/dates.ts'

const week = (workingDays: string, special: Record<string, boolean> = {}): WorkingWeek => ({
  workingDays,
  specialDays: new Map(Object.entries(special).map(([day, isWorking]) => [asDay(day), isWorking])),
})
const day = (text: string): Day => asDay(text)

test.each([
  ['2026-11-22', 7],
  ['2026-11-23', 1],
  ['2024-02-29', 4],
  ['1969-12-31', 3],
  ['1970-01-01', 4],
  ['0001-01-01', 1],
])('%s is weekday %i', (text, weekday) => expect(weekdayOf(day(text))).toBe(weekday))

// The holidays of October 2026 as the State Council of China announced them in form: a week off, two Saturdays worked for it.
const october = week('12345', {
  '2026-10-01': false,
  '2026-10-02': false,
  '2026-10-05': false,
  '2026-10-06': false,
  '2026-10-07': false,
  '2026-10-10': true,
  '2026-09-20': true,
})

describe('a Chinese week of holidays with the days worked in exchange', () => {
  test('days off and days worked differ from the week', () => {
    expect(isWorkingDay(october, day('2026-10-01'))).toBe(false)
    expect(isWorkingDay(october, day('2026-10-03'))).toBe(false)
    expect(isWorkingDay(october, day('2026-10-10'))).toBe(true)
    expect(isWorkingDay(october, day('2026-09-20'))).toBe(true)
    expect(isWorkingDay(october, day('2026-10-11'))).toBe(false)
  })

  test('the next working day', () => {
    expect(nextWorkingDay(october, day('2026-09-30'))).toBe('2026-09-30')
    expect(nextWorkingDay(october, day('2026-10-01'))).toBe('2026-10-08')
    expect(nextWorkingDay(october, day('2026-10-10'))).toBe('2026-10-10')
    expect(nextWorkingDay(october, day('2026-10-11'))).toBe('2026-10-12')
  })

  test('counting forth and back', () => {
    expect(addWorkingDays(october, day('2026-09-30'), 3)).toBe('2026-10-10')
    expect(addWorkingDays(october, day('2026-10-10'), -3)).toBe('2026-09-30')
    expect(addWorkingDays(october, day('2026-10-03'), 0)).toBe('2026-10-03')
    expect(workingDaysBetween(october, day('2026-09-30'), day('2026-10-11'))).toBe(3)
    expect(workingDaysBetween(october, day('2026-10-11'), day('2026-09-30'))).toBe(-4)
  })
})

test('a week without working days counts every day, so that counting always ends', () => {
  expect(addWorkingDays(week(''), day('2026-11-20'), 5)).toBe('2026-11-25')
  expect(workingDaysBetween(week(''), day('2026-11-20'), day('2026-12-20'))).toBe(30)
})

const anyDay = fc.integer({ min: -800, max: 800 }).map((days) => addDays(day('2026-06-15'), days))
const anyWeek = fc
  .record({
    digits: fc.subarray(['1', '2', '3', '4', '5', '6', '7'], { minLength: 1 }),
    special: fc.array(fc.tuple(anyDay, fc.boolean()), { maxLength: 60 }),
  })
  .map(({ digits, special }): WorkingWeek => ({ workingDays: digits.join(''), specialDays: new Map(special) }))

test('property: counting by weeks is counting day by day, and adding undoes it', () => {
  fc.assert(
    fc.property(anyWeek, anyDay, anyDay, fc.integer({ min: 1, max: 200 }), (rule, one, other, count) => {
      const [from, to] = one < other ? [one, other] : [other, one]
      let worked = 0
      for (let at = addDays(from, 1); at <= to; at = addDays(at, 1)) if (isWorkingDay(rule, at)) worked += 1
      expect(workingDaysBetween(rule, from, to)).toBe(worked)
      const later = addWorkingDays(rule, one, count)
      expect(isWorkingDay(rule, later)).toBe(true)
      expect(workingDaysBetween(rule, one, later)).toBe(count)
      const earlier = addWorkingDays(rule, one, -count)
      expect(isWorkingDay(rule, earlier)).toBe(true)
      expect(workingDaysBetween(rule, one, earlier)).toBe(-count)
      expect(nextWorkingDay(rule, later)).toBe(later)
    }),
    { numRuns: 300 },
  )
})
