// Prices by tables worked by hand, and what holds of any table.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chargedLoad, type LoadPiece, type WeighingRule } from '#main/domain/carriers/charged-load.ts'
import { freightPrice, type PricedRate, type PricedSurcharge } from '#main/domain/carriers/freight-price.ts'
import { rateFaults } from '#main/domain/carriers/rate-faults.ts'
import { revenueTonFreight } from '#main/domain/packing/revenue-tons.ts'
import { Decimal } from '#shared/decimal.ts'

const courier: WeighingRule = {
  weighsBy: 'shipment',
  divisor: 5000,
  roundUpGrams: 500,
  roundsSides: false,
  maxPieceGrams: 70_000,
  maxSideMm: 1200,
}
const carton: LoadPiece = { lengthMm: 400, widthMm: 300, heightMm: 250, grams: 4200, pieces: 2 }

function rate(values: Partial<PricedRate>): PricedRate {
  return {
    ...{ zoneId: null, overGrams: 0, upToGrams: null, baseMinor: 0, stepGrams: null, stepMinor: null },
    ...{ tonMinor: null, minimumTonsMilli: null },
    ...values,
  }
}

function surcharge(values: Partial<PricedSurcharge>): PricedSurcharge {
  return {
    ...{ kind: 'other' as const, name: '', ppm: 0, shipmentMinor: 0, pieceMinor: 0, kgMinor: 0 },
    ...{ zoneId: null, onRequest: false, validFrom: null, validTo: null },
    ...values,
  }
}

const on = '2026-11-23'

function loadOf(pieces: readonly LoadPiece[], rule: WeighingRule = courier) {
  const load = chargedLoad(pieces, rule)
  if ('refusal' in load) throw new Error(load.refusal)
  return load
}

describe('what is charged by', () => {
  test('two cartons of 40 x 30 x 25 cm count for 12 kg with a courier, though they weigh 8.4', () => {
    expect(loadOf([carton])).toEqual({
      ...{ pieces: 2, grossGrams: 8400, volumetricGrams: 12_000, chargedGrams: 12_000 },
      ...{ tons: null, volume: '0.06', by: 'volume' },
    })
  })

  test('piece by piece the heavier of the two counts for each', () => {
    const dense = { lengthMm: 200, widthMm: 200, heightMm: 100, grams: 9100, pieces: 1 }
    expect(loadOf([carton, dense]).chargedGrams).toBe(17_500)
    expect(loadOf([carton, dense], { ...courier, weighsBy: 'piece' }).chargedGrams).toBe(21_500)
  })

  test('where volume does not count no side is asked for', () => {
    const rule = { ...courier, divisor: null, maxSideMm: null }
    const bare = { ...carton, lengthMm: null, widthMm: null, heightMm: null }
    expect(loadOf([bare], rule)).toMatchObject({
      chargedGrams: 8500,
      volumetricGrams: null,
      volume: null,
      by: 'weight',
    })
  })

  test.each<[string, Partial<LoadPiece>]>([
    ['too_heavy', { grams: 70_001 }],
    ['too_long', { heightMm: 1201 }],
    ['no_weight', { grams: null }],
    ['no_size', { widthMm: null }],
  ])('%s', (refusal, values) => {
    expect(chargedLoad([carton, { ...carton, ...values }], courier)).toEqual({ refusal })
  })

  test('revenue tons: cubic metres or tonnes, whichever are more', () => {
    const sea: WeighingRule = { ...courier, weighsBy: 'revenue_ton', maxPieceGrams: null, maxSideMm: null }
    const light = { lengthMm: 1200, widthMm: 1000, heightMm: 1450, grams: 310_000, pieces: 3 }
    expect(loadOf([light], sea)).toMatchObject({ tons: '5.22', by: 'volume', chargedGrams: 5_220_000 })
    expect(loadOf([{ ...light, grams: 2_000_000 }], sea)).toMatchObject({ tons: '6', by: 'weight' })
  })
})

