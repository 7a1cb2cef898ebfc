// Payments to suppliers: what they settle of their orders, what is refused, what is only told, and how they are taken back.
import { describe, expect, test } from 'vitest'
import { undoOperation } from '#main/services/history/undo-operation.ts'
import { owedDaysOutOfStep, settleOwedDays, unsettledOrders } from '#main/services/payments/owed-days.ts'
import { listPayables } from '#main/services/payments/payables.ts'
import { recordPayment, reversePayment } from '#main/services/payments/payment-commands.ts'
import { duesOf, listPayments } from '#main/services/payments/payment-queries.ts'
import { cancelPurchases } from '#main/services/purchases/purchase-commands.ts'
import { reachMilestone, removeMilestone } from '#main/services/receiving/milestone-commands.ts'
import { milestonesOf } from '#main/services/receiving/milestone-queries.ts'
import { asDay } from '#shared/dates.ts'
import { type PaymentDraft, payablesInput, paymentInput, paymentsInput } from '#shared/schemas/payments.ts'
import { lineIds, type PurchaseBook, purchaseBook } from '#tests/services/receiving/purchase-book.ts'
import { failureOf } from '#tests/services/stock/stock-book.ts'
import { makeCustomer, makeRate } from '#tests/support/records.ts'

const on = '2026-10-05'

function pay(book: PurchaseBook, draft: Partial<PaymentDraft>) {
  const input = paymentInput.parse({ on, amount: '60', currency: 'USD', ...draft })
  return book.write((tx) => recordPayment(tx, input))
}

const dues = (book: PurchaseBook, id: number) => book.read((db) => duesOf(db, id))
const payables = (book: PurchaseBook, draft: object = {}) =>
  book.read((db) => listPayables(db, payablesInput.parse(draft)))

describe('payments of one order', () => {
  test('deposit and balance: what is due, what is paid, what is open', () => {
    const book = purchaseBook()
    const order = book.order({ depositPercent: 30, dueFrom: 'receipt', dueDays: 20 })
    expect(dues(book, order.id)).toMatchObject({
      payable: '200.00',
      open: '200.00',
      dues: [
        { kind: 'deposit', dueOn: '2026-10-01', amount: '60.00', open: '60.00' },
        { kind: 'expected', dueOn: '2026-11-21', isEstimate: true, amount: '140.00' },
      ],
    })
    const paid = pay(book, { shares: [{ orderId: order.id, purpose: 'deposit', amount: '60' }] })
    expect(paid).toMatchObject({ number: 'PAY-2026-0001', unassigned: '0.00', over: [] })
    book.receive({ orderId: order.id, on: '2026-11-02', lines: [{ lineId: lineIds(order)[0] ?? 0, quantity: 50 }] })
    expect(dues(book, order.id)).toMatchObject({
      paid: '60.00',
      open: '140.00',
      dues: [
        { kind: 'deposit', open: '0.00' },
        { kind: 'expected', dueOn: '2026-11-21', open: '70.00' },
        { kind: 'balance', dueOn: '2026-11-22', isEstimate: false, open: '70.00' },
      ],
    })
  })

  test('rejected goods that nobody sends again are not owed; VAT on top of prices and freight are', () => {
    const book = purchaseBook()
    const order = book.order({ vatPercent: 13, freight: '20' })
    expect(dues(book, order.id).payable).toBe('248.60')
    const [line = 0] = lineIds(order)
    const lines = [{ lineId: line, quantity: 100, rejected: 50, defect: 'damaged', remedy: 'credit' as const }]
    book.receive({ orderId: order.id, on: '2026-11-02', lines })
    // (100.00 + 20.00) x 1.13
    expect(dues(book, order.id)).toMatchObject({ payable: '135.60', dues: [{ kind: 'balance', amount: '135.60' }] })
  })

  test('terms that count from when goods are ready follow the milestone', () => {
    const book = purchaseBook()
    const order = book.order({ dueFrom: 'ready', dueDays: 5 })
    const [ready] = book.read((db) => milestonesOf(db, order.id)).filter(({ kind }) => kind === 'ready')
    const reach = (id = 0) => book.write((tx) => reachMilestone(tx, id, asDay('2026-10-22')))
    // Planned two days before the promise.
    expect(dues(book, order.id).dues).toMatchObject([{ kind: 'balance', dueOn: '2026-11-04', isEstimate: true }])
    reach(ready?.id)
    expect(dues(book, order.id).dues).toMatchObject([{ dueOn: '2026-10-27', isEstimate: false }])
    book.write((tx) => removeMilestone(tx, ready?.id ?? 0))
    expect(dues(book, order.id).dues).toMatchObject([{ kind: 'expected', dueOn: '2026-11-06', isEstimate: true }])
  })

  test('paid too much is told and stays open as a credit; a refund takes it back', () => {
    const book = purchaseBook()
    const order = book.order()
    const over = pay(book, { amount: '250', shares: [{ orderId: order.id, amount: '250' }] })
    expect(over.over).toEqual([{ orderId: order.id, number: order.number, currency: 'USD', by: '50.00' }])
    expect(payables(book)).toMatchObject({ rows: [], credits: [{ orderId: order.id, amount: '50.00' }] })
    pay(book, { direction: 'in', amount: '50', shares: [{ orderId: order.id, purpose: 'refund', amount: '50' }] })
    expect(dues(book, order.id)).toMatchObject({ paid: '200.00', over: '0.00', open: '0.00' })
    expect(payables(book).credits).toEqual([])
  })

  test('a cancelled order owes nothing, and its deposit is money that the supplier holds', () => {
    const book = purchaseBook()
    const order = book.order({ depositPercent: 30 })
    pay(book, { shares: [{ orderId: order.id, purpose: 'deposit', amount: '60' }] })
    book.write((tx) => cancelPurchases(tx, [order.id], 'late'))
    expect(dues(book, order.id)).toMatchObject({ payable: '0.00', over: '60.00', dues: [] })
    expect(payables(book)).toMatchObject({ total: 0, credits: [{ amount: '60.00', party: 'Factory' }] })
  })
})

