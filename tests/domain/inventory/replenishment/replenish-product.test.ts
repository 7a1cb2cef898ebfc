import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { explainReplenishment } from '#main/domain/inventory/replenishment/explain-replenishment.ts'
import { replenishProduct } from '#main/domain/inventory/replenishment/replenish-product.ts'
import type { ReplenishmentInput } from '#main/domain/inventory/replenishment/replenishment-types.ts'
import { addDays } from '#shared/dates.ts'
import { plainRules, plainTerms, product, today } from './product-to-replenish.ts'

const result = (change: Partial<ReplenishmentInput> = {}) => replenishProduct({ ...product, ...change })

describe('by statistics', () => {
  test('levels from forecast, its errors and the lead time, in whole units', () => {
    const { levels, positionMilli, isBelowReorderPoint, order } = result()
    // 50 in 25 days is 10 a day; over 20 days 44.7; z 1.645: 73.56.
    expect(levels).toMatchObject({ rule: 'statistics', milliPerDay: 10_000, leadDemandMilli: 200_000 })
    expect(levels.rawSafetyStockMilli).toBeCloseTo(73_560, 0)
    expect(levels).toMatchObject({ safetyStockMilli: 74_000, reorderPointMilli: 274_000, orderUpToMilli: 274_000 })
    expect({ positionMilli, isBelowReorderPoint, qty: order?.qtyMilli }).toEqual({
      positionMilli: 300_000,
      isBelowReorderPoint: false,
      qty: 0,
    })
  })

  test('at the reorder point it orders: the need and a lot on top', () => {
    expect(result({ onHandMilli: 274_000 })).toMatchObject({
      isBelowReorderPoint: true,
      order: { qtyMilli: 300_000, totalMinor: 60_000 },
    })
    expect(result({ onHandMilli: 275_000 }).isBelowReorderPoint).toBe(false)
    expect(result({ onHandMilli: 200_000, rules: { ...plainRules, reviewDays: 30 } }).order?.steps).toEqual([
      // Up to 500 + z x 10 x sqrt 50 = 617.
      { rule: 'need', qtyMilli: 417_000 },
    ])
  })

  test('what is on order counts, what customers wait for is taken off', () => {
    const arrivals = [
      { on: addDays(today, 5), qtyMilli: 40_000 },
      { on: null, qtyMilli: 5_000 },
    ]
    const openDemand = [{ on: null, qtyMilli: 90_000 }]
    expect(result({ arrivals, openDemand })).toMatchObject({
      onOrderMilli: 45_000,
      openDemandMilli: 90_000,
      positionMilli: 255_000,
      isBelowReorderPoint: true,
    })
    expect(result({ onHandMilli: -10_000, openDemand })).toMatchObject({ positionMilli: -100_000 })
  })

  test('a demand that has died away wants no stock, unless customers wait', () => {
    const dying = { forecast: [{ from: today, days: 365, qtyMilli: 900 }], onHandMilli: 0 }
    expect(result(dying)).toMatchObject({ isBelowReorderPoint: false, order: { qtyMilli: 0 } })
    expect(result({ ...dying, forecast: [{ from: today, days: 365, qtyMilli: 1_000 }] }).isBelowReorderPoint).toBe(true)
    expect(result({ ...dying, openDemand: [{ on: null, qtyMilli: 1_000 }] }).isBelowReorderPoint).toBe(true)
  })

  test('a season in the forecast raises the level before it comes', () => {
    const forecast = [
      { from: today, days: 10, qtyMilli: 100_000 },
      { from: addDays(today, 10), days: 10, qtyMilli: 500_000 },
    ]
    expect(result({ forecast }).levels).toMatchObject({ leadDemandMilli: 600_000, milliPerDay: 30_000 })
    expect(result({ forecast }).notes).toEqual([])
    expect(result({ forecast: forecast.slice(0, 1) }).notes).toEqual(['forecast-goes-on'])
  })
})

describe('the days to come', () => {
  test('cover, the day it runs out, and the last day to order', () => {
    expect(result()).toMatchObject({
      coverDays: 30,
      // 30 days are served; the 31st is short.
      runsOutOn: addDays(today, 30),
      runsOutBeforeArrival: true,
      // Day 22 ends at 70, below 74; 20 days before it.
      orderBy: addDays(today, 2),
      isLate: false,
    })
    expect(result({ onHandMilli: 100_000 })).toMatchObject({ orderBy: addDays(today, -18), isLate: true })
  })

  test('an arrival in time puts the day off, one too late does not', () => {
    const at = (days: number) => [{ on: addDays(today, days), qtyMilli: 100_000 }]
    expect(result({ arrivals: at(25) })).toMatchObject({
      runsOutOn: addDays(today, 40),
      nextArrivalOn: addDays(today, 25),
    })
    expect(result({ arrivals: at(25) }).runsOutBeforeArrival).toBe(false)
    expect(result({ arrivals: at(33) })).toMatchObject({ runsOutOn: addDays(today, 30), runsOutBeforeArrival: true })
  })

  test('late and undated goods are in the position, not in the walk, and are named', () => {
    const arrivals = [
      { on: addDays(today, -1), qtyMilli: 500_000 },
      { on: null, qtyMilli: 500_000 },
    ]
    expect(result({ arrivals })).toMatchObject({
      positionMilli: 1_300_000,
      runsOutOn: addDays(today, 30),
      nextArrivalOn: null,
      notes: ['arrivals-without-day', 'arrivals-overdue'],
    })
  })

  test('stock for longer than is looked ahead has no day', () => {
    expect(result({ onHandMilli: 9_000_000 })).toMatchObject({ runsOutOn: null, orderBy: null, horizonDays: 365 })
    const slow = { meanDays: 500, sdDays: 0, source: 'agreed-product', orders: 0 } as const
    expect(result({ leadTime: slow }).horizonDays).toBe(501)
  })
})