describe('the price of a load', () => {
  const rates = [
    rate({ upToGrams: 10_000, baseMinor: 8000 }),
    rate({ overGrams: 10_000, baseMinor: 8000, stepGrams: 500, stepMinor: 325 }),
  ]
  const surcharges = [
    surcharge({ kind: 'fuel', ppm: 185_000 }),
    surcharge({ kind: 'handling', pieceMinor: 150 }),
    surcharge({ kind: 'security', kgMinor: 12 }),
    surcharge({ kind: 'remote', shipmentMinor: 2500, onRequest: true }),
    surcharge({ kind: 'peak', shipmentMinor: 900, validFrom: '2026-12-01', validTo: '2026-12-31' }),
    surcharge({ kind: 'other', shipmentMinor: 700, zoneId: 9 }),
  ]
  const asked = { zoneId: null, on, requests: [] }

  test('12 kg: 80.00 and four steps of 3.25; 18.5 % of that, 2 pieces, 12 kg', () => {
    const price = freightPrice(loadOf([carton]), { minimumMinor: 0, rates, surcharges }, asked)
    expect(price).toMatchObject({ steps: 4, tons: null, isMinimum: false, totalMinor: 11_465 })
    expect(price?.parts.map(({ kind, minor }) => [kind, minor])).toEqual([
      ['freight', 9300],
      ['fuel', 1721],
      ['handling', 300],
      ['security', 144],
    ])
  })

  test('what is asked for, what is of the day and what is of the zone come to it', () => {
    const price = freightPrice(
      loadOf([carton]),
      { minimumMinor: 0, rates, surcharges },
      { zoneId: 9, on: '2026-12-31', requests: ['remote'] },
    )
    expect(price?.totalMinor).toBe(11_465 + 2500 + 900 + 700)
  })

  test('the least of the table is the freight that surcharges are taken of', () => {
    const price = freightPrice(
      loadOf([carton]),
      { minimumMinor: 20_000, rates, surcharges: [surcharges[0] as PricedSurcharge] },
      asked,
    )
    expect(price).toMatchObject({ isMinimum: true, totalMinor: 23_700 })
  })

  test('a row of the zone comes before one that holds everywhere; without a row there is no price', () => {
    const own = [...rates, rate({ zoneId: 3, upToGrams: 20_000, baseMinor: 5000 })]
    const priced = (zoneId: number, grams: number) =>
      freightPrice(
        loadOf([{ ...carton, pieces: 1, grams }], { ...courier, divisor: null }),
        { minimumMinor: 0, rates: own, surcharges: [] },
        { zoneId, on, requests: [] },
      )?.totalMinor
    expect([priced(3, 12_000), priced(4, 12_000), priced(3, 20_100)]).toEqual([5000, 9300, 14_825])
    const none = { minimumMinor: 0, rates: [rate({ overGrams: 20_000, baseMinor: 1 })], surcharges: [] }
    expect(freightPrice(loadOf([carton]), none, asked)).toBeNull()
  })

  test('sea freight: 85.00 a revenue ton, two at the least', () => {
    const sea: WeighingRule = { ...courier, weighsBy: 'revenue_ton', maxPieceGrams: null, maxSideMm: null }
    const table = {
      minimumMinor: 0,
      rates: [rate({ tonMinor: 8500, minimumTonsMilli: 2000 })],
      surcharges: [surcharge({ kind: 'bunker', ppm: 120_000 })],
    }
    const pallet = { lengthMm: 1200, widthMm: 1000, heightMm: 1450, grams: 310_000, pieces: 1 }
    expect(freightPrice(loadOf([pallet], sea), table, asked)).toMatchObject({ tons: '2', totalMinor: 19_040 })
    // 5.22 t of 85.00 are 443.70, and 12 % of them 53.24.
    expect(freightPrice(loadOf([{ ...pallet, pieces: 3 }], sea), table, asked)?.totalMinor).toBe(49_694)
  })
})

const anyRow = fc.record({
  width: fc.integer({ min: 100, max: 20_000 }),
  gap: fc.constantFrom(0, 0, 0, 500),
  baseMinor: fc.integer({ min: 0, max: 20_000 }),
  step: fc.option(fc.record({ grams: fc.integer({ min: 1, max: 3000 }), minor: fc.integer({ min: 0, max: 900 }) })),
})

/** Half of the tables rise as usual ones do, the others have any prices. */
const anyRates = fc
  .record({ rises: fc.boolean(), rows: fc.array(anyRow, { minLength: 1, maxLength: 6 }) })
  .map(({ rises, rows }) => {
    let end = 0
    let price = 0
    return rows.map(({ width, gap, baseMinor: any, step }) => {
      const overGrams = end + gap
      end = overGrams + width
      const baseMinor = rises ? price + any : any
      price = baseMinor + (step ? Math.ceil(width / step.grams) * step.minor : 0)
      const steps = step ? { stepGrams: step.grams, stepMinor: step.minor } : {}
      return rate({ overGrams, upToGrams: end, baseMinor, ...steps })
    })
  })

const anySurcharges = fc.array(
  fc.record({
    ppm: fc.integer({ min: 0, max: 500_000 }),
    shipmentMinor: fc.integer({ min: 0, max: 5000 }),
    pieceMinor: fc.integer({ min: 0, max: 500 }),
    kgMinor: fc.integer({ min: 0, max: 500 }),
  }),
  { maxLength: 4 },
)

const byGrams: WeighingRule = { ...courier, divisor: null, roundUpGrams: 1, maxPieceGrams: null, maxSideMm: null }

