// What the form of a payment comes to, and what travels of it.
import { expect, test } from 'vitest'
import { readPaymentForm, sharesTotal, type ToPay } from '#renderer/features/payments/payment-form-values.ts'
import { newTypedPayment } from '#renderer/lib/typed-payment.ts'
import { asDay } from '#shared/dates.ts'

const today = asDay('2026-11-23')
const newPaymentForm = (wanted: readonly ToPay[], currency: string) =>
  newTypedPayment(wanted, { direction: 'out', on: today, currency })
const due = (key: string, open: string, currency = 'CNY'): ToPay => ({
  ...{ key, open, currency },
  ...{ orderId: Number(key), orderNumber: `PO-${key}`, purpose: 'balance' },
})

test('left empty, the amount is the sum of what it settles', () => {
  const wanted = [due('1', '100.10'), due('2', '0.20')]
  const form = newPaymentForm(wanted, 'CNY')
  expect(sharesTotal(form, wanted)).toBe('100.3')
  expect(readPaymentForm(form, wanted).payment).toMatchObject({
    amount: '100.3',
    fee: '0',
    rate: '',
    shares: [
      { orderId: 1, amount: '100.10', paid: null },
      { orderId: 2, amount: '0.20', paid: null },
    ],
  })
})

test('paid in another currency, each share says what of the payment went for it', () => {
  const wanted = [due('1', '700')]
  const form = { ...newPaymentForm(wanted, 'CNY'), currency: 'USD' }
  expect(sharesTotal(form, wanted)).toBeNull()
  expect(readPaymentForm(form, wanted).problems).toEqual({ amount: 'required', '1.paid': 'required' })
  const said = { ...form, shares: [{ key: '1', amount: '700', paid: '98.5' }] }
  expect(readPaymentForm(said, wanted).payment).toMatchObject({
    amount: '98.5',
    shares: [{ amount: '700', paid: '98.5' }],
  })
})

test('an amount of nothing and a day that is none are told', () => {
  const wanted = [due('1', '5')]
  const form = { ...newPaymentForm(wanted, 'CNY'), on: '31.12.', amount: '0' }
  expect(readPaymentForm(form, wanted)).toEqual({ payment: null, problems: { on: 'day', amount: 'positive' } })
})

test('a fee below nothing, or one that is no number, is told beside its field', () => {
  const wanted = [due('1', '5')]
  for (const fee of ['-1', 'two']) {
    const form = { ...newPaymentForm(wanted, 'CNY'), fee }
    expect(readPaymentForm(form, wanted)).toEqual({ payment: null, problems: { fee: 'negative' } })
  }
})

test('an advance has no order: its amount must be typed, and the supplier is named', () => {
  const form = newPaymentForm([], 'USD')
  expect(readPaymentForm(form, [], 7).problems).toEqual({ amount: 'required' })
  expect(readPaymentForm({ ...form, amount: '500' }, [], 7).payment).toMatchObject({
    ...{ direction: 'out', partyId: 7, amount: '500', currency: 'USD' },
    shares: [],
  })
})

test('money that comes back is a refund of the order it was paid for', () => {
  const wanted = [due('1', '20')]
  const form = { ...newPaymentForm(wanted, 'CNY'), direction: 'in' as const }
  expect(readPaymentForm(form, wanted).payment).toMatchObject({
    direction: 'in',
    shares: [{ orderId: 1, purpose: 'refund', amount: '20' }],
  })
})
