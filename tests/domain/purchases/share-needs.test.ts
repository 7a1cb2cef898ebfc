import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shareNeeds } from '#main/domain/purchases/share-needs.ts'

test('what is bought for a line comes off it first, stock is shared in order', () => {
  expect(
    shareNeeds(
      [
        { neededMilli: 100, comingMilli: 30 },
        { neededMilli: 50, comingMilli: 0 },
        { neededMilli: 20, comingMilli: 40 },
      ],
      90,
    ),
  ).toEqual([
    { fromStockMilli: 70, shortMilli: 0 },
    { fromStockMilli: 20, shortMilli: 30 },
    { fromStockMilli: 0, shortMilli: 0 },
  ])
})

test('nothing is given out twice, and nothing is short while stock is left', () => {
  const need = fc.record({
    neededMilli: fc.integer({ min: 0, max: 1000 }),
    comingMilli: fc.integer({ min: 0, max: 1000 }),
  })
  fc.assert(
    fc.property(fc.array(need, { maxLength: 8 }), fc.integer({ min: 0, max: 4000 }), (lines, covered) => {
      const shares = shareNeeds(lines, covered)
      const given = shares.reduce((sum, { fromStockMilli }) => sum + fromStockMilli, 0)
      expect(given).toBeLessThanOrEqual(covered)
      shares.forEach(({ fromStockMilli, shortMilli }, index) => {
        const { neededMilli, comingMilli } = lines[index] ?? { neededMilli: 0, comingMilli: 0 }
        expect(fromStockMilli + shortMilli).toBe(Math.max(0, neededMilli - comingMilli))
        if (shortMilli > 0) expect(given).toBe(covered)
      })
    }),
  )
})
