// Money received (or paid back) as its form holds it: what it settles of orders and credits, and what came in all.
import { typedDay } from '#renderer/lib/typed-day.ts'
import { typedDecimal } from '#renderer/lib/typed-number.ts'
import type { TypedPayment, TypedShare } from '#renderer/lib/typed-payment.ts'
import { type Day, isDay } from '#shared/dates.ts'
import { Decimal, isDecimal } from '#shared/decimal.ts'
import type { PaymentDraft, PaymentPurpose } from '#shared/schemas/payments.ts'

/** A document to settle. `open` is above 0, of a credit too. */
export type ToSettle = {
  key: string
  saleId: number
  number: string
  document: 'order' | 'credit'
  purpose: PaymentPurpose
  open: string
  /** All that is open of it, where `open` is its deposit alone. */
  openInAll?: string
  currency: string
}

/** The sum of the shares in the payment's currency, credits taken off money in; null while one is not known in it. */
export function receiptTotal(form: TypedPayment, wanted: readonly ToSettle[]): string | null {
  let sum = new Decimal(0)
  for (const share of form.shares) {
    const of = wanted.find(({ key }) => key === share.key)
    const text = typedDecimal(of?.currency === form.currency ? share.amount : share.paid)
    if (text.trim() === '' && share.amount.trim() === '') continue
    if (!isDecimal(text)) return null
    sum = lessens(form, of) ? sum.minus(text) : sum.plus(text)
  }
  return sum.toFixed()
}

function lessens({ direction }: TypedPayment, of: ToSettle | undefined): boolean {
  return direction === 'in' && (of?.document === 'credit' || of?.purpose === 'refund')
}

/** What of the amount no document takes; null while that is not known, or nothing. */
export function receiptRest(form: TypedPayment, wanted: readonly ToSettle[]): string | null {
  const total = receiptTotal(form, wanted)
  const amount = typedDecimal(form.amount)
  if (total === null || !isDecimal(amount)) return null
  const rest = new Decimal(amount).minus(total)
  return rest.gt(0) ? rest.toFixed() : null
}

type ReadReceipt =
  | { payment: PaymentDraft; problems: Record<string, never> }
  | { payment: null; problems: Record<string, string> }

/** What travels, or the codes of what is wrong by field; `12.amount` is the amount of the share with key 12. */
export function readReceipt(form: TypedPayment, wanted: readonly ToSettle[], partyId: number | null): ReadReceipt {
  const problems: Record<string, string> = {}
  const on = typedDay(form.on)
  if (!isDay(on)) problems.on = 'day'
  const amount = form.amount.trim() === '' ? (receiptTotal(form, wanted) ?? '') : typedDecimal(form.amount)
  if (!isPositive(amount)) problems.amount = form.amount.trim() === '' && wanted.length === 0 ? 'required' : 'positive'
  const fee = form.fee.trim() === '' ? '0' : typedDecimal(form.fee)
  if (!isDecimal(fee) || fee.startsWith('-')) problems.fee = 'negative'
  const shares = form.shares.flatMap((share) => shareOf(share, { form, wanted, problems }))
  if (Object.keys(problems).length > 0) return { payment: null, problems }
  const { direction, currency, method, reference, note } = form
  const rate = form.rate.trim() === '' ? ('' as const) : typedDecimal(form.rate)
  const words = { direction, currency, method, reference, note, number: '', partyId }
  return { payment: { ...words, on: on as Day, amount, rate, fee, shares }, problems: {} }
}

type Reading = { form: TypedPayment; wanted: readonly ToSettle[]; problems: Record<string, string> }

/** A share without an amount is not taken along. */
function shareOf(share: TypedShare, { form, wanted, problems }: Reading) {
  const of = wanted.find(({ key }) => key === share.key)
  const amount = typedDecimal(share.amount)
  if (!of || amount.trim() === '' || Number(amount) === 0) return []
  if (!isPositive(amount)) problems[`${share.key}.amount`] = 'positive'
  const isSame = of.currency === form.currency
  const paid = typedDecimal(share.paid)
  if (!isSame && !isPositive(paid)) problems[`${share.key}.paid`] = paid.trim() === '' ? 'required' : 'positive'
  const purpose = form.direction === 'out' ? ('refund' as const) : of.purpose
  return [{ saleId: of.saleId, purpose, amount, paid: isSame ? null : paid }]
}

function isPositive(text: string): boolean {
  return isDecimal(text) && !text.startsWith('-') && /[1-9]/.test(text)
}
