import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isFigure, type NoFigure } from '#main/domain/inventory/no-figure.ts'
import {
  demandAndLeadOf,
  safetyStock,
  safetyStockForFillRate,
  serviceOfReorderPoint,
} from '#main/domain/inventory/safety-stock.ts'

const given = { meanDemand: 40, sdDemand: 6, leadTime: 4, sdLeadTime: 0.5, reviewPeriod: 5 }
const figure = <Figure extends object>(result: Figure | NoFigure): Figure => {
  if (!isFigure(result)) throw new Error(result.reason)
  return result
}

describe('safety stock', () => {
  test('both spreads, over lead time and review', () => {
    const { sigma, safetyStock: stock, reorderPoint, orderUpTo } = figure(safetyStock({ z: 2 }, given))
    expect(sigma).toBeCloseTo(Math.sqrt(9 * 36 + 1600 * 0.25), 12)
    expect(stock).toBeCloseTo(2 * sigma, 12)
    expect(reorderPoint).toBeCloseTo(160 + 2 * sigma, 12)
    expect(orderUpTo).toBeCloseTo(360 + 2 * sigma, 12)
  })

  test('half the cycles ask for none, and less than half never for less than none', () => {
    expect(figure(safetyStock({ serviceLevel: 0.5 }, given)).safetyStock).toBe(0)
    expect(figure(safetyStock({ serviceLevel: 0.2 }, given)).safetyStock).toBe(0)
    expect(figure(safetyStock({ serviceLevel: 0.9 }, { ...given, meanDemand: 0, sdDemand: 0 }))).toMatchObject({
      safetyStock: 0,
      reorderPoint: 0,
    })
  })

  test('certain service is refused, and what is not known is not zero', () => {
    for (const serviceLevel of [0, 1, 1.2, -1, Number.NaN]) {
      expect(safetyStock({ serviceLevel }, given)).toEqual({ status: 'invalid', reason: 'service-level-out-of-range' })
    }
    expect(safetyStock({ z: 1 }, { ...given, leadTime: null })).toMatchObject({ reason: 'no-lead-time' })
    expect(safetyStock({ z: 1 }, { ...given, sdLeadTime: null })).toMatchObject({ reason: 'no-lead-time-spread' })
    expect(safetyStock({ z: 1 }, { ...given, sdDemand: null })).toMatchObject({ reason: 'no-demand-spread' })
    expect(safetyStock({ z: 1 }, { ...given, meanDemand: null })).toMatchObject({ reason: 'no-demand' })
    expect(safetyStock({ z: 1 }, { ...given, leadTime: -1 })).toEqual({ status: 'invalid', reason: 'negative' })
  })

  test('from what was observed; one observation has no spread', () => {
    expect(demandAndLeadOf([10, 20, 30], [4, 6])).toEqual({
      meanDemand: 20,
      sdDemand: 10,
      leadTime: 5,
      sdLeadTime: Math.SQRT2,
    })
    expect(demandAndLeadOf([10], [])).toEqual({ meanDemand: 10, sdDemand: null, leadTime: null, sdLeadTime: null })
  })

  const spread = fc.record({
    meanDemand: fc.double({ min: 0, max: 1e6, noNaN: true }),
    sdDemand: fc.double({ min: 0, max: 1e6, noNaN: true }),
    leadTime: fc.double({ min: 0, max: 400, noNaN: true }),
    sdLeadTime: fc.double({ min: 0, max: 100, noNaN: true }),
    reviewPeriod: fc.double({ min: 0, max: 100, noNaN: true }),
  })
  const level = fc.double({ min: 0.001, max: 0.999, noNaN: true })

  test('more service or more spread never means less stock, and nothing is ever NaN', () => {
    fc.assert(
      fc.property(spread, level, level, (facts, one, other) => {
        const [low, high] = [one, other].sort((a, b) => a - b) as [number, number]
        const less = figure(safetyStock({ serviceLevel: low }, facts))
        const more = figure(safetyStock({ serviceLevel: high }, facts))
        const wilder = figure(safetyStock({ serviceLevel: low }, { ...facts, sdDemand: facts.sdDemand * 2 }))
        expect(more.safetyStock).toBeGreaterThanOrEqual(less.safetyStock)
        expect(wilder.safetyStock).toBeGreaterThanOrEqual(less.safetyStock)
        expect(less.orderUpTo).toBeGreaterThanOrEqual(less.reorderPoint)
        expect(Object.values(more).every(Number.isFinite)).toBe(true)
      }),
    )
  })

  test('the service of its own reorder point is the service that was asked for', () => {
    const real = fc.record({
      meanDemand: fc.integer({ min: 0, max: 100_000 }),
      sdDemand: fc.integer({ min: 1, max: 100_000 }),
      leadTime: fc.integer({ min: 1, max: 200 }),
      sdLeadTime: fc.integer({ min: 0, max: 50 }),
    })
    fc.assert(
      fc.property(real, fc.double({ min: 0.51, max: 0.999, noNaN: true }), (facts, serviceLevel) => {
        const { reorderPoint } = figure(safetyStock({ serviceLevel }, facts))
        const service = figure(serviceOfReorderPoint(reorderPoint, 1e9, facts))
        expect(service.cycleServiceLevel).toBeCloseTo(serviceLevel, 6)
        expect(service.fillRate).toBeLessThanOrEqual(1)
        expect(service.fillRate).toBeGreaterThanOrEqual(0)
      }),
    )
  })
})

describe('fill rate', () => {
  const lead = { meanDemand: 100, sdDemand: 30, leadTime: 4, sdLeadTime: 0 }

  test('the stock for a fill rate gives that fill rate', () => {
    const { safetyStock: stock, expectedShortage } = figure(safetyStockForFillRate(0.99, 500, lead))
    expect(expectedShortage).toBeCloseTo(5, 12)
    expect(figure(serviceOfReorderPoint(400 + stock, 500, lead)).fillRate).toBeCloseTo(0.99, 9)
  })

  test('large lots need no safety stock for it; without spread none is needed; without a lot there is no rate', () => {
    expect(figure(safetyStockForFillRate(0.9, 1e6, lead)).safetyStock).toBe(0)
    expect(figure(safetyStockForFillRate(0.9, 500, { ...lead, sdDemand: 0 }))).toMatchObject({
      k: null,
      safetyStock: 0,
    })
    expect(safetyStockForFillRate(0.9, null, lead)).toEqual({ status: 'undefined', reason: 'no-order-quantity' })
    expect(safetyStockForFillRate(1, 500, lead)).toMatchObject({ status: 'invalid' })
    expect(figure(serviceOfReorderPoint(450, null, lead)).fillRate).toBeNull()
    expect(serviceOfReorderPoint(null, 500, lead)).toEqual({ status: 'undefined', reason: 'no-reorder-point' })
  })

  test('demand that does not vary is met wholly or short by what is missing', () => {
    const steady = { ...lead, sdDemand: 0 }
    expect(figure(serviceOfReorderPoint(400, 100, steady))).toMatchObject({
      k: null,
      cycleServiceLevel: 1,
      fillRate: 1,
    })
    expect(figure(serviceOfReorderPoint(390, 100, steady))).toMatchObject({
      cycleServiceLevel: 0,
      expectedShortage: 10,
      fillRate: 0.9,
    })
  })
})
