import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rankAbc } from '#main/domain/inventory/abc.ts'
import { classMatrix } from '#main/domain/inventory/class-matrix.ts'
import { xyzClassOf } from '#main/domain/inventory/xyz.ts'
import { countCells, countOf } from '#renderer/features/insights/what-if-counts.ts'
import type { ClassItem } from '#shared/schemas/classes.ts'

const product = fc.record({
  value: fc.option(fc.integer({ min: -50, max: 1000 })),
  periods: fc.integer({ min: 0, max: 5 }),
  cv: fc.option(fc.integer({ min: 0, max: 60 }).map((twentieths) => twentieths / 20)),
})
const abcLimits = fc.uniqueArray(fc.integer({ min: 1, max: 100 }), { minLength: 2, maxLength: 2 })

test('the counts of a slider are those that the book gives for the same limits', () => {
  fc.assert(
    fc.property(fc.array(product, { maxLength: 40 }), abcLimits, abcLimits, (products, shares, variations) => {
      const [a = 1, b = 2] = shares.toSorted((left, right) => left - right).map((limit) => limit / 100)
      const [x = 1, y = 2] = variations.toSorted((left, right) => left - right).map((limit) => limit / 20)
      const entries = products.flatMap((one, at) =>
        one.value === null ? [] : [{ ...one, value: one.value, sku: String(at).padStart(3, '0') }],
      )
      const ranking = rankAbc(entries, [a, b])
      if (ranking === null) throw new Error('the limits are in order')
      const ranked = ranking.items.map(({ entry, rank, share, before, class: abc }) => ({
        item: {
          rank,
          share,
          shareBefore: ranking.total > 0 ? before / ranking.total : null,
          ...entry,
        } as unknown as ClassItem,
        abc,
        xyz: xyzClassOf(entry, [x, y]),
        value: entry.value,
      }))
      const others = products.filter(({ value }) => value === null)
      const items = [
        ...ranked.map(({ item }) => item),
        ...others.map((one) => ({ ...one, rank: null, share: 0, shareBefore: null }) as unknown as ClassItem),
      ]
      const matrix = classMatrix([
        ...ranked,
        ...others.map((one) => ({ abc: null, xyz: xyzClassOf(one, [x, y]), value: 0 })),
      ])
      const counts = countCells(items, { a, b, x, y })
      for (const [cell, { items: expected }] of Object.entries(matrix.cells))
        expect(counts[cell as keyof typeof counts] ?? 0).toBe(expected)
    }),
  )
})

test('counts of a row and of a column', () => {
  const counts = { AX: 2, AZ: 3, BX: 5, unclassified: 7 }
  expect(['A', 'B', 'C', 'X', 'Z'].map((letter) => countOf(counts, letter))).toEqual([5, 5, 0, 7, 3])
})
