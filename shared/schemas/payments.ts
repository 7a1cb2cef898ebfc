// Money that goes out and comes in, and what is due to suppliers. Amounts are decimal text in the currency that is named.
import { z } from 'zod'
import { currencyField, dayField, decimalField, idField, lineField, noteField } from '#shared/schemas/fields.ts'
import { recordTarget } from '#shared/schemas/record-target.ts'

export const paymentMethods = ['', 'transfer', 'letter_of_credit', 'card', 'cash', 'platform', 'other'] as const
export type PaymentMethod = (typeof paymentMethods)[number]
const paymentPurposes = ['deposit', 'balance', 'refund', 'other'] as const
export type PaymentPurpose = (typeof paymentPurposes)[number]
export const paymentDirections = ['in', 'out'] as const
export type PaymentDirection = (typeof paymentDirections)[number]

/** How far a sales order or a credit is paid; '' where nothing is asked for. */
export const paymentStates = ['', 'open', 'part', 'paid', 'over'] as const
export type PaymentState = (typeof paymentStates)[number]

const isAboveZero = (text: string) => !text.startsWith('-') && /[1-9]/.test(text)
const positive = decimalField.refine(isAboveZero, 'positive')
const notNegative = decimalField.refine((text) => !text.startsWith('-'), 'negative')

const share = z
  .object({
    /** A purchase order, or in its place … */
    orderId: idField.nullable().default(null),
    /** … a sales order or a credit. */
    saleId: idField.nullable().default(null),
    purpose: z.enum(paymentPurposes).default('balance'),
    /** What it settles of the order, in the order's currency. */
    amount: positive,
    /** What of the payment goes for it, in the payment's currency; left out: the same, where both have one currency. */
    paid: positive.nullable().default(null),
  })
  .refine(({ orderId, saleId }) => (orderId === null) !== (saleId === null), 'one-order')
export type ShareInput = z.output<typeof share>

function directionOf({ shares }: { shares: readonly ShareInput[] }): PaymentDirection {
  return shares.some(({ saleId }) => saleId !== null) ? 'in' : 'out'
}

/**
 * Money out to a supplier, or back in from one, for one or several of their orders; money in from a customer, or back out to
 * one, for one or several sales orders and credits.
 */
export const paymentInput = z
  .object({
    /** Left empty, the next number of this copy is given. */
    number: lineField(60),
    /** Left out: in for sales orders, else out. */
    direction: z.enum(paymentDirections).optional(),
    /** Null: the supplier or the customer of the orders; nobody where a channel pays. */
    partyId: idField.nullable().default(null),
    on: dayField,
    amount: positive,
    currency: currencyField,
    /** Base currency for 1 of the payment's; empty takes the table's of the day, and asks where there is none. */
    rate: z.union([z.literal(''), decimalField]).default(''),
    /** What the bank took: of money in it is part of `amount`, of money out it comes on top. */
    fee: notNegative.default('0'),
    method: z.enum(paymentMethods).default('transfer'),
    reference: lineField(),
    note: noteField,
    /** What no share speaks of is an advance: paid, and not yet for anything. */
    shares: z.array(share).max(500).default([]),
  })
  .transform(({ direction, ...payment }) => ({ ...payment, direction: direction ?? directionOf(payment) }))
export type PaymentInput = z.output<typeof paymentInput>
export type PaymentDraft = z.input<typeof paymentInput>

/** What was written, and what is to be told of it: `over` where an order is now paid beyond what it comes to. */
export type RecordedPayment = {
  id: number
  number: string
  /** In the payment's currency: what no share speaks of. */
  unassigned: string
  over: { orderId: number; number: string; currency: string; by: string }[]
  /** Sales orders of which something is still open. */
  under: { orderId: number; number: string; currency: string; by: string }[]
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
    /** A purchase order. */
    orderId: number | null
    /** A sales order or a credit. */
    saleId: number | null
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
  saleId: idField.nullable().default(null),
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

/** What a payment settles in base currency, and the gain on what it was booked at; null where the order has no rate. */
export type ShareGain = {
  shareId: number
  paymentId: number
  settledBase: string
  bookedBase: string | null
  gain: string | null
}

/** The same of a payment that is not written down; null where no rate of its day is known. */
export type GainPreview = {
  baseCurrency: string
  rate: string | null
  rateOn: string | null
  baseAmount: string | null
  gain: string | null
  shares: {
    saleId: number | null
    number: string
    settledBase: string
    bookedBase: string | null
    gain: string | null
  }[]
}

export type SaleDues = {
  orderId: number
  number: string
  document: 'order' | 'credit'
  customerId: number | null
  currency: string
  /** Below 0 for a credit; '0' where nothing is asked for (yet). */
  payable: string
  paid: string
  /** What is still to come; below 0 what is to go back. */
  open: string
  paymentState: PaymentState
  /** The channel pays, not the customer. */
  collectedBy: 'seller' | 'channel'
  /** Of the past: nobody wrote down what was paid. */
  isHistory: boolean
  dues: Due[]
  payments: PaymentRow[]
  gains: ShareGain[]
  baseCurrency: string
  /** Of all shares; null where one of them is not known. */
  realised: string | null
  /** Open credits and money not yet assigned of the same customer, that may be taken for it. */
  credits: { orderId: number; number: string; currency: string; open: string }[]
  advances: { paymentId: number; number: string; on: string; currency: string; unassigned: string }[]
}

/** Money already received that no order has: now it is for these. */
export const assignPaymentInput = z.object({ id: idField, shares: z.array(share).min(1).max(500) })
export type AssignPaymentInput = z.output<typeof assignPaymentInput>

/** A credit taken for orders of the same customer and currency, in place of money. */
export const offsetCreditInput = z.object({
  creditId: idField,
  on: dayField,
  shares: z
    .array(z.object({ saleId: idField, amount: positive }))
    .min(1)
    .max(500),
  note: noteField,
})
export type OffsetCreditInput = z.output<typeof offsetCreditInput>

/** Everything that is open of some orders came in, each in its own currency: one payment an order. */
export const receiveAllInput = z
  .object({
    ids: z.array(idField).max(10_000).default([]),
    /** The orders of a list, in place of ids or beside them. */
    target: recordTarget.nullable().default(null),
    on: dayField,
    method: z.enum(paymentMethods).default('transfer'),
    reference: lineField(),
  })
  .refine(({ ids, target }) => ids.length > 0 || target !== null, { message: 'required', path: ['ids'] })
export type ReceiveAllInput = z.output<typeof receiveAllInput>

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
