import { expect, test } from 'vitest'
import { worthOf } from '#main/domain/costing/parcels.ts'
import { averageCost, hasShortage, variances } from '#main/domain/costing/stock-worth.ts'
import { history, issue, receive, run } from '#tests/domain/costing/cost-cases.ts'

test('a place in one figure, and the average of the pieces that have a cost', () => {
  const found = run('fifo', history(receive(3, 1000), receive(2, null)))
  const [place] = found.state.places
  const worth = place && worthOf(place.layers)
  expect(worth).toEqual({ qtyMilli: 5000, valueMinor: 1000, uncostedMilli: 2000 })
  expect(averageCost({ qtyMilli: 5000, valueMinor: 1000, uncostedMilli: 2000 }, 2)).toMatch(/^3\.3333333333/)
  expect(averageCost({ qtyMilli: 4000, valueMinor: 1001, uncostedMilli: 0 }, 0)).toBe('250.25')
  expect(averageCost({ qtyMilli: 2000, valueMinor: 0, uncostedMilli: 2000 }, 2)).toBeNull()
})

test('whether something went out that was not there, and what filling it cost beyond what was issued', () => {
  const entries = history(receive(1, 100), issue(1), issue(2), receive(1, 100), receive(1, 150))
  expect(hasShortage(run('average', entries.slice(0, 2)))).toBe(false)
  const found = run('average', entries)
  expect(hasShortage(found)).toBe(true)
  expect(variances(found)).toEqual([
    { receiptId: 4, varianceMinor: 0 },
    { receiptId: 5, varianceMinor: 50 },
  ])
})
