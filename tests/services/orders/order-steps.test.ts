// The steps of an order, what each refuses, and that each can be taken back.
import { describe, expect, test } from 'vitest'
import { checkBook } from '#main/services/book/check-book.ts'
import { undoOperation } from '#main/services/history/undo-operation.ts'
import { confirmMany } from '#main/services/orders/confirm-many.ts'
import { editOrder } from '#main/services/orders/order-commands.ts'
import {
  cancelOrders,
  closeOrders,
  confirmOrders,
  deliverOrders,
  holdOrders,
  reopenOrders,
  resumeOrders,
} from '#main/services/orders/order-steps.ts'
import { recordPayment } from '#main/services/payments/payment-commands.ts'
import { reservedOf } from '#main/services/stock/reserved.ts'
import { versionsOf } from '#main/services/versions/version-queries.ts'
import { asDay } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import { type Order, type OrderDraft, orderInput } from '#shared/schemas/orders.ts'
import { paymentInput } from '#shared/schemas/payments.ts'
import { type DispatchBook, dispatchBook, on } from '#tests/services/dispatch/dispatch-book.ts'

const day = asDay('2026-11-12')
const formOf = ({ rate, ...order }: Order, changes: Partial<OrderDraft> = {}) =>
  orderInput.parse({ ...order, rate: rate ?? '', ...changes })

type Step = (book: DispatchBook, id: Id) => void
const steps = {
  confirm: (book, id) => book.write((tx) => confirmOrders(tx, [id], { on: day })),
  hold: (book, id) => book.write((tx) => holdOrders(tx, [id], 'Colour to be told')),
  resume: (book, id) => book.write((tx) => resumeOrders(tx, [id])),
  deliver: (book, id) => book.write((tx) => deliverOrders(tx, [id], day)),
  cancel: (book, id) => book.write((tx) => cancelOrders(tx, [id], 'Changed their mind')),
  close: (book, id) => book.write((tx) => closeOrders(tx, [id])),
  reopen: (book, id) => book.write((tx) => reopenOrders(tx, [id])),
} satisfies Record<string, Step>

const reserved = (book: DispatchBook) => book.read((db) => reservedOf(db, book.mug))

test('an order runs from draft to closed, its goods held from confirming until they are sent', () => {
  const book = dispatchBook()
  const { id, verbs } = book.order({ status: 'draft' })
  expect(verbs).toEqual(['edit', 'confirm', 'cancel'])
  expect(reserved(book)).toBe(0)
  steps.confirm(book, id)
  expect(book.sold(id)).toMatchObject({ status: 'confirmed', confirmedOn: day, shippingState: 'open' })
  expect(reserved(book)).toBe(10_000)
  steps.hold(book, id)
  expect(book.sold(id)).toMatchObject({ status: 'on_hold', holdReason: 'Colour to be told' })
  expect(reserved(book)).toBe(10_000)
  expect(() => book.send({ orderId: id, on })).toThrow('dispatch/not-sendable')
  steps.resume(book, id)
  expect(book.sold(id)).toMatchObject({ status: 'confirmed', holdReason: '' })
  book.send({ orderId: id, on })
  expect(book.sold(id)).toMatchObject({ status: 'shipped', shippingState: 'sent', shippedOn: on })
  expect(reserved(book)).toBe(0)
  steps.deliver(book, id)
  expect(book.sold(id)).toMatchObject({ status: 'delivered', deliveredOn: day })
  steps.close(book, id)
  expect(book.sold(id)).toMatchObject({ status: 'closed', verbs: ['credit', 'reopen'] })
  steps.reopen(book, id)
  expect(book.sold(id)).toMatchObject({ status: 'delivered', closedOn: null })
  expect(book.read((db) => checkBook(db).problems)).toEqual([])
})

test('a cancelled order holds nothing, and stands again as it stood', () => {
  const book = dispatchBook()
  const { id } = book.order({ status: 'draft' })
  steps.confirm(book, id)
  steps.cancel(book, id)
  expect(book.sold(id)).toMatchObject({ status: 'cancelled', cancelReason: 'Changed their mind', verbs: ['reopen'] })
  expect(reserved(book)).toBe(0)
  steps.reopen(book, id)
  expect(book.sold(id)).toMatchObject({ status: 'confirmed', cancelReason: '', confirmedOn: day })
  const draft = book.order({ status: 'draft' }).id
  steps.cancel(book, draft)
  steps.reopen(book, draft)
  expect(book.sold(draft).status).toBe('draft')
})

