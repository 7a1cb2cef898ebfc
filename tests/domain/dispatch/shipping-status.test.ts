// The state of an order by what was sent of its lines.
import { describe, expect, test } from 'vitest'
import { linesWithGoods, type SentLine, statusByShipping } from '#main/domain/dispatch/shipping-status.ts'
import type { OrderStatus } from '#shared/schemas/orders.ts'

const line = (qty: number, shipped: number, more: Partial<SentLine> = {}): SentLine => ({
  ...{ isGoods: true, qtyMilli: qty * 1000, cancelledMilli: 0, shippedMilli: shipped * 1000 },
  ...more,
})
const after = (status: OrderStatus, lines: readonly SentLine[]) =>
  statusByShipping({ status, confirmedOn: '2026-11-01', deliveredOn: null }, lines)

describe('the state', () => {
  test.each<[OrderStatus, OrderStatus, SentLine[]]>([
    ['confirmed', 'confirmed', [line(3, 0), line(2, 0)]],
    ['confirmed', 'part_shipped', [line(3, 3), line(2, 0)]],
    ['part_shipped', 'shipped', [line(3, 3), line(2, 2)]],
    ['shipped', 'confirmed', [line(3, 0)]],
    // More was sent than ordered, or the rest is no longer wanted.
    ['confirmed', 'shipped', [line(3, 4), line(2, 1, { cancelledMilli: 1000 })]],
    // A line that is not wanted at all says nothing.
    ['confirmed', 'confirmed', [line(3, 0), line(2, 0, { cancelledMilli: 2000 })]],
    ['confirmed', 'shipped', [line(3, 3), line(1, 0, { isGoods: false })]],
    ['delivered', 'delivered', [line(3, 3)]],
    ['delivered', 'part_shipped', [line(3, 1)]],
    ['on_hold', 'on_hold', [line(3, 3)]],
    ['closed', 'closed', [line(3, 1)]],
    ['cancelled', 'cancelled', [line(3, 3)]],
  ])('%s becomes %s', (status, expected, lines) => {
    expect(after(status, lines)).toBe(expected)
  })
})

test('a charge is sent only where nothing else is', () => {
  const [goods, charge] = [line(1, 0), line(1, 0, { isGoods: false })]
  expect(linesWithGoods([goods, charge])).toEqual([goods])
  expect(linesWithGoods([charge])).toEqual([charge])
})
