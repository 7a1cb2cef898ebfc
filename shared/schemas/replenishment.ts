// What to buy next, as it travels: per product with every figure it follows from, grouped by supplier. Quantities are in the
// product's unit, money is decimal text beside its currency.
import { z } from 'zod'
import { dayField, decimalField, idField, planDayField, quantityField } from '#shared/schemas/fields.ts'
import type { ForecastGap, ForecastMethod } from '#shared/schemas/forecasts.ts'
import type { MatrixCellName, StockPolicyName } from '#shared/schemas/planning.ts'

export const replenishmentScopes = ['due', 'soon', 'all'] as const

const budgetField = decimalField.refine((text) => !text.startsWith('-'), 'negative')

export const replenishmentInput = z.object({
  /** `due`: to be ordered by now. `soon`: also what must be ordered within `soonDays`. `all`: every product. */
  scope: z.enum(replenishmentScopes).default('due'),
  soonDays: z.number().int().min(1).max(365).default(14),
  /** One supplier's products; null: those without one. */
  supplierId: idField.nullable().optional(),
  /** Part of a SKU or name. */
  search: z.string().max(200).default(''),
  /** In base currency: what it buys is marked, the most urgent first. */
  budget: budgetField.nullable().default(null),
  /** Quantities that someone put in the place of what is suggested, by product. 0: not now. */
  quantities: z
    .array(z.object({ productId: idField, quantity: quantityField.min(0, 'negative') }))
    .max(10_000)
    .default([]),
  /** So many lines at most, the most urgent suppliers first; totals and counts are of all. */
  limit: z.number().int().min(1).max(20_000).default(1000),
  on: planDayField.optional(),
})
export type ReplenishmentQuestion = z.output<typeof replenishmentInput>

/** By what the reorder point was found. */
const reorderRules = ['statistics', 'minimum', 'recent-mean', 'to-order', 'none'] as const
export type ReorderRuleName = (typeof reorderRules)[number]

/** What a better rule would have needed. */
const missingFacts = ['no-forecast', 'no-spread', 'no-history', 'no-lead-time', 'no-minimum'] as const
export type MissingFact = (typeof missingFacts)[number]

const replenishmentNotes = ['arrivals-without-day', 'arrivals-overdue', 'forecast-goes-on'] as const
export type ReplenishmentNoteName = (typeof replenishmentNotes)[number]

const orderStepRules = ['need', 'economic-lot', 'days-of-demand', 'minimum-order', 'multiple', 'price-break'] as const
export type OrderStepName = (typeof orderStepRules)[number]

export type LeadTimeFigure = {
  meanDays: number
  sdDays: number
  /** Measured on one's own orders, or as it is agreed on the product or with the supplier. */
  source: 'own-orders' | 'agreed-product' | 'agreed-supplier'
  /** Completed orders that it was measured on. */
  orders: number
}

export const forecastStates = ['current', 'outdated', 'missing', 'none'] as const

export type ReplenishmentLine = {
  productId: number
  sku: string
  name: string
  nameZh: string
  unit: string
  supplierId: number | null
  /** Class that holds by the newest kept run, else by the figures of now. */
  cell: MatrixCellName
  policy: StockPolicyName
  serviceLevel: number
  onHand: number
  /** On order with suppliers and in transit between places. */
  onOrder: number
  /** Ordered by customers and not yet shipped. */
  openDemand: number
  /** On hand + on order - open demand. */
  position: number
  dailyDemand: number | null
  coverDays: number | null
  /** The first day whose demand cannot be met; null: not within a year. */
  runsOutOn: string | null
  nextArrivalOn: string | null
  runsOutBeforeArrival: boolean
  rule: ReorderRuleName
  missing: MissingFact[]
  safetyStock: number | null
  reorderPoint: number | null
  orderUpTo: number | null
  /** Null where there is no reorder point. */
  isBelow: boolean | null
  /** What is suggested; 0: nothing now; null: no rule. */
  suggested: number | null
  steps: { rule: OrderStepName; quantity: number }[]
  /** What someone put in its place, else what is suggested: what the money, weight and volume are of. */
  quantity: number
  isChanged: boolean
  /** A changed quantity below the minimum order, or no whole multiple. */
  warnings: ('below-minimum' | 'not-a-multiple')[]
  moq: number | null
  multiple: number | null
  /** Per unit at this quantity; null: no price known. */
  price: string | null
  currency: string | null
  total: string | null
  /** In base currency by today's rate; null where no price or no rate is known. */
  baseTotal: string | null
  weightGrams: number | null
  volumeMm3: number | null
  /** The last day on which an order comes in time; in the past: late already. */
  orderBy: string | null
  isLate: boolean
  leadTime: LeadTimeFigure | null
  notes: ReplenishmentNoteName[]
  /** `none`: there is none to be had (too little history); `missing`: not worked out yet. */
  forecast: { state: (typeof forecastStates)[number]; method: ForecastMethod | null; madeOn: string | null }
  /** With a budget: whether it buys the line. Null without one, and where nothing is to be ordered. */
  budget: 'fits' | 'too-much' | 'unpriced' | null
}