test('what is held after a part was sent goes on from there', () => {
  const book = dispatchBook()
  const { id, lines } = book.order()
  book.send({ orderId: id, on, lines: [{ lineId: lines[0]?.id ?? 0, quantity: 4 }] })
  expect(book.sold(id)).toMatchObject({ status: 'part_shipped', lines: [{ shipped: 4, open: 6 }] })
  steps.hold(book, id)
  steps.resume(book, id)
  expect(book.sold(id).status).toBe('part_shipped')
  steps.close(book, id)
  expect(book.sold(id)).toMatchObject({ status: 'closed', shippingState: 'part', lines: [{ open: 0 }] })
  steps.reopen(book, id)
  expect(book.sold(id).status).toBe('part_shipped')
})

describe('what a step refuses', () => {
  test('nothing to confirm, cancelling what was sent, arriving before leaving', () => {
    const book = dispatchBook()
    const empty = book.order({ status: 'draft' }, []).id
    expect(() => steps.confirm(book, empty)).toThrow('orders/no-lines')
    const { id } = book.order()
    book.send({ orderId: id, on })
    expect(() => steps.cancel(book, id)).toThrow('orders/cancel-sent')
    expect(() => steps.hold(book, id)).toThrow('orders/cannot-hold')
    expect(() => book.write((tx) => deliverOrders(tx, [id], asDay('2026-11-09')))).toThrow(
      'orders/delivered-before-sent',
    )
  })

  test('all or none', () => {
    const book = dispatchBook()
    const [first, second] = [book.order({ status: 'draft' }).id, book.order({ status: 'cancelled' }).id]
    expect(() => book.write((tx) => confirmOrders(tx, [first, second]))).toThrow('orders/cannot-confirm')
    expect(book.sold(first).status).toBe('draft')
  })

  test('less than was sent, another product, or no line where something left', () => {
    const book = dispatchBook()
    const order = book.order({}, [{}, { productId: book.cup }])
    const [line, other] = order.lines
    book.send({ orderId: order.id, on, lines: [{ lineId: line?.id ?? 0, quantity: 4 }] })
    const edit = (lines: object[]) => () =>
      book.write((tx) => editOrder(tx, order.id, formOf(book.sold(order.id), { lines: lines as never })))
    expect(edit([{ ...line, quantity: 3 }, { ...other }])).toThrow('orders/line-sent')
    expect(edit([{ ...line, productId: book.cup }, { ...other }])).toThrow('orders/line-sent')
    expect(edit([{ ...other }])).toThrow('orders/line-sent')
    expect(edit([{ ...line, cancelled: 7 }, { ...other }])).toThrow('orders/line-sent')
    edit([{ ...line, cancelled: 6 }])()
    const {
      status,
      externalStatus: _,
      ...left
    } = formOf(book.sold(order.id)) as OrderDraft & { externalStatus?: string }
    book.write((tx) => editOrder(tx, order.id, orderInput.parse(left)))
    // All that is still wanted has left.
    expect(book.sold(order.id)).toMatchObject({ status: 'shipped', lines: [{ open: 0, cancelled: 6, total: '20.00' }] })
    expect(status).toBe('part_shipped')
  })

  test('goods above zero on a credit, goods below zero on an order', () => {
    const book = dispatchBook()
    expect(() => book.order({}, [{ quantity: -1 }])).toThrow('orders/order-sign')
    expect(() => book.order({ document: 'credit' })).toThrow('orders/credit-sign')
    const { id } = book.order()
    expect(() => book.write((tx) => editOrder(tx, id, formOf(book.sold(id), { document: 'credit' })))).toThrow(
      'orders/other-document',
    )
  })
})

test('every step can be taken back', () => {
  const book = dispatchBook()
  const { id } = book.order({ status: 'draft' })
  const undone = (step: keyof typeof steps) => {
    const before = book.sold(id)
    steps[step](book, id)
    const operation = book.connection.prepare('SELECT max(id) FROM operations').pluck().get() as number
    expect(book.sold(id).status).not.toBe(before.status)
    book.write((tx) => undoOperation(tx, operation as Id))
    expect(book.sold(id)).toEqual(before)
    expect(book.read((db) => checkBook(db).problems)).toEqual([])
  }
  undone('confirm')
  undone('cancel')
  steps.confirm(book, id)
  undone('hold')
  undone('close')
  undone('cancel')
  book.send({ orderId: id, on })
  undone('deliver')
  undone('close')
})