describe('without enough history', () => {
  const without = { forecast: [], spread: null }

  test('the minimum on the product stands in, and says what was missing', () => {
    const { levels, order, isBelowReorderPoint, coverDays } = result({ ...without, minimumMilli: 350_000 })
    expect(levels).toMatchObject({
      rule: 'minimum',
      missing: ['no-forecast', 'no-spread', 'no-history'],
      reorderPointMilli: 350_000,
      safetyStockMilli: null,
      milliPerDay: null,
    })
    expect({ isBelowReorderPoint, coverDays }).toEqual({ isBelowReorderPoint: true, coverDays: null })
    expect(order?.qtyMilli).toBe(50_000)
  })

  test('or the mean of the last periods over the lead time, with a cushion', () => {
    const recent = { milliPerDay: 12_000, periods: 2 }
    expect(result({ ...without, recent })).toMatchObject({
      levels: { rule: 'recent-mean', safetyStockMilli: 120_000, reorderPointMilli: 360_000, z: null },
      isBelowReorderPoint: true,
      coverDays: 25,
      runsOutOn: addDays(today, 25),
    })
    expect(result({ ...without, recent, minimumMilli: 5_000 }).levels.rule).toBe('minimum')
  })

  test('or nothing: no level, no order, and why; the walk still knows what customers wait for', () => {
    const nothing = result({ ...without, leadTime: null, openDemand: [{ on: addDays(today, 3), qtyMilli: 301_000 }] })
    expect(nothing).toMatchObject({
      levels: {
        rule: 'none',
        missing: ['no-forecast', 'no-spread', 'no-history', 'no-lead-time', 'no-minimum'],
        reorderPointMilli: null,
      },
      isBelowReorderPoint: null,
      order: null,
      orderBy: null,
      runsOutOn: addDays(today, 3),
    })
    expect(result({ leadTime: null }).levels.rule).toBe('none')
  })

  test('the minimum may also be asked to go first', () => {
    const rules = { ...plainRules, minimumGoesFirst: true }
    expect(result({ minimumMilli: 400_000, rules }).levels).toMatchObject({ rule: 'minimum', missing: [] })
    expect(result({ minimumMilli: 400_000 }).levels.rule).toBe('statistics')
    expect(result({ rules }).levels.rule).toBe('statistics')
  })

  test('a minimum of nothing wants nothing, until someone asks for it', () => {
    const idle = { ...without, minimumMilli: 0, onHandMilli: 0 }
    expect(result(idle)).toMatchObject({ isBelowReorderPoint: false, order: { qtyMilli: 0 } })
    expect(result({ ...idle, openDemand: [{ on: null, qtyMilli: 2_000 }] })).toMatchObject({
      isBelowReorderPoint: true,
      order: { qtyMilli: 2_000 },
    })
  })

  test('at a given minimum without known demand an order is one carton', () => {
    const terms = { ...plainTerms, multipleMilli: 24_000 }
    expect(result({ ...without, minimumMilli: 300_000, terms }).order?.qtyMilli).toBe(24_000)
  })
})

describe('the formula cards', () => {
  const figures = (change: Partial<ReplenishmentInput> = {}) => {
    const input = { ...product, ...change }
    return new Map(explainReplenishment(input, replenishProduct(input)).map((figure) => [figure.figure, figure]))
  }

  test('each figure tells its formula and what went in', () => {
    const byName = figures({ onHandMilli: 274_000 })
    expect([...byName.keys()].sort()).toEqual(
      [
        'coverDays',
        'orderBy',
        'orderQuantity',
        'orderUpTo',
        'position',
        'reorderPoint',
        'runsOutOn',
        'safetyStock',
      ].sort(),
    )
    expect(byName.get('safetyStock')).toMatchObject({
      formula: 'safety_stock',
      value: 74,
      inputs: {
        serviceLevel: 0.95,
        demandSd: 50,
        demandSdPeriodDays: 25,
        leadTimeDays: 20,
        leadTimeSource: 'agreed-product',
      },
    })
    expect(byName.get('orderQuantity')).toMatchObject({
      value: 300,
      inputs: { need: 0, 'days-of-demand': 300, reorderPoint: 274 },
    })
    expect(byName.get('position')?.value).toBe(274)
  })

  test('a fallback names itself', () => {
    const without = { forecast: [], spread: null }
    expect(figures({ ...without, minimumMilli: 5_000 }).get('reorderPoint')).toMatchObject({
      formula: 'reorder_point_given',
      value: 5,
      inputs: { minimum: 5, 'no-forecast': true },
    })
    expect(figures({ ...without, recent: { milliPerDay: 1_000, periods: 3 } }).get('safetyStock')).toMatchObject({
      formula: 'safety_stock_cushion',
      inputs: { cushion: 0.5, recentPeriods: 3 },
    })
    expect(figures(without).get('reorderPoint')).toMatchObject({ formula: 'no_rule', value: null })
    expect(figures(without).get('orderQuantity')).toMatchObject({ formula: 'no_rule', value: null })
  })
})

