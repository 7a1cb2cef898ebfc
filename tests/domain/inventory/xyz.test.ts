import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isFigure } from '#main/domain/inventory/no-figure.ts'
import { classifyXyz, fillPeriods, variationOf, variationOfSums, xyzClassOf } from '#main/domain/inventory/xyz.ts'

const classOf = (demand: (number | null)[], thresholds?: [number, number]) => {
  const result = classifyXyz(demand, thresholds)
  return isFigure(result) ? result.class : result
}

describe('XYZ', () => {
  test('steady is X, uneven Y, rare Z; a variation on a limit keeps the better class', () => {
    expect(classOf([10, 11, 9, 10])).toBe('X')
    expect(classOf([0, 10, 20])).toBe('Y')
    expect(classOf([0, 0, 0, 40])).toBe('Z')
    // sd of [1, 2, 3] is 1 and its mean 2: exactly on the limit of X.
    expect(classOf([1, 2, 3])).toBe('X')
    expect(classOf([1, 2, 3], [0.4, 0.5])).toBe('Y')
  })

  test('fewer than two periods are not classified; nothing sold, or more returned than sold, is Z without a variation', () => {
    expect(classifyXyz([])).toEqual({ periods: 0, mean: null, sd: null, cv: null, class: null })
    expect(classifyXyz([7])).toEqual({ periods: 1, mean: 7, sd: null, cv: null, class: null })
    expect(classifyXyz([0, 0])).toEqual({ periods: 2, mean: 0, sd: 0, cv: null, class: 'Z' })
    expect(classifyXyz([-4, 1])).toMatchObject({ cv: null, class: 'Z' })
  })

  test('periods out of stock say nothing: they are left out, not counted as zero', () => {
    expect(classifyXyz([10, null, 10, null, 10])).toMatchObject({ periods: 3, mean: 10, cv: 0, class: 'X' })
    expect(classifyXyz([10, 0, 10, 0, 10])).toMatchObject({ periods: 5, class: 'Y' })
    expect(classOf([5, null])).toBeNull()
  })

  test('limits must rise', () => {
    for (const limits of [
      [0, 1],
      [1, 1],
      [1, 0.5],
      [0.5, Number.NaN],
      [0.5, Number.POSITIVE_INFINITY],
    ] as const) {
      expect(classOf([1, 2], [...limits])).toEqual({ status: 'invalid', reason: 'thresholds-out-of-order' })
    }
  })

  test('a window is filled with zeros from the first sale on', () => {
    const sold = [
      { index: 4, quantity: 3 },
      { index: 2, quantity: 5 },
      { index: 4, quantity: 1 },
      { index: 9, quantity: 8 },
    ]
    expect(fillPeriods(sold, { periods: 6 })).toEqual([5, 0, 4, 0])
    expect(fillPeriods(sold, { periods: 6, outOfStock: [1, 3, 4, 40] })).toEqual([5, null, null, 0])
    expect(fillPeriods([], { periods: 6 })).toEqual([])
  })

  test('sums of one pass say the same as the periods themselves', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 5_000_000 }), { minLength: 2, maxLength: 36 }), (demand) => {
        const sum = demand.reduce((a, b) => a + b, 0)
        const sumOfSquares = demand.reduce((a, b) => a + b * b, 0)
        const whole = variationOf(demand)
        const quick = variationOfSums({ periods: demand.length, sum, sumOfSquares })
        expect(quick.cv === null).toBe(whole.cv === null)
        expect(quick.cv ?? 0).toBeCloseTo(whole.cv ?? 0, 5)
        expect(Number.isNaN(quick.sd)).toBe(false)
      }),
    )
    expect(variationOfSums({ periods: 12, sum: 12 * 333_333, sumOfSquares: 12 * 333_333 ** 2 }).cv).toBe(0)
    expect(variationOfSums({ periods: 0, sum: 0, sumOfSquares: 0 })).toEqual(variationOf([]))
  })

  test('the class depends on the variation alone: any scale, any order', () => {
    const demand = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 2, maxLength: 24 })
    fc.assert(
      fc.property(demand, fc.constantFrom(2, 1000, 0.5), (given, scale) => {
        expect(classOf(given.map((quantity) => quantity * scale))).toBe(classOf(given))
        expect(classOf([...given].reverse())).toBe(classOf(given))
        expect(xyzClassOf(variationOf(given), [0.5, 1])).toBe(classOf(given))
      }),
    )
  })
})
