// What covers the open lines of a product: what was bought for a line, then stock and arrivals by the day promised.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Arrival, coverLines, coverOfKit, type Demand } from '#main/domain/orders/stand-of-lines.ts'
import { asDay } from '#shared/dates.ts'

const line = (lineId: number, needMilli: number, more: Partial<Demand> = {}): Demand => ({
  ...{ lineId, needMilli, dueOn: null, orderedOn: asDay('2026-03-01'), keptMilli: 0, isDraft: false },
  ...more,
})
const coming = (on: string | null, milli: number, forLine: number | null = null): Arrival<string> => ({
  on: on === null ? null : asDay(on),
  milli,
  forLine,
  source: `${on}`,
})

test('earlier promises first, then earlier orders; what nobody promised comes last', () => {
  const covers = coverLines(
    [
      line(1, 5),
      line(2, 5, { dueOn: asDay('2026-04-02') }),
      line(3, 5, { dueOn: asDay('2026-04-01') }),
      line(4, 5, { orderedOn: asDay('2026-02-01') }),
    ],
    { onHandMilli: 12, arrivals: [coming('2026-04-10', 4)] },
  )
  expect([3, 2, 4, 1].map((id) => covers.get(id)?.inStockMilli)).toEqual([5, 5, 2, 0])
  expect(covers.get(4)).toMatchObject({ coming: [{ on: '2026-04-10', milli: 3 }], shortMilli: 0 })
  expect(covers.get(1)).toMatchObject({ coming: [{ milli: 1 }], shortMilli: 4 })
})

test('what was bought for a line is its own, on its way and in stock', () => {
  const covers = coverLines(
    [line(1, 5, { dueOn: asDay('2026-04-01') }), line(2, 5, { keptMilli: 3, dueOn: asDay('2026-05-01') })],
    { onHandMilli: 4, arrivals: [coming('2026-04-10', 2, 2), coming(null, 9)] },
  )
  expect(covers.get(2)).toMatchObject({ inStockMilli: 3, coming: [{ on: '2026-04-10', milli: 2 }], shortMilli: 0 })
  expect(covers.get(1)).toMatchObject({ inStockMilli: 1, coming: [{ on: null, milli: 4 }], shortMilli: 0 })
})

test('a draft takes what is left, however early it is promised', () => {
  const draft = line(1, 5, { isDraft: true, dueOn: asDay('2026-03-02') })
  const covers = coverLines([draft, line(2, 5)], { onHandMilli: 7, arrivals: [] })
  expect([covers.get(1)?.inStockMilli, covers.get(2)?.inStockMilli]).toEqual([2, 5])
})

test('a kit is there as often as its scarcest part, and complete when the last part has come', () => {
  const [cup, lid] = [
    { inStockMilli: 6000, coming: [{ on: asDay('2026-04-01'), milli: 4000, source: 'cups' }], shortMilli: 0 },
    { inStockMilli: 2000, coming: [{ on: asDay('2026-04-05'), milli: 2000, source: 'lids' }], shortMilli: 1000 },
  ]
  const covered = coverOfKit(5000, [
    { perKitMilli: 2000, covered: cup },
    { perKitMilli: 1000, covered: lid },
  ])
  expect(covered).toEqual({
    inStockMilli: 2000,
    coming: [{ on: '2026-04-05', milli: 2000, source: 'lids' }],
    shortMilli: 1000,
  })
})

const anyDemand = fc.record({
  needMilli: fc.nat({ max: 20 }),
  keptMilli: fc.nat({ max: 5 }),
  dueOn: fc.constantFrom(null, asDay('2026-04-01'), asDay('2026-04-02')),
  isDraft: fc.boolean(),
})
const anyArrival = fc.record({
  on: fc.constantFrom(null, '2026-04-03', '2026-05-01'),
  milli: fc.nat({ max: 15 }),
  for: fc.nat({ max: 6 }),
})

test('nothing is given twice, and no line stays short while something is left', () => {
  fc.assert(
    fc.property(
      fc.array(anyDemand, { maxLength: 5 }),
      fc.array(anyArrival, { maxLength: 5 }),
      fc.nat({ max: 40 }),
      (lines, supply, onHandMilli) => {
        const demands = lines.map(({ needMilli, ...more }, index) => line(index + 1, needMilli, more))
        const arrivals = supply.map((one) => coming(one.on, one.milli, one.for === 0 ? null : one.for))
        const covers = [...coverLines(demands, { onHandMilli, arrivals }).values()]
        const sum = (values: number[]) => values.reduce((left, right) => left + right, 0)
        const stock = sum(covers.map(({ inStockMilli }) => inStockMilli))
        const came = sum(covers.flatMap((cover) => cover.coming.map(({ milli }) => milli)))
        const short = sum(covers.map(({ shortMilli }) => shortMilli))
        const there = onHandMilli + sum(arrivals.map(({ milli }) => milli))
        const needed = sum(demands.map(({ needMilli }) => needMilli))
        expect(stock).toBeLessThanOrEqual(onHandMilli)
        expect(stock + came + short).toBe(needed)
        expect(short).toBe(Math.max(0, needed - there))
      },
    ),
  )
})
