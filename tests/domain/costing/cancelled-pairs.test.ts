import { expect, test } from 'vitest'
import { cancelledPairs } from '#main/domain/costing/cancelled-pairs.ts'
import type { CostEntry } from '#main/domain/costing/cost-types.ts'
import { history, issue, move, receive } from '#tests/domain/costing/cost-cases.ts'

const cancelled = (...entries: CostEntry[]) => [...cancelledPairs(history(...entries))].sort()

test('a movement and its whole reversal of the same day, in the same place', () => {
  expect(cancelled(receive(2, 100), issue(-2, { reversesId: 1 }))).toEqual([])
  expect(cancelled(receive(2, 100), issue(2, { reversesId: 1 }))).toEqual([1, 2])
  expect(cancelled(receive(2, 100), issue(1, { reversesId: 1 }))).toEqual([])
  expect(cancelled(receive(2, 100), issue(2, { reversesId: 1, day: 2 }))).toEqual([])
  expect(cancelled(receive(2, 100), issue(2, { reversesId: 1, warehouseId: 5 }))).toEqual([])
  expect(cancelled(receive(2, 100), issue(2, { reversesId: 99 }))).toEqual([])
})

test('a reversal that was itself reversed cancels nothing', () => {
  expect(cancelled(receive(2, 100), issue(2, { reversesId: 1 }), receive(2, null, { reversesId: 2 }))).toEqual([2, 3])
})

test('a movement that another one points at stays', () => {
  const back = move('customer_return', 1, { originId: 1 })
  expect(cancelled(issue(2), back, receive(2, null, { reversesId: 1 }))).toEqual([])
  expect(cancelled(issue(2), back, issue(1, { reversesId: 2 }), receive(2, null, { reversesId: 1 }))).toEqual([
    1, 2, 3, 4,
  ])
})
