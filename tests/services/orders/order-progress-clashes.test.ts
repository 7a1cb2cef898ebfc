// Orders whose state two copies left at odds with their goods, and settings of selling made twice.
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
import { makeOrder, makeProduct } from '#tests/support/records.ts'

let order = 0 as Id

function fill(tx: WriteTx): void {
  const productId = makeProduct(tx, { sku: 'MUG' })
  const receipt = { warehouseId: 1, on: '2026-11-01', lines: [{ productId, quantity: 100 }] }
  postAny(tx, stockPosting.parse({ kind: 'receive', input: receipt }))
  const line = { productId, quantity: 10, unitPrice: '5' }
  order = makeOrder(tx, { orderedOn: '2026-11-05', lines: [line, line] })
}

const sendLine = (index: number) => (tx: WriteTx) => {
  const line = getOrder(tx, order).lines[index]
  const lines = [{ lineId: line?.id ?? 0, quantity: 10 }]
  dispatchOrder(tx, dispatchInput.parse({ orderId: order, on: '2026-11-10', lines }))
}

test('each copy sent one line: all is sent, the state says a part, until it follows the goods', () => {
  const book = merged(pairOf(fill), sendLine(0), sendLine(1))
  expect(book.read((db) => getOrder(db, order))).toMatchObject({ status: 'part_shipped', shippingState: 'sent' })
  expect(rulesWithClashes(book)).toEqual(['orders/state-at-odds'])
  expect(clashesOf(book, 'orders/state-at-odds')).toMatchObject([{ facts: { status: 'part_shipped' } }])
  mendAll(book, { rule: 'orders/state-at-odds', mending: 'follow' })
  expect(book.read((db) => getOrder(db, order))).toMatchObject({ status: 'shipped', shippedOn: '2026-11-10' })
  expect(rulesWithClashes(book)).toEqual([])
  expect(book.read((db) => checkBook(db).problems)).toEqual([])
})

test('an order that a file calls shipped is no clash', () => {
  const book = merged(pairOf(fill), (tx) => tx.update('sales_orders', order, { status: 'shipped' }))
  expect(rulesWithClashes(book)).toEqual([])
})

test('one setting made in both copies', () => {
  const set = (value: string) => (tx: WriteTx) => void tx.insert('sales_settings', { key: 'credit', value })
  const book = merged(pairOf(fill), set('{"action":"warn"}'), set('{"action":"stop"}'))
  expect(rulesWithClashes(book)).toEqual(['sales/same-setting'])
  mendAll(book, { rule: 'sales/same-setting', mending: 'keepNewest' })
  expect(book.read((db) => db.raw('SELECT value FROM live_sales_settings'))).toEqual([['{"action":"stop"}']])
})
