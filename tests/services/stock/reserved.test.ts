// What open orders reserve: by both ways of asking, kits by their parts, less what was issued.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { settleOrders } from '#main/services/orders/order-derived.ts'
import { reservedOf, reservedSql } from '#main/services/stock/reserved.ts'
import { stockLevels } from '#main/services/stock/stock-queries.ts'
import { makeOrder, makeProduct } from '#tests/support/records.ts'
import { main, stockBook } from './stock-book.ts'

const line = (productId: number, quantity: number) => ({ productId, quantity, unitPrice: '1' })

test('only confirmed orders that are neither shipped nor history reserve', () => {
  const book = stockBook()
  const order = (draft: object) => book.write((tx) => makeOrder(tx, { lines: [line(book.mug, 2)], ...draft }))
  order({ status: 'draft' })
  order({ status: 'cancelled' })
  order({ status: 'shipped', shippedOn: '2026-03-03' })
  order({ status: 'confirmed', shippedOn: '2026-03-03' })
  const gone = order({})
  book.write((tx) => {
    tx.update('sales_orders', gone, { is_history: 1 })
    settleOrders(tx, [gone])
  })
  expect(book.read((db) => reservedOf(db, book.mug))).toBe(0)
  order({ status: 'on_hold' })
  order({ status: 'part_shipped', requiredOn: '2026-04-01' })
  expect(book.read((db) => reservedOf(db, book.mug))).toBe(4000)
  expect(book.read((db) => stockLevels(db, book.mug))).toMatchObject({ reserved: 4, available: -4, reservedByCount: 2 })
})

test('a kit reserves its parts, also through a kit in a kit', () => {
  const book = stockBook()
  const set = book.write((tx) =>
    makeProduct(tx, { sku: 'SET', kind: 'kit', kitParts: [{ partId: book.mug, quantity: 2 }] }),
  )
  const box = book.write((tx) => makeProduct(tx, { sku: 'BOX', kind: 'kit', kitParts: [{ partId: set, quantity: 3 }] }))
  book.write((tx) => makeOrder(tx, { lines: [line(box, 2), line(set, 1), line(book.mug, 5)] }))
  expect(book.read((db) => reservedOf(db, book.mug))).toBe((2 * 3 * 2 + 2 + 5) * 1000)
  expect(book.read((db) => db.raw(reservedSql))).toEqual([[book.mug, 19_000]])
  expect(book.read((db) => reservedOf(db, set))).toBe(0)
})

test('what was issued for an order is reserved by it no longer, and never less than nothing', () => {
  const book = stockBook()
  book.post({
    kind: 'receive',
    input: { on: '2026-03-01', warehouseId: main, lines: [{ productId: book.mug, quantity: 99 }] },
  })
  const orderId = book.write((tx) => makeOrder(tx, { lines: [line(book.mug, 5)] }))
  book.write((tx) => makeOrder(tx, { lines: [line(book.mug, 4)] }))
  const issue = (quantity: number) =>
    book.post({
      kind: 'issue',
      input: { on: '2026-03-02', warehouseId: main, orderId, lines: [{ productId: book.mug, quantity }] },
    })
  const { id } = issue(3)
  expect(book.read((db) => reservedOf(db, book.mug))).toBe(6000)
  issue(7)
  expect(book.read((db) => reservedOf(db, book.mug))).toBe(4000)
  book.post({ kind: 'reverse', input: { documentId: id } })
  expect(book.read((db) => reservedOf(db, book.mug))).toBe(4000)
})

test('one product asked alone and all at once agree', () => {
  const quantities = fc.array(fc.tuple(fc.nat({ max: 3 }), fc.nat({ max: 9 })), {
    minLength: 1,
    maxLength: 6,
  })
  fc.assert(
    fc.property(fc.array(quantities, { maxLength: 5 }), (orders) => {
      const book = stockBook()
      const products = book.write((tx) => ['A', 'B'].map((sku) => makeProduct(tx, { sku })))
      const kitParts = products.map((partId, index) => ({ partId, quantity: index + 1 }))
      const all = [...products, book.mug, book.write((tx) => makeProduct(tx, { sku: 'SET', kind: 'kit', kitParts }))]
      book.write((tx) => {
        for (const lines of orders) {
          makeOrder(tx, { lines: lines.map(([index, quantity]) => line(all[index] ?? 0, quantity)) })
        }
      })
      const together = new Map(book.read((db) => db.raw(reservedSql)) as [number, number][])
      for (const id of all) expect(book.read((db) => reservedOf(db, id))).toBe(together.get(id) ?? 0)
    }),
    { numRuns: 12 },
  )
})
