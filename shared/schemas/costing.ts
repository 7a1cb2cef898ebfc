// Costs of stock as they travel: charges that come later, closings, costs told later, what stock is worth. Money is decimal text
// in the book's base currency unless it says otherwise; quantities are in the product's unit.
import { z } from 'zod'
import {
  currencyField,
  dayField,
  decimalField,
  idField,
  inDayOrder,
  lineField,
  noteField,
} from '#shared/schemas/fields.ts'

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

const asOf = dayField.nullable().default(null)

export const valuationGroups = ['product', 'place', 'category'] as const

export const valuationQuestion = z.object({
  /** At the end of this day; null: now. */
  on: asOf,
  by: z.enum(valuationGroups).default('product'),
  warehouseId: idField.nullable().default(null),
  categoryId: idField.nullable().default(null),
  search: lineField(100),
})
export const valuationInput = valuationQuestion.extend(windowOfRows)
export type ValuationQuestion = z.output<typeof valuationQuestion>

export type ValuationRow = {
  /** The product's, place's or category's; 0 for products in no category. */
  id: number
  sku: string
  name: string
  nameZh: string
  unit: string
  /** Null where units differ. */
  quantity: number | null
  /** Of the pieces whose cost is known; null where there are none. */
  value: string | null
  /** Value through the pieces whose cost is known; null where there are none, or units differ. */
  averageCost: string | null
  /** Pieces without a known cost: the value does not hold them. */
  uncosted: number
}

export type Valuation = {
  rows: ValuationRow[]
  total: number
  value: string
  uncosted: number
  uncostedProducts: number
  baseCurrency: string
  method: CostMethodName
  on: string
}

export const valuationItemInput = z.object({
  productId: idField,
  warehouseId: idField.nullable().default(null),
  on: asOf,
})

/** What stands behind a value: the layers that are left, or the pool, and what made them. */
export type ValuationItem = {
  productId: number
  sku: string
  name: string
  nameZh: string
  unit: string
  quantity: number
  value: string | null
  averageCost: string | null
  uncosted: number
  method: CostMethodName
  baseCurrency: string
  on: string
  layers: {
    warehouseId: number
    warehouse: string
    /** Null in a moving average, where all are one. */
    movementId: number | null
    on: string
    documentNumber: string
    batch: string
    quantity: number
    value: string | null
    unitCost: string | null
  }[]
  /** What moved its value last, newest first. */
  changes: {
    movementId: number
    on: string
    cause: string
    kind: string
    warehouse: string
    documentNumber: string
    quantity: number
    value: string
    uncosted: number
  }[]
  changeCount: number
}

export const slowStockQuestion = z.object({
  on: asOf,
  /** No issue for this many days: slow. */
  slowDays: z.number().int().min(1).max(3650).default(90),
  /** No issue for this many days: dead. */
  deadDays: z.number().int().min(1).max(3650).default(180),
  warehouseId: idField.nullable().default(null),
  categoryId: idField.nullable().default(null),
  search: lineField(100),
  state: z.enum(['all', 'slow', 'dead']).default('all'),
})
export const slowStockInput = slowStockQuestion.extend(windowOfRows)
export type SlowStockQuestion = z.output<typeof slowStockQuestion>

export type SlowStockRow = {
  productId: number
  sku: string
  name: string
  nameZh: string
  unit: string
  quantity: number
  value: string | null
  uncosted: number
  /** Null: never. */
  lastIssueOn: string | null
  /** Since the last issue; since the goods came where there was none. */
  idleDays: number
  /** How old what is left is, weighted by quantity, if the oldest goes first. */
  ageDays: number
  oldestOn: string
  state: 'slow' | 'dead'
}

export type SlowStock = {
  rows: SlowStockRow[]
  total: number
  slow: { products: number; value: string }
  dead: { products: number; value: string }
  baseCurrency: string
  on: string
}

export const costOfSalesQuestion = z
  .object({ from: dayField, to: dayField, warehouseId: idField.nullable().default(null), search: lineField(100) })
  .refine(inDayOrder.check, inDayOrder.problem)
export const costOfSalesInput = z
  .object({
    from: dayField,
    to: dayField,
    warehouseId: idField.nullable().default(null),
    search: lineField(100),
    ...windowOfRows,
  })
  .refine(inDayOrder.check, inDayOrder.problem)
export type CostOfSalesQuestion = z.output<typeof costOfSalesQuestion>

export type CostOfSalesRow = {
  productId: number
  sku: string
  name: string
  nameZh: string
  unit: string
  /** Issued less what customers sent back. */
  quantity: number
  /** Of the pieces whose cost is known, changes of earlier costs and variances that fell into these days among them. */
  cost: string
  /** Pieces without a known cost. */
  uncosted: number
}

export type CostOfSales = {
  rows: CostOfSalesRow[]
  total: number
  cost: string
  uncosted: number
  baseCurrency: string
}