describe('one payment', () => {
  test('over several orders, in another currency, with a rest that is an advance', () => {
    const book = purchaseBook()
    book.write((tx) => makeRate(tx, 'CNY', 'USD', '2026-10-01', '0.14'))
    const [usd, cny] = [book.order(), book.order({ currency: 'CNY', rate: '0.14' })]
    const paid = pay(book, {
      amount: '1000',
      currency: 'CNY',
      fee: '15',
      shares: [
        { orderId: usd.id, amount: '70', paid: '500' },
        { orderId: cny.id, amount: '120' },
      ],
    })
    expect(paid.unassigned).toBe('380.00')
    const [row] = book.read((db) => listPayments(db, paymentsInput.parse({ orderId: usd.id }))).rows
    expect(row).toMatchObject({
      baseAmount: '140.00',
      rate: '0.14',
      rateOn: '2026-10-01',
      fee: '15.00',
      unassigned: '380.00',
    })
    expect(row?.shares).toMatchObject([
      { orderNumber: usd.number, amount: '70.00', currency: 'USD', paid: '500.00' },
      { orderNumber: cny.number, amount: '120.00', currency: 'CNY', paid: '120.00' },
    ])
    expect(payables(book).credits).toMatchObject([{ orderId: null, currency: 'CNY', amount: '380.00' }])
    expect([dues(book, usd.id).paid, dues(book, cny.id).paid]).toEqual(['70.00', '120.00'])
  })

  test('refused: no rate, more shared than paid, another supplier, what a share in another currency took, a taken number', () => {
    const book = purchaseBook()
    const order = book.order()
    const other = book.write((tx) => makeCustomer(tx, 'Other', { roles: ['supplier'] }))
    const code = (draft: Partial<PaymentDraft>) => failureOf(() => pay(book, draft)).code
    const shares = [{ orderId: order.id, amount: '60' }]
    expect(code({ currency: 'EUR', partyId: book.factory })).toBe('payments/no-rate')
    expect(code({ currency: 'EUR', rate: '1.1', shares })).toBe('payments/share-unknown')
    expect(code({ amount: '59.99', shares })).toBe('payments/over-shared')
    expect(code({ partyId: other, shares })).toBe('payments/other-party')
    expect(code({})).toBe('payments/no-party')
    expect(code({ on: '2026-12-01', shares })).toBe('payments/future-day')
    // Finer than the currency is refused, never rounded: what was paid would be something else.
    expect(code({ amount: '0.001', partyId: other })).toBe('input/too-many-decimals')
    expect(code({ amount: '1.5', currency: 'JPY', partyId: other })).toBe('input/too-many-decimals')
    expect(pay(book, { number: 'P1', shares }).number).toBe('P1')
    expect(code({ number: 'P1', shares })).toBe('payments/number-taken')
    expect(paymentInput.safeParse({ on, amount: '-5', currency: 'USD' }).success).toBe(false)
  })

  test('taken back by its opposite, once; the number is free again', () => {
    const book = purchaseBook()
    const order = book.order()
    const shares = [{ orderId: order.id, amount: '60' }]
    const { id } = pay(book, { number: 'P1', fee: '2', shares })
    const reverse = (paymentId: number) => book.write((tx) => reversePayment(tx, { id: paymentId, note: 'twice' }))
    const back = reverse(id)
    expect(dues(book, order.id).paid).toBe('0.00')
    expect(book.read((db) => listPayments(db, paymentsInput.parse({}))).rows).toMatchObject([
      { id: back.id, amount: '-60.00', fee: '-2.00', reversesId: id, reversedById: null },
      { id, amount: '60.00', reversesId: null, reversedById: back.id },
    ])
    expect(failureOf(() => reverse(id)).code).toBe('payments/already-reversed')
    expect(failureOf(() => reverse(back.id)).code).toBe('payments/is-reversal')
    expect(pay(book, { number: 'P1', shares }).number).toBe('P1')
    expect(book.problems()).toEqual([])
  })

  test('undo takes it back and redo writes it again; undone reversals stand as the payment they were', () => {
    const book = purchaseBook()
    const order = book.order()
    const input = paymentInput.parse({
      on,
      amount: '60',
      currency: 'USD',
      shares: [{ orderId: order.id, amount: '60' }],
    })
    const paid = book.operation((tx) => recordPayment(tx, input))
    const undone = book.operation((tx) => undoOperation(tx, paid.id))
    expect(dues(book, order.id).paid).toBe('0.00')
    book.write((tx) => undoOperation(tx, undone.id))
    expect(dues(book, order.id).paid).toBe('60.00')

    const [row] = book.read((db) => listPayments(db, paymentsInput.parse({}))).rows
    const reversed = book.operation((tx) => reversePayment(tx, { id: row?.id ?? 0, note: '' }))
    expect(dues(book, order.id).paid).toBe('0.00')
    book.write((tx) => undoOperation(tx, reversed.id))
    expect(dues(book, order.id).paid).toBe('60.00')
    expect(book.problems()).toEqual([])
  })

  test('pages go on where the last one ended', () => {
    const book = purchaseBook()
    for (let count = 1; count <= 5; count += 1) pay(book, { amount: String(count), partyId: book.factory })
    const first = book.read((db) => listPayments(db, paymentsInput.parse({ limit: 3 })))
    expect(first.rows.map(({ amount }) => amount)).toEqual(['5.00', '4.00', '3.00'])
    const rest = book.read((db) => listPayments(db, paymentsInput.parse({ limit: 3, after: first.next })))
    expect([rest.rows.map(({ amount }) => amount), rest.next]).toEqual([['2.00', '1.00'], null])
  })
})

