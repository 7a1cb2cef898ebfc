// What two copies make of one order, or one customer, that neither would have made alone: told, mended, the book whole.
import { expect, test } from 'vitest'
import type { WriteTx } from '#main/db/database.ts'
import { checkBook } from '#main/services/book/check-book.ts'
import { mergeParties } from '#main/services/customers/merge-parties.ts'
import { createCredit } from '#main/services/dispatch/create-credit.ts'
import { dispatchOrder } from '#main/services/dispatch/dispatch-orders.ts'
import { reverseDispatch } from '#main/services/dispatch/reverse-dispatch.ts'
import { editOrder } from '#main/services/orders/order-commands.ts'
import { getOrder } from '#main/services/orders/order-queries.ts'
import { cancelOrders, deliverOrders } from '#main/services/orders/order-steps.ts'
import { recordPayment } from '#main/services/payments/payment-commands.ts'
import { postAny } from '#main/services/stock/post-any.ts'
import { asDay } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import { creditInput } from '#shared/schemas/credits.ts'
import { mergePartiesInput } from '#shared/schemas/customers.ts'
import { dispatchInput } from '#shared/schemas/dispatch.ts'
import { orderInput } from '#shared/schemas/orders.ts'
import { paymentInput } from '#shared/schemas/payments.ts'
import { stockPosting } from '#shared/schemas/stock-postings.ts'
import { clashesOf, mendAll, merged, pairOf, rulesWithClashes } from '#tests/services/clashes/clash-copies.ts'
import type { BookCopy } from '#tests/support/book-copies.ts'
import { makeCustomer, makeOrder, makeProduct } from '#tests/support/records.ts'

let order = 0 as Id
let dispatch = 0 as Id

/** 100 mugs in stock, 10 of them ordered. */
function ordered(tx: WriteTx): void {
  const productId = makeProduct(tx, { sku: 'MUG' })
  const receipt = { warehouseId: 1, on: '2026-11-01', lines: [{ productId, quantity: 100 }] }
  postAny(tx, stockPosting.parse({ kind: 'receive', input: receipt }))
  const customerId = makeCustomer(tx, 'Buyer')
  order = makeOrder(tx, { customerId, orderedOn: '2026-11-05', lines: [{ productId, quantity: 10, unitPrice: '5' }] })
}

/** … and sent. */
function sent(tx: WriteTx): void {
  ordered(tx)
  dispatch = send(10)(tx)
}

const lineOf = (tx: WriteTx) => getOrder(tx, order).lines[0]?.id ?? 0

const send = (quantity: number) => (tx: WriteTx) =>
  dispatchOrder(
    tx,
    dispatchInput.parse({ orderId: order, on: '2026-11-10', lines: [{ lineId: lineOf(tx), quantity }] }),
  ).dispatchId

const credit = (quantity: number) => (tx: WriteTx) => {
  const lines = [{ lineId: lineOf(tx), quantity, goods: 'stock' as const }]
  createCredit(tx, creditInput.parse({ orderId: order, on: '2026-11-12', lines }))
}

const takeBack = (tx: WriteTx) => void reverseDispatch(tx, { dispatchId: dispatch, note: '' })

const onHand = (book: BookCopy) => book.connection.prepare('SELECT on_hand_milli FROM stock_balances').pluck().get()
const state = (book: BookCopy) => book.read((db) => getOrder(db, order))

test('more credited by both copies than was sold: the later credit is cancelled, its goods go out again', () => {
  const book = merged(pairOf(sent), credit(7))
  expect(onHand(book)).toBe(104_000)
  expect(clashesOf(book, 'orders/credited-twice')).toMatchObject([{ count: 2 }])
  mendAll(book, { rule: 'orders/credited-twice', mending: 'makeVoid', isTried: false })
  expect([onHand(book), state(book).lines[0]?.returned, rulesWithClashes(book)]).toEqual([97_000, 7, []])
})

test('two credits that fit side by side are no clash', () => {
  expect(rulesWithClashes(merged(pairOf(sent), credit(3)))).toEqual([])
})

test('goods that one copy took back are credited by the other', () => {
  const book = merged(pairOf(sent), takeBack, credit(3))
  expect(onHand(book)).toBe(103_000)
  expect(clashesOf(book, 'orders/credited-twice')).toMatchObject([{ count: 1 }])
  mendAll(book, { rule: 'orders/credited-twice', mending: 'makeVoid', isTried: false })
  expect([onHand(book), rulesWithClashes(book)]).toEqual([100_000, []])
})

