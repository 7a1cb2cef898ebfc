// Payouts booked as payments, and where they and the orders do not agree.
import { expect, test } from 'vitest'
import { waitingCounts } from '#main/services/alerts/alert-counts.ts'
import { listAlerts } from '#main/services/alerts/alert-queries.ts'
import { undoOperation } from '#main/services/history/undo-operation.ts'
import { getPayment } from '#main/services/payments/payment-queries.ts'
import { keepSettlement, matchSettlements, type ToldLine } from '#main/services/sales/keep-settlement.ts'
import {
  noteSettlement,
  postSettlement,
  removeSettlements,
  setSettlementsArchived,
  unpostSettlement,
} from '#main/services/sales/settlement-commands.ts'
import { settlementDifferences } from '#main/services/sales/settlement-differences.ts'
import { listSettlements } from '#main/services/sales/settlement-list.ts'
import { getSettlement, settlementLines } from '#main/services/sales/settlement-queries.ts'
import { asDay } from '#shared/dates.ts'
import type { AlertRuleId } from '#shared/schemas/alerts.ts'
import { listInput } from '#shared/schemas/paging.ts'
import { differencesInput, postSettlementInput, settlementLinesInput } from '#shared/schemas/settlements.ts'
import { failureOf } from '#tests/services/stock/stock-book.ts'
import { makeOrder } from '#tests/support/records.ts'
import { type TestBook, testBook } from '#tests/support/test-book.ts'

const line = (order: string, amountMinor: number, more: Partial<ToldLine> = {}): ToldLine => ({
  ...{ transactionType: 'Order', amountType: 'ItemPrice', description: 'Principal', externalOrderId: order },
  ...{ externalLineId: '', externalSku: '', qtyMilli: null, postedOn: asDay('2026-02-03'), amountMinor, ...more },
})
const fee = (order: string, amountMinor: number) =>
  line(order, amountMinor, { amountType: 'ItemFees', description: 'Commission' })
const charge = (amountMinor: number) =>
  line('', amountMinor, {
    transactionType: 'other-transaction',
    amountType: 'other-transaction',
    description: 'Storage Fee',
  })

function settle(book: TestBook, lines: readonly ToldLine[], totalMinor: number | null = null, externalId = 'S1') {
  const days = { startsOn: asDay('2026-02-01'), endsOn: asDay('2026-02-15'), depositedOn: asDay('2026-02-17') }
  return book.write(
    (tx) => keepSettlement(tx, { channel: 'Shop', externalId, ...days, currency: 'USD', totalMinor, lines }).id,
  )
}

function sold(book: TestBook, externalId: string, unitPrice: string, more: object = {}) {
  return book.write((tx) => {
    const channel = { channel: 'Shop', externalId, collectedBy: 'channel' as const, orderedOn: '2026-02-02' }
    return makeOrder(tx, { ...channel, lines: [{ productId: null, unitPrice, quantity: 1 }], ...more })
  })
}

const paid = (book: TestBook, id: number) =>
  book.read((db) =>
    db.get('SELECT paid_minor AS paid, open_minor AS open, payment_state AS state FROM sales_orders WHERE id = ?', id),
  )
const payments = (book: TestBook) =>
  book.read((db) => db.raw('SELECT amount_minor, fee_minor, method, paid_on, party_id FROM payments ORDER BY id'))
const post = (book: TestBook, id: number, more: object = {}) =>
  book.write((tx) => postSettlement(tx, postSettlementInput.parse({ id, ...more })), 'settlements.post')

test('one payment settles all its orders; what the channel kept is its fee', () => {
  const book = testBook()
  const [first, second] = [sold(book, 'A', '40'), sold(book, 'B', '60')]
  const id = settle(book, [line('A', 4000), fee('A', -600), line('B', 6000), fee('B', -900), charge(-500)])
  expect(book.read((db) => getSettlement(db, id))).toMatchObject({
    state: 'open',
    total: '80.00',
    orderCount: 2,
    unmatchedCount: 0,
  })
  expect(post(book, id)).toMatchObject({ orders: 2, number: expect.stringMatching(/^PAY-/) })
  expect(payments(book)).toEqual([[10_000, 2000, 'platform', '2026-02-17', null]])
  expect([paid(book, first), paid(book, second)]).toEqual([
    { paid: 4000, open: 0, state: 'paid' },
    { paid: 6000, open: 0, state: 'paid' },
  ])
  expect(failureOf(() => post(book, id)).code).toBe('settlements/posted')
  expect(failureOf(() => book.write((tx) => removeSettlements(tx, [id]))).code).toBe('settlements/posted')
  book.write((tx) => unpostSettlement(tx, { id, note: '' }))
  expect(paid(book, first)).toMatchObject({ paid: 0, open: 4000, state: 'open' })
  expect(post(book, id).orders).toBe(2)
  expect(paid(book, second)).toMatchObject({ paid: 6000 })
})

