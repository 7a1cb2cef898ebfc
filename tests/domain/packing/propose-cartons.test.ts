// From lines to cartons: full ones, leftovers put together, what is left for hands; nothing is ever lost on the way.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { MixingRule } from '#main/domain/packing/mix-leftovers.ts'
import type { PackingData } from '#main/domain/packing/packing-data.ts'
import { volumeOf } from '#main/domain/packing/packing-data.ts'
import { type LineToPack, proposeCartons } from '#main/domain/packing/propose-cartons.ts'

const board: PackingData = {
  ...{ productId: 1, piecesPerCarton: 12, carton: [400, 300, 250], cartonNetGrams: 9600, cartonGrossGrams: 10_200 },
  ...{ piece: null, pieceNetGrams: 800, pieceGrossGrams: 830, parts: null },
}
const polish: PackingData = {
  ...{ productId: 2, piecesPerCarton: 24, carton: [360, 240, 180], cartonNetGrams: 6000, cartonGrossGrams: 6500 },
  ...{ piece: [80, 60, 60], pieceNetGrams: 250, pieceGrossGrams: null, parts: null },
}
const unknown: PackingData = {
  ...{ productId: 3, piecesPerCarton: null, carton: null, cartonNetGrams: null, cartonGrossGrams: null },
  ...{ piece: null, pieceNetGrams: null, pieceGrossGrams: null, parts: null },
}
const rule: MixingRule = { rooms: [], fillPercent: 90, mostGrams: 20_000 }
const line = (lineId: number, quantity: number, packing: PackingData | null): LineToPack => ({
  lineId,
  qtyMilli: quantity * 1000,
  packing,
})

describe('full cartons', () => {
  test('are one row of as many pieces, with the weights of the product', () => {
    const { rows, byHand } = proposeCartons([line(7, 120, board)], rule)
    expect(byHand).toEqual([])
    expect(rows).toEqual([
      {
        ...{ how: 'full', pieces: 10, sides: [400, 300, 250], netGrams: 9600, grossGrams: 10_200 },
        ...{ isWeightGuessed: false, contents: [{ lineId: 7, qtyMilli: 120_000 }] },
      },
    ])
  })

  test('are filled by lines of one product together', () => {
    const { rows } = proposeCartons([line(1, 17, board), line(2, 7, board)], rule)
    expect(rows.map(({ how, pieces, contents }) => ({ how, pieces, contents }))).toEqual([
      { how: 'full', pieces: 1, contents: [{ lineId: 1, qtyMilli: 12_000 }] },
      {
        how: 'full',
        pieces: 1,
        contents: [
          { lineId: 1, qtyMilli: 5000 },
          { lineId: 2, qtyMilli: 7000 },
        ],
      },
    ])
  })

  test('stay cartons where nobody knows their size', () => {
    const { rows } = proposeCartons([line(1, 24, { ...board, carton: null })], rule)
    expect(rows).toMatchObject([{ pieces: 2, sides: null, grossGrams: 10_200 }])
  })
})

describe('leftovers', () => {
  test('go together into the smallest carton that takes them', () => {
    const { rows, byHand } = proposeCartons([line(1, 14, board), line(2, 26, polish)], rule)
    expect(byHand).toEqual([])
    const mixed = rows.filter(({ how }) => how === 'mixed')
    // Two boards take 1/6 of 30 l, two tins 1/12 of 15.55 l: 6.3 l go into 15.55 l at 90 %.
    expect(mixed).toEqual([
      {
        ...{
          how: 'mixed',
          pieces: 1,
          sides: [360, 240, 180],
          netGrams: 2100,
          grossGrams: 2660,
          isWeightGuessed: false,
        },
        contents: [
          { lineId: 1, qtyMilli: 2000 },
          { lineId: 2, qtyMilli: 2000 },
        ],
      },
    ])
  })

  test('that nearly fill their own carton have it to themselves', () => {
    const { rows } = proposeCartons([line(1, 11, board)], rule)
    expect(rows).toMatchObject([{ how: 'mixed', sides: [400, 300, 250], grossGrams: 11 * 830 + 600 }])
  })

  test('go into cartons of our own, alike ones in one row', () => {
    const loose = { ...unknown, piece: [100, 100, 100] as const, pieceGrossGrams: 1000 }
    const own: MixingRule = { ...rule, rooms: [{ sides: [200, 200, 250], tareGrams: 300, mostGrams: null }] }
    const { rows } = proposeCartons([line(1, 25, loose)], own)
    // 9 l at 90 % of 10 l.
    expect(rows).toMatchObject([
      { pieces: 2, grossGrams: 9300, contents: [{ lineId: 1, qtyMilli: 18_000 }] },
      { pieces: 1, grossGrams: 7300, contents: [{ lineId: 1, qtyMilli: 7000 }] },
    ])
  })

  test('stay below what a mixed carton may weigh', () => {
    const heavy = { ...unknown, piece: [100, 100, 100] as const, pieceGrossGrams: 9000 }
    const own: MixingRule = { ...rule, rooms: [{ sides: [400, 400, 400], tareGrams: 500, mostGrams: null }] }
    const { rows } = proposeCartons([line(1, 5, heavy)], own)
    expect(rows.map(({ pieces, grossGrams }) => [pieces, grossGrams])).toEqual([
      [2, 18_500],
      [1, 9500],
    ])
  })

  test('of a kit take up what its parts do', () => {
    const kit = { ...unknown, parts: { mm3: 2e6, netGrams: 900, grossGrams: 1000, piece: null } }
    const own: MixingRule = { ...rule, rooms: [{ sides: [200, 200, 250], tareGrams: null, mostGrams: null }] }
    expect(proposeCartons([line(1, 4, kit)], own).rows).toMatchObject([
      { netGrams: 3600, grossGrams: 4000, isWeightGuessed: true },
    ])
  })
})

