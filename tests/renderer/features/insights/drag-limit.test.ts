// A dragged limit ends the class exactly where it was let go, by the engine's own count.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { limitAfter, productsLeftOf, withinLimits } from '#renderer/features/insights/drag-limit.ts'
import { paretoBars } from '#renderer/features/insights/pareto-bars.ts'
import { itemsOf } from './items.ts'

describe('limit', () => {
  test('has no more decimals than it needs', () => {
    const items = itemsOf([50, 30, 15, 5])
    expect([1, 2, 3, 4].map((count) => limitAfter(count, items))).toEqual([50, 80, 95, 100])
    expect(limitAfter(1, itemsOf([1, 1, 1]))).toBe(33)
  })

  test('makes the class as long as it was dragged', () => {
    const positive = fc.array(fc.integer({ min: 1, max: 100_000 }), { minLength: 2, maxLength: 60 })
    fc.assert(
      fc.property(positive, fc.nat(), (numbers, at) => {
        const count = 1 + (at % (numbers.length - 1))
        const limit = limitAfter(count, itemsOf(numbers))
        fc.pre(limit < 100)
        const ranked = itemsOf(numbers, [limit / 100, 1])
        expect(ranked.filter((item) => item.class === 'A')).toHaveLength(count)
      }),
    )
  })

  test('stays in order, and within the whole', () => {
    expect(withinLimits('a', 99, { a: 80, b: 95 })).toBe(94.9)
    expect(withinLimits('b', 20, { a: 80, b: 95 })).toBe(80.1)
    expect(withinLimits('b', 120, { a: 80, b: 95 })).toBe(100)
    expect(withinLimits('a', -3, { a: 80, b: 95 })).toBe(0.1)
  })
})

test('a place on the chart tells how many products lie left of it', () => {
  const bars = paretoBars(itemsOf([40, 30, 20, 10]))
  expect([0, 0.24, 0.26, 0.5, 1, 7].map((place) => productsLeftOf(place, bars))).toEqual([0, 1, 1, 2, 4, 4])
})
