import { expect, test } from 'vitest'
import { nextYearly } from '#main/domain/customers/yearly-day.ts'
import { asDay } from '#shared/dates.ts'

test.each([
  ['1980-06-15', '2026-06-10', 14, '2026-06-15 46'],
  ['1980-06-15', '2026-06-15', 0, '2026-06-15 46'],
  ['1980-06-15', '2026-06-16', 14, null],
  ['1980-01-03', '2026-12-28', 14, '2027-01-03 47'],
  ['2000-02-29', '2026-02-20', 14, '2026-02-28 26'],
  ['2000-02-29', '2028-02-20', 14, '2028-02-29 28'],
  ['2026-06-15', '2026-06-10', 14, null],
])('%s seen from %s within %i days: %s', (born, from, days, expected) => {
  const next = nextYearly(asDay(born), asDay(from), days)
  expect(next && `${next.on} ${next.years}`).toBe(expected)
})
