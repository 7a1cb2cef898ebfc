// What a channel paid out, and what of it belongs to which order. Amounts are decimal text in the settlement's currency.
import { z } from 'zod'
import { dayField, decimalField, idField, lineField, noteField } from '#shared/schemas/fields.ts'

export const settlementKinds = [
  'sale',
  'freight',
  'tax',
  'refund',
  'platform_fee',
  'payment_fee',
  'commission',
  'fulfilment',
  'storage',
  'advertising',
  'promotion',
  'reserve',
  'transfer',
  'other',
] as const
export type SettlementKind = (typeof settlementKinds)[number]

/** `mismatch`: its lines do not come to its total; `posted`: booked as a payment. */
export const settlementStates = ['open', 'mismatch', 'posted'] as const
export type SettlementState = (typeof settlementStates)[number]

export type SettlementRow = {
  id: number
  channel: string
  externalId: string
  startsOn: string | null
  endsOn: string | null
  depositedOn: string | null
  currency: string
  total: string
  lineCount: number
  orderCount: number
  /** Lines that name an order the book does not know. */
  unmatchedCount: number
  state: SettlementState
  paymentId: number | null
  note: string
}

/** What its lines come to, by what they are. */
export type SettlementSum = { kind: SettlementKind; lines: number; amount: string }

export type Settlement = SettlementRow & {
  archived: boolean
  baseCurrency: string
  paymentNumber: string
  sums: SettlementSum[]
  /** The sum of its lines, and what the file's total has more. */
  lineTotal: string
  difference: string
}

export const settlementLinesInput = z.object({
  id: idField,
  kind: z.enum(settlementKinds).nullable().default(null),
  /** Only those of orders that the book does not know. */
  isUnmatched: z.boolean().default(false),
  offset: z.number().int().min(0).default(0),
  limit: z.number().int().min(1).max(1000).default(100),
})
export type SettlementLinesInput = z.output<typeof settlementLinesInput>

export type SettlementLine = {
  id: number
  position: number
  transactionType: string
  amountType: string
  description: string
  kind: SettlementKind
  externalOrderId: string
  externalSku: string
  quantity: number | null
  postedOn: string | null
  amount: string
  orderId: number | null
  orderNumber: string
  productId: number | null
}

const differenceKinds = ['amount', 'not_paid', 'unknown_order'] as const
export type DifferenceKind = (typeof differenceKinds)[number]

/**
 * `amount`: the order should have brought another sum; `not_paid`: it was sent before the settlement's last day and no
 * settlement speaks of it; `unknown_order`: the file names an order that the book does not know.
 */
export type SettlementDifference = {
  kind: DifferenceKind
  orderId: number | null
  orderNumber: string
  externalOrderId: string
  orderedOn: string | null
  currency: string
  /** What the order comes to for us, and what all settlements paid for it, before fees. */
  expected: string | null
  paid: string | null
  difference: string | null
}

export const differencesInput = z.object({
  id: idField,
  offset: z.number().int().min(0).default(0),
  limit: z.number().int().min(1).max(1000).default(100),
})
export type DifferencesInput = z.output<typeof differencesInput>
export type SettlementDifferences = {
  rows: SettlementDifference[]
  total: number
  counts: Record<DifferenceKind, number>
}

export const postSettlementInput = z.object({
  id: idField,
  /** Left out: the day the file says the money was sent, else its last day. */
  on: dayField.optional(),
  /** Base currency for 1 of the settlement's; empty takes the table's of the day, and asks where there is none. */
  rate: z.union([z.literal(''), decimalField]).default(''),
})
export type PostSettlementInput = z.output<typeof postSettlementInput>

export const unpostSettlementInput = z.object({ id: idField, note: lineField() })
export const noteSettlementInput = z.object({ id: idField, note: noteField })
