import { expect, test } from 'vitest'
import { daySpans, yearsOf } from '#renderer/features/company/day-spans.ts'
import { asDay } from '#shared/dates.ts'

const day = (id: number, on: string, name = 'Holiday', isWorking = false) => ({ id, on: asDay(on), name, isWorking })

test('neighbours with one name and answer stand as a span', () => {
  const spans = daySpans([
    day(1, '2026-10-01'),
    day(2, '2026-10-02'),
    day(3, '2026-10-03', 'Other'),
    day(4, '2026-10-04', 'Other', true),
    day(5, '2026-10-06', 'Other', true),
  ])
  expect(spans.map(({ ids, from, to }) => [ids, from, to])).toEqual([
    [[1, 2], '2026-10-01', '2026-10-02'],
    [[3], '2026-10-03', '2026-10-03'],
    [[4], '2026-10-04', '2026-10-04'],
    [[5], '2026-10-06', '2026-10-06'],
  ])
})

test('a day that a merge made double stands twice; a span ends with its year', () => {
  expect(daySpans([day(1, '2026-10-01'), day(2, '2026-10-01')])).toHaveLength(2)
  expect(daySpans([day(1, '2026-12-31'), day(2, '2027-01-01')])).toHaveLength(2)
  expect(yearsOf([day(1, '2027-01-01'), day(2, '2025-01-01')], asDay('2026-11-22'))).toEqual(['2025', '2026', '2027'])
  expect(daySpans([])).toEqual([])
})
