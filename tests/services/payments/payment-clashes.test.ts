// Two copies that paid and received for the same orders, brought together.
import { expect, test } from 'vitest'
import type { WriteTx } from '#main/db/database.ts'
import { checkBook } from '#main/services/book/check-book.ts'
import { mendClashes } from '#main/services/clashes/clash-commands.ts'
import { undoOperation } from '#main/services/history/undo-operation.ts'
import { recordPayment, reversePayment } from '#main/services/payments/payment-commands.ts'
import { duesOf } from '#main/services/payments/payment-queries.ts'
import { addPurchase, sendPurchases } from '#main/services/purchases/purchase-commands.ts'
import { getPurchase } from '#main/services/purchases/purchase-queries.ts'
import { receivePurchase } from '#main/services/receiving/receive-purchase.ts'
import type { Id } from '#shared/ids.ts'
import { type PaymentDraft, paymentInput } from '#shared/schemas/payments.ts'
import { purchaseInput } from '#shared/schemas/purchases.ts'
import { receivePurchaseInput } from '#shared/schemas/receiving.ts'
import { clashesOf, mendAll, merged, pairOf, rulesWithClashes } from '#tests/services/clashes/clash-copies.ts'
import { makeCustomer, makeProduct } from '#tests/support/records.ts'

let order = 0 as Id
let before = 0 as Id

/** A sent order over 200.00, of which 50.00 are paid. */
function fill(tx: WriteTx): void {
  const supplierId = makeCustomer(tx, 'Factory', { roles: ['supplier'] })
  const lines = [{ productId: makeProduct(tx, { sku: 'MUG' }), quantity: 100, unitPrice: '2.00' }]
  order = addPurchase(tx, purchaseInput.parse({ supplierId, orderedOn: '2026-10-01', currency: 'USD', lines })).id
  sendPurchases(tx, [order], { despite: true })
  before = pay('50', { number: 'P-1' })(tx)
}

const pay =
  (amount: string, given: Partial<PaymentDraft> = {}) =>
  (tx: WriteTx): Id => {
    const shares = [{ orderId: order, amount }]
    return recordPayment(tx, paymentInput.parse({ on: '2026-11-20', amount, currency: 'USD', shares, ...given })).id
  }

const receive = (quantity: number) => (tx: WriteTx) => {
  const [line] = getPurchase(tx, order).lines
  const lines = [{ lineId: line?.id ?? 0, quantity }]
  receivePurchase(tx, receivePurchaseInput.parse({ orderId: order, on: '2026-11-20', lines }))
}

const paid = (book: ReturnType<typeof merged>) => book.read((db) => duesOf(db, order)).paid
const problems = (book: ReturnType<typeof merged>) => book.read((db) => checkBook(db).problems)

test('one balance paid in both copies is told with its amounts, and one of them taken back', () => {
  const book = merged(pairOf(fill), pay('150'), pay('150'))
  expect(clashesOf(book, 'payments/over-order')).toMatchObject([
    { facts: { paid: '350.00', payable: '200.00', currency: 'USD' }, count: 2, mendings: [{ id: 'reverse' }] },
  ])
  // Taken back and paid again it is an entry of the copy that did so, and told there.
  mendAll(book, { rule: 'payments/over-order', mending: 'reverse', isTried: false })
  expect(paid(book)).toBe('200.00')
  expect(rulesWithClashes(book)).not.toContain('payments/over-order')
  expect(problems(book)).toEqual([])
})

test('different payments of both copies are shown, and nothing is proposed; what is not too much is no clash', () => {
  const different = merged(pairOf(fill), pay('150'), pay('20'))
  expect(clashesOf(different, 'payments/over-order')).toMatchObject([{ count: 3, mendings: [] }])
  expect(rulesWithClashes(merged(pairOf(fill), pay('50'), pay('100')))).not.toContain('payments/over-order')
})

test('one payment with a number written down in both copies; another one only of the same number', () => {
  const twin = { number: 'BANK-7' }
  const same = merged(pairOf(fill), pay('10', twin), pay('10', twin))
  expect(clashesOf(same, 'payments/same-number')).toMatchObject([{ count: 2, mendings: [{ id: 'reverse' }] }])
  mendAll(same, { rule: 'payments/same-number', mending: 'reverse', isTried: false })
  expect([paid(same), rulesWithClashes(same)]).toEqual(['60.00', []])

  const other = merged(pairOf(fill), pay('10', twin), pay('11', twin))
  expect(clashesOf(other, 'payments/same-number')).toMatchObject([{ count: 2, mendings: [] }])
})

test('a payment taken back in both copies is taken back once', () => {
  const back = (tx: WriteTx) => reversePayment(tx, { id: before, note: '' })
  const book = merged(pairOf(fill), back, back)
  expect(paid(book)).toBe('-50.00')
  const mending = { rule: 'payments/reversed-twice', mending: 'reverse', targets: { all: true } } as const
  const { operationId } = book.writeNamed('clashes.mend', (tx) => mendClashes(tx, mending))
  expect([paid(book), rulesWithClashes(book)]).toEqual(['0.00', []])
  // What is undone in the ledger is posted anew: the clash is there again, of other rows.
  book.write((tx) => undoOperation(tx, operationId ?? 0))
  expect([paid(book), clashesOf(book, 'payments/reversed-twice').length]).toEqual(['-50.00', 1])
  mendAll(book, { rule: 'payments/reversed-twice', mending: 'reverse', isTried: false })
  expect([paid(book), rulesWithClashes(book)]).toEqual(['0.00', []])
  expect(problems(book)).toEqual([])
})

test('one delivery received in both copies is told, and the later receipt taken back with its stock', () => {
  const book = merged(pairOf(fill), receive(60), receive(60))
  const purchase = () => book.read((db) => getPurchase(db, order))
  expect(purchase().lines).toMatchObject([{ received: 120, open: 0 }])
  expect(clashesOf(book, 'purchases/received-twice')).toMatchObject([{ count: 2, facts: { lines: 1 } }])
  mendAll(book, { rule: 'purchases/received-twice', mending: 'reverse' })
  expect(purchase()).toMatchObject({ status: 'part_received', lines: [{ received: 60, open: 40 }] })
  expect(rulesWithClashes(book)).toEqual([])
  expect(problems(book)).toEqual([])
  // Two parts of one order are what receipts are for.
  expect(rulesWithClashes(merged(pairOf(fill), receive(60), receive(30)))).not.toContain('purchases/received-twice')
})
