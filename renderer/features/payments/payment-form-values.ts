// A payment as its form holds it: the amounts it is for, in the orders' currency, and what was paid in all.
import { typedDay } from '#renderer/lib/typed-day.ts'
import { typedDecimal } from '#renderer/lib/typed-number.ts'
import type { TypedPayment } from '#renderer/lib/typed-payment.ts'
import { type Day, isDay } from '#shared/dates.ts'
import { Decimal, isDecimal } from '#shared/decimal.ts'
import type { PaymentDraft, PaymentPurpose } from '#shared/schemas/payments.ts'

/** Something to pay: an amount of an order. */
export type ToPay = {
  key: string
  orderId: number
  orderNumber: string
  purpose: PaymentPurpose
  open: string
  currency: string
}

/** The sum of the shares in the payment's currency; null while one of them is not known in it. */
export function sharesTotal(form: TypedPayment, wanted: readonly ToPay[]): string | null {
  let sum = new Decimal(0)
  for (const share of form.shares) {
    const isSame = wanted.find(({ key }) => key === share.key)?.currency === form.currency
    const text = typedDecimal(isSame ? share.amount : share.paid)
    if (!isDecimal(text)) return null
    sum = sum.plus(text)
  }
  return sum.toFixed()
}

/** What travels, or the codes of what is wrong by field; `12.amount` is the amount of the share with key 12. */
export function readPaymentForm(
  form: TypedPayment,
  wanted: readonly ToPay[],
  partyId: number | null = null,
): { payment: PaymentDraft; problems: Record<string, never> } | { payment: null; problems: Record<string, string> } {
  const problems: Record<string, string> = {}
  const on = typedDay(form.on)
  if (!isDay(on)) problems.on = 'day'
  const isTotal = form.amount.trim() === '' && wanted.length > 0
  const amount = isTotal ? (sharesTotal(form, wanted) ?? '') : typedDecimal(form.amount)
  if (!isPositive(amount)) problems.amount = amount === '' ? 'required' : 'positive'
  const fee = form.fee.trim() === '' ? '0' : typedDecimal(form.fee)
  if (!isDecimal(fee) || fee.startsWith('-')) problems.fee = 'negative'
  const shares = form.shares.flatMap((share) => {
    const of = wanted.find(({ key }) => key === share.key)
    const settles = typedDecimal(share.amount)
    if (!of || settles === '' || settles === '0') return []
    if (!isPositive(settles)) problems[`${share.key}.amount`] = 'positive'
    const isSame = of.currency === form.currency
    const paid = typedDecimal(share.paid)
    if (!isSame && !isPositive(paid)) problems[`${share.key}.paid`] = paid === '' ? 'required' : 'positive'
    const purpose = form.direction === 'in' ? ('refund' as const) : of.purpose
    return [{ orderId: of.orderId, purpose, amount: settles, paid: isSame ? null : paid }]
  })
  if (Object.keys(problems).length > 0) return { payment: null, problems }
  const { direction, currency, method, reference, note } = form
  const rate = form.rate.trim() === '' ? ('' as const) : typedDecimal(form.rate)
  const said = { direction, currency, method, reference, note, amount, fee, rate, shares }
  const payment = { ...said, number: '', partyId, on: on as Day }
  return { payment, problems: {} }
}

function isPositive(text: string): boolean {
  return isDecimal(text) && !text.startsWith('-') && /[1-9]/.test(text)
}
