import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { backorderLot, economicLot, packedLot, productionLot } from '#main/domain/inventory/economic-lot.ts'
import { isFigure, type NoFigure } from '#main/domain/inventory/no-figure.ts'
import { allUnitsLot, incrementalLot } from '#main/domain/inventory/price-break-lot.ts'

const costs = { annualDemand: 2400, orderCost: 50, holdingCost: 6 }
const figure = <Figure extends object>(result: Figure | NoFigure): Figure => {
  if (!isFigure(result)) throw new Error(result.reason)
  return result
}

describe('the economic lot', () => {
  test('ordering and holding cost the same at it', () => {
    expect(economicLot(costs, 360)).toEqual({
      quantity: 200,
      ordersPerYear: 12,
      cycleDays: 30,
      orderingCost: 600,
      holdingCost: 600,
      relevantCost: 1200,
    })
  })

  test('without demand nothing is ordered; what is not known is undefined, nonsense is refused', () => {
    expect(economicLot({ ...costs, annualDemand: -3 })).toMatchObject({ quantity: 0, cycleDays: null, relevantCost: 0 })
    expect(economicLot({ ...costs, orderCost: 0 })).toMatchObject({ quantity: 0, ordersPerYear: null, relevantCost: 0 })
    expect(economicLot({ ...costs, annualDemand: null })).toEqual({ status: 'undefined', reason: 'no-demand' })
    expect(economicLot({ ...costs, orderCost: null })).toEqual({ status: 'undefined', reason: 'no-order-cost' })
    for (const holdingCost of [null, 0, -1]) {
      expect(economicLot({ ...costs, holdingCost })).toEqual({ status: 'undefined', reason: 'no-holding-cost' })
    }
    expect(economicLot({ ...costs, orderCost: -1 })).toEqual({ status: 'invalid', reason: 'negative' })
    expect(economicLot({ ...costs, annualDemand: Number.NaN })).toEqual({ status: 'invalid', reason: 'not-a-number' })
  })

  test('whole packs: the cheaper neighbour, at least one, then the minimum order in whole packs', () => {
    // 144 costs 833.3 + 432, 216 costs 555.6 + 648: the larger one is cheaper.
    expect(packedLot(costs, { pack: 72 })).toMatchObject({ quantity: 216 })
    expect(packedLot(costs, { pack: 40 })).toMatchObject({ quantity: 200 })
    expect(packedLot(costs, { pack: 1000 })).toMatchObject({ quantity: 1000 })
    expect(packedLot(costs, { pack: 72, moq: 250 })).toMatchObject({ quantity: 288 })
    expect(packedLot({ ...costs, annualDemand: 0 }, { pack: 72, moq: 250 })).toMatchObject({ quantity: 0 })
    expect(packedLot(costs, { pack: 0 })).toEqual({ status: 'invalid', reason: 'not-a-number' })
    expect(packedLot(costs, { moq: -1 })).toEqual({ status: 'invalid', reason: 'negative' })
  })

  test('equal neighbours: the smaller', () => {
    const twice = { annualDemand: 4, orderCost: 1, holdingCost: 4 }
    // EOQ is sqrt 2; 1 costs 4 + 2 and 2 costs 2 + 4.
    expect(packedLot(twice, {})).toMatchObject({ quantity: 1, relevantCost: 6 })
  })

  test('customers who wait make lots larger, production that runs meanwhile too', () => {
    const waiting = figure(backorderLot(costs, 18))
    expect(waiting.quantity).toBeCloseTo(200 * Math.sqrt(24 / 18), 9)
    expect(waiting.stockoutFraction).toBe(0.25)
    expect(waiting.relevantCost).toBeCloseTo(1200 * Math.sqrt(18 / 24), 9)
    expect(backorderLot(costs, null)).toEqual({ status: 'undefined', reason: 'no-backorder-cost' })
    const produced = figure(productionLot(costs, 3200))
    expect(produced.quantity).toBeCloseTo(400, 9)
    expect(produced.highestStock).toBeCloseTo(100, 9)
    expect(produced.relevantCost).toBeCloseTo(600, 9)
    expect(productionLot(costs, 2400)).toEqual({
      status: 'invalid',
      reason: 'production-not-faster-than-demand',
    })
  })

  test('no other lot costs less', () => {
    const positive = fc.integer({ min: 1, max: 100_000 })
    fc.assert(
      fc.property(positive, positive, positive, fc.integer({ min: 1, max: 400 }), (d, k, h, percent) => {
        const best = figure(economicLot({ annualDemand: d, orderCost: k, holdingCost: h / 100 }))
        const other = best.quantity * (percent / 100)
        expect((k * d) / other + (h / 100) * (other / 2)).toBeGreaterThanOrEqual(best.relevantCost * (1 - 1e-9))
      }),
    )
  })
})

