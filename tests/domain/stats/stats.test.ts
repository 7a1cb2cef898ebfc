import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { median, quantile } from '#main/domain/stats/quantile.ts'
import { mean, standardDeviation } from '#main/domain/stats/standard-deviation.ts'

const figures = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 2, maxLength: 40 })

describe('mean and standard deviation', () => {
  test('divide by n and by n - 1', () => {
    expect(mean([1, 2, 6])).toBe(3)
    expect(standardDeviation([1, 2, 6])).toBeCloseTo(Math.sqrt(7), 12)
  })

  test('do not exist without enough values', () => {
    expect(mean([])).toBeNull()
    expect(standardDeviation([])).toBeNull()
    expect(standardDeviation([5])).toBeNull()
    expect(standardDeviation([5, 5])).toBe(0)
  })

  test('a shift leaves the spread, a factor scales it', () => {
    fc.assert(
      fc.property(figures, fc.integer({ min: -1000, max: 1000 }), (values, by) => {
        const spread = standardDeviation(values) ?? Number.NaN
        expect(standardDeviation(values.map((value) => value + by))).toBeCloseTo(spread, 4)
        expect(standardDeviation(values.map((value) => value * by))).toBeCloseTo(spread * Math.abs(by), 2)
      }),
    )
  })
})

describe('quantile', () => {
  test('lies between the sorted values', () => {
    expect(quantile([40, 10, 20], 0.25)).toBe(15)
    expect(quantile([40, 10, 20], 1)).toBe(40)
    expect(median([3, 1, 2, 10])).toBe(2.5)
    expect(quantile([7], 0.9)).toBe(7)
  })

  test('does not exist without values and refuses what is no probability', () => {
    expect(quantile([], 0.5)).toBeNull()
    expect(() => quantile([1], 1.1)).toThrow(RangeError)
    expect(() => quantile([1], Number.NaN)).toThrow(RangeError)
  })

  test('grows with the probability and stays within the values', () => {
    fc.assert(
      fc.property(figures, fc.double({ min: 0, max: 1, noNaN: true }), (values, p) => {
        const at = quantile(values, p) ?? Number.NaN
        expect(at).toBeGreaterThanOrEqual(Math.min(...values))
        expect(at).toBeLessThanOrEqual(Math.max(...values) + 1e-9)
        expect(quantile(values, p / 2) ?? Number.NaN).toBeLessThanOrEqual(at + 1e-9)
      }),
    )
  })
})
