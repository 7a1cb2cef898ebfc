// Money from customers: several payments of an order, one of several, in another currency, too much and too little, credits,
// advances, and what each gained by exchange.
import { expect, test } from 'vitest'
import type { WriteTx } from '#main/db/database.ts'
import { checkBook } from '#main/services/book/check-book.ts'
import { undoOperation } from '#main/services/history/undo-operation.ts'
import { settleOrders } from '#main/services/orders/order-derived.ts'
import { recordPayment, reversePayment } from '#main/services/payments/payment-commands.ts'
import { assignPayment, offsetCredit, receiveAll } from '#main/services/payments/sale-payment-commands.ts'
import { duesOfSale } from '#main/services/payments/sale-payments.ts'
import type { Id } from '#shared/ids.ts'
import { listInput } from '#shared/schemas/paging.ts'
import {
  assignPaymentInput,
  offsetCreditInput,
  type PaymentDraft,
  paymentInput,
  receiveAllInput,
} from '#shared/schemas/payments.ts'
import { makeCustomer, makeOrder, makeRate } from '#tests/support/records.ts'
import { refusal } from '#tests/support/refusal.ts'
import { testBook } from '#tests/support/test-book.ts'

/** A book in CNY with a customer, and 1 USD = 7.10 on the order day. */
function saleBook() {
  const book = testBook({ baseCurrency: 'CNY' })
  const customer = book.write((tx) => {
    makeRate(tx, 'USD', 'CNY', '2026-10-01', '7.10')
    return makeCustomer(tx, 'Acme')
  })
  const order = (price: string, given: Parameters<typeof makeOrder>[1] = {}) =>
    book.write((tx) =>
      makeOrder(tx, {
        ...{ customerId: customer, orderedOn: '2026-10-01', currency: 'USD' },
        lines: [{ productId: null, description: 'Mugs', quantity: 1, unitPrice: price }],
        ...given,
      }),
    )
  const credit = (price: string) =>
    order('0', { document: 'credit', lines: [{ productId: null, description: 'x', quantity: -1, unitPrice: price }] })
  const payment = (given: PaymentDraft) => (tx: WriteTx) => recordPayment(tx, paymentInput.parse(given))
  const pay = (given: Partial<PaymentDraft> & Pick<PaymentDraft, 'amount' | 'shares'>) =>
    book.write(payment({ on: '2026-11-20', currency: 'USD', rate: '7.20', ...given }))
  const dues = (id: Id) => book.read((db) => duesOfSale(db, id))
  const undo = () =>
    book.write((tx) => {
      const last = tx.get<{ id: Id }>('SELECT max(id) AS id FROM operations')
      return undoOperation(tx, last?.id ?? 0)
    })
  const problems = () => book.read((db) => checkBook(db).problems)
  return { ...book, customer, order, credit, pay, dues, undo, problems }
}

test('an order is paid in parts: state, open amount and the gain of each', () => {
  const book = saleBook()
  const id = book.order('50000')
  expect(book.dues(id)).toMatchObject({ paymentState: 'open', open: '50000.00', payable: '50000.00' })
  const first = book.pay({ amount: '20000', rate: '7.18', fee: '15', shares: [{ saleId: id, amount: '20000' }] })
  expect(first).toMatchObject({
    over: [],
    under: [{ orderId: id, by: '30000.00', currency: 'USD' }],
    unassigned: '0.00',
  })
  expect(book.dues(id)).toMatchObject({ paymentState: 'part', paid: '20000.00', open: '30000.00', realised: '1600.00' })
  const second = book.pay({ amount: '30010', rate: '7.00', shares: [{ saleId: id, amount: '30010' }] })
  expect(second).toMatchObject({ under: [], over: [{ orderId: id, by: '10.00' }] })
  const after = book.dues(id)
  expect(after).toMatchObject({ paymentState: 'over', open: '-10.00', realised: '-1400.00' })
  expect(after.gains.map(({ gain }) => gain)).toEqual(['1600.00', '-3000.00'])
  expect(after.payments[0]?.shares).toMatchObject([{ saleId: id, orderId: null, amount: '30010.00' }])
  expect(book.problems()).toEqual([])
})