describe('payables', () => {
  test('by day and currency, overdue and soon apart, in base currency as far as a rate is known', () => {
    const book = purchaseBook()
    book.write((tx) => makeRate(tx, 'CNY', 'USD', '2026-11-20', '0.15'))
    const at = (dueDays: number, given: object = {}) => book.order({ dueFrom: 'order', dueDays, ...given })
    const overdue = at(10)
    const soon = at(57)
    at(90, { currency: 'CNY', rate: '0.14' })
    at(90, { currency: 'EUR', rate: '1.1' })
    // Today is 2026-11-22.
    const all = payables(book)
    expect(all.rows.map(({ dueOn, daysOverdue, openBase }) => [dueOn, daysOverdue, openBase])).toEqual([
      ['2026-10-11', 42, '200.00'],
      ['2026-11-27', 0, '200.00'],
      ['2026-12-30', 0, '30.00'],
      ['2026-12-30', 0, null],
    ])
    expect(all.totals).toEqual([
      { currency: 'CNY', open: '200.00', overdue: '0.00', dueSoon: '0.00', openBase: '30.00' },
      { currency: 'EUR', open: '200.00', overdue: '0.00', dueSoon: '0.00', openBase: null },
      { currency: 'USD', open: '400.00', overdue: '200.00', dueSoon: '200.00', openBase: '400.00' },
    ])
    expect(all).toMatchObject({ base: { open: '430.00', overdue: '200.00' }, unconverted: ['EUR'] })
    expect(payables(book, { isOverdueOnly: true }).rows.map(({ orderId }) => orderId)).toEqual([overdue.id])
    expect(payables(book, { dueBy: '2026-11-27' }).total).toBe(2)
    expect(payables(book, { search: soon.number.toLowerCase() }).total).toBe(1)
    expect(payables(book, { currency: 'CNY' }).totals.length).toBe(1)
    expect(payables(book, { offset: 1, limit: 1 }).rows.map(({ orderId }) => orderId)).toEqual([soon.id])
  })

  test('only orders that owe, or were paid too much, are read; one that nobody has looked at yet is', () => {
    const book = purchaseBook()
    const [paid, open, over] = [book.order(), book.order(), book.order()]
    pay(book, { amount: '200', shares: [{ orderId: paid.id, amount: '200' }] })
    pay(book, { amount: '250', shares: [{ orderId: over.id, amount: '250' }] })
    const read = () => book.read(unsettledOrders)
    expect(read()).toEqual([open.id, over.id])
    expect(book.read(owedDaysOutOfStep)).toEqual([])
    // As a book has it that comes from before the column.
    book.write((tx) => tx.run('UPDATE purchase_orders SET unsettled = NULL'))
    expect(read()).toEqual([paid.id, open.id, over.id])
    expect(book.read(owedDaysOutOfStep)).toEqual([])
    expect(payables(book)).toMatchObject({ total: 1, credits: [{ orderId: over.id, amount: '50.00' }] })
    book.write((tx) => settleOwedDays(tx, 'all'))
    expect(read()).toEqual([open.id, over.id])
    book.write((tx) => tx.run('UPDATE purchase_orders SET unsettled = 1 WHERE id = ?', paid.id))
    expect(book.read(owedDaysOutOfStep)).toEqual([paid.id])
  })

  test('an empty book owes nothing', () => {
    const book = purchaseBook()
    expect(payables(book)).toMatchObject({ rows: [], total: 0, totals: [], base: { open: '0.00' }, credits: [] })
  })
})
