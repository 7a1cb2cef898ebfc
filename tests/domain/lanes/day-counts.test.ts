import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countOfDays, meanOfCounts, quantileOfCounts, spreadOfCounts } from '#main/domain/lanes/day-counts.ts'
import { quantile } from '#main/domain/stats/quantile.ts'
import { mean, standardDeviation } from '#main/domain/stats/standard-deviation.ts'

const values = fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 200 })
const counted = (list: readonly number[]) => {
  const counts = new Map<number, number>()
  for (const value of list) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}

test('counts give what the single values give', () => {
  fc.assert(
    fc.property(values, fc.double({ min: 0, max: 1, noNaN: true }), (list, probability) => {
      const counts = counted(list)
      expect(countOfDays(counts)).toBe(list.length)
      expect(near(quantileOfCounts(counts, probability), quantile(list, probability))).toBe(true)
      expect(near(meanOfCounts(counts), mean(list))).toBe(true)
      expect(near(spreadOfCounts(counts), standardDeviation(list))).toBe(true)
    }),
  )
})

function near(one: number | null, other: number | null): boolean {
  if (one === null || other === null) return one === other
  return Math.abs(one - other) < 1e-9
}

test('no values have no quantile, no mean and no spread; one has no spread', () => {
  expect(quantileOfCounts(new Map(), 0.5)).toBeNull()
  expect(meanOfCounts(new Map([[3, 0]]))).toBeNull()
  expect(spreadOfCounts(new Map([[7, 1]]))).toBeNull()
  expect(quantileOfCounts(new Map([[7, 1]]), 0.9)).toBe(7)
})

test('what is no probability is refused', () => {
  expect(() => quantileOfCounts(new Map([[1, 1]]), 1.2)).toThrow(RangeError)
})