describe('left for hands', () => {
  test('is what is no product, says nothing, is too large or too heavy', () => {
    const large = { ...unknown, productId: 4, piece: [900, 100, 100] as const }
    const heavy = { ...unknown, productId: 5, piece: [100, 100, 100] as const, pieceGrossGrams: 30_000 }
    const own: MixingRule = { ...rule, rooms: [{ sides: [400, 400, 400], tareGrams: 500, mostGrams: null }] }
    const lines = [line(1, 1, null), line(2, 2, unknown), line(3, 3, large), line(4, 4, heavy)]
    expect(proposeCartons(lines, own)).toEqual({
      rows: [],
      byHand: [
        { lineId: 1, qtyMilli: 1000, why: 'no-product' },
        { lineId: 3, qtyMilli: 3000, why: 'too-large' },
        { lineId: 4, qtyMilli: 4000, why: 'too-heavy' },
        { lineId: 2, qtyMilli: 2000, why: 'no-packing-data' },
      ],
    })
  })
})

const side = fc.integer({ min: 20, max: 900 })
const sides = fc.tuple(side, side, side)
const grams = fc.option(fc.integer({ min: 1, max: 30_000 }))
const data = (productId: number) =>
  fc.record({
    productId: fc.constant(productId),
    piecesPerCarton: fc.option(fc.integer({ min: 1, max: 50 })),
    carton: fc.option(sides),
    cartonNetGrams: grams,
    cartonGrossGrams: grams,
    piece: fc.option(sides),
    pieceNetGrams: grams,
    pieceGrossGrams: grams,
    parts: fc.constant(null),
  })
const room = fc.record({ sides, tareGrams: grams, mostGrams: grams })

test('every thousandth of every line lies in a carton or is left for hands, and no mixed carton is too full', () => {
  const products = fc.tuple(...[1, 2, 3, 4].map(data))
  const quantity = fc.integer({ min: 1, max: 120_000 })
  const lines = fc.array(fc.record({ product: fc.nat(4), quantity }), { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(products, lines, fc.array(room, { maxLength: 4 }), (known, asked, rooms) => {
      const given = asked.map(({ product, quantity: qtyMilli }, index) => ({
        lineId: index + 1,
        qtyMilli,
        packing: known[product] ?? null,
      }))
      const { rows, byHand } = proposeCartons(given, { ...rule, rooms })
      const sums = new Map<number, number>()
      for (const { lineId, qtyMilli } of [...rows.flatMap(({ contents }) => contents), ...byHand]) {
        expect(qtyMilli).toBeGreaterThan(0)
        sums.set(lineId, (sums.get(lineId) ?? 0) + qtyMilli)
      }
      expect([...sums].sort(([a], [b]) => a - b)).toEqual(given.map(({ lineId, qtyMilli }) => [lineId, qtyMilli]))
      const biggest = Math.max(
        0,
        ...rooms.map((one) => volumeOf(one.sides)),
        ...known.map((one) => volumeOf(one.carton ?? [0, 0, 0])),
      )
      for (const row of rows.filter(({ how }) => how === 'mixed')) {
        expect(row.sides).not.toBeNull()
        expect(volumeOf(row.sides ?? [0, 0, 0])).toBeLessThanOrEqual(biggest)
      }
    }),
    { numRuns: 400 },
  )
})

test('a thousand lines are packed at once', () => {
  const lines = Array.from({ length: 1000 }, (_, index) =>
    line(index + 1, (index % 37) + 1, {
      ...board,
      productId: index,
      carton: [300 + (index % 7) * 20, 300, 200 + (index % 5) * 10],
    }),
  )
  const { rows, byHand } = proposeCartons(lines, rule)
  expect(byHand).toEqual([])
  expect(rows.length).toBeGreaterThan(300)
})
