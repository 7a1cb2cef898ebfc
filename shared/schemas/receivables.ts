// What customers and channels owe: by age, by currency and in base, revalued as of a day; credit, and letters to who is late.
// Amounts are decimal text in the currency that is named.
import { z } from 'zod'
import { currencyField, dayField, decimalField, idField, lineField, noteField } from '#shared/schemas/fields.ts'
import type { PaymentState } from '#shared/schemas/payments.ts'

/** By days overdue: not overdue, 1 to 30, 31 to 60, 61 to 90, more than 90. */
export const ageBuckets = ['current', 'd1to30', 'd31to60', 'd61to90', 'over90'] as const
export type AgeBucket = (typeof ageBuckets)[number]

/** Left out: today. */
const asOf = dayField.nullable().default(null)

/** Whom to ask: a customer, or a channel that takes its customers' money. */
const debtor = {
  customerId: idField.nullable().default(null),
  channel: lineField(100),
}

export const ageingInput = z.object({ asOf, ...debtor, currency: z.union([z.literal(''), currencyField]).default('') })
export type AgeingInput = z.output<typeof ageingInput>

export type AgeSums = Record<AgeBucket, string> & {
  /** The buckets alone. */
  totalOpen: string
  /** Below 0: credits, what was paid beyond an order, and advances that no order has. It is in no bucket. */
  unapplied: string
}

export type CurrencyAgeing = AgeSums & {
  currency: string
  /** Orders in the buckets. */
  count: number
  /** totalOpen in base currency at the rate of the day; null where none is known. */
  openBase: string | null
}

export type DebtorAgeing = AgeSums & {
  /** A customer's id, or null and the code of a channel; neither: an order of nobody. */
  customerId: number | null
  channel: string
  name: string
  nameZh: string
  currency: string
  count: number
  /** The oldest day on which something of it was due. */
  oldestOn: string | null
  openBase: string | null
}

export type AgeingReport = {
  asOf: string
  baseCurrency: string
  currencies: CurrencyAgeing[]
  /** All currencies with a rate, each bucket converted at the rate of the day. */
  base: AgeSums
  /** Currencies without a rate, and what is open in them: they are not in `base`. */
  unconverted: { currency: string; amount: string }[]
  /** The largest in base currency first. */
  debtors: DebtorAgeing[]
}

export const openItemsInput = ageingInput.extend({
  /** '' all; 'unapplied' what is below 0. */
  bucket: z.enum(['', ...ageBuckets, 'unapplied']).default(''),
  offset: z.number().int().min(0).default(0),
  limit: z.number().int().min(1).max(1000).default(100),
})
export type OpenItemsInput = z.output<typeof openItemsInput>

export type OpenItem = {
  /** Null: an advance, which no order has. */
  orderId: number | null
  /** The advance. */
  paymentId: number | null
  number: string
  document: 'order' | 'credit' | 'advance'
  customerId: number | null
  customer: string
  customerZh: string
  channel: string
  orderedOn: string
  dueOn: string
  /** The day follows from the terms alone: nobody knows yet when it will be due. */
  isEstimate: boolean
  daysOverdue: number
  bucket: AgeBucket | 'unapplied'
  currency: string
  amount: string
  open: string
  openBase: string | null
}

export type OpenItems = { asOf: string; baseCurrency: string; rows: OpenItem[]; total: number }

export const dayInput = z.object({ asOf })

/** How long sales stay unpaid, and what may never come. */
export type ReceivableFigures = {
  asOf: string
  baseCurrency: string
  dso: {
    days: number
    from: string
    receivables: string
    creditSales: string
    /** Null: nothing was sold. */
    dso: string | null
    /** Sales without an amount in base currency, left out. */
    withoutRate: number
  }
  allowance: {
    parts: { bucket: AgeBucket; balance: string; ratePercent: number; amount: string }[]
    required: string
    existing: string
    /** Required less what was set aside before. */
    adjustment: string
  }
  unconverted: { currency: string; amount: string }[]
}

export type RevaluedItem = {
  orderId: number
  number: string
  customer: string
  customerZh: string
  currency: string
  open: string
  /** At which the order stands in the books: null without a rate. */
  rate: string | null
  carrying: string | null
  closing: string | null
  gain: string | null
}

