import fc from 'fast-check'
import { expect, test } from 'vitest'
import { marginPercent } from '#main/domain/sales/margin.ts'
import {
  type CostEntry,
  type EntryRank,
  marginOf,
  orderProfit,
  type RevenueEntry,
} from '#main/domain/sales/order-profit.ts'
import { profitParts, revenueParts } from '#shared/schemas/sales-figures.ts'

const words = { label: '', record: null }

function cost(part: CostEntry['part'], base: number | null, rank: EntryRank = 'real'): CostEntry {
  return { ...words, part, rank, source: 'cost', productId: null, own: base, base }
}

function earned(base: number | null, part: RevenueEntry['part'] = 'goods'): RevenueEntry {
  return { ...words, part, rank: 'real', source: 'lines', own: base, base }
}

test('a real cost takes the place of what was expected of its kind, and of nothing else', () => {
  const { costs, profit, isEstimate } = orderProfit(
    [earned(10_000)],
    [
      cost('freight', 900, 'expected'),
      cost('freight', 700, 'entered'),
      cost('freight', 800),
      cost('packing', 50, 'expected'),
    ],
  )
  expect(costs.filter(({ state }) => state !== 'none')).toMatchObject([
    { part: 'freight', state: 'real', base: 800 },
    { part: 'packing', state: 'estimated', base: 50 },
  ])
  expect(profit.base).toBe(9150)
  expect(isEstimate).toBe(true)
})

test('goods that were not sent yet stay estimated beside those that were', () => {
  const { costs } = orderProfit([earned(10_000)], [cost('goods', 3000), cost('goods', 1000, 'expected')])
  expect(costs[0]).toMatchObject({ part: 'goods', state: 'mixed', base: 4000 })
})

test('one part that nobody knows leaves no profit, and says which', () => {
  const figures = orderProfit([earned(10_000)], [cost('goods', null), cost('freight', 100)])
  expect(figures).toMatchObject({ profit: { base: null }, unknown: ['goods'] })
  expect(marginOf(figures)).toBeNull()
  expect(figures.costs[0]).toMatchObject({ state: 'unknown' })
})

test('what was replaced may be unknown without harm', () => {
  const figures = orderProfit([earned(10_000)], [cost('first_leg', null, 'expected'), cost('first_leg', 100)])
  expect(figures).toMatchObject({ profit: { base: 9900 }, unknown: [] })
  expect(marginOf(figures)).toBe('99.00')
})

test('no margin on nothing', () => {
  expect([marginPercent(100, 0), marginPercent(-100, -50), marginPercent(null, 10)]).toEqual([null, null, null])
  expect([marginPercent(1, 3), marginPercent(-5, 10)]).toEqual(['33.33', '-50.00'])
})

test('parts always add up, and the profit is what is left', () => {
  const minor = fc.integer({ min: -1_000_000, max: 1_000_000 })
  const rank = fc.constantFrom<EntryRank>('real', 'entered', 'expected')
  const costs = fc.array(fc.record({ part: fc.constantFrom(...profitParts), minor, rank }))
  const revenue = fc.array(fc.record({ part: fc.constantFrom(...revenueParts), minor }))
  fc.assert(
    fc.property(revenue, costs, (come, go) => {
      const figures = orderProfit(
        come.map((one) => earned(one.minor, one.part)),
        go.map((one) => cost(one.part, one.minor, one.rank)),
      )
      const sum = (parts: readonly { base: number | null }[]) => parts.reduce((left, { base }) => left + (base ?? 0), 0)
      expect(figures.revenueTotal.base).toBe(come.reduce((left, one) => left + one.minor, 0))
      expect(figures.costTotal.base).toBe(sum(figures.costs))
      expect(figures.profit.base).toBe(sum(figures.revenue) - sum(figures.costs))
      for (const { base, entries } of figures.costs) expect(base).toBe(sum(entries))
      // Nothing real is ever left out.
      const real = (rows: readonly { rank: EntryRank }[]) => rows.filter((row) => row.rank === 'real').length
      expect(figures.costs.reduce((left, { entries }) => left + real(entries), 0)).toBe(real(go))
    }),
  )
})
