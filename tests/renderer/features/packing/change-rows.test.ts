// What hands do with cartons: nothing that lies in them is ever lost, whatever is split and put together.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mergeUp, putInto, splitRow } from '#renderer/features/packing/change-rows.ts'
import {
  leftOfLines,
  measuresOf,
  milliOf,
  newPackRow,
  type PackRow,
  rangesOf,
  readPackForm,
} from '#renderer/features/packing/pack-form-values.ts'

const row = (key: string, part: Partial<PackRow>): PackRow => ({ ...newPackRow(key), ...part })
const inside = (rows: readonly PackRow[]) => {
  const sums = new Map<number, number>()
  for (const { lineId, quantity } of rows.flatMap(({ contents }) => contents)) {
    sums.set(lineId, (sums.get(lineId) ?? 0) + milliOf(quantity))
  }
  return [...sums].sort(([a], [b]) => a - b)
}

describe('a row', () => {
  test('gives one carton with its share away', () => {
    const rows = [row('a', { pieces: '4', gross: '5', contents: [{ lineId: 1, quantity: '48' }] })]
    expect(splitRow(rows, 0, 'b')).toMatchObject([
      { key: 'a', pieces: '3', gross: '5', contents: [{ lineId: 1, quantity: '36' }] },
      { key: 'b', pieces: '1', gross: '5', contents: [{ lineId: 1, quantity: '12' }] },
    ])
  })

  test('of one carton gives an empty one of its size', () => {
    const rows = [row('a', { length: '40', gross: '5', contents: [{ lineId: 1, quantity: '12' }] })]
    expect(splitRow(rows, 0, 'b')).toMatchObject([{ key: 'a' }, { key: 'b', length: '40', gross: '', contents: [] }])
  })

  test('goes into the one above, whose weight is then not known', () => {
    const rows = [
      row('a', { gross: '5', contents: [{ lineId: 1, quantity: '2' }] }),
      row('b', {
        gross: '3',
        contents: [
          { lineId: 1, quantity: '1' },
          { lineId: 2, quantity: '4' },
        ],
      }),
    ]
    expect(mergeUp(rows, 1)).toMatchObject([
      {
        key: 'a',
        gross: '',
        contents: [
          { lineId: 1, quantity: '3' },
          { lineId: 2, quantity: '4' },
        ],
      },
    ])
    expect(mergeUp(rows, 0)).toHaveLength(2)
  })

  test('takes more of a line that lies in it already', () => {
    expect(putInto(row('a', { contents: [{ lineId: 1, quantity: '2.5' }] }), 1, 1500).contents).toEqual([
      { lineId: 1, quantity: '4' },
    ])
  })
})

test('split and put together in any order, the rows hold what they held', () => {
  const start = fc.array(
    fc.record({
      pieces: fc.integer({ min: 1, max: 9 }),
      milli: fc.array(fc.integer({ min: 1, max: 99_999 }), { maxLength: 3 }),
    }),
    { minLength: 1, maxLength: 5 },
  )
  const steps = fc.array(fc.record({ splits: fc.boolean(), at: fc.nat(20) }), { maxLength: 12 })
  fc.assert(
    fc.property(start, steps, (given, done) => {
      let rows = given.map(({ pieces, milli }, at) =>
        row(`r${at}`, {
          pieces: String(pieces),
          contents: milli.map((one, index) => ({ lineId: index + 1, quantity: String(one / 1000) })),
        }),
      )
      const before = inside(rows)
      done.forEach(({ splits, at }, step) => {
        const index = at % rows.length
        rows = splits ? splitRow(rows, index, `s${step}`) : mergeUp(rows, index)
      })
      expect(inside(rows)).toEqual(before)
    }),
  )
})

describe('the form', () => {
  const line = { lineId: 1, position: 1, productId: 1, sku: 'A', name: 'A', nameZh: '', description: '', unit: 'pcs' }
  const lines = [{ ...line, quantity: 10, packed: 0, left: 10, piecesPerCarton: null, carton: null }]

  test('numbers cartons through and tells what is left', () => {
    const rows = [row('a', { pieces: '3', contents: [{ lineId: 1, quantity: '9' }] }), row('b', {})]
    expect(rangesOf({ rows })).toEqual(['1–3', '4'])
    expect(leftOfLines(lines, { rows })[0]).toMatchObject({ packedMilli: 9000, leftMilli: 1000 })
    expect(leftOfLines(lines, { rows: [row('a', { contents: [{ lineId: 1, quantity: '11' }] })] })[0]?.leftMilli).toBe(
      -1000,
    )
  })

  test('reads centimetres and kilograms exactly, and says which field does not fit', () => {
    const rows = [row('a', { length: '40.5', gross: '10.2', contents: [{ lineId: 1, quantity: '' }] })]
    expect(readPackForm({ rows })).toMatchObject({
      ok: true,
      value: [{ pieces: 1, lengthMm: 405, grossGrams: 10_200, contents: [] }],
    })
    const wrong = [row('a', { pieces: '', height: 'tall', contents: [{ lineId: 1, quantity: 'x' }] })]
    expect(readPackForm({ rows: wrong })).toEqual({
      ok: false,
      problems: { 'rows.0.pieces': 'required', 'rows.0.height': 'decimal', 'rows.0.contents.0.quantity': 'decimal' },
    })
    expect(measuresOf({ rows: wrong })[0]).toMatchObject({ pieces: 1, heightMm: null })
  })
})
