import fc from 'fast-check'
import { expect, test } from 'vitest'
import { idSet } from '#main/db/merge/id-set.ts'

test('each id of the span once, none from outside', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -10, max: 5010 })), (ids) => {
      const set = idSet({ firstId: 1000, lastId: 6000 })
      const seen = new Set<number>()
      for (const place of ids) {
        expect(set.add(1000 + place)).toBe(place >= 0 && place <= 5000 && !seen.has(place))
        seen.add(place)
      }
    }),
  )
})

test('a span that a file claims takes no memory before its rows come', () => {
  const before = process.memoryUsage().arrayBuffers
  const sets = Array.from({ length: 20 }, (_, replica) => {
    const firstId = replica * 2 ** 29 + 1
    return idSet({ firstId, lastId: firstId + 2 ** 29 - 2 })
  })
  expect(sets.every((set, replica) => set.add((replica + 1) * 2 ** 29 - 1))).toBe(true)
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(2 ** 20)
})