export type Revaluation = {
  asOf: string
  baseCurrency: string
  currencies: {
    currency: string
    open: string
    carrying: string
    closingRate: string | null
    closingOn: string | null
    closing: string | null
    gain: string | null
    /** Open of orders without a rate of their own: they stand at nothing, and are left out. */
    withoutRate: string
  }[]
  /** Of the currencies that a rate is known for. */
  gain: string
  items: RevaluedItem[]
  total: number
}

export const revaluationInput = z.object({
  asOf,
  currency: z.union([z.literal(''), currencyField]).default(''),
  offset: z.number().int().min(0).default(0),
  limit: z.number().int().min(1).max(1000).default(100),
})
export type RevaluationInput = z.output<typeof revaluationInput>

export const creditReasons = ['over_limit', 'overdue', 'no_rate'] as const
export type CreditReason = (typeof creditReasons)[number]

export type CreditVerdict = {
  verdict: 'ok' | 'warn' | 'stop'
  reasons: CreditReason[]
  /** What the customer owes, with the order asked about; in `currency`, like the limit. */
  open: string
  overdue: string
  /** Null: no limit. */
  limit: string | null
  currency: string
  oldestDueOn: string | null
}

export const creditGrades = ['A', 'B', 'C', 'D'] as const
export type CreditGrade = (typeof creditGrades)[number]

export type CreditRating = {
  /** Null: too few orders to tell. */
  grade: CreditGrade | null
  /** Days late, each order by its amount; null without a case. */
  daysLate: string | null
  cases: number
  casesNeeded: number
  onTime: number
  reasons: { reason: 'few' | 'on_time' | 'days_late' | 'long_overdue'; value: number }[]
  limits: number[]
  from: string
  orders: {
    orderId: number
    number: string
    dueOn: string
    paidOn: string | null
    daysLate: number
    amount: string
    currency: string
  }[]
}

export type CustomerCredit = {
  customerId: number
  verdict: CreditVerdict
  action: 'warn' | 'stop'
  unapplied: string
  /** By currency, as they are. */
  ageing: CurrencyAgeing[]
  rating: CreditRating
}

export const creditInput = z.object({ customerId: idField })
export const creditCheckInput = z.object({
  customerId: idField,
  orderId: idField.nullable().default(null),
  /** What the order comes to while it is being written; left out: what the book says of it. */
  asked: z.object({ currency: currencyField, amount: decimalField }).nullable().default(null),
})
export type CreditCheckInput = z.output<typeof creditCheckInput>

export type DunningItem = {
  orderId: number
  number: string
  orderedOn: string
  dueOn: string
  daysOverdue: number
  open: string
  /** Why it is not written about: on hold, or a case about it is open. */
  pausedBy: '' | 'hold' | 'case'
}

export type DunningRow = {
  customerId: number
  customer: string
  customerZh: string
  language: string
  currency: string
  /** What may be written about. */
  overdue: string
  /** Credits and money on account, above zero: to be given to an order before anybody is written to. */
  unapplied: string
  oldestOn: string
  daysOverdue: number
  /** Of the letter that is due now; null: none is yet, `nextOn` tells when. */
  step: number | null
  nextOn: string | null
  lastStep: number
  lastOn: string | null
  /** A letter was made and not sent. */
  draftId: number | null
  items: DunningItem[]
}

export const makeLettersInput = z.object({
  asOf,
  letters: z
    .array(z.object({ customerId: idField, currency: currencyField }))
    .min(1)
    .max(500),
})
export type MakeLettersInput = z.output<typeof makeLettersInput>

export const sendLettersInput = z.object({ ids: z.array(idField).min(1).max(500), on: asOf })
export const letterInput = z.object({ id: idField })
export const lettersInput = z.object({
  customerId: idField.nullable().default(null),
  limit: z.number().int().min(1).max(500).default(100),
})
export const editLetterInput = z.object({ id: idField, payBy: dayField.nullable(), note: noteField })

export type DunningLetter = {
  id: number
  number: string
  customerId: number
  customer: string
  customerZh: string
  step: number
  asOf: string
  sentOn: string | null
  payBy: string | null
  language: string
  currency: string
  open: string
  fee: string
  total: string
  note: string
  items: {
    orderId: number
    number: string
    orderedOn: string
    dueOn: string
    open: string
    paymentState: PaymentState
  }[]
}
