import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exactScale } from '#main/domain/rates/exact-scale.ts'

/** The definition in big integers: value x numerator / denominator, half away from zero. */
function scaled(value: bigint, numerator: bigint, denominator: bigint): bigint {
  const product = value * numerator
  const size = product < 0n ? -product : product
  const rounded = (size * 2n + denominator) / (denominator * 2n)
  return product < 0n ? -rounded : rounded
}

const factor = fc.bigInt({ min: 1n, max: 10n ** 12n })
/** What stock is worth may be less than nothing. */
const worth = fc.oneof(factor, fc.bigInt({ min: -(10n ** 12n), max: 0n }), fc.bigInt({ min: -1000n, max: 1000n }))

describe('an exact factor', () => {
  test('gives what big integers give, for plain numbers and past them', () => {
    fc.assert(
      fc.property(fc.oneof(fc.maxSafeInteger(), fc.integer()), worth, factor, (value, numerator, denominator) => {
        const expected = scaled(BigInt(value), numerator, denominator)
        const scale = exactScale(numerator, denominator)
        if (expected > BigInt(Number.MAX_SAFE_INTEGER) || expected < -BigInt(Number.MAX_SAFE_INTEGER)) {
          expect(() => scale(value)).toThrow('input/too-large')
        } else expect(BigInt(scale(value))).toBe(expected)
      }),
      { numRuns: 5000 },
    )
  })

  test('rounds halves away from zero, and never to minus zero', () => {
    const half = exactScale(1n, 2n)
    expect([half(1), half(-1), half(3), half(-3)]).toEqual([1, -1, 2, -2])
    expect(Object.is(exactScale(1n, 100n)(-1), 0)).toBe(true)
  })

  test('holds near the end of exact integers, where a quotient is rounded itself', () => {
    const last = Number.MAX_SAFE_INTEGER
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 1, max: 1_000_003 }), (below, divisor) => {
        const value = last - below
        expect(BigInt(exactScale(1n, BigInt(divisor))(value))).toBe(scaled(BigInt(value), 1n, BigInt(divisor)))
      }),
      { numRuns: 2000 },
    )
  })
})
