// Costs of stock as they travel: charges that come later, closings, costs told later, what stock is worth. Money is decimal text
// in the book's base currency unless it says otherwise; quantities are in the product's unit.
import { z } from 'zod'
import { currencyField, dayField, decimalField, idField, lineField, noteField } from '#shared/schemas/fields.ts'

export const costMethods = ['average', 'fifo'] as const
export type CostMethodName = (typeof costMethods)[number]

export const setCostMethodInput = z.object({ method: z.enum(costMethods) })

export type CostSettings = {
  method: CostMethodName
  baseCurrency: string
  /** The last closed day; null where nothing is closed. */
  closedThrough: string | null
}

export const chargeKinds = ['freight', 'insurance', 'duty', 'handling', 'inspection', 'bank', 'other'] as const
export type ChargeKind = (typeof chargeKinds)[number]

export const chargeSplits = [
  'value',
  'quantity',
  'weight',
  'volume',
  'chargeable_weight',
  'equally',
  'by_hand',
] as const
export type ChargeSplit = (typeof chargeSplits)[number]

/** A charge for goods received: its own currency, the rate of its own day. Negative: a credit. */
export const landedCostInput = z.object({
  documentId: idField,
  on: dayField,
  kind: z.enum(chargeKinds),
  splitBy: z.enum(chargeSplits),
  amount: decimalField,
  currency: currencyField,
  /** Base currency for 1 of the charge's; empty takes the rate table's of the day. */
  rate: z.union([z.literal(''), decimalField]).default(''),
  /** Cubic centimetres that count for a kilogram, for `chargeable_weight`: 6000 by air, 5000 by courier. */
  divisor: z.number().int().min(1).max(1_000_000).default(6000),
  /** The parts by hand, in the charge's currency; every line of the receipt is named. */
  parts: z
    .array(z.object({ movementId: idField, amount: decimalField }))
    .max(2000)
    .default([]),
  partyId: idField.nullable().default(null),
  reference: lineField(),
  note: noteField,
})
export type LandedCostInput = z.output<typeof landedCostInput>

export const reverseLandedCostInput = z.object({
  id: idField,
  /** Left out: the day of the charge, or the first open one where that is closed. */
  on: dayField.optional(),
})

export type ChargeShare = {
  movementId: number
  productId: number
  sku: string
  name: string
  nameZh: string
  quantity: number
  unit: string
  amount: string
  /** How much of it lies on goods that are still there, and on goods that are gone; null where it waits for a cost. */
  toStock: string | null
  toSold: string | null
}

/** What a charge would do. */
export type ChargePreview = {
  baseAmount: string
  baseCurrency: string
  rate: string
  rateOn: string
  shares: ChargeShare[]
  toStock: string | null
  toSold: string | null
}

export type LandedCost = {
  id: number
  on: string
  kind: ChargeKind
  splitBy: ChargeSplit
  amount: string
  currency: string
  rate: string
  rateOn: string
  baseAmount: string
  partyId: number | null
  party: string
  partyZh: string
  reference: string
  note: string
  /** The charge that this one takes back, and the one that takes it back. */
  reversesId: number | null
  reversedById: number | null
  /** Part of it lies on goods whose own cost nobody knows, and waits for that. */
  isWaiting: boolean
  shares: Omit<ChargeShare, 'toStock' | 'toSold'>[]
}

export const closePeriodInput = z.object({ through: dayField, note: noteField })

export type PeriodClosing = {
  id: number
  through: string
  note: string
  closedAt: number | null
  person: string
  /** What all stock was worth at its end, and how many pieces had no cost. */
  stockValue: string
  uncosted: number
  /** What changed in it since, and stands in the open period. */
  revalued: string
  /** Only the newest can be opened again. */
  canReopen: boolean
}

/** A movement that brought goods nobody knows the cost of. */
export type UncostedReceipt = {
  movementId: number
  on: string
  kind: string
  productId: number
  sku: string
  name: string
  nameZh: string
  unit: string
  warehouseId: number
  warehouse: string
  quantity: number
  documentId: number | null
  documentNumber: string
  /** Told later than its goods; null: still not known. */
  told: { amount: string; currency: string; on: string } | null
  /** The cost price on the product, as a proposal. */
  costPrice: { amount: string; currency: string } | null
}

const windowOfRows = {
  offset: z.number().int().min(0).default(0),
  limit: z.number().int().min(1).max(1000).default(100),
}

export const uncostedInput = z.object({
  search: lineField(100),
  productId: idField.nullable().default(null),
  /** Those too whose cost was told meanwhile. */
  withTold: z.boolean().default(false),
  ...windowOfRows,
})
export type UncostedInput = z.output<typeof uncostedInput>

export const tellCostsInput = z.object({
  costs: z
    .array(
      z.object({
        movementId: idField,
        /** Per unit; null takes back what was told. */
        unitCost: z
          .object({ amount: decimalField.refine((text) => !text.startsWith('-'), 'negative'), currency: currencyField })
          .nullable(),
        /** Base currency for 1 of the cost's; empty takes the rate table's of the movement's day. */
        rate: z.union([z.literal(''), decimalField]).default(''),
      }),
    )
    .min(1, 'required')
    .max(2000),
})
export type TellCostsInput = z.output<typeof tellCostsInput>
