// The states of orders and credits, what may be done in each, and what the goods say of it.
import { expect, test } from 'vitest'
import {
  type GoodsTally,
  mayDo,
  restOfLine,
  sentOf,
  shippingStateOf,
  statusByProgress,
  verbsOf,
} from '#main/domain/orders/order-status.ts'
import { type OrderVerb, orderStatuses } from '#shared/schemas/orders.ts'

const plain = { document: 'order', isHistory: false, hasSent: false } as const

test('what may be done from which state', () => {
  const from = (verb: OrderVerb) => orderStatuses.filter((status) => mayDo(verb, { ...plain, status }))
  expect(from('confirm')).toEqual(['draft', 'on_hold'])
  expect(from('hold')).toEqual(['confirmed', 'part_shipped'])
  expect(from('resume')).toEqual(['on_hold'])
  expect(from('dispatch')).toEqual(['confirmed', 'part_shipped'])
  expect(from('deliver')).toEqual(['shipped'])
  expect(from('cancel')).toEqual(['draft', 'confirmed', 'on_hold'])
  expect(from('reopen')).toEqual(['delivered', 'closed', 'cancelled'])
  expect(from('edit')).toEqual(['draft', 'confirmed', 'on_hold', 'part_shipped', 'shipped', 'delivered'])
})

test('nothing that was sent is cancelled, and the past sends nothing', () => {
  expect(mayDo('cancel', { ...plain, status: 'on_hold', hasSent: true })).toBe(false)
  expect(mayDo('dispatch', { ...plain, status: 'confirmed', isHistory: true })).toBe(false)
  expect(mayDo('edit', { ...plain, status: 'closed', isHistory: true })).toBe(true)
})

test('a credit that is issued is cancelled, not changed', () => {
  const credit = { ...plain, document: 'credit' } as const
  expect(verbsOf({ ...credit, status: 'draft' })).toEqual(['edit', 'confirm', 'cancel'])
  expect(verbsOf({ ...credit, status: 'confirmed' })).toEqual(['cancel', 'close'])
  expect(mayDo('edit', { ...credit, status: 'confirmed', isHistory: true })).toBe(false)
})

test('an open order stands where its goods and its days say', () => {
  const days = { confirmedOn: null, deliveredOn: null }
  expect(statusByProgress({ ...days, status: 'cancelled', sent: 'none' })).toBe('draft')
  expect(statusByProgress({ ...days, status: 'cancelled', confirmedOn: '2026-03-02', sent: 'none' })).toBe('confirmed')
  expect(statusByProgress({ ...days, status: 'on_hold', sent: 'none' })).toBe('confirmed')
  expect(statusByProgress({ ...days, status: 'on_hold', sent: 'part' })).toBe('part_shipped')
  expect(statusByProgress({ ...days, status: 'closed', sent: 'all' })).toBe('shipped')
  expect(statusByProgress({ ...days, status: 'closed', deliveredOn: '2026-03-02', sent: 'all' })).toBe('delivered')
})

const tally = (goods: Partial<GoodsTally>): GoodsTally => ({
  ...{ lines: 2, sent: 0, withRest: 2, notBack: 0, kept: 2 },
  ...goods,
})

test('what is still to be sent, and how far the goods are', () => {
  expect(restOfLine({ qtyMilli: 5000, cancelledMilli: 1000, shippedMilli: 3000 })).toBe(1000)
  expect(restOfLine({ qtyMilli: 5000, cancelledMilli: 1000, shippedMilli: 6000 })).toBe(0)
  expect(sentOf(tally({}))).toBe('none')
  expect(sentOf(tally({ sent: 1, withRest: 1 }))).toBe('part')
  expect(sentOf(tally({ sent: 2, withRest: 0 }))).toBe('all')
})

test('the state of the goods apart from the order', () => {
  const of = (goods: Partial<GoodsTally>, more: Partial<Parameters<typeof shippingStateOf>[0]> = {}) =>
    shippingStateOf({ ...plain, status: 'confirmed', shippedOn: null, ...more, goods: tally(goods) })
  expect(of({})).toBe('open')
  expect(of({ lines: 0, withRest: 0, kept: 0 })).toBe('')
  expect(of({ sent: 1, withRest: 1, notBack: 1 })).toBe('part')
  expect(of({ sent: 2, withRest: 0, notBack: 2 })).toBe('sent')
  expect(of({ sent: 2, withRest: 0, notBack: 0, kept: 0 })).toBe('returned')
  // Some were never sent: what came back leaves the rest still to send.
  expect(of({ sent: 1, withRest: 1, notBack: 0 })).toBe('part')
  expect(of({ sent: 1, withRest: 1, notBack: 0 }, { status: 'closed' })).toBe('returned')
  expect(of({}, { status: 'draft' })).toBe('')
  expect(of({}, { document: 'credit' })).toBe('')
  expect(of({}, { isHistory: true })).toBe('')
  expect(of({}, { isHistory: true, shippedOn: '2026-03-02' })).toBe('sent')
  expect(of({ kept: 0 }, { status: 'delivered' })).toBe('returned')
})
