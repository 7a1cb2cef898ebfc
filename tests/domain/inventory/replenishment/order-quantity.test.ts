import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { orderQuantity, priceAt } from '#main/domain/inventory/replenishment/order-quantity.ts'
import { plainRules, plainTerms } from './product-to-replenish.ts'

const question = {
  needMilli: 130_000,
  milliPerDay: 10_000,
  terms: plainTerms,
  rules: { ...plainRules, reviewDays: 30 },
}
const stepsOf = (more: object, terms: object = {}) =>
  orderQuantity({ ...question, ...more, terms: { ...plainTerms, ...terms } }).steps.map(
    ({ rule, qtyMilli }) => `${rule} ${qtyMilli / 1000}`,
  )

describe('from need to order', () => {
  test('in a rhythm, the need; looking all the time, some days of demand on top', () => {
    expect(stepsOf({})).toEqual(['need 130'])
    expect(stepsOf({ rules: { ...plainRules, lotDays: 14 } })).toEqual(['need 130', 'days-of-demand 270'])
    expect(stepsOf({ rules: plainRules, milliPerDay: null })).toEqual(['need 130'])
  })

  test('the minimum order, then whole cartons', () => {
    expect(stepsOf({}, { moqMilli: 200_000, multipleMilli: 48_000 })).toEqual([
      'need 130',
      'minimum-order 200',
      'multiple 240',
    ])
    expect(stepsOf({}, { moqMilli: 100_000, multipleMilli: 10_000 })).toEqual(['need 130'])
    expect(stepsOf({ needMilli: 130_400 })).toEqual(['need 130.4', 'multiple 131'])
    expect(stepsOf({ needMilli: 130_400 }, { stepMilli: 100 })).toEqual(['need 130.4'])
  })

  test('an order is at least one piece or carton, also where nothing is lacking yet', () => {
    expect(stepsOf({ needMilli: 0, milliPerDay: null })).toEqual(['need 0', 'multiple 1'])
    expect(stepsOf({ needMilli: -5, milliPerDay: null }, { multipleMilli: 12_000 })).toEqual(['need 0', 'multiple 12'])
  })

  test('the economic lot where costs are known', () => {
    // 3,650 a year, 45 an order, 2.00 x 25 % to hold: sqrt(2 x 3650 x 45 / 0.5) = 810.6.
    const costs = { orderCost: 45, holdingRate: 0.25 }
    expect(stepsOf({}, costs)).toEqual(['need 130', 'economic-lot 810.556', 'multiple 811'])
    expect(stepsOf({ needMilli: 900_000 }, costs)).toEqual(['need 900'])
    expect(stepsOf({ rules: plainRules }, costs)).toEqual(['need 130', 'economic-lot 940.556', 'multiple 941'])
    expect(stepsOf({}, { ...costs, priceBreaks: [] })).toEqual(['need 130'])
  })
})

describe('price breaks', () => {
  const breaks = (first: number, from: number, next: number) => ({
    priceBreaks: [
      { fromMilli: 0, micros: first * 1e6 },
      { fromMilli: from * 1000, micros: next * 1e6 },
    ],
  })

  test('without a holding rate only what costs less outright: more goods for less money', () => {
    expect(stepsOf({}, breaks(2, 140, 1.8))).toEqual(['need 130', 'price-break 140'])
    expect(stepsOf({}, breaks(2, 150, 1.8))).toEqual(['need 130'])
  })

  test('with one, goods, ordering and holding of a year decide', () => {
    // Lots of 541 at 2.00: 7,300 + 135 + 135 a year. Lots of 600 at 1.90: 6,935 + 122 + 142.
    const costs = { holdingRate: 0.25, orderCost: 20 }
    expect(stepsOf({}, { ...breaks(2, 600, 1.9), ...costs }).slice(-2)).toEqual(['multiple 541', 'price-break 600'])
    // The lower price's own best lot, where it lies above the break: sqrt(2 x 3650 x 20 / 0.25) = 764.2.
    expect(stepsOf({}, { ...breaks(2, 600, 1), ...costs }).at(-1)).toBe('price-break 765')
    expect(stepsOf({}, { ...breaks(2, 400, 1.9), holdingRate: 0.25 })).toEqual(['need 130', 'price-break 400'])
    expect(stepsOf({}, { ...breaks(2, 400, 1.99), holdingRate: 0.9 })).toEqual(['need 130'])
  })

  test('never more than may be kept, and in whole cartons', () => {
    expect(stepsOf({}, { ...breaks(2, 140, 1), multipleMilli: 50_000 })).toEqual(['need 130', 'multiple 150'])
    expect(stepsOf({}, { ...breaks(2, 160, 1), multipleMilli: 50_000 }).at(-1)).toBe('price-break 200')
    const short = { rules: { ...plainRules, reviewDays: 30, longestCoverDays: 15 } }
    expect(stepsOf(short, { ...breaks(2, 160, 1) })).toEqual(['need 130'])
  })

  test('the line is priced by the quantity reached; below the first break there is no price', () => {
    expect(orderQuantity({ ...question, terms: { ...plainTerms, ...breaks(2, 140, 1.8) } })).toMatchObject({
      micros: 1_800_000,
      totalMinor: 25_200,
      currency: 'USD',
    })
    const from500 = { ...plainTerms, priceBreaks: [{ fromMilli: 500_000, micros: 1_000_000 }] }
    expect(orderQuantity({ ...question, terms: from500 })).toMatchObject({ micros: null, totalMinor: null })
    expect(priceAt([], 5)).toBeNull()
  })
})

test('whatever the terms: at least the need and the minimum, in whole multiples', () => {
  const amount = fc.integer({ min: 0, max: 5_000_000 })
  const maybe = fc.option(amount)
  fc.assert(
    fc.property(
      amount,
      maybe,
      maybe,
      fc.option(fc.integer({ min: 1, max: 100_000 })),
      fc.option(fc.double({ min: 0.01, max: 1, noNaN: true })),
      fc.array(fc.integer({ min: 1, max: 3_000_000 }), { maxLength: 4 }),
      (needMilli, milliPerDay, moqMilli, multipleMilli, holdingRate, froms) => {
        const priceBreaks = [0, ...froms.sort((a, b) => a - b)].map((fromMilli, index) => ({
          fromMilli,
          micros: 9_000_000 - index * 1_000_000,
        }))
        const order = orderQuantity({
          needMilli,
          milliPerDay,
          terms: { ...plainTerms, moqMilli, multipleMilli, holdingRate, orderCost: 30, priceBreaks },
          rules: plainRules,
        })
        expect(order.qtyMilli).toBeGreaterThanOrEqual(needMilli)
        expect(order.qtyMilli).toBeGreaterThanOrEqual(moqMilli ?? 0)
        expect(order.qtyMilli % (multipleMilli ?? 1000)).toBe(0)
        expect(order.qtyMilli).toBeGreaterThan(0)
        expect(Number.isSafeInteger(order.totalMinor)).toBe(true)
        const quantities = order.steps.map((step) => step.qtyMilli)
        expect(quantities).toEqual([...quantities].sort((a, b) => a - b))
      },
    ),
  )
})
