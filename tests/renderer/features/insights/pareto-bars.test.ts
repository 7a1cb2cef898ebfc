// Bars of the Pareto chart: every product in exactly one, never across two classes, never too many.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { classShares } from '#renderer/features/insights/class-shares.ts'
import { classEnds, paretoBars } from '#renderer/features/insights/pareto-bars.ts'
import { itemsOf } from './items.ts'

const values = fc.array(fc.integer({ min: -5, max: 1000 }), { minLength: 1, maxLength: 400 })

describe('bars', () => {
  test('one a product while there is room', () => {
    const bars = paretoBars(itemsOf([50, 30, 20]))
    expect(bars.map(({ first, last, height, item }) => [first, last, height, item?.rank])).toEqual([
      [1, 1, 50, 1],
      [2, 2, 30, 2],
      [3, 3, 20, 3],
    ])
  })

  test('a bar for a run of products stands at their mean', () => {
    const bars = paretoBars(itemsOf([10, 8, 6, 4]), 2)
    expect(bars[0]).toMatchObject({ first: 1, last: 2, height: 9, item: null })
  })

  test('each product is in one bar, in order, within one class', () => {
    fc.assert(
      fc.property(values, fc.integer({ min: 1, max: 50 }), (numbers, most) => {
        const items = itemsOf(numbers)
        const bars = paretoBars(items, most)
        const ranks = bars.flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, at) => first + at))
        expect(ranks).toEqual(items.map(({ rank }) => rank))
        // At most one shorter bar at the end of each class.
        expect(bars.length).toBeLessThanOrEqual(most + 3)
        for (const bar of bars) {
          const letters = new Set(items.slice(bar.first - 1, bar.last).map((item) => item.class))
          expect([...letters]).toEqual([bar.class])
        }
      }),
    )
  })

  test('the classes end where their bars do', () => {
    const bars = paretoBars(itemsOf([70, 20, 6, 4]))
    expect(bars.map((bar) => bar.class)).toEqual(['A', 'A', 'B', 'C'])
    expect(classEnds(bars)).toEqual({ a: 0.5, b: 0.75 })
    expect(classEnds([])).toEqual({ a: 0, b: 0 })
  })
})

test('shares of the classes make the whole', () => {
  fc.assert(
    fc.property(values, (numbers) => {
      const items = itemsOf(numbers)
      const counts = { A: 0, B: 0, C: 0 }
      for (const item of items) counts[item.class] += 1
      const shares = classShares({ counts, items })
      const whole = numbers.some((value) => value > 0) ? 1 : 0
      expect(shares.reduce((sum, { ofValue }) => sum + ofValue, 0)).toBeCloseTo(whole, 9)
      expect(shares.reduce((sum, { ofProducts }) => sum + ofProducts, 0)).toBeCloseTo(1, 9)
    }),
  )
})