describe('price breaks', () => {
  const tiers = { annualDemand: 1000, orderCost: 20, holdingRate: 0.2, breaks: [0, 500], unitCosts: [10, 9.9] }

  test('all units cheaper: the break is taken when what it saves is more than what it costs to hold', () => {
    // 141.4 at 10: 10,282.8. 500 at 9.9: 9,900 + 40 + 495 = 10,435.
    expect(figure(allUnitsLot(tiers))).toMatchObject({ tier: 0, unitCost: 10 })
    // 500 at 9.5: 9,500 + 40 + 475 = 10,015.
    expect(figure(allUnitsLot({ ...tiers, unitCosts: [10, 9.5] }))).toEqual({
      quantity: 500,
      tier: 1,
      unitCost: 9.5,
      totalCost: 10_015,
    })
  })

  test('only units above the break cheaper: inside the tier, at the mean price', () => {
    const lot = figure(incrementalLot({ ...tiers, unitCosts: [10, 8] }))
    // F = 500 x (10 - 8) = 1000; Q = sqrt(2 x 1020 x 1000 / 1.6).
    expect(lot.tier).toBe(1)
    expect(lot.quantity).toBeCloseTo(Math.sqrt((2 * 1020 * 1000) / 1.6), 9)
    expect(lot.unitCost).toBeCloseTo(8 + 1000 / lot.quantity, 12)
    expect(figure(incrementalLot({ ...tiers, breaks: [0], unitCosts: [10] })).quantity).toBeCloseTo(
      Math.sqrt(20_000),
      9,
    )
  })

  test('nothing to order, nothing known, breaks that make no sense', () => {
    expect(allUnitsLot({ ...tiers, annualDemand: 0 })).toMatchObject({ quantity: 0, totalCost: 0 })
    expect(allUnitsLot({ ...tiers, holdingRate: null })).toEqual({ status: 'undefined', reason: 'no-holding-cost' })
    expect(allUnitsLot({ ...tiers, orderCost: null })).toEqual({ status: 'undefined', reason: 'no-order-cost' })
    expect(allUnitsLot({ ...tiers, annualDemand: null })).toEqual({ status: 'undefined', reason: 'no-demand' })
    for (const breaks of [[], [0], [500, 0], [0, 0]]) {
      expect(allUnitsLot({ ...tiers, breaks })).toEqual({ status: 'invalid', reason: 'price-breaks-out-of-order' })
    }
    expect(incrementalLot({ ...tiers, unitCosts: [10, -1] })).toEqual({ status: 'invalid', reason: 'negative' })
  })

  test('one tier alone is the plain economic lot', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 1, max: 999 }), (annualDemand, orderCost) => {
        const alone = { annualDemand, orderCost, holdingRate: 0.25, breaks: [0], unitCosts: [8] }
        const plain = figure(economicLot({ annualDemand, orderCost, holdingCost: 2 }))
        expect(figure(allUnitsLot(alone)).quantity).toBeCloseTo(plain.quantity, 9)
        expect(figure(incrementalLot(alone)).totalCost).toBeCloseTo(plain.relevantCost + 8 * annualDemand, 6)
      }),
    )
  })
})
