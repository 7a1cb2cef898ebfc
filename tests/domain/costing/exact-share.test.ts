import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shareOf } from '#main/domain/costing/exact-share.ts'
import { Decimal } from '#shared/decimal.ts'

test.each([
  [1, 1, 2, 1],
  [-1, 1, 2, -1],
  [1, 1, 3, 0],
  [-1, 1, 3, 0],
  [667, 1, 2, 334],
  [1000, 2, 3, 667],
])('%d x %d / %d is %d: half away from zero, and never minus zero', (value, part, whole, share) => {
  expect(shareOf(value, part, whole)).toBe(share)
})

test('is exact however large the product, and the whole gives the value', () => {
  const whole = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER })
  fc.assert(
    fc.property(fc.maxSafeInteger(), whole, fc.nat(1_000_000), (value, all, millionth) => {
      const part = Math.floor((all / 1_000_000) * millionth)
      const exact = Number(new Decimal(value).times(part).div(all).round(0, 1).toFixed(0))
      expect(shareOf(value, part, all)).toBe(exact === 0 ? 0 : exact)
      expect(shareOf(value, all, all)).toBe(value === 0 ? 0 : value)
    }),
  )
  expect(() => shareOf(Number.MAX_SAFE_INTEGER, 3, 1)).toThrow('input/too-large')
})
