// An order paid in one copy while the other changed its currency, and one supplier asked twice for one request.
import { expect, test } from 'vitest'
import type { WriteTx } from '#main/db/database.ts'
import { checkBook } from '#main/services/book/check-book.ts'
import { foundClashes } from '#main/services/clashes/found-clashes.ts'
import { recordPayment } from '#main/services/payments/payment-commands.ts'
import { duesOf, listPayments } from '#main/services/payments/payment-queries.ts'
import { addPurchase, editPurchase, sendPurchases } from '#main/services/purchases/purchase-commands.ts'
import { getPurchase } from '#main/services/purchases/purchase-queries.ts'
import { recordAnswer } from '#main/services/sourcing/answer-commands.ts'
import { addRequest, editRequest, sendRequest } from '#main/services/sourcing/request-commands.ts'
import { getRequest } from '#main/services/sourcing/request-queries.ts'
import type { Id } from '#shared/ids.ts'
import { paymentInput, paymentsInput } from '#shared/schemas/payments.ts'
import { purchaseInput } from '#shared/schemas/purchases.ts'
import { answerInput, requestInput, sendRequestInput } from '#shared/schemas/quote-requests.ts'
import { clashesOf, mendAll, merged, pairOf, rulesWithClashes } from '#tests/services/clashes/clash-copies.ts'
import { makeCustomer, makeProduct, makeRate } from '#tests/support/records.ts'

let order = 0 as Id
let factory = 0 as Id
let mug = 0 as Id

function fill(tx: WriteTx): void {
  factory = makeCustomer(tx, 'Factory', { roles: ['supplier'], supply: { status: 'approved' } })
  mug = makeProduct(tx, { sku: 'MUG' })
  makeRate(tx, 'EUR', 'USD', '2026-10-01', '1.1')
  const lines = [{ productId: mug, quantity: 100, unitPrice: '2.00' }]
  order = addPurchase(
    tx,
    purchaseInput.parse({ supplierId: factory, orderedOn: '2026-10-01', currency: 'USD', lines }),
  ).id
  sendPurchases(tx, [order], { despite: true })
}

const inCurrency = (currency: string) => (tx: WriteTx) => {
  const { lines, ...head } = getPurchase(tx, order)
  const same = lines.map(({ id, productId, quantity, unitPrice }) => ({ id, productId, quantity, unitPrice }))
  editPurchase(tx, order, purchaseInput.parse({ ...head, currency, rate: '', lines: same }))
}
const pay = (amount: string) => (tx: WriteTx) =>
  recordPayment(
    tx,
    paymentInput.parse({ on: '2026-11-20', amount, currency: 'USD', shares: [{ orderId: order, amount }] }),
  )

test('what was paid in the currency of before settles nothing, is told, and can be taken off the order', () => {
  const book = merged(pairOf(fill), inCurrency('EUR'), pay('50'))
  const paid = () => book.read((db) => duesOf(db, order)).paid
  const told = { number: book.read((db) => getPurchase(db, order)).number, orderCurrency: 'EUR' }
  expect(paid()).toBe('0.00')
  expect(rulesWithClashes(book)).toEqual(['payments/share-currency'])
  expect(clashesOf(book, 'payments/share-currency')).toMatchObject([
    { facts: { ...told, currency: 'USD', amount: '50.00' }, count: 1, mendings: [{ id: 'unlink' }] },
  ])
  mendAll(book, { rule: 'payments/share-currency', mending: 'unlink' })
  expect([paid(), rulesWithClashes(book)]).toEqual(['0.00', []])
  // It stands as an advance: the money left, and no order has it.
  const { rows } = book.read((db) => listPayments(db, paymentsInput.parse({ partyId: factory })))
  expect(rows).toMatchObject([{ amount: '50.00', unassigned: '50.00' }])
  expect(book.read((db) => checkBook(db).problems)).toEqual([])
})

test('the currency that both copies know is no clash; one that goes back mends it, and that is seen at once', () => {
  expect(rulesWithClashes(merged(pairOf(fill), () => undefined, pay('50')))).toEqual([])
  const book = merged(pairOf(fill), inCurrency('EUR'), pay('50'))
  const found = () => book.read((db) => foundClashes(db).get('payments/share-currency')?.length)
  expect(found()).toBe(1)
  book.write((tx) => tx.update('purchase_orders', order, { currency: 'USD', rate: '1', rate_on: '2026-10-01' }))
  expect(found()).toBe(0)
  book.write((tx) => tx.update('purchase_orders', order, { currency: 'CNY', rate: null, rate_on: null }))
  expect(found()).toBe(1)
})

test('one supplier asked in both copies stands once, with the newer answer', () => {
  let request = 0 as Id
  const pair = pairOf((tx) => {
    fill(tx)
    const lines = [{ productId: mug, quantity: 1 }]
    request = addRequest(tx, requestInput.parse({ requestedOn: '2026-11-20', lines, supplierIds: [] })).id
  })
  const askAndAnswer = (price: string, hoursAgo: number) => (tx: WriteTx) => {
    const { lines, answers: _, ...head } = getRequest(tx, request)
    editRequest(tx, request, requestInput.parse({ ...head, lines, supplierIds: [factory] }))
    sendRequest(tx, sendRequestInput.parse({ id: request, sentAt: tx.now - 10 * 3_600_000, despite: true }))
    const answerId = getRequest(tx, request).answers[0]?.id ?? 0
    const line = { lineId: lines[0]?.id ?? 0, price }
    const answeredAt = tx.now - hoursAgo * 3_600_000
    recordAnswer(tx, answerInput.parse({ answerId, answeredAt, currency: 'USD', lines: [line] }))
  }
  const book = merged(pair, askAndAnswer('3', 1), askAndAnswer('4', 5))
  expect(clashesOf(book, 'requests/same-supplier')).toMatchObject([{ facts: { name: 'Factory' }, count: 2 }])
  mendAll(book, { rule: 'requests/same-supplier', mending: 'keepOne' })
  const { answers } = book.read((db) => getRequest(db, request))
  expect(answers.map(({ state, lines }) => [state, lines.map(({ price }) => price)])).toEqual([['answered', ['3.00']]])
  expect(rulesWithClashes(book)).toEqual([])
})
