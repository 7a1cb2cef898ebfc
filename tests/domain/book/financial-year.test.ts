import fc from 'fast-check'
import { expect, test } from 'vitest'
import { financialYear, financialYearOf } from '#main/domain/book/financial-year.ts'
import { addDays, asDay } from '#shared/dates.ts'

test.each([
  ['2026-01-01', 1, '2026-01-01', '2026-12-31', '2026'],
  ['2026-12-31', 1, '2026-01-01', '2026-12-31', '2026'],
  ['2026-03-31', 4, '2025-04-01', '2026-03-31', '2025/26'],
  ['2026-04-01', 4, '2026-04-01', '2027-03-31', '2026/27'],
  ['2024-02-29', 3, '2023-03-01', '2024-02-29', '2023/24'],
  ['1999-10-01', 10, '1999-10-01', '2000-09-30', '1999/00'],
])('%s with years from month %i', (day, month, first, last, name) => {
  expect(financialYearOf(asDay(day), month)).toEqual({ first, last, name })
})

test('the last year of the calendar ends with it; months there are none of are refused', () => {
  expect(financialYear(9999, 4)).toMatchObject({ first: '9999-04-01', last: '9999-12-31' })
  expect(() => financialYear(2026, 13)).toThrow(RangeError)
})

test('property: a day lies in its year, and the day after its end in the next', () => {
  fc.assert(
    fc.property(fc.integer({ min: -20_000, max: 20_000 }), fc.integer({ min: 1, max: 12 }), (days, month) => {
      const day = addDays(asDay('2026-06-15'), days)
      const year = financialYearOf(day, month)
      expect(year.first <= day && day <= year.last).toBe(true)
      expect(financialYearOf(addDays(year.last, 1), month).first).toBe(addDays(year.last, 1))
    }),
  )
})
