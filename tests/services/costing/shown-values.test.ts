import { expect, test } from 'vitest'
import { averageCost } from '#main/services/costing/shown-values.ts'

const of = (valueMinor: number, qtyMilli: number, uncostedMilli = 0) =>
  averageCost({ valueMinor, qtyMilli, uncostedMilli }, 'USD')

test('a cost per piece has four decimals at most, and the decimals of its currency at least', () => {
  expect(of(1600, 11_000)).toBe('1.4545')
  expect(of(1000, 30_000)).toBe('0.3333')
  expect(of(2000, 10_000)).toBe('2.00')
})

test('what costs less than a hundredth has six', () => {
  expect(of(100, 900_000)).toBe('0.001111')
})

test('it is of the pieces whose cost is known', () => {
  expect(of(1000, 30_000, 20_000)).toBe('1.00')
  expect(of(0, 30_000, 30_000)).toBeNull()
})
