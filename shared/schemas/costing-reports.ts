// Reports on costs of stock as they travel: what it is worth and why, what lies too long, what sold goods cost. Money is decimal
// text in the book's base currency; quantities are in the product's unit.
import { z } from 'zod'
import type { CostMethodName } from '#shared/schemas/costing.ts'
import { dayField, idField, inDayOrder, lineField } from '#shared/schemas/fields.ts'

const windowOfRows = {
  offset: z.number().int().min(0).default(0),
  limit: z.number().int().min(1).max(1000).default(100),
}

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

/** How the cost of a movement was found. Value, unit cost and pieces without a cost are those of its quantity, unsigned. */
export type MovementCost = {
  movementId: number
  productId: number
  sku: string
  unit: string
  kind: string
  on: string
  /** Signed. */
  quantity: number
  value: string | null
  unitCost: string | null
  uncosted: number
  method: CostMethodName
  basis: 'given' | 'layers' | 'average' | 'origin' | 'last-known' | 'cancelled' | 'unknown'
  baseCurrency: string
  /** What a movement out took: the layers (FIFO) or the pool; empty for one in. */
  goods: {
    /** The movement that brought them; null in a moving average. */
    movementId: number | null
    on: string
    documentNumber: string
    isShort: boolean
    quantity: number
    value: string | null
    unitCost: string | null
  }[]
  /** Signed as they changed the stock, in the order of their days. */
  changes: {
    cause: 'movement' | 'landed_cost' | 'revaluation' | 'variance'
    on: string
    value: string
    uncosted: number
  }[]
}
