import fc from 'fast-check'
import { expect, test } from 'vitest'
import { coverage, inventoryPosition, reorderDecision } from '#main/domain/inventory/reorder.ts'
import { ceilToMultiple, ceilUnits, liftToOrder } from '#main/domain/inventory/round-up.ts'

const question = { onHand: 20, onOrder: 0, backorders: 0, reorderPoint: 30, lot: { fixed: 50 } }

test('units are rounded up, noise is not, and nothing falls below none', () => {
  expect([0, 0.2, 3.0000000004, 3.00001, 0.6 / 0.2, -4, 7].map(ceilUnits)).toEqual([0, 1, 3, 4, 3, 0, 7])
  expect(Object.is(ceilUnits(-0.5), 0)).toBe(true)
  expect([ceilToMultiple(0, 24), ceilToMultiple(1, 24), ceilToMultiple(48, 24), ceilToMultiple(48.5, 24)]).toEqual([
    0, 24, 48, 72,
  ])
  expect([0, -1, 1, 25, 130].map((quantity) => liftToOrder(quantity, { moq: 100, pack: 24 }))).toEqual([
    0, 0, 120, 120, 144,
  ])
})

test('a negative stock holds its backorders already', () => {
  expect(inventoryPosition({ onHand: 10, onOrder: 5, backorders: 8 })).toBe(7)
  expect(inventoryPosition({ onHand: -8, onOrder: 5, backorders: 8 })).toBe(-3)
})

test('an order is due at the reorder point, not above it', () => {
  expect(reorderDecision(question)).toEqual({ position: 20, isDue: true, quantity: 50 })
  expect(reorderDecision({ ...question, onOrder: 10 })).toMatchObject({ isDue: true })
  expect(reorderDecision({ ...question, onOrder: 11 })).toEqual({ position: 31, isDue: false, quantity: 0 })
  expect(reorderDecision({ ...question, lot: { orderUpTo: 100 }, moq: 90, pack: 12 })).toMatchObject({ quantity: 96 })
})

test('where nothing is ever asked for nothing is due, and what is not known is undefined', () => {
  const idle = { onHand: 0, onOrder: 0, backorders: 0, reorderPoint: 0, lot: { orderUpTo: 0 } }
  expect(reorderDecision(idle)).toEqual({ position: 0, isDue: false, quantity: 0 })
  expect(reorderDecision({ ...question, reorderPoint: null })).toMatchObject({ status: 'undefined' })
  expect(reorderDecision({ ...question, onOrder: -1 })).toEqual({ status: 'invalid', reason: 'negative' })
  expect(reorderDecision({ ...question, pack: 0 })).toEqual({ status: 'invalid', reason: 'not-a-number' })
})

test('stock covers its days; without demand there is no such figure, and stock below zero covers none', () => {
  expect(coverage(90, 4.5)).toEqual({ days: 20 })
  expect(coverage(-3, 4.5)).toEqual({ days: 0 })
  for (const demand of [0, -1, null, Number.NaN, 5e-324])
    expect(coverage(90, demand)).toMatchObject({ status: 'undefined' })
})

test('an order lifts the position to its level, in whole packs', () => {
  const amount = fc.integer({ min: 0, max: 10_000 })
  fc.assert(
    fc.property(amount, amount, amount, fc.integer({ min: 1, max: 200 }), (onHand, onOrder, orderUpTo, pack) => {
      const result = reorderDecision({
        onHand,
        onOrder,
        backorders: 0,
        reorderPoint: orderUpTo,
        lot: { orderUpTo },
        pack,
      })
      if ('status' in result) throw new Error(result.reason)
      expect(result.position + result.quantity).toBeGreaterThanOrEqual(Math.min(orderUpTo, result.position + orderUpTo))
      expect(result.quantity % pack).toBe(0)
      if (result.isDue) expect(result.position + result.quantity).toBeLessThan(orderUpTo + pack)
    }),
  )
})
