import { expect, test } from 'vitest'
import { addConsent } from '#main/services/customers/consents.ts'
import { mergeParties } from '#main/services/customers/merge-parties.ts'
import { closeMessage, removeMessage, saveMessage } from '#main/services/customers/messages.ts'
import { recordTimeline } from '#main/services/timeline/timeline-queries.ts'
import type { Id } from '#shared/ids.ts'
import { consentInput, mergePartiesInput, messageInput } from '#shared/schemas/customers.ts'
import { type TimelineInput, timelineInput } from '#shared/schemas/timeline.ts'
import { queryPlans, slowSteps } from '#tests/support/query-plans.ts'
import { makeCustomer, makeOrder } from '#tests/support/records.ts'
import { type TestBook, testBook } from '#tests/support/test-book.ts'

const timeline = (book: TestBook, kind: 'party' | 'order', id: Id, asked: Partial<TimelineInput> = {}) =>
  book.read((db) => recordTimeline(db, timelineInput.parse({ record: { kind, id }, ...asked }))).entries
const said = (entries: ReturnType<typeof timeline>) =>
  entries.map((entry) => [entry.kind, 'what' in entry ? entry.what : ''].join(' '))

/** A customer with one of everything, each in an operation of its own. */
function everything(book: TestBook) {
  const customer = book.write((tx) => makeCustomer(tx, 'Ann'))
  const order = book.write((tx) =>
    makeOrder(tx, {
      customerId: customer,
      lines: [{ productId: null, description: 'x', quantity: 2, unitPrice: '10' }],
    }),
  )
  book.write((tx) => tx.update('sales_orders', order, { status: 'closed' }))
  const dispatch = book.write((tx) =>
    tx.insert('dispatches', { order_id: order, dispatched_on: '2026-03-04', tracking_number: 'DHL 1' }),
  )
  book.write((tx) => tx.update('dispatches', dispatch, { status: 'reversed' }))
  const payment = book.write((tx) => {
    const money = { currency: 'USD', rate: '1', rate_on: '2026-03-05', paid_on: '2026-03-05', direction: 'in' }
    const id = tx.insert('payments', {
      number: 'PM-1',
      party_id: customer,
      amount_minor: 2000,
      base_minor: 2000,
      ...money,
    })
    tx.insert('payment_shares', {
      payment_id: id,
      sales_order_id: order,
      currency: 'USD',
      order_minor: 2000,
      payment_minor: 2000,
    })
    return id
  })
  const letter = book.write((tx) =>
    tx.insert('dunning_letters', {
      number: 'DL-1',
      party_id: customer,
      step: 2,
      as_of: '2026-04-01',
      currency: 'USD',
      open_minor: 500,
    }),
  )
  book.write((tx) => tx.update('dunning_letters', letter, { sent_on: '2026-04-02' }))
  book.write((tx) => addConsent(tx, consentInput.parse({ customerId: customer, purpose: 'email', state: 'given' })))
  const about = { customerId: customer, orderId: order, kind: 'case', subject: 'Broken' }
  const message = book.write((tx) => saveMessage(tx, messageInput.parse(about)))
  book.write((tx) => closeMessage(tx, { id: message, isClosed: true }))
  return { customer, order, payment, message }
}

test('a customer’s timeline tells of everything, the newest first', () => {
  const book = testBook()
  const { customer } = everything(book)
  const entries = timeline(book, 'party', customer)
  expect(said(entries)).toEqual([
    'message closed',
    'message written',
    'consent given',
    'letter sent',
    'letter written',
    'payment in',
    'dispatch reversed',
    'dispatch sent',
    'order closed',
    'order made',
    'change made',
  ])
  expect(entries[1]).toMatchObject({ message: { subject: 'Broken', orderNumber: expect.stringContaining('SO-') } })
  expect(entries[4]).toMatchObject({ number: 'DL-1', step: 2, open: '5.00', currency: 'USD' })
  expect(entries[5]).toMatchObject({ number: 'PM-1', amount: '20.00', on: '2026-03-05' })
  expect(entries[7]).toMatchObject({ tracking: 'DHL 1', on: '2026-03-04' })
  expect(entries[9]).toMatchObject({ document: 'order', currency: 'USD', orderedOn: '2026-03-02' })
})

test('kinds can be asked for, and an order tells what was sent, paid and said of it', () => {
  const book = testBook()
  const { customer, order, message } = everything(book)
  expect(said(timeline(book, 'party', customer, { kinds: ['payment', 'consent'] }))).toEqual([
    'consent given',
    'payment in',
  ])
  expect(said(timeline(book, 'order', order, { kinds: ['dispatch', 'payment', 'message'] }))).toEqual([
    'message closed',
    'message written',
    'payment in',
    'dispatch reversed',
    'dispatch sent',
  ])
  book.write((tx) => removeMessage(tx, message))
  const left = timeline(book, 'order', order, { kinds: ['message'] })
  expect(said(left)).toEqual(['message removed', 'message closed'])
})

test('payments of a merged record are the kept one’s, though the ledger still names the other', () => {
  const book = testBook()
  const { customer } = everything(book)
  const kept = book.write((tx) => makeCustomer(tx, 'Anna'))
  book.write((tx) => mergeParties(tx, mergePartiesInput.parse({ keepId: kept, otherIds: [customer] })))
  expect(book.read((db) => db.raw('SELECT party_id FROM payments'))).toEqual([[customer]])
  expect(said(timeline(book, 'party', kept, { kinds: ['payment', 'letter', 'message'] }))).toEqual([
    'message closed',
    'message written',
    'letter sent',
    'letter written',
    'payment in',
  ])
})

test('it is found by index', () => {
  const book = testBook()
  const { customer } = everything(book)
  const plans = queryPlans(book, (db) =>
    recordTimeline(db, timelineInput.parse({ record: { kind: 'party', id: customer } })),
  )
  const steps = plans.filter(
    (step) => !step.includes('TEMP B-TREE') && !/^SCAN (own|[jep])( |$)|^SCAN \(subquery/.test(step),
  )
  expect(slowSteps(steps)).toEqual([])
})