test('the booking is undone as one step', () => {
  const book = testBook()
  const order = sold(book, 'A', '40')
  const id = settle(book, [line('A', 4000), fee('A', -600)])
  post(book, id)
  const last = book.read((db) => db.get<{ id: number }>('SELECT max(id) AS id FROM operations'))
  book.write((tx) => undoOperation(tx, last?.id ?? 0), 'history.undo')
  expect(paid(book, order)).toMatchObject({ paid: 0, state: 'open' })
  expect(book.read((db) => getSettlement(db, id))).toMatchObject({ state: 'open', paymentId: null })
})

test('refunds lessen what an order was paid; a reserve held back is no order’s', () => {
  const book = testBook()
  const [first, second] = [sold(book, 'A', '40'), sold(book, 'B', '60')]
  const reserve = line('', -1000, {
    transactionType: 'other-transaction',
    amountType: 'other-transaction',
    description: 'Current Reserve Amount',
  })
  const back = line('A', -1500, { transactionType: 'Refund' })
  const id = settle(book, [line('A', 4000), back, line('B', 6000), reserve])
  post(book, id)
  expect(payments(book)).toEqual([[8500, 1000, 'platform', '2026-02-17', null]])
  expect([paid(book, first), paid(book, second)]).toMatchObject([{ paid: 2500 }, { paid: 6000 }])
})

test('what was paid for orders that the book does not know is in the payment, given to none yet', () => {
  const book = testBook()
  const known = sold(book, 'A', '40')
  const id = settle(book, [line('A', 4000), fee('A', -600), line('X', 700), fee('X', -100), charge(-200)])
  post(book, id)
  expect(payments(book)).toEqual([[4700, 900, 'platform', '2026-02-17', null]])
  const payment = book.read((db) => db.get<{ id: number }>('SELECT id FROM payments'))
  expect(book.read((db) => getPayment(db, payment?.id ?? 0))).toMatchObject({ amount: '47.00', unassigned: '7.00' })
  // The order comes: the payment is taken back, the lines find it, and nothing is left over.
  book.write((tx) => unpostSettlement(tx, { id, note: '' }))
  const late = sold(book, 'X', '7')
  expect(book.write((tx) => matchSettlements(tx, id))).toBe(2)
  post(book, id)
  expect([paid(book, known), paid(book, late)]).toMatchObject([{ open: 0 }, { paid: 700, open: 0 }])
})

test('a payout of nothing, and one below zero, say what to do', () => {
  const book = testBook()
  sold(book, 'A', '40')
  const kept = settle(book, [line('A', 4000), fee('A', -4000)], null, 'kept')
  post(book, kept)
  expect(payments(book)).toEqual([[4000, 4000, 'platform', '2026-02-17', null]])
  const back = line('A', -4000, { transactionType: 'Refund' })
  const nothing = settle(book, [back, charge(4000)], null, 'nothing')
  expect(failureOf(() => post(book, nothing)).code).toBe('settlements/no-payout')
  const taken = settle(book, [back], null, 'taken')
  expect(failureOf(() => post(book, taken)).code).toBe('settlements/below-zero')
})

test('what does not add up, belongs to nobody, pays nothing or has another currency is not booked', () => {
  const book = testBook()
  sold(book, 'A', '40')
  sold(book, 'E', '40', { currency: 'EUR', rate: '1.1' })
  const codes = [
    settle(book, [line('A', 4000)], 3999, 'cut'),
    settle(book, [line('X', 4000)], null, 'unknown'),
    settle(book, [line('A', 4000), charge(-5000)], null, 'minus'),
    settle(book, [line('E', 4000)], null, 'euro'),
  ].map((id) => failureOf(() => post(book, id)).code)
  expect(codes).toEqual([
    'settlements/mismatch',
    'settlements/nothing-to-post',
    'settlements/below-zero',
    'settlements/other-currency',
  ])
  expect(payments(book)).toEqual([])
  const page = book.read((db) => listSettlements(db, listInput.parse({})))
  expect(page).toMatchObject({ total: 4 })
  expect(page.rows.find(({ externalId }) => externalId === 'cut')).toMatchObject({ state: 'mismatch' })
})

