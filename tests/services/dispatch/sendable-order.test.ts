// What leaves for an order, shared out among the shipments that it was packed into.
import { expect, test } from 'vitest'
import { type SendableLine, type SentPart, splitParts } from '#main/services/dispatch/sendable-order.ts'
import type { Id } from '#shared/ids.ts'

const line = (id: Id): SendableLine => ({
  ...{ id, isGoods: true, position: id, productId: id, sku: `S${id}`, description: '', externalSku: '' },
  ...{ qtyMilli: 5000, cancelledMilli: 0, shippedMilli: 0 },
})
const part = (id: Id, qtyMilli: number, serials: Id[] = []): SentPart => ({
  ...{ line: line(id), qtyMilli, batchId: null, binId: null, serials },
})
const short = (parts: SentPart[]) => parts.map(({ line: { id }, qtyMilli, serials }) => [id, qtyMilli, serials])

test('parts are taken in their order, each piece once, and nothing is lost between', () => {
  const parts = [part(1, 2000, [11, 12]), part(1, 1000, [13]), part(2, 500)]
  const [own, rest] = splitParts(
    parts,
    new Map([
      [1, 1000],
      [2, 500],
    ]),
  )
  expect(short(own)).toEqual([
    [1, 1000, [11]],
    [2, 500, []],
  ])
  expect(short(rest)).toEqual([
    [1, 1000, [12]],
    [1, 1000, [13]],
  ])
  const [all, none] = splitParts(rest, new Map([[1, 2000]]))
  expect(short(all)).toEqual(short(rest))
  expect(none).toEqual([])
})
