// Money received as its form holds it: sums with credits taken off, what is left on account, what is wrong.
import { expect, test } from 'vitest'
import { readReceipt, receiptRest, receiptTotal, type ToSettle } from '#renderer/features/receivables/receipt-values.ts'
import { newTypedPayment, type TypedPayment } from '#renderer/lib/typed-payment.ts'
import { asDay } from '#shared/dates.ts'

const order: ToSettle = {
  ...{ key: '1', saleId: 1, number: 'SO-1', document: 'order', purpose: 'balance', open: '100.00', currency: 'EUR' },
} as const
const credit: ToSettle = {
  ...order,
  key: '2',
  saleId: 2,
  number: 'CN-1',
  document: 'credit',
  purpose: 'refund',
  open: '30.00',
}
const begin = { on: asDay('2026-11-22'), currency: 'EUR', direction: 'in' } as const
const form = (wanted: readonly ToSettle[], part: Partial<TypedPayment> = {}) => ({
  ...newTypedPayment(wanted, begin),
  ...part,
})

test('a credit lessens what comes in; money paid back adds up', () => {
  const wanted = [order, credit]
  expect(receiptTotal(form(wanted), wanted)).toBe('70')
  expect(receiptTotal(form(wanted, { direction: 'out' }), wanted)).toBe('130')
  const { payment } = readReceipt(form(wanted), wanted, 7)
  expect(payment).toMatchObject({ direction: 'in', amount: '70', partyId: 7, on: '2026-11-22' })
  expect(payment?.shares).toMatchObject([
    { saleId: 1, purpose: 'balance', amount: '100.00', paid: null },
    { saleId: 2, purpose: 'refund', amount: '30.00' },
  ])
})

test('more than the documents take is left on account', () => {
  expect(receiptRest(form([order], { amount: '120' }), [order])).toBe('20')
  expect(receiptRest(form([order], { amount: '100' }), [order])).toBeNull()
})

test('in another currency both amounts are asked for', () => {
  const other = form([order], { currency: 'USD' })
  expect(receiptTotal(other, [order])).toBeNull()
  expect(readReceipt(other, [order], null).problems).toMatchObject({ '1.paid': 'required', amount: 'positive' })
  const told = { ...other, shares: [{ key: '1', amount: '100', paid: '110.5' }] }
  expect(readReceipt(told, [order], null).payment).toMatchObject({ amount: '110.5', currency: 'USD' })
})

test('a document without an amount is not taken along; money on account needs its amount', () => {
  const bare = form([order, credit], {
    shares: [
      { key: '1', amount: '5', paid: '' },
      { key: '2', amount: '', paid: '' },
    ],
  })
  expect(readReceipt(bare, [order, credit], null).payment?.shares).toHaveLength(1)
  expect(readReceipt(form([]), [], 7).problems).toEqual({ amount: 'required' })
  expect(readReceipt(form([], { amount: '12' }), [], 7).payment).toMatchObject({ amount: '12', shares: [], partyId: 7 })
})