test('differences: paid other than expected, sent and never paid, not in the book', () => {
  const book = testBook()
  const short = sold(book, 'A', '40', { status: 'shipped', shippedOn: '2026-02-03' })
  sold(book, 'B', '60', { status: 'shipped', shippedOn: '2026-02-03' })
  const unpaid = sold(book, 'C', '70', { status: 'shipped', shippedOn: '2026-02-03' })
  sold(book, 'D', '70', { status: 'confirmed' })
  sold(book, 'Z', '70', { status: 'shipped', shippedOn: '2026-01-03', orderedOn: '2026-01-02' })
  const id = settle(book, [line('A', 3900), line('B', 6000), line('X', 500), fee('X', -100)])
  const found = book.read((db) => settlementDifferences(db, differencesInput.parse({ id })))
  expect(found).toEqual({
    total: 3,
    counts: { amount: 1, not_paid: 1, unknown_order: 1 },
    rows: [
      expect.objectContaining({
        kind: 'amount',
        orderId: short,
        expected: '40.00',
        paid: '39.00',
        difference: '-1.00',
      }),
      expect.objectContaining({ kind: 'not_paid', orderId: unpaid, expected: '70.00', paid: '0.00' }),
      expect.objectContaining({ kind: 'unknown_order', orderId: null, externalOrderId: 'X', paid: '5.00' }),
    ],
  })
  const unmatched = book.read((db) => settlementLines(db, settlementLinesInput.parse({ id, isUnmatched: true })))
  expect(unmatched).toMatchObject({
    total: 2,
    rows: [{ externalOrderId: 'X', kind: 'sale' }, { kind: 'platform_fee' }],
  })
})

test('a note is the seller’s own: of a booked one as well, kept and undone', () => {
  const book = testBook()
  sold(book, 'A', '40')
  const id = settle(book, [line('A', 4000)])
  post(book, id)
  const noteOf = () => book.read((db) => getSettlement(db, id).note)
  book.write((tx) => noteSettlement(tx, { id, note: 'Asked on Monday' }), 'settlements.note')
  expect(noteOf()).toBe('Asked on Monday')
  const last = book.read((db) => db.get<{ id: number }>('SELECT max(id) AS id FROM operations'))
  book.write((tx) => undoOperation(tx, last?.id ?? 0), 'history.undo')
  expect(noteOf()).toBe('')
})

test('a payout that nobody recorded waits until it is recorded, put away, or brings nothing', () => {
  const book = testBook()
  const ids = ['A', 'B', 'C'].map((order) => {
    sold(book, order, '40')
    return settle(book, [line(order, 4000), fee(order, -600)], null, order)
  })
  settle(book, [line('D', 100), fee('D', -100)], null, 'nothing')
  // Paid out on 17 February.
  const waiting = (today: string, rule: AlertRuleId = 'settlements/waiting') =>
    book.read((db) =>
      listAlerts(db, { today: asDay(today), rule, state: 'waiting', offset: 0, limit: 10 }).rows.map(
        ({ record, facts }) => [record?.id, facts.amount],
      ),
    )
  expect(waiting('2026-02-19')).toEqual([])
  expect(waiting('2026-02-20')).toEqual(ids.map((id) => [id, '34.00']))
  expect(book.read((db) => waitingCounts(db, asDay('2026-02-20')).receivables)).toEqual({ count: 3, urgent: 0 })
  const [booked = 0, put = 0, left = 0] = ids
  post(book, booked)
  book.write((tx) => setSettlementsArchived(tx, [put], true))
  expect(waiting('2026-02-20')).toEqual([[left, '34.00']])
  book.write((tx) => unpostSettlement(tx, { id: booked, note: '' }))
  expect(waiting('2026-02-20').map(([id]) => id)).toEqual([booked, left])
})

test('one that is deleted takes its costs along', () => {
  const book = testBook()
  sold(book, 'A', '40')
  const id = settle(book, [line('A', 4000), fee('A', -600)])
  const costs = () => book.read((db) => db.raw('SELECT 1 FROM live_sales_costs').length)
  expect(costs()).toBe(1)
  book.write((tx) => removeSettlements(tx, [id]))
  expect(costs()).toBe(0)
})
