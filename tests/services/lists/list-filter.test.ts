import { describe, expect, test } from 'vitest'
import { filterCondition } from '#main/services/lists/list-filter.ts'
import { asDay } from '#shared/dates.ts'
import type { Filter } from '#shared/schemas/paging.ts'
import { refusal } from '#tests/support/refusal.ts'

const frame = { baseDigits: 2, today: () => asDay('2026-11-22') }
const day = { sql: 'r.on', type: 'day' } as const
const price = { sql: 'r.price', type: 'price' } as const
const filter = (op: Filter['op'], ...values: string[]): Filter => ({ column: 'x', op, values })
const code = (column: typeof day | typeof price, one: Filter) =>
  refusal(() => filterCondition(column, one, frame))?.code

describe('a filter', () => {
  test('takes both ends of a range at once, or one of them', () => {
    expect(filterCondition(price, filter('between', '1.5', '2'), frame)).toEqual({
      sql: 'r.price >= ? AND r.price <= ?',
      params: [1_500_000, 2_000_000],
    })
    expect(filterCondition(price, filter('between', '', '2'), frame)).toEqual({
      sql: 'r.price <= ?',
      params: [2_000_000],
    })
  })

  test('counts a span of days from today', () => {
    expect(filterCondition(day, filter('within', 'last7'), frame)).toEqual({
      sql: 'r.on >= ? AND r.on <= ?',
      params: ['2026-11-16', '2026-11-22'],
    })
    expect(filterCondition(day, filter('within', 'past'), frame).params).toEqual(['2026-11-21'])
  })

  test('leaves out several values, and keeps what has none', () => {
    const status = { sql: 'r.status', type: 'choice' } as const
    expect(filterCondition(status, filter('notIn', 'a', 'b'), frame)).toEqual({
      sql: '(r.status NOT IN (?, ?) OR r.status IS NULL)',
      params: ['a', 'b'],
    })
  })

  test('that does not fit its column is refused', () => {
    expect(code(day, filter('within', 'last8'))).toBe('lists/bad-filter')
    expect(code(price, filter('within', 'last7'))).toBe('lists/bad-filter')
    expect(code(price, filter('between', '', ''))).toBe('lists/bad-filter')
    expect(code(price, filter('between', 'low', ''))).toBe('lists/bad-filter')
  })
})
