import fc from 'fast-check'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { LoggedOperation } from '#main/services/search/log-position.ts'
import { makerClocks } from '#main/services/search/record-clocks.ts'
import { idFrom } from '#shared/ids.ts'

afterEach(() => vi.restoreAllMocks())

const operation = (replica: number, from: number, length: number): LoggedOperation => {
  const firstId = idFrom(replica, from)
  return { id: firstId, clock: replica * 1_000_000 + from, firstId, lastId: firstId + length - 1 }
}

describe('the clock of the operation that made a row', () => {
  test('is found however the operations of several copies came in', () => {
    const spans = fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 3 }), fc.nat(50)), {
      selector: String,
      maxLength: 60,
    })
    fc.assert(
      fc.property(spans, fc.nat(9), (places, cut) => {
        const operations = places.map(([replica, place]) => operation(replica, place * 10, place % 4))
        const clocks = makerClocks()
        clocks.add(operations.slice(0, cut))
        clocks.add(operations.slice(cut))
        for (const [replica, place] of places)
          for (const id of [idFrom(replica, place * 10), idFrom(replica, place * 10 + 3)]) {
            const maker = operations.find(({ firstId, lastId }) => firstId <= id && id <= lastId)
            expect(clocks.of(id)).toBe(maker?.clock ?? 0)
          }
        expect(clocks.of(1)).toBe(0)
      }),
    )
  })

  test('takes what comes after all others without sorting again, of another copy too', () => {
    const clocks = makerClocks()
    for (const replica of [1, 2]) clocks.add(Array.from({ length: 100 }, (_, at) => operation(replica, at, 1)))
    const sorting = vi.spyOn(Array.prototype, 'sort')
    clocks.add([operation(1, 100, 1)])
    expect(sorting).not.toHaveBeenCalled()
    expect(clocks.of(idFrom(1, 100))).toBe(1_000_100)
  })
})