test('what changes after confirming is a version with its differences; how far it comes is none', () => {
  const book = dispatchBook()
  const { id } = book.order({ status: 'draft' })
  steps.confirm(book, id)
  book.write((tx) => editOrder(tx, id, formOf(book.sold(id), { customerReference: 'PO 7', dueDays: 30 })))
  steps.hold(book, id)
  steps.resume(book, id)
  book.send({ orderId: id, on })
  const versions = book.read((db) => versionsOf(db, { kind: 'order', id }))
  expect(versions.map(({ cause }) => cause)).toEqual(['changed', 'confirmed'])
})

test('totals are fixed: later rates, prices and taxes move nothing', () => {
  const book = dispatchBook()
  const { id } = book.order({ currency: 'EUR', rate: '1.10', taxIncluded: true, freight: '3' }, [{ taxPercent: 19 }])
  const before = book.sold(id)
  expect(before).toMatchObject({
    total: '50.00',
    // (50.00 - 7.98) x 1.10
    baseTotal: '46.22',
    money: { tax: '7.98', net: '42.02', gross: '53.00' },
    grossBase: '58.30',
  })
  book.write((tx) => tx.update('products', book.mug, { price_micros: 1, price_currency: 'EUR' }))
  book.write((tx) => editOrder(tx, id, formOf(before, { note: 'x' })))
  expect(book.sold(id)).toEqual({ ...before, note: 'x' })
})

test('an order that was paid for keeps its currency', () => {
  const book = dispatchBook()
  const { id } = book.order()
  const shares = [{ saleId: id, amount: '10' }]
  const payment = { direction: 'in' as const, on: '2026-11-12', amount: '10', currency: 'USD', shares }
  book.write((tx) => recordPayment(tx, paymentInput.parse(payment)))
  expect(book.sold(id)).toMatchObject({ paymentState: 'part', paid: '10.00', open: '40.00' })
  const inYen = formOf(book.sold(id), { currency: 'JPY', rate: '0.0067' })
  expect(() => book.write((tx) => editOrder(tx, id, inYen))).toThrow('orders/fixed-by-payment')
})

test('a customer over the limit is asked about, or stopped', () => {
  const book = dispatchBook()
  const terms = (action: string) =>
    book.write((tx) =>
      tx.update('parties', book.customer, { credit_limit_minor: 6000, credit_currency: 'USD', credit_action: action }),
    )
  terms('warn')
  const first = book.order({ status: 'draft' }).id
  const second = book.order({ status: 'draft' }).id
  steps.confirm(book, first)
  expect(() => steps.confirm(book, second)).toThrow('orders/credit-warned')
  terms('stop')
  const despite = () => book.write((tx) => confirmOrders(tx, [second], { on: day, despite: true }))
  expect(despite).toThrow('orders/credit-stopped')
  terms('warn')
  despite()
  expect(book.sold(second).status).toBe('confirmed')
})

test('of many, what nothing speaks against is confirmed; what warns is told and confirmed despite it, what stops never is', () => {
  const book = dispatchBook()
  const terms = (action: string) =>
    book.write((tx) =>
      tx.update('parties', book.customer, { credit_limit_minor: 6000, credit_currency: 'USD', credit_action: action }),
    )
  terms('warn')
  const ids = [1, 2, 3].map(() => book.order({ status: 'draft' }).id)
  const many = (despite: boolean) =>
    book.write((tx) => confirmMany(tx, ids.slice(despite ? 1 : 0), { on: day, despite }))
  const [first = 0, second = 0, third = 0] = ids
  const warned = { code: 'orders/credit-warned', isWarning: true }
  expect(many(false)).toMatchObject({
    confirmed: 1,
    left: [
      { orderId: second, number: book.sold(second).number, ...warned },
      { orderId: third, ...warned },
    ],
  })
  expect([first, second, third].map((id) => book.sold(id).status)).toEqual(['confirmed', 'draft', 'draft'])
  terms('stop')
  const stopped = { code: 'orders/credit-stopped', isWarning: false }
  expect(many(true)).toMatchObject({ confirmed: 0, left: [stopped, stopped] })
  terms('warn')
  expect(many(true)).toEqual({ confirmed: 2, left: [] })
  expect(book.sold(third)).toMatchObject({ status: 'confirmed', confirmedOn: day })
  expect(book.read(checkBook)).toMatchObject({ ok: true })
})
