// Two copies that went on with the same purchase orders, brought together; and what is taken back.
import { expect, test } from 'vitest'
import type { WriteTx } from '#main/db/database.ts'
import { checkBook } from '#main/services/book/check-book.ts'
import { undoOperation } from '#main/services/history/undo-operation.ts'
import {
  addPurchase,
  cancelPurchases,
  confirmPurchases,
  editPurchase,
  sendPurchases,
} from '#main/services/purchases/purchase-commands.ts'
import { getPurchase } from '#main/services/purchases/purchase-queries.ts'
import { receivePurchase } from '#main/services/receiving/receive-purchase.ts'
import type { Id } from '#shared/ids.ts'
import { purchaseInput } from '#shared/schemas/purchases.ts'
import { receivePurchaseInput } from '#shared/schemas/receiving.ts'
import { clashesOf, mendAll, merged, pairOf, rulesWithClashes } from '#tests/services/clashes/clash-copies.ts'
import { purchaseBook } from '#tests/services/receiving/purchase-book.ts'
import { makeCustomer, makeProduct } from '#tests/support/records.ts'

let order = 0 as Id

/** A sent order of 100 mugs and 10 cups, in the book before it was copied. */
function fill(tx: WriteTx): void {
  const supplierId = makeCustomer(tx, 'Factory', { roles: ['supplier'] })
  const products = ['MUG', 'CUP'].map((sku) => makeProduct(tx, { sku }))
  const lines = products.map((productId, index) => ({
    productId,
    quantity: index === 0 ? 100 : 10,
    unitPrice: '2.00',
  }))
  const input = { supplierId, orderedOn: '2026-10-01', promisedOn: '2026-11-10', currency: 'USD', lines }
  order = addPurchase(tx, purchaseInput.parse(input)).id
  sendPurchases(tx, [order], { despite: true })
  confirmPurchases(tx, [order], {})
}

function receive(tx: WriteTx, quantities: readonly number[]): void {
  const lines = getPurchase(tx, order).lines.map(({ id }, index) => ({ lineId: id, quantity: quantities[index] ?? 0 }))
  receivePurchase(tx, receivePurchaseInput.parse({ orderId: order, on: '2026-11-20', lines }))
}

test('each copy received a part: together it is all, and the order says so once it is mended', () => {
  const book = merged(
    pairOf(fill),
    (tx) => receive(tx, [60, 10]),
    (tx) => receive(tx, [40, 0]),
  )
  const purchase = () => book.read((db) => getPurchase(db, order))
  expect(purchase()).toMatchObject({
    status: 'part_received',
    lines: [
      { received: 100, open: 0 },
      { received: 10, open: 0 },
    ],
  })
  expect(rulesWithClashes(book)).toContain('purchases/received-open')
  mendAll(book, { rule: 'purchases/received-open', mending: 'setReceived' })
  expect(purchase().status).toBe('received')
  expect(rulesWithClashes(book)).not.toContain('purchases/received-open')
  expect(book.read((db) => checkBook(db).problems)).toEqual([])
})

test('cancelled in one copy, received in the other', () => {
  const book = merged(
    pairOf(fill),
    (tx) => receive(tx, [60, 0]),
    (tx) => cancelPurchases(tx, [order], 'late'),
  )
  expect(clashesOf(book, 'purchases/cancelled-received').map(({ facts }) => facts)).toEqual([
    { receivedOn: '2026-11-20' },
  ])
  mendAll(book, { rule: 'purchases/cancelled-received', mending: 'setReceived' })
  expect(book.read((db) => getPurchase(db, order))).toMatchObject({
    status: 'part_received',
    cancelReason: '',
    lines: [{ open: 40 }, { open: 10 }],
  })
  expect(rulesWithClashes(book)).not.toContain('purchases/cancelled-received')
})

test('both changed the order: each field has its last change, the totals follow', () => {
  const change = (tx: WriteTx, quantity: number, promisedOn: string) => {
    const { lines, rate, ...now } = getPurchase(tx, order)
    const kept = lines.map((line, index) => ({ ...line, salesLineId: null, ...(index === 0 ? { quantity } : {}) }))
    editPurchase(tx, order, purchaseInput.parse({ ...now, rate: rate ?? '', promisedOn, lines: kept }))
  }
  const book = merged(
    pairOf(fill),
    (tx) => change(tx, 100, '2026-12-24'),
    (tx) => change(tx, 150, '2026-11-10'),
  )
  expect(book.read((db) => getPurchase(db, order))).toMatchObject({
    promisedOn: '2026-12-24',
    nextOn: '2026-12-24',
    total: '320.00',
    lines: [{ quantity: 150, open: 150, dueOn: '2026-12-24' }, { open: 10 }],
  })
  expect(book.read((db) => checkBook(db).problems)).toEqual([])
})

test('one number given twice, and one order of a file there twice', () => {
  const add = (externalId: string, number: string) => (tx: WriteTx) => {
    const { id } = addPurchase(tx, purchaseInput.parse({ number, orderedOn: '2026-10-02', currency: 'USD' }))
    tx.update('purchase_orders', id, { channel: externalId && 'erp', external_id: externalId })
  }
  const numbers = merged(pairOf(fill), add('', 'A-1'))
  expect(rulesWithClashes(numbers)).toEqual(['purchases/same-number'])
  mendAll(numbers, { rule: 'purchases/same-number', mending: 'rename' })
  expect(rulesWithClashes(numbers)).toEqual([])
  const files = merged(pairOf(fill), add('4711', 'A-1'))
  expect(rulesWithClashes(files)).toEqual(['purchases/same-external'])
  mendAll(files, { rule: 'purchases/same-external', mending: 'keepOne' })
  expect(rulesWithClashes(files)).toEqual([])
  expect(files.read((db) => db.raw("SELECT count(*) FROM live_purchase_orders WHERE number = 'A-1'"))).toEqual([[1]])
})

test('sending is taken back, and with it what was on order', () => {
  const book = purchaseBook()
  const { id } = book.order()
  const cancel = book.writer.write('purchases.cancel', null, (tx) => cancelPurchases(tx, [id], 'late'))
  expect(book.purchase(id)).toMatchObject({ status: 'cancelled', lines: [{ open: 0 }] })
  book.write((tx) => undoOperation(tx, cancel.operationId ?? 0), 'history.undo')
  expect(book.purchase(id)).toMatchObject({ status: 'confirmed', nextOn: '2026-11-01', lines: [{ open: 100 }] })
  expect(book.read((db) => checkBook(db).problems)).toEqual([])
})
