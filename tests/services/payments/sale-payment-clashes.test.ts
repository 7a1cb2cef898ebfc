// Two copies that were paid for the same sales orders, brought together: in any order of merging the same.
import { expect, test } from 'vitest'
import type { WriteTx } from '#main/db/database.ts'
import { checkBook } from '#main/services/book/check-book.ts'
import { recordPayment, reversePayment } from '#main/services/payments/payment-commands.ts'
import { assignPayment } from '#main/services/payments/sale-payment-commands.ts'
import { duesOfSale } from '#main/services/payments/sale-payments.ts'
import type { Id } from '#shared/ids.ts'
import { assignPaymentInput, type PaymentDraft, paymentInput } from '#shared/schemas/payments.ts'
import { clashesOf, mendAll, merged, pairOf, rulesWithClashes } from '#tests/services/clashes/clash-copies.ts'
import { makeCustomer, makeOrder } from '#tests/support/records.ts'

let order = 0 as Id
let credit = 0 as Id

/** An order over 200.00 and a credit of 50.00 of one customer. */
function fill(tx: WriteTx): void {
  const customerId = makeCustomer(tx, 'Acme')
  const line = { productId: null, description: 'Mugs', quantity: 1, unitPrice: '200' }
  order = makeOrder(tx, { customerId, lines: [line] })
  credit = makeOrder(tx, { customerId, document: 'credit', lines: [{ ...line, quantity: -1, unitPrice: '50' }] })
}

const pay =
  (saleId: () => Id, amount: string, given: Partial<PaymentDraft> = {}) =>
  (tx: WriteTx): void => {
    const shares = [{ saleId: saleId(), amount }]
    recordPayment(tx, paymentInput.parse({ on: '2026-11-20', amount, currency: 'USD', shares, ...given }))
  }

const dues = (book: ReturnType<typeof merged>, id: Id) => book.read((db) => duesOfSale(db, id))
const problems = (book: ReturnType<typeof merged>) => book.read((db) => checkBook(db).problems)

test('one payment written down in both copies is told, and one of them taken back', () => {
  const twice = pay(() => order, '200')
  const book = merged(pairOf(fill), twice, twice)
  expect(dues(book, order)).toMatchObject({ paymentState: 'over', open: '-200.00' })
  expect(clashesOf(book, 'payments/over-order')).toMatchObject([
    { facts: { paid: '400.00', payable: '200.00', currency: 'USD' }, count: 2, mendings: [{ id: 'reverse' }] },
  ])
  mendAll(book, { rule: 'payments/over-order', mending: 'reverse', isTried: false })
  expect(dues(book, order)).toMatchObject({ paymentState: 'paid', open: '0.00' })
  expect(rulesWithClashes(book)).not.toContain('payments/over-order')
  expect(problems(book)).toEqual([])
})

test('a credit paid back by both copies is too much; parts of both that fit are no clash', () => {
  const back = pay(() => credit, '50', { direction: 'out' })
  const book = merged(pairOf(fill), back, back)
  expect(dues(book, credit)).toMatchObject({ paymentState: 'over', open: '50.00' })
  expect(clashesOf(book, 'payments/over-order')).toMatchObject([{ facts: { paid: '100.00', payable: '50.00' } }])

  const parts = merged(
    pairOf(fill),
    pay(() => order, '120'),
    pay(() => order, '80'),
  )
  expect(dues(parts, order)).toMatchObject({ paymentState: 'paid', realised: '0.00' })
  expect(rulesWithClashes(parts)).not.toContain('payments/over-order')
  expect(problems(parts)).toEqual([])
})

test('money on account that both copies gave away is taken off the orders that got it last', () => {
  let advance = 0 as Id
  const begin = (tx: WriteTx) => {
    fill(tx)
    const partyId = tx.get<{ id: Id }>("SELECT id FROM parties WHERE name = 'Acme'")?.id ?? null
    const money = { direction: 'in', partyId, on: '2026-11-01', amount: '100', currency: 'USD', shares: [] } as const
    advance = recordPayment(tx, paymentInput.parse({ ...money, shares: [] })).id
  }
  const give = (amount: string) => (tx: WriteTx) => {
    assignPayment(tx, assignPaymentInput.parse({ id: advance, shares: [{ saleId: order, amount }] }))
  }
  const book = merged(pairOf(begin), give('80'), give('60'))
  expect(clashesOf(book, 'payments/over-shared')).toMatchObject([{ facts: { amount: '100.00', shared: '140.00' } }])
  mendAll(book, { rule: 'payments/over-shared', mending: 'unlink', isTried: false })
  expect(rulesWithClashes(book)).not.toContain('payments/over-shared')
  expect(['60.00', '80.00']).toContain(dues(book, order).paid)
  expect(problems(book)).toEqual([])

  const taken = merged(pairOf(begin), give('80'), (tx) => void reversePayment(tx, { id: advance, note: '' }))
  expect(clashesOf(taken, 'payments/over-shared')).toMatchObject([{ facts: { amount: '0.00', shared: '80.00' } }])
  mendAll(taken, { rule: 'payments/over-shared', mending: 'unlink', isTried: false })
  expect(dues(taken, order).paid).toBe('0.00')
  expect(problems(taken)).toEqual([])
})
