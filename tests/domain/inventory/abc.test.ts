import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type AbcEntry, rankAbc, rankAbcDecimals } from '#main/domain/inventory/abc.ts'

const entries = (values: Record<string, number>): AbcEntry[] =>
  Object.entries(values).map(([sku, value]) => ({ sku, value }))
const classes = (values: Record<string, number>, thresholds: [number, number] = [0.8, 0.95]) =>
  rankAbc(entries(values), thresholds)?.items.map((item) => `${item.entry.sku}:${item.class}`)

describe('ABC', () => {
  test('the item that crosses a limit stays in the better class; one that starts on it falls into the next', () => {
    expect(classes({ a: 70, b: 20, c: 10 })).toEqual(['a:A', 'b:A', 'c:B'])
    expect(classes({ a: 80, b: 15, c: 5 })).toEqual(['a:A', 'b:B', 'c:C'])
  })

  test('one item alone is A, an empty input is empty, nothing positive is all C', () => {
    expect(classes({ only: 1 })).toEqual(['only:A'])
    expect(rankAbc([], [0.8, 0.95])).toEqual({ total: 0, items: [], valuesDoNotDiffer: false })
    const nothing = rankAbc(entries({ a: 0, b: -5 }), [0.8, 0.95])
    expect(nothing?.total).toBe(0)
    expect(nothing?.items.map((item) => [item.class, item.share, item.cumulativeShare])).toEqual([
      ['C', 0, 0],
      ['C', 0, 0],
    ])
  })

  test('losses are C with share 0 and no part of the total', () => {
    const ranking = rankAbc(entries({ loss: -50, a: 75, b: 25 }), [0.8, 0.95])
    expect(ranking?.total).toBe(100)
    expect(ranking?.items.map((item) => [item.entry.sku, item.share, item.cumulativeShare, item.class])).toEqual([
      ['a', 0.75, 0.75, 'A'],
      ['b', 0.25, 1, 'A'],
      ['loss', 0, 1, 'C'],
    ])
  })

  test('equal values are ordered by SKU in code units, and said to be alike', () => {
    expect(classes({ b: 1, a: 1, B: 1, ä: 1, '10': 1, '9': 1 })?.map((text) => text.split(':')[0])).toEqual([
      '10',
      '9',
      'B',
      'a',
      'b',
      'ä',
    ])
    expect(rankAbc(entries({ a: 1, b: 1, c: 0 }), [0.8, 0.95])?.valuesDoNotDiffer).toBe(true)
    expect(rankAbc(entries({ a: 1, b: 2 }), [0.8, 0.95])?.valuesDoNotDiffer).toBe(false)
    expect(rankAbc(entries({ a: 1 }), [0.8, 0.95])?.valuesDoNotDiffer).toBe(false)
  })

  test('limits are met exactly where binary sums would drift', () => {
    // 0.1 + 0.2 is not 0.3 in doubles; here the third item starts exactly at 30 % and so is B.
    const values = [...Array(10)].map((_, index) => ({ sku: `p${index}`, value: '0.1' }))
    expect(
      rankAbcDecimals(values, ['0.3', '0.9'])
        ?.items.map((item) => item.class)
        .join(''),
    ).toBe('AAABBBBBBC')
    expect(rankAbcDecimals([{ sku: 'x', value: '12.50' }], [0.8, 0.95])).toMatchObject({ total: 125, places: 1 })
  })

  test('thresholds must be in order and within the whole', () => {
    for (const thresholds of [
      [0.95, 0.8],
      [0.8, 0.8],
      [0, 0.5],
      [-0.1, 0.5],
      [0.5, 1.1],
      ['x', 1],
      [Number.NaN, 1],
    ]) {
      expect(rankAbc(entries({ a: 1 }), thresholds as [number, number])).toBeNull()
    }
    expect(classes({ a: 60, b: 39, c: 1 }, [0.5, 1])).toEqual(['a:A', 'b:B', 'c:B'])
  })

  test('a total past exactness is refused', () => {
    expect(() => rankAbc(entries({ a: Number.MAX_SAFE_INTEGER, b: 1 }), [0.8, 0.95])).toThrow(RangeError)
  })
})

describe('ABC, whatever the values', () => {
  const anyEntries = fc.uniqueArray(
    fc.record({ sku: fc.string({ maxLength: 4 }), value: fc.integer({ min: -1000, max: 1_000_000 }) }),
    { selector: (entry) => entry.sku, maxLength: 40 },
  )
  const share = fc.integer({ min: 1, max: 99 })

  test('does not depend on the order of the input', () => {
    fc.assert(
      fc.property(anyEntries, fc.infiniteStream(fc.nat()), (given, noise) => {
        const keyed = given.map((entry) => ({ entry, key: noise.next().value }))
        const shuffled = keyed.sort((a, b) => (a.key ?? 0) - (b.key ?? 0)).map(({ entry }) => entry)
        expect(rankAbc(shuffled, [0.8, 0.95])).toEqual(rankAbc(given, [0.8, 0.95]))
      }),
    )
  })

  test('classes follow the definition in exact fractions', () => {
    fc.assert(
      fc.property(anyEntries, share, share, (given, x, y) => {
        fc.pre(x < y)
        const ranking = rankAbc(given, [x / 100, y / 100])
        const total = given.reduce((sum, entry) => sum + Math.max(0, entry.value), 0)
        expect(ranking?.total).toBe(total)
        for (const { entry, before, class: letter } of ranking?.items ?? []) {
          const expected =
            entry.value <= 0 ? 'C' : before * 100 < x * total ? 'A' : before * 100 < y * total ? 'B' : 'C'
          expect(letter).toBe(expected)
        }
      }),
    )
  })

  test('there is an A whenever any value is positive, and classes never rise again', () => {
    fc.assert(
      fc.property(anyEntries, (given) => {
        const letters = rankAbc(given, [0.8, 0.95])?.items.map((item) => item.class) ?? []
        expect(letters.includes('A')).toBe(given.some((entry) => entry.value > 0))
        expect(letters).toEqual([...letters].sort())
      }),
    )
  })
})