describe('whatever the product', () => {
  const milli = fc.integer({ min: 0, max: 3_000_000 })
  const dated = fc.array(
    fc.record({
      on: fc.option(fc.integer({ min: -40, max: 500 }).map((days) => addDays(today, days))),
      qtyMilli: milli,
    }),
    { maxLength: 5 },
  )
  const anyProduct: fc.Arbitrary<ReplenishmentInput> = fc.record({
    today: fc.constant(today),
    onHandMilli: fc.integer({ min: -500_000, max: 3_000_000 }),
    arrivals: dated,
    openDemand: dated,
    forecast: fc.array(
      fc.record({
        from: fc.integer({ min: -30, max: 300 }).map((days) => addDays(today, days)),
        days: fc.integer({ min: 1, max: 31 }),
        qtyMilli: fc.double({ min: -1000, max: 1e6, noNaN: true }),
      }),
      { maxLength: 6 },
    ),
    spread: fc.option(
      fc.record({
        sdMilli: fc.double({ min: 0, max: 1e6, noNaN: true }),
        periodDays: fc.integer({ min: 1, max: 31 }),
        source: fc.constant('history' as const),
      }),
    ),
    recent: fc.option(
      fc.record({ milliPerDay: fc.double({ min: 0, max: 1e5, noNaN: true }), periods: fc.constant(3) }),
    ),
    leadTime: fc.option(
      fc.record({
        meanDays: fc.double({ min: 0, max: 200, noNaN: true }),
        sdDays: fc.double({ min: 0, max: 60, noNaN: true }),
        source: fc.constant('own-orders' as const),
        orders: fc.constant(4),
      }),
    ),
    minimumMilli: fc.option(milli),
    terms: fc.record({
      stepMilli: fc.constantFrom(1000, 1),
      moqMilli: fc.option(milli),
      multipleMilli: fc.option(fc.integer({ min: 1, max: 200_000 })),
      priceBreaks: fc.constantFrom([], plainTerms.priceBreaks),
      currency: fc.constantFrom('USD', null),
      orderCost: fc.constantFrom(null, 0, 35),
      holdingRate: fc.constantFrom(null, 0, 0.3),
    }),
    rules: fc.record({
      reviewDays: fc.integer({ min: 0, max: 60 }),
      serviceLevel: fc.double({ min: 0.5, max: 0.999, noNaN: true }),
      minimumGoesFirst: fc.boolean(),
      cushion: fc.constant(0.5),
      lotDays: fc.constant(30),
      longestCoverDays: fc.constant(365),
    }),
  })

  test('the position is a sum, the order lifts it above the reorder point, and no figure is NaN', () => {
    fc.assert(
      fc.property(anyProduct, (input) => {
        const found = replenishProduct(input)
        expect(found.positionMilli).toBe(found.onHandMilli + found.onOrderMilli - found.openDemandMilli)
        const { reorderPointMilli } = found.levels
        expect(found.isBelowReorderPoint === null).toBe(reorderPointMilli === null)
        expect(found.order === null).toBe(found.levels.rule === 'none')
        if (found.order && found.isBelowReorderPoint) {
          expect(found.positionMilli + found.order.qtyMilli).toBeGreaterThanOrEqual(reorderPointMilli ?? 0)
          expect(found.order.qtyMilli).toBeGreaterThan(0)
        } else expect(found.order?.qtyMilli ?? 0).toBe(0)
        const text = JSON.stringify([found, explainReplenishment(input, found)], (_, value) =>
          typeof value === 'number' && !Number.isFinite(value) ? 'NOT A NUMBER' : value,
        )
        expect(text).not.toContain('NOT A NUMBER')
      }),
    )
  })

  test('more service never means a lower reorder point, and more stock never an earlier end', () => {
    fc.assert(
      fc.property(anyProduct, fc.integer({ min: 1, max: 500_000 }), (input, more) => {
        const found = replenishProduct(input)
        const safer = replenishProduct({ ...input, rules: { ...input.rules, serviceLevel: 0.9995 } })
        expect(safer.levels.reorderPointMilli ?? 0).toBeGreaterThanOrEqual(found.levels.reorderPointMilli ?? 0)
        const fuller = replenishProduct({ ...input, onHandMilli: input.onHandMilli + more })
        if (fuller.runsOutOn !== null) {
          expect(found.runsOutOn).not.toBeNull()
          expect(fuller.runsOutOn >= (found.runsOutOn ?? '')).toBe(true)
        }
      }),
    )
  })
})
