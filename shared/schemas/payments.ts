// Money that goes out and comes in, and what is due to suppliers. Amounts are decimal text in the currency that is named.
import { z } from 'zod'
import { currencyField, dayField, decimalField, idField, lineField, noteField } from '#shared/schemas/fields.ts'

export const paymentMethods = ['', 'transfer', 'letter_of_credit', 'card', 'cash', 'platform', 'other'] as const
export type PaymentMethod = (typeof paymentMethods)[number]
export const paymentPurposes = ['deposit', 'balance', 'refund', 'other'] as const
export type PaymentPurpose = (typeof paymentPurposes)[number]
export const paymentDirections = ['in', 'out'] as const
export type PaymentDirection = (typeof paymentDirections)[number]

/** How far a sales order or a credit is paid; '' where nothing is asked for. */
export const paymentStates = ['', 'open', 'part', 'paid', 'over'] as const
export type PaymentState = (typeof paymentStates)[number]

const isAboveZero = (text: string) => !text.startsWith('-') && /[1-9]/.test(text)
const positive = decimalField.refine(isAboveZero, 'positive')
const notNegative = decimalField.refine((text) => !text.startsWith('-'), 'negative')

const share = z.object({
  orderId: idField,
  purpose: z.enum(paymentPurposes).default('balance'),
  /** What it settles of the order, in the order's currency. */
  amount: positive,
  /** What of the payment goes for it, in the payment's currency; left out: the same, where both have one currency. */
  paid: positive.nullable().default(null),
})

/** Money out to a supplier, or back in from one (`refund`), for one or several of their orders. */
export const paymentInput = z.object({
  /** Left empty, the next number of this copy is given. */
  number: lineField(60),
  direction: z.enum(paymentDirections).default('out'),
  /** Null: the supplier of the orders. */
  partyId: idField.nullable().default(null),
  on: dayField,
  amount: positive,
  currency: currencyField,
  /** Base currency for 1 of the payment's; empty takes the table's of the day, and asks where there is none. */
  rate: z.union([z.literal(''), decimalField]).default(''),
  fee: notNegative.default('0'),
  method: z.enum(paymentMethods).default('transfer'),
  reference: lineField(),
  note: noteField,
  /** What no share speaks of is an advance: paid, and not yet for anything. */
  shares: z.array(share).max(500).default([]),
})
export type PaymentInput = z.output<typeof paymentInput>
export type PaymentDraft = z.input<typeof paymentInput>

/** What was written, and what is to be told of it: `over` where an order is now paid beyond what it comes to. */
export type RecordedPayment = {
  id: number
  number: string
  /** In the payment's currency: what no share speaks of. */
  unassigned: string
  over: { orderId: number; number: string; currency: string; by: string }[]
}

export const reversePaymentInput = z.object({ id: idField, on: dayField.optional(), note: lineField() })

export type PaymentRow = {
  id: number
  number: string
  direction: PaymentDirection
  partyId: number | null
  party: string
  partyZh: string
  on: string
  amount: string
  currency: string
  rate: string
  rateOn: string
  baseAmount: string
  baseCurrency: string
  fee: string
  method: PaymentMethod
  reference: string
  note: string
  reversesId: number | null
  reversedById: number | null
  unassigned: string
  shares: {
    id: number
    orderId: number | null
    orderNumber: string
    purpose: PaymentPurpose
    amount: string
    currency: string
    /** In the payment's currency. */
    paid: string
  }[]
}

export const paymentsInput = z.object({
  partyId: idField.nullable().default(null),
  orderId: idField.nullable().default(null),
  from: dayField.nullable().default(null),
  to: dayField.nullable().default(null),
  /** Newest first; the next page begins behind this one. */
  after: z.object({ on: dayField, id: idField }).nullable().default(null),
  limit: z.number().int().min(1).max(500).default(100),
})
export type PaymentsInput = z.output<typeof paymentsInput>
export type PaymentPage = { rows: PaymentRow[]; next: { on: string; id: number } | null }

/** `deposit` with the order, `balance` of goods that came, `expected` of goods still to come. */
export const dueKinds = ['deposit', 'balance', 'expected'] as const
export type DueKind = (typeof dueKinds)[number]

/** One amount of an order and the day it is due; null where nobody can say yet. */
export type Due = {
  kind: DueKind
  dueOn: string | null
  /** The day hangs on a plan that may still move. */
  isEstimate: boolean
  receiptId: number | null
  amount: string
  paid: string
  open: string
}

export type OrderDues = {
  orderId: number
  currency: string
  /** What the order comes to as it stands now: goods accepted and still to come, VAT and freight included. */
  payable: string
  paid: string
  open: string
  /** Paid beyond what it comes to; '0' as a rule. */
  over: string
  dues: Due[]
  payments: PaymentRow[]
}

export const payablesInput = z.object({
  /** Left out: today. */
  asOf: dayField.nullable().default(null),
  supplierId: idField.nullable().default(null),
  currency: z.union([z.literal(''), currencyField]).default(''),
  /** Only what is due by this day. */
  dueBy: dayField.nullable().default(null),
  isOverdueOnly: z.boolean().default(false),
  /** What is still to come is shown as well. */
  withExpected: z.boolean().default(true),
  search: lineField(100),
  offset: z.number().int().min(0).default(0),
  limit: z.number().int().min(1).max(1000).default(100),
})
export type PayablesInput = z.output<typeof payablesInput>

export type PayableRow = Omit<Due, 'paid'> & {
  orderId: number
  orderNumber: string
  supplierId: number | null
  supplier: string
  supplierZh: string
  currency: string
  /** What is open of it in base currency at the rate of the day asked for; null where none is known. */
  openBase: string | null
  /** Above 0: due before that day. */
  daysOverdue: number
}

export type PayableTotal = {
  currency: string
  open: string
  overdue: string
  /** Within the next seven days, overdue left out. */
  dueSoon: string
  openBase: string | null
}

export type Payables = {
  asOf: string
  baseCurrency: string
  /** Earliest first; what has no day stands last. */
  rows: PayableRow[]
  total: number
  totals: PayableTotal[]
  /** Of the currencies with a rate. */
  base: { open: string; overdue: string }
  /** Currencies that no rate is known of: they are not in `base`. */
  unconverted: string[]
  /** Orders paid beyond what they come to, and advances that no order has: money that suppliers hold. */
  credits: {
    partyId: number | null
    party: string
    partyZh: string
    orderId: number | null
    orderNumber: string
    currency: string
    amount: string
  }[]
}
