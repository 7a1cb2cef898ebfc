// Requests for quotation as they travel: several suppliers asked for the same goods, their answers, and what was chosen.
import { z } from 'zod'
import {
  currencyField,
  dayField,
  decimalField,
  idField,
  inDayOrder,
  lineField,
  noteField,
  percentField,
  quantityField,
} from '#shared/schemas/fields.ts'
import { unitPriceField } from '#shared/schemas/offers.ts'
import { daysField, paymentTerms } from '#shared/schemas/parties.ts'

export const requestStatuses = ['draft', 'sent', 'closed', 'cancelled'] as const
export type RequestStatus = (typeof requestStatuses)[number]
export const answerStates = ['asked', 'answered', 'declined', 'chosen'] as const
export type AnswerState = (typeof answerStates)[number]

const requestLine = z
  .object({
    id: idField.optional(),
    productId: idField.nullable().default(null),
    description: lineField(),
    quantity: quantityField.gt(0, 'positive'),
    /** The sales order line that it is for. */
    salesLineId: idField.nullable().default(null),
  })
  .refine(({ productId, description }) => productId !== null || description !== '', {
    message: 'required',
    path: ['productId'],
  })

export const requestInput = z
  .object({
    /** Left empty, the next number of this copy is given. */
    number: lineField(60),
    title: lineField(200),
    requestedOn: dayField,
    answerBy: dayField.nullable().default(null),
    neededOn: dayField.nullable().default(null),
    incoterm: lineField(20),
    place: lineField(200),
    note: noteField,
    lines: z.array(requestLine).min(1, 'required').max(500),
    /** Who is asked. One who has answered stays. */
    supplierIds: z.array(idField).max(100).default([]),
  })
  .refine(({ requestedOn, answerBy }) => inDayOrder.check({ from: requestedOn, to: answerBy ?? undefined }), {
    message: 'day_order',
    path: ['answerBy'],
  })
export type RequestInput = z.output<typeof requestInput>
export type RequestDraft = z.input<typeof requestInput>

export type RequestLine = {
  id: number
  position: number
  productId: number | null
  sku: string
  name: string
  nameZh: string
  unit: string
  description: string
  quantity: number
  salesLineId: number | null
}

export type AnswerLine = {
  lineId: number
  /** Null: not offered. */
  price: string | null
  supplierCode: string
  minOrder: number | null
  carton: number | null
  leadTimeDays: number | null
  note: string
}

const answerLineInput = z.object({
  lineId: idField,
  price: unitPriceField.nullable().default(null),
  supplierCode: lineField(100),
  minOrder: quantityField.gt(0, 'positive').nullable().default(null),
  carton: quantityField.gt(0, 'positive').nullable().default(null),
  leadTimeDays: daysField.nullable().default(null),
  note: noteField,
})

const amountField = decimalField.refine((text) => !text.startsWith('-'), 'negative').nullable()

/** What a supplier answered. Recording it again changes it. */
export const answerInput = z.object({
  answerId: idField,
  /** UTC milliseconds; now when left out. */
  answeredAt: z.number().int().min(0).optional(),
  currency: currencyField,
  /** Base currency for 1 of the answer's; empty takes the table's rate of the day. */
  rate: z.union([z.literal(''), decimalField]).default(''),
  incoterm: lineField(20),
  place: lineField(200),
  /** For the whole; null: nobody said. */
  freight: amountField.default(null),
  other: amountField.default(null),
  dutyPercent: percentField.nullable().default(null),
  vatIncluded: z.boolean().default(false),
  vatPercent: percentField.default(0),
  terms: paymentTerms.prefault({}),
  leadTimeDays: daysField.nullable().default(null),
  validTo: dayField.nullable().default(null),
  reference: lineField(100),
  note: noteField,
  lines: z.array(answerLineInput).max(500),
})
export type AnswerInput = z.output<typeof answerInput>
export type AnswerDraft = z.input<typeof answerInput>

export type NamedSupplier = { id: number; name: string; nameZh: string }

export type QuoteAnswer = Omit<AnswerInput, 'answerId' | 'answeredAt' | 'rate' | 'lines'> & {
  id: number
  supplier: NamedSupplier
  state: AnswerState
  sentAt: number | null
  answeredAt: number | null
  rate: string | null
  rateOn: string | null
  lines: AnswerLine[]
}

export type QuoteRequest = Omit<RequestInput, 'lines' | 'supplierIds'> & {
  id: number
  status: RequestStatus
  archived: boolean
  lines: RequestLine[]
  answers: QuoteAnswer[]
  /** Purchase orders made of it. */
  orders: { id: number; number: string; answerId: number; status: string }[]
}