export const containerTypes = ['20GP', '40GP', '40HC'] as const
export type ContainerName = (typeof containerTypes)[number]

export type SupplierTotals = {
  lines: number
  weightGrams: number
  linesWithoutWeight: number
  volumeMm3: number
  linesWithoutVolume: number
  /** By currency, never added across them. */
  money: { currency: string; total: string }[]
  /** In base currency; null where a rate is missing. */
  baseTotal: string | null
  linesWithoutPrice: number
  /** Null where neither weight nor volume is known. Lines without measures make the real fill larger. */
  fill: {
    container: ContainerName
    volume: number
    weight: number
    limit: 'volume' | 'weight'
    containers: number
  } | null
}

export type SupplierGroup = {
  /** Null: products without a supplier. */
  supplierId: number | null
  supplier: string
  supplierZh: string
  lines: ReplenishmentLine[]
  /** Lines that `limit` left out. */
  more: number
  /** Of the lines with a quantity above 0. */
  totals: SupplierTotals
}

export type ReplenishmentResult = {
  on: string
  currency: string
  container: ContainerName
  groups: SupplierGroup[]
  counts: {
    /** Products that are bought: no families, no kits, nothing discontinued or archived. */
    products: number
    /** That the question is about. */
    asked: number
    due: number
    late: number
    withoutRule: number
    outdatedForecasts: number
    missingForecasts: number
  }
  budget: {
    amount: string
    spent: string
    left: string
    fits: number
    tooMuch: number
    unpriced: number
  } | null
}

export const replenishmentOfInput = z.object({ productId: idField, on: planDayField.optional() })

export const figureNames = [
  'position',
  'coverDays',
  'runsOutOn',
  'safetyStock',
  'reorderPoint',
  'orderUpTo',
  'orderQuantity',
  'orderBy',
] as const
export type ReplenishmentFigureName = (typeof figureNames)[number]

const replenishmentFormulas = [
  'inventory_position',
  'coverage',
  'run_out_walk',
  'safety_stock',
  'safety_stock_cushion',
  'reorder_point',
  'reorder_point_given',
  'reorder_point_to_order',
  'order_up_to',
  'order_quantity',
  'order_by',
  'no_rule',
] as const
export type ReplenishmentFormula = (typeof replenishmentFormulas)[number]

/** One figure as its card shows it: quantities in units, times in days. */
export type ReplenishmentFigure = {
  figure: ReplenishmentFigureName
  formula: ReplenishmentFormula
  value: number | string | null
  inputs: Readonly<Record<string, number | string | boolean | null>>
}

/** One product with the rows behind its figures. */
export type ReplenishmentDetail = {
  on: string
  line: ReplenishmentLine
  figures: ReplenishmentFigure[]
  places: { warehouseId: number; warehouse: string; onHand: number; isSellable: boolean }[]
  arrivals: {
    kind: 'expected' | 'purchase' | 'transit'
    /** The record: goods on order, the purchase order, or the transfer's document. */
    id: number
    on: string | null
    quantity: number
    reference: string
  }[]
  openDemand: { orderId: number; number: string; on: string | null; quantity: number }[]
  /** Orders that the lead time was measured on. */
  leadTimes: {
    kind: 'expected' | 'purchase'
    id: number
    orderedOn: string
    receivedOn: string
    days: number
    reference: string
  }[]
  /** Stock at the end of each day from today on, for a picture; below 0 is what cannot be delivered. */
  walk: { on: string; stock: number }[]
  /** The forecast by month, as it is walked through. */
  forecast: { from: string; to: string; quantity: number }[]
  forecastGap: ForecastGap | null
}

/** Marks lines as ordered: goods on order, expected after the lead time. */
export const orderLinesInput = z.object({
  lines: z
    .array(
      z.object({
        productId: idField,
        quantity: quantityField.gt(0, 'positive'),
        supplierId: idField.nullable().default(null),
        /** Left out: after the lead time, where one is known. */
        expectedOn: dayField.nullable().optional(),
      }),
    )
    .min(1)
    .max(5000),
  warehouseId: idField.default(1),
  orderedOn: planDayField.optional(),
  reference: z.string().trim().max(300).default(''),
})
export type OrderLinesInput = z.output<typeof orderLinesInput>
