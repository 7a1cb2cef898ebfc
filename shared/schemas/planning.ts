// What the analysis of demand is told: one row of planning_settings per key, its JSON checked here; what was never said
// has its usual value.
import { z } from 'zod'
import { isDecimal } from '#shared/decimal.ts'
import { idField, planDayField } from '#shared/schemas/fields.ts'
import { abcBases } from '#shared/schemas/insights.ts'

export const demandBases = ['ordered', 'shipped'] as const
export type DemandBasis = (typeof demandBases)[number]
export const periodKinds = ['month', 'week'] as const

export const matrixCells = ['AX', 'AY', 'AZ', 'BX', 'BY', 'BZ', 'CX', 'CY', 'CZ', 'unclassified'] as const
export type MatrixCellName = (typeof matrixCells)[number]

export const stockPolicyNames = [
  'continuous',
  'continuous-buffered',
  'periodic',
  'two-bin',
  'by-hand',
  'to-order',
  'to-order-or-drop',
] as const
export type StockPolicyName = (typeof stockPolicyNames)[number]

const demand = z.object({
  /** Counted on the day of the order, or on the day it was shipped. */
  basis: z.enum(demandBases).default('ordered'),
  /** A period counts as out of stock from this share of its days on; null: stock-outs are not looked at. */
  stockOutShare: z.number().gt(0).max(1).nullable().default(0.5),
})

/** Two limits of which the first is the lower one. */
const limits = (most: number) =>
  z.tuple([z.number().gt(0).max(most), z.number().gt(0).max(most)]).refine(([first, second]) => first < second, 'order')

/** Complete months that an analysis looks back on. */
export const monthsField = z.number().int().min(1).max(120)

export const kitCounts = ['parts', 'sold'] as const

export const classLimitsField = limits(1)
export const variationLimitsField = limits(100)

const classes = z.object({
  /** The usual question. */
  basis: z.enum(abcBases).default('revenue'),
  months: monthsField.default(12),
  period: z.enum(periodKinds).default('month'),
  thresholds: classLimitsField.default([0.8, 0.95]),
  limits: variationLimitsField.default([0.5, 1]),
  /** A kit's sales count for its parts, or for the kit. */
  kits: z.enum(kitCounts).default('parts'),
  /** How far beyond a limit a product must be to change its class at once: share of value, and variation. */
  abcMargin: z.number().min(0).max(0.5).default(0.02),
  xyzMargin: z.number().min(0).max(5).default(0.05),
  /** So many runs in a row with the same other class change it all the same; null: only the margin does. */
  runsInARow: z.number().int().min(1).max(10).nullable().default(2),
  /** A product is new for so many days after its first sale. */
  shieldDays: z.number().int().min(0).max(3650).default(60),
})

const cellPolicy = z.object({
  policy: z.enum(stockPolicyNames),
  serviceLevel: z.number().gt(0).lt(1),
})
export type CellPolicyValue = z.output<typeof cellPolicy>

export type CellPolicyState = CellPolicyValue & { cell: MatrixCellName; suggested: CellPolicyValue }

/** What someone decided for a cell; the others keep what is suggested. */
const policies = z.partialRecord(z.enum(matrixCells), cellPolicy).default({})

/** How forecasts are made: by month, from complete months. */
const forecast = z.object({
  /** Months looked back on. */
  months: z.number().int().min(6).max(120).default(36),
  /** Months ahead. */
  horizon: z.number().int().min(1).max(36).default(12),
  /** Chance with which demand lies within the interval that is drawn. */
  level: z.number().min(0.5).max(0.99).default(0.8),
  /** A month with days out of stock is scaled up to the whole month, left out, or taken as it is. */
  stockOuts: z.enum(['fill', 'exclude', 'keep']).default('fill'),
  outliers: z.enum(['cap', 'keep']).default('cap'),
})

const decimalNotBelowZero = z
  .string()
  .trim()
  .max(30)
  .refine((text) => isDecimal(text) && !text.startsWith('-'), 'decimal')

/** How replenishment is worked out. */
const replenishment = z.object({
  /** Days between two looks at products that are looked at in a rhythm (policy `periodic`). */
  reviewDays: z.number().int().min(0).max(365).default(30),
  /** A reorder point given on the product goes before the one that follows from the figures. */
  givenGoesFirst: z.boolean().default(false),
  /** Share of the demand during the lead time kept beside it where only a recent mean is known. */
  cushion: z.number().min(0).max(5).default(0.5),
  /** Months that a recent mean is taken of where there is too little history for a forecast. */
  recentMonths: z.number().int().min(1).max(24).default(3),
  /** Days that a lot lasts where no costs say how large it should be. */
  lotDays: z.number().int().min(1).max(365).default(30),
  /** A price break never makes the stock last longer than this. */
  longestCoverDays: z.number().int().min(1).max(3650).default(365),
  /** Cost of one order, in base currency; null: not known. */
  orderCost: decimalNotBelowZero.nullable().default(null),
  /** Cost of holding stock for a year, as a share of its value; null: not known. */
  holdingRate: z.number().min(0).max(5).nullable().default(null),
  container: z.enum(['20GP', '40GP', '40HC']).default('40HC'),
})

/** A class is counted again after so many months; null: not by the calendar. */
const everyMonths = (usual: number) => z.number().int().min(1).max(120).nullable().default(usual)

const countingRhythm = z.object({
  A: everyMonths(1),
  B: everyMonths(3),
  C: everyMonths(12),
  unclassified: everyMonths(12),
})
export type CountingRhythm = z.output<typeof countingRhythm>

/** Every setting: its key and what it must be. A missing row is the schema's own default. */
export const planningSettings = {
  demand: demand.prefault({}),
  classes: classes.prefault({}),
  policies,
  'counting.rhythm': countingRhythm.prefault({}),
  forecast: forecast.prefault({}),
  replenishment: replenishment.prefault({}),
} as const

export type PlanningKey = keyof typeof planningSettings
export type PlanningSettings = { [Key in PlanningKey]: z.output<(typeof planningSettings)[Key]> }

const planningKeys = Object.keys(planningSettings) as [PlanningKey, ...PlanningKey[]]

/** One setting is set whole; its value is checked by the schema of its key. */
export const setPlanningInput = z.object({ key: z.enum(planningKeys), value: z.unknown() })

export const demandInput = z.object({
  productId: idField,
  period: z.enum(periodKinds).default('month'),
  /** So many periods up to the last complete one. */
  count: z.number().int().min(1).max(520).default(24),
  on: planDayField.optional(),
})

/** One product's demand per complete period, oldest first, from its first sale on. */
export type DemandSeries = {
  productId: number
  sku: string
  name: string
  unit: string
  basis: DemandBasis
  period: (typeof periodKinds)[number]
  /** Null where it was never asked for. */
  firstOn: string | null
  /** `daysOut`: null where stock was not yet known. */
  rows: { from: string; to: string; quantity: number; days: number; daysOut: number | null; isOutOfStock: boolean }[]
}