test('taken back and undone, an order is open as before; its gain is taken back with it', () => {
  const book = saleBook()
  const id = book.order('100')
  const paid = book.pay({ amount: '100', shares: [{ saleId: id, amount: '100' }] })
  book.write((tx) => reversePayment(tx, { id: paid.id, note: '' }))
  expect(book.dues(id)).toMatchObject({ paymentState: 'open', open: '100.00', realised: '0.00' })
  book.pay({ amount: '40', shares: [{ saleId: id, amount: '40' }] })
  book.undo()
  expect(book.dues(id)).toMatchObject({ paymentState: 'open', open: '100.00', realised: '0.00' })
  expect(book.problems()).toEqual([])
})

test('one payment of several orders, in another currency than theirs, says both amounts', () => {
  const book = saleBook()
  book.write((tx) => makeRate(tx, 'EUR', 'CNY', '2026-11-20', '8.00'))
  const [one, two] = [book.order('100'), book.order('50')]
  const shares = [
    { saleId: one, amount: '100', paid: '90' },
    { saleId: two, amount: '50', paid: '45' },
  ]
  expect(
    refusal(() => book.pay({ amount: '135', currency: 'EUR', shares: [{ saleId: one, amount: '100' }] }))?.code,
  ).toBe('payments/share-unknown')
  book.pay({ amount: '135', currency: 'EUR', rate: '', shares })
  // 90 EUR at 8.00 came for what was booked at 710.
  expect(book.dues(one)).toMatchObject({ paymentState: 'paid', realised: '10.00' })
  expect(book.dues(two)).toMatchObject({ paymentState: 'paid', realised: '5.00' })
})

test('money of two customers is no one payment, nor are purchases and sales', () => {
  const book = saleBook()
  const other = book.write((tx) => makeCustomer(tx, 'Bolt'))
  const [one, two] = [book.order('10'), book.order('10', { customerId: other })]
  const shares = [one, two].map((saleId) => ({ saleId, amount: '10' }))
  expect(refusal(() => book.pay({ amount: '20', shares }))?.code).toBe('payments/other-customer')
  expect(refusal(() => book.pay({ amount: '20', shares: [{ saleId: one, amount: '21' }] }))?.code).toBe(
    'payments/over-shared',
  )
})

test('a credit lessens a payment, goes back as money, or is taken for another order', () => {
  const book = saleBook()
  const [order, credit] = [book.order('100'), book.credit('30')]
  expect(book.dues(credit)).toMatchObject({ open: '-30.00', paymentState: 'open' })
  expect(book.dues(order).credits).toMatchObject([{ orderId: credit, open: '30.00' }])
  const netted = book.pay({
    amount: '90',
    shares: [
      { saleId: order, amount: '100' },
      { saleId: credit, amount: '10' },
    ],
  })
  expect(netted).toMatchObject({ unassigned: '0.00', over: [] })
  expect(book.dues(credit)).toMatchObject({ open: '-20.00', paymentState: 'part' })
  book.pay({ direction: 'out', amount: '5', shares: [{ saleId: credit, amount: '5', purpose: 'refund' }] })
  expect(book.dues(credit)).toMatchObject({ open: '-15.00', realised: '-1.50' })
  const next = book.order('50')
  const offset = (amount: string) =>
    book.write((tx) =>
      offsetCredit(
        tx,
        offsetCreditInput.parse({ creditId: credit, on: '2026-11-21', shares: [{ saleId: next, amount }] }),
      ),
    )
  expect(refusal(() => offset('16'))?.code).toBe('payments/over-credit')
  offset('15')
  expect([book.dues(credit).paymentState, book.dues(next).open]).toEqual(['paid', '35.00'])
  book.undo()
  expect([book.dues(credit).open, book.dues(next).open]).toEqual(['-15.00', '50.00'])
  expect(book.problems()).toEqual([])
})

