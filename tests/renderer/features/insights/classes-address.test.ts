import { expect, test } from 'vitest'
import { readClassesAddress } from '#renderer/features/insights/classes-address.ts'
import { lastDayOfMonth } from '#renderer/features/insights/last-day-of-month.ts'
import { questionOf } from '#renderer/features/insights/use-classes-question.ts'

test('an address says the whole question', () => {
  const address = readClassesAddress({
    basis: 'orders',
    months: 6,
    period: 'week',
    on: '2026-06-30',
    a: 82.3,
    b: 95,
    x: 0.4,
    y: 1.2,
    channel: 'fair',
    country: 'DE',
    category: 7,
    cell: 'BX',
    id: 5,
  })
  expect(questionOf(address)).toEqual({
    basis: 'orders',
    months: 6,
    period: 'week',
    on: '2026-06-30',
    thresholds: [0.823, 0.95],
    limits: [0.4, 1.2],
    filter: { channel: 'fair', country: 'DE', categoryId: 7 },
  })
})

test('what is not understood is left out, and limits count only as a pair in order', () => {
  const raw = {
    basis: 'x',
    months: 0,
    on: '2026-13-01',
    a: 95,
    b: 80,
    x: 1,
    cell: 'AA',
    id: -1,
    view: 'matrix',
    country: 'de',
  }
  expect(readClassesAddress(raw)).toEqual({})
  expect(questionOf({})).toEqual({ filter: undefined })
})

test('the day that completes a month', () => {
  expect(['2026-02-03', '2024-02-29', '2025-12-31'].map(lastDayOfMonth)).toEqual([
    '2026-02-28',
    '2024-02-29',
    '2025-12-31',
  ])
})
