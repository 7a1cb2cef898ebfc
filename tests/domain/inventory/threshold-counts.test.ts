import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rankAbc } from '#main/domain/inventory/abc.ts'
import { classMatrix } from '#main/domain/inventory/class-matrix.ts'
import { countAbc, countMatrix, countXyz, thresholdFigures } from '#main/domain/inventory/threshold-counts.ts'
import { xyzClassOf } from '#main/domain/inventory/xyz.ts'

const share = fc.integer({ min: 1, max: 100 })
const products = fc.uniqueArray(
  fc.record({
    sku: fc.string({ minLength: 1, maxLength: 5 }),
    value: fc.integer({ min: -50, max: 500 }),
    periods: fc.integer({ min: 0, max: 4 }),
    cv: fc.option(fc.integer({ min: 0, max: 30 }).map((tenths) => tenths / 10)),
  }),
  { selector: ({ sku }) => sku, maxLength: 60 },
)

test('counting for other limits gives what classing by them would', () => {
  fc.assert(
    fc.property(products, share, share, share, share, (given, a, b, x, y) => {
      fc.pre(a < b && x < y)
      const abc = [a / 100, b / 100] as const
      const xyz = [x / 50, y / 50] as const
      const ranking = rankAbc(given, abc)
      const ranked = ranking?.items ?? []
      const figures = thresholdFigures(
        ranking?.total ?? 0,
        ranked.map(({ before, entry }) => ({ before, periods: entry.periods, cv: entry.cv })),
      )
      const classed = ranked.map((item) => ({
        abc: item.class,
        xyz: xyzClassOf(item.entry, xyz),
        value: item.entry.value,
      }))
      const count = (holds: (item: (typeof classed)[number]) => boolean) => classed.filter(holds).length
      expect(countAbc(figures, abc)).toEqual({
        A: count((item) => item.abc === 'A'),
        B: count((item) => item.abc === 'B'),
        C: count((item) => item.abc === 'C'),
      })
      expect(countXyz(figures, xyz)).toEqual({
        X: count((item) => item.xyz === 'X'),
        Y: count((item) => item.xyz === 'Y'),
        Z: count((item) => item.xyz === 'Z'),
        unclassified: count((item) => item.xyz === null),
      })
      const { cells } = classMatrix(classed)
      expect(countMatrix(figures, abc, xyz)).toEqual(
        Object.fromEntries(Object.entries(cells).map(([cell, { items }]) => [cell, items])),
      )
    }),
  )
})

test('limits out of order have no counts', () => {
  const figures = thresholdFigures(10, [{ before: 0, periods: 3, cv: 0.2 }])
  expect(countAbc(figures, [0.9, 0.8])).toBeNull()
  expect(countXyz(figures, [1, 0.5])).toBeNull()
  expect(countMatrix(figures, [0.8, 0.95], [1, 0.5])).toBeNull()
  expect(countMatrix(figures, [0.9, 0.8], [0.5, 1])).toBeNull()
})