test('an advance is given to an order later; undone, it is an advance again', () => {
  const book = saleBook()
  const paid = book.pay({ direction: 'in', partyId: book.customer, amount: '30', shares: [] })
  const id = book.order('100')
  expect(book.dues(id).advances).toMatchObject([{ paymentId: paid.id, unassigned: '30.00' }])
  const assign = (amount: string) =>
    book.write((tx) => assignPayment(tx, assignPaymentInput.parse({ id: paid.id, shares: [{ saleId: id, amount }] })))
  expect(refusal(() => assign('31'))?.code).toBe('payments/over-shared')
  assign('30')
  expect(book.dues(id)).toMatchObject({ open: '70.00', advances: [], realised: '3.00' })
  book.undo()
  expect(book.dues(id)).toMatchObject({ open: '100.00', payments: [{ unassigned: '30.00', shares: [] }] })
  assign('10')
  expect(book.dues(id)).toMatchObject({ open: '90.00', advances: [{ unassigned: '20.00' }] })
  expect(book.problems()).toEqual([])
})

test('money on account that went back is not there to be given to orders', () => {
  const book = saleBook()
  const onAccount = { partyId: book.customer, shares: [] }
  book.pay({ ...onAccount, direction: 'in', amount: '30' })
  const second = book.pay({ ...onAccount, direction: 'in', amount: '20' })
  book.pay({ ...onAccount, direction: 'out', amount: '35' })
  const id = book.order('100')
  expect(book.dues(id).advances).toMatchObject([{ paymentId: second.id, unassigned: '15.00' }])
  expect(book.problems()).toEqual([])
})

test('many orders are paid at once, each in its own currency', () => {
  const book = saleBook()
  const ids = [book.order('10'), book.order('20', { currency: 'CNY' }), book.order('0')]
  const paid = book.write((tx) => receiveAll(tx, receiveAllInput.parse({ ids, on: '2026-10-02' })))
  expect(paid).toEqual({ payments: 2 })
  expect(ids.map((id) => book.dues(id).paymentState)).toEqual(['paid', 'paid', ''])
})

test('the orders that a list shows are paid at once, but those left out', () => {
  const book = saleBook()
  const [left, first, second] = [book.order('5'), book.order('10'), book.order('20')]
  const target = { list: 'orders' as const, query: listInput.parse({}), except: [left] }
  expect(book.write((tx) => receiveAll(tx, receiveAllInput.parse({ target, on: '2026-10-02' })))).toEqual({
    payments: 2,
  })
  expect([left, first, second].map((id) => book.dues(id).paymentState)).toEqual(['open', 'paid', 'paid'])
  expect(receiveAllInput.safeParse({ on: '2026-10-02' }).success).toBe(false)
})

test('an order named twice is paid once, and one of the past not at all', () => {
  const book = saleBook()
  const [now, past] = [book.order('10'), book.order('20')]
  book.write((tx) => {
    tx.update('sales_orders', past, { is_history: 1 })
    settleOrders(tx, [past])
  })
  const ids = [now, now, past]
  const paid = book.write((tx) => receiveAll(tx, receiveAllInput.parse({ ids, on: '2026-10-02' })))
  expect(paid).toEqual({ payments: 1 })
  expect(book.dues(now)).toMatchObject({ open: '0.00', paymentState: 'paid' })
  expect(book.dues(past)).toMatchObject({ paid: '0.00', paymentState: '' })
})

test('what was paid of a cancelled order is held; drafts ask for nothing', () => {
  const book = saleBook()
  const draft = book.order('10', { status: 'draft' })
  expect(book.dues(draft)).toMatchObject({ payable: '0.00', open: '0.00', paymentState: '', dues: [] })
  book.pay({ amount: '4', shares: [{ saleId: draft, amount: '4' }] })
  expect(book.dues(draft)).toMatchObject({ open: '-4.00', paymentState: 'over' })
})
