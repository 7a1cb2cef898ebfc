// Two copies that sent the same order, brought together.
import { expect, test } from 'vitest'
import type { WriteTx } from '#main/db/database.ts'
import { checkBook } from '#main/services/book/check-book.ts'
import { dispatchOrder } from '#main/services/dispatch/dispatch-orders.ts'
import { getOrder } from '#main/services/orders/order-queries.ts'
import { postAny } from '#main/services/stock/post-any.ts'
import type { Id } from '#shared/ids.ts'
import { dispatchInput } from '#shared/schemas/dispatch.ts'
import { stockPosting } from '#shared/schemas/stock-postings.ts'
import { clashesOf, mendAll, merged, pairOf, rulesWithClashes } from '#tests/services/clashes/clash-copies.ts'
import { makeCustomer, makeOrder, makeProduct } from '#tests/support/records.ts'

let order = 0 as Id

/** 100 mugs in stock, 10 of them ordered. */
function fill(tx: WriteTx): void {
  const productId = makeProduct(tx, { sku: 'MUG' })
  const receipt = { warehouseId: 1, on: '2026-11-01', lines: [{ productId, quantity: 100 }] }
  postAny(tx, stockPosting.parse({ kind: 'receive', input: receipt }))
  const customerId = makeCustomer(tx, 'Buyer')
  order = makeOrder(tx, { customerId, orderedOn: '2026-11-05', lines: [{ productId, quantity: 10, unitPrice: '5' }] })
}

const send = (quantity: number) => (tx: WriteTx) => {
  const [line] = getOrder(tx, order).lines
  const lines = [{ lineId: line?.id ?? 0, quantity }]
  dispatchOrder(tx, dispatchInput.parse({ orderId: order, on: '2026-11-10', lines }))
}

test('one order sent in both copies is told, and the later dispatch taken back with its stock', () => {
  const book = merged(pairOf(fill), send(10), send(10))
  expect(book.read((db) => getOrder(db, order)).lines).toMatchObject([{ shipped: 20, open: 0 }])
  expect(clashesOf(book, 'orders/sent-twice')).toMatchObject([{ count: 2, facts: { lines: 1 } }])
  mendAll(book, { rule: 'orders/sent-twice', mending: 'reverse' })
  expect(book.read((db) => getOrder(db, order))).toMatchObject({ status: 'shipped', lines: [{ shipped: 10, open: 0 }] })
  expect(book.connection.prepare('SELECT on_hand_milli FROM stock_balances').pluck().get()).toBe(90_000)
  expect(rulesWithClashes(book)).toEqual([])
  expect(book.read((db) => checkBook(db).problems)).toEqual([])
})

test('two parts of one order are what dispatches are for', () => {
  const book = merged(pairOf(fill), send(3), send(4))
  expect(rulesWithClashes(book)).toEqual([])
  expect(book.read((db) => getOrder(db, order))).toMatchObject({
    status: 'part_shipped',
    lines: [{ shipped: 7, open: 3 }],
  })
  expect(book.read((db) => checkBook(db).problems)).toEqual([])
})
