// How an order stands by words of many languages and by days.
import { expect, test } from 'vitest'
import { toldState } from '#main/domain/import/channels/status-words.ts'
import { orderStateOf, type ToldFacts } from '#main/domain/import/channels/told-order-state.ts'

const facts = (more: Partial<ToldFacts>): ToldFacts => ({
  ...{ deliveredOn: null, cancelledOn: null, isPaymentMissing: false, lines: [{ isDaySent: false }] },
  ...more,
})
const line = (word?: string, isDaySent = false) => ({ word, isDaySent })

test.each([
  ['Versandt', 'shipped'],
  ['Storniert', 'cancelled'],
  ['Expédiée', 'shipped'],
  ['Annulée', 'cancelled'],
  ['Enviado', 'shipped'],
  ['Spedito', 'shipped'],
  ['未発送', 'open'],
  ['キャンセル済み', 'cancelled'],
  ['待发货', 'open'],
  ['已完成', 'done'],
  ['Shipped - Delivered to Buyer', 'delivered'],
  ['wc-on-hold', 'held'],
  ['Đã hủy', 'cancelled'],
  ['Selesai', 'done'],
  ['partially_refunded', 'partRefunded'],
  ['Whatever', null],
] as const)('%s', (word, state) => {
  expect(toldState(word)).toBe(state)
})

test('a day says that goods have left where no word says otherwise', () => {
  expect(orderStateOf(facts({ lines: [line(undefined, true)] }))).toMatchObject({ status: 'shipped', sent: [true] })
  expect(orderStateOf(facts({ lines: [line('unshipped')] }))).toMatchObject({ status: 'confirmed', sent: [false] })
})

test('cancelled lines stand in an order that was sent; all of them cancelled, so is the order', () => {
  const part = orderStateOf(facts({ lines: [line('Shipped'), line('Cancelled')] }))
  expect(part).toMatchObject({ status: 'shipped', cancelled: [false, true], sent: [true, false] })
  expect(orderStateOf(facts({ lines: [line('Cancelled'), line('Canceled')] }))).toMatchObject({ status: 'cancelled' })
})

test('some lines sent are a part; unpaid is a draft; an unknown word is told and leaves the order open', () => {
  expect(orderStateOf(facts({ lines: [line('fulfilled'), line('pending')] }))).toMatchObject({ status: 'part_shipped' })
  expect(orderStateOf(facts({ orderWord: 'Unpaid' }))).toMatchObject({ status: 'draft' })
  expect(orderStateOf(facts({ isPaymentMissing: true }))).toMatchObject({ status: 'draft' })
  expect(orderStateOf(facts({ orderWord: 'Wibble' }))).toMatchObject({ status: 'confirmed', unknown: ['Wibble'] })
})