test.each([
  ['setShipped', 'part_shipped', 96_000],
  ['clearShipped', 'cancelled', 100_000],
] as const)('a part sent of an order that was cancelled: %s', (mending, status, left) => {
  const book = merged(
    pairOf(ordered),
    (tx) => void send(4)(tx),
    (tx) => void cancelOrders(tx, [order], 'gone'),
  )
  expect(state(book).status).toBe('cancelled')
  expect(clashesOf(book, 'orders/cancelled-shipped')).toMatchObject([{ facts: { shippedOn: '2026-11-10' } }])
  mendAll(book, { rule: 'orders/cancelled-shipped', mending, isTried: false })
  expect([state(book).status, onHand(book), rulesWithClashes(book)]).toEqual([status, left, []])
})

test('more sent than is ordered since the other copy wanted less is told, and only looking helps', () => {
  const book = merged(
    pairOf(ordered),
    (tx) => void send(10)(tx),
    (tx) => {
      const { lines, ...head } = getOrder(tx, order)
      const kept = {
        number: head.number,
        orderedOn: head.orderedOn,
        currency: head.currency,
        customerId: head.customerId,
      }
      const fewer = lines.map(({ id, productId, unitPrice }) => ({
        id,
        productId,
        description: '',
        quantity: 6,
        unitPrice,
      }))
      editOrder(tx, order, orderInput.parse({ ...kept, lines: fewer }))
    },
  )
  expect(clashesOf(book, 'orders/sent-twice')).toMatchObject([{ count: 1, mendings: [] }])
})

test('said to have arrived while its dispatch was taken back', () => {
  const book = merged(pairOf(sent), takeBack, (tx) => void deliverOrders(tx, [order], asDay('2026-11-12')))
  expect([state(book).status, clashesOf(book, 'orders/state-at-odds').length]).toEqual(['delivered', 1])
  mendAll(book, { rule: 'orders/state-at-odds', mending: 'follow' })
  expect([state(book).status, rulesWithClashes(book)]).toEqual(['confirmed', []])
})

test('customers merged into one another: one of them comes back', () => {
  let [ann, rose] = [0 as Id, 0 as Id]
  const pair = pairOf((tx) => {
    ann = makeCustomer(tx, 'Ann')
    rose = makeCustomer(tx, 'Rose')
  })
  const into = (keepId: Id, other: Id) => (tx: WriteTx) =>
    void mergeParties(tx, mergePartiesInput.parse({ keepId, otherIds: [other] }))
  const book = merged(
    pair,
    (tx) => into(ann, rose)(tx),
    (tx) => into(rose, ann)(tx),
  )
  const living = () => book.read((db) => db.all('SELECT id FROM live_parties WHERE is_customer = 1'))
  expect([living(), clashesOf(book, 'parties/merged-away').length]).toEqual([[], 1])
  mendAll(book, { rule: 'parties/merged-away', mending: 'keepOne' })
  expect([living(), rulesWithClashes(book)]).toEqual([[{ id: ann }], []])
})

/** One order of a shop, brought in, sent and, where told, paid. */
const broughtIn = (isPaid: boolean) => (tx: WriteTx) => {
  const [product, customer] = ['products', 'parties'].map(
    (table) => tx.raw(`SELECT min(id) FROM ${table}`)[0]?.[0] as Id,
  )
  const lines = [{ productId: product ?? null, description: '', quantity: 10, unitPrice: '5' }]
  const head = {
    channel: 'shop',
    externalId: '#1',
    number: '#1',
    customerId: customer ?? null,
    orderedOn: '2026-11-05',
  }
  const id = makeOrder(tx, { ...head, lines })
  dispatchOrder(tx, dispatchInput.parse({ orderId: id, on: '2026-11-10' }))
  const payment = { on: '2026-11-11', amount: '50', currency: 'USD', shares: [{ saleId: id, amount: '50' }] }
  if (isPaid) recordPayment(tx, paymentInput.parse(payment))
}

test.each([
  ['paid in both', true, true],
  ['paid in the copy whose order goes', false, true],
  ['paid in the copy whose order stays', true, false],
])('one shop order sent in two copies, %s: goods left once, money came once', (_, mei, li) => {
  const book = merged(pairOf(ordered), broughtIn(mei), broughtIn(li))
  expect(onHand(book)).toBe(80_000)
  mendAll(book, { rule: 'orders/same-external', mending: 'keepOne', isTried: false })
  expect(onHand(book)).toBe(90_000)
  const sql = `SELECT status, archived, paid_minor AS paid, open_minor AS open FROM sales_orders WHERE number = '#1' ORDER BY ordered_on, archived`
  expect(book.read((db) => db.all(sql))).toEqual([
    { status: 'shipped', archived: 0, paid: 5000, open: 0 },
    { status: 'cancelled', archived: 1, paid: 0, open: 0 },
  ])
  expect(rulesWithClashes(book).filter((rule) => rule !== 'documents/same-number')).toEqual([])
  expect(book.read((db) => checkBook(db).problems)).toEqual([])
})