export type RequestRow = {
  id: number
  number: string
  title: string
  requestedOn: string
  answerBy: string | null
  neededOn: string | null
  status: RequestStatus
  lineCount: number
  /** Suppliers asked; of them answered (or chosen), declined. */
  askedCount: number
  answeredCount: number
  declinedCount: number
  /** Names of who was asked. */
  suppliers: string
  note: string
}

export const sendRequestInput = z.object({
  id: idField,
  /** UTC milliseconds; now when left out. */
  sentAt: z.number().int().min(0).optional(),
  /** Although a supplier is on hold, or its grade warns. */
  despite: z.boolean().default(false),
})
export type SendRequestInput = z.output<typeof sendRequestInput>

export const declineAnswerInput = z.object({
  answerId: idField,
  answeredAt: z.number().int().min(0).optional(),
  note: noteField,
})

/** One supplier for each line that is bought; lines left out are not. */
export const chooseInput = z.object({
  id: idField,
  picks: z
    .array(z.object({ lineId: idField, answerId: idField }))
    .min(1, 'required')
    .max(500)
    .refine((picks) => new Set(picks.map(({ lineId }) => lineId)).size === picks.length, 'doubled'),
  /** The day of the purchase orders; today when left out. */
  orderedOn: dayField.optional(),
  despite: z.boolean().default(false),
})
export type ChooseInput = z.output<typeof chooseInput>

export type MadeOrders = { orders: { id: number; number: string; supplierId: number }[]; offers: number }

/** What a request would begin with: lines to buy, or those of a sales order. */
export const proposeRequestInput = z.object({
  lines: z
    .array(z.object({ productId: idField, quantity: quantityField.gt(0) }))
    .max(500)
    .default([]),
  salesOrderId: idField.optional(),
  /** Of the sales order only what stock does not cover. */
  onlyShort: z.boolean().default(true),
})
export type ProposeRequestInput = z.output<typeof proposeRequestInput>
/** Lines with their words, and suppliers who deliver any of them, who deliver most first. */
export type ProposedRequest = {
  lines: (Omit<RequestLine, 'id' | 'position'> & { supplierIds: number[] })[]
  suppliers: NamedSupplier[]
}

/** Parts of what a line costs until it is in the warehouse, in base currency; null where it cannot be said. */
export type LandedParts = {
  price: string
  freight: string
  other: string
  duty: string
  /** What it costs to pay before (or saves to pay after) the goods come. */
  capital: string
}
/** Why a figure is missing, or leaves something out. */
const landedGaps = ['no-rate', 'no-freight', 'no-duty', 'no-lead-time', 'zero-value'] as const
export type LandedGap = (typeof landedGaps)[number]

export type ComparedLine = {
  lineId: number
  /** As answered, for one; null: not offered. */
  price: string | null
  /** For the whole quantity, and for one. Null: not offered, or no rate. */
  totals: LandedParts | null
  units: LandedParts | null
  landedTotal: string | null
  landedUnit: string | null
  /** 1 is the cheapest of the line; null where it cannot be compared. */
  rank: number | null
  leadTimeDays: number | null
  /** Days that the price is financed: below zero it is paid after the goods came. Null: no lead time. */
  financedDays: number | null
  minOrder: number | null
  /** The minimum order is above what is asked for. */
  isBelowMinimum: boolean
  /** What is asked for is no whole number of cartons. */
  isBrokenCarton: boolean
}

export type ComparedAnswer = {
  answerId: number
  supplier: NamedSupplier
  state: AnswerState
  currency: string
  rate: string | null
  rateOn: string | null
  /** Hours from the question to the answer. */
  hours: number | null
  leadTimeDays: number | null
  terms: z.output<typeof paymentTerms>
  validTo: string | null
  /** Of the newest period that was kept; null: never scored. */
  score: { score: number | null; grade: string } | null
  offered: number
  /** Of all lines offered, in base currency; null where one cannot be said. */
  landedTotal: string | null
  /** Only of those that offer every line. */
  rank: number | null
  gaps: LandedGap[]
  lines: ComparedLine[]
}

export type Comparison = {
  request: { id: number; number: string; status: RequestStatus }
  baseCurrency: string
  /** Percent a year. */
  capitalPercent: number
  lines: RequestLine[]
  answers: ComparedAnswer[]
  /** The cheapest for each line by landed cost: what a choice begins with. */
  cheapest: { lineId: number; answerId: number }[]
}