test('parts always add up to the total, and freight is never below the least', () => {
  fc.assert(
    fc.property(anyRates, anySurcharges, fc.nat(60_000), fc.nat(9000), (rates, extra, grams, minimumMinor) => {
      const load = loadOf([{ ...carton, grams: grams + 1, pieces: 1 }], byGrams)
      const table = { minimumMinor, rates, surcharges: extra.map(surcharge) }
      const price = freightPrice(load, table, { zoneId: null, on, requests: [] })
      if (!price) return
      expect(price.parts.reduce((sum, { minor }) => sum + minor, 0)).toBe(price.totalMinor)
      expect(price.parts[0]?.minor).toBeGreaterThanOrEqual(minimumMinor)
      expect(price.parts.every(({ minor }) => Number.isSafeInteger(minor) && minor >= 0)).toBe(true)
    }),
  )
})

test('more weight never costs less, unless the table says so and that is told', () => {
  let compared = 0
  fc.assert(
    fc.property(anyRates, anySurcharges, fc.nat(60_000), fc.nat(60_000), (rates, extra, one, other) => {
      if (rateFaults(rates).some(({ kind }) => kind === 'cheaper')) return
      const table = { minimumMinor: 0, rates, surcharges: extra.map(surcharge) }
      const [light, heavy] = [Math.min(one, other) + 1, Math.max(one, other) + 1].map((grams) =>
        freightPrice(loadOf([{ ...carton, grams, pieces: 1 }], byGrams), table, { zoneId: null, on, requests: [] }),
      )
      if (!light || !heavy) return
      compared += 1
      expect(heavy.totalMinor).toBeGreaterThanOrEqual(light.totalMinor)
    }),
    { numRuns: 2000 },
  )
  expect(compared).toBeGreaterThan(50)
})

test('what a table shows: gaps, overlaps, and where more costs less', () => {
  const rates = [
    rate({ upToGrams: 5000, baseMinor: 5000 }),
    rate({ overGrams: 4000, upToGrams: 10_000, baseMinor: 4500 }),
    rate({ overGrams: 12_000, baseMinor: 9000 }),
  ]
  expect(rateFaults(rates)).toEqual([
    { kind: 'overlap', zoneId: null, fromGrams: 4000, toGrams: 5000 },
    { kind: 'gap', zoneId: null, fromGrams: 10_000, toGrams: 12_000 },
    { kind: 'cheaper', zoneId: null, atGrams: 4000 },
  ])
})

/** The quote rounds each part when it is fixed, the formula not at all: what lies between them is less than half a cent a part. */
test('by the revenue ton, a quote is the formula of sea freight, part by part', () => {
  const rule: WeighingRule = {
    ...courier,
    weighsBy: 'revenue_ton',
    divisor: null,
    maxPieceGrams: null,
    maxSideMm: null,
  }
  const side = fc.integer({ min: 50, max: 3000 })
  const given = fc.record({
    piece: fc.record({ lengthMm: side, widthMm: side, heightMm: side, grams: fc.integer({ min: 1, max: 2_000_000 }) }),
    pieces: fc.integer({ min: 1, max: 40 }),
    ton: fc.integer({ min: 1, max: 50_000 }),
    least: fc.integer({ min: 0, max: 3000 }),
    shares: fc.array(fc.integer({ min: 0, max: 400_000 }), { maxLength: 4 }),
  })
  fc.assert(
    fc.property(given, ({ piece, pieces, ton, least, shares }) => {
      const { lengthMm, widthMm, heightMm, grams } = piece
      const table = {
        minimumMinor: 0,
        rates: [rate({ tonMinor: ton, minimumTonsMilli: least })],
        surcharges: shares.map((ppm) => surcharge({ ppm })),
      }
      const price = freightPrice(loadOf([{ ...piece, pieces }], rule), table, { zoneId: null, on, requests: [] })
      const formula = revenueTonFreight(
        {
          cubicMetres: new Decimal(lengthMm).times(widthMm).times(heightMm).times(pieces).div(1e9).toFixed(),
          tonnes: new Decimal(grams).times(pieces).div(1e6).toFixed(),
        },
        { ratePerTon: ton, surcharges: shares.map((ppm) => ppm / 1e6), minimumTons: least / 1000 },
      )
      if (price === null || 'status' in formula) throw new Error('no price')
      expect(price.tons).toBe(formula.revenueTons)
      const between = new Decimal(price.totalMinor).minus(formula.freight).abs()
      // A share of freight that was rounded up carries on what it was rounded by.
      const carried = shares.reduce((sum, ppm) => sum + ppm / 1e6, 0) / 2
      expect(between.lte(0.5 + shares.length / 2 + carried)).toBe(true)
    }),
  )
})
