import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type BoughtBy, rfmScores, segmentOf } from '#main/domain/customers/rfm.ts'
import { quantile } from '#main/domain/stats/quantile.ts'
import { addDays, asDay } from '#shared/dates.ts'
import { customerSettings, segments } from '#shared/schemas/customer-settings.ts'

const asOf = asDay('2026-06-30')
const one = (customer: string, daysAgo: number, orders: number, netMinor: number): BoughtBy<string> => ({
  customer,
  lastOn: addDays(asOf, -daysAgo),
  orders,
  netMinor,
})

describe('scores', () => {
  test('nobody bought: no scores, and no cut points', () => {
    expect(rfmScores([], { asOf })).toEqual({ scores: [], cuts: { recency: [], frequency: [], monetary: [] } })
  })

  test('where all are equal: the best of recency, the least of the rest', () => {
    const { scores } = rfmScores([one('A', 10, 2, 500), one('B', 10, 2, 500)], { asOf })
    expect(scores.map(({ r, f, m }) => [r, f, m])).toEqual([
      [5, 1, 1],
      [5, 1, 1],
    ])
  })

  test('five customers fall into five fifths; equal values share a score', () => {
    const { scores, cuts } = rfmScores(
      [one('A', 1, 9, 900), one('B', 2, 5, 500), one('C', 3, 5, 400), one('D', 4, 2, 30), one('E', 5, 1, -20)],
      { asOf },
    )
    expect(scores.map(({ customer, r, f, m }) => `${customer}${r}${f}${m}`)).toEqual([
      'A555',
      'B434',
      'C333',
      'D222',
      'E111',
    ])
    expect(cuts.recency).toEqual([1.8, 2.6, 3.4, 4.2])
  })

  test('the cut points are the quantiles of type 7, and scores lie between 1 and 5', () => {
    const bought = fc.record({
      days: fc.nat(2000),
      orders: fc.integer({ min: 1, max: 300 }),
      net: fc.integer({ min: -1e9, max: 1e9 }),
    })
    fc.assert(
      fc.property(fc.array(bought, { minLength: 1, maxLength: 60 }), (all) => {
        const customers = all.map(({ days, orders, net }, index) => one(String(index), days, orders, net))
        const { scores, cuts } = rfmScores(customers, { asOf })
        const expected = [0.2, 0.4, 0.6, 0.8].map(
          (share) =>
            quantile(
              all.map(({ net }) => net),
              share,
            ) as number,
        )
        for (const [index, cut] of cuts.monetary.entries()) expect(cut).toBeCloseTo(expected[index] as number, 5)
        for (const { r, f, m } of scores) for (const score of [r, f, m]) expect([1, 2, 3, 4, 5]).toContain(score)
        const sorted = scores.toSorted((left, right) => left.monetaryMinor - right.monetaryMinor)
        expect(sorted.map(({ m }) => m)).toEqual(sorted.map(({ m }) => m).toSorted())
      }),
    )
  })
})

describe('segments', () => {
  test('the first rule that fits counts, and the usual rules leave nobody out', () => {
    const rules = customerSettings.rfm.parse(undefined).segments
    const scores = [1, 2, 3, 4, 5]
    const all = scores.flatMap((r) => scores.flatMap((f) => scores.map((m) => segmentOf({ r, f, m }, rules))))
    expect(all).not.toContain(null)
    expect(new Set(all)).toEqual(new Set(segments))
    expect(segmentOf({ r: 5, f: 5, m: 5 }, rules)).toBe('champions')
    expect(segmentOf({ r: 1, f: 1, m: 1 }, rules.slice(0, 3))).toBe(null)
  })
})
