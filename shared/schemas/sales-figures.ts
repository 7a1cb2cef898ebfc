// What was sold in a window of days, added up; and what orders earned, part by part.
import { z } from 'zod'
import { dayField, idField, inDayOrder } from '#shared/schemas/fields.ts'

export const salesGroups = ['month', 'country', 'customer', 'channel', 'category', 'supplier'] as const
export type SalesGroup = (typeof salesGroups)[number]

const window = { from: dayField.optional(), to: dayField.optional() }

export const salesInput = z
  .object({ groupBy: z.enum(salesGroups), ...window })
  .refine(inDayOrder.check, inDayOrder.problem)
export type SalesInput = z.output<typeof salesInput>

/** Money as decimal text in base currency. */
export type SalesSum = {
  /** Credits are no orders. An order counts once in every group that has a line of it. */
  orders: number
  /** What credits take back goes off, here and in the money. */
  units: number
  /** Without tax, after discounts. */
  net: string
  /** What came off the prices, without tax. */
  discount: string
  /** Charged to customers, without tax. By category and supplier it is shared out by what the lines earned. */
  freight: string
  /** Orders and credits without an amount in base currency: in `orders` and `units`, not in the money. */
  ordersWithoutRate: number
}

export type SalesRow = SalesSum & {
  /** `2026-03` of a month, ISO code of a country, else its name; empty: not said. */
  key: string
  /** Of the customer, category or supplier. */
  id: number | null
  name: string
  nameZh: string
}

export type SalesFigures = {
  groupBy: SalesGroup
  currency: string
  from: string | null
  to: string | null
  /** Months in their order, without gaps; all else by net, the largest first. */
  rows: SalesRow[]
  total: SalesSum
}

/** In the order in which they are shown. */
export const profitParts = [
  'goods',
  'freight',
  'first_leg',
  'platform_fee',
  'payment_fee',
  'commission',
  'fulfilment',
  'packing',
  'duty',
  'tax',
  'storage',
  'advertising',
  'fair',
  'other',
] as const
export type ProfitPart = (typeof profitParts)[number]

export const revenueParts = ['goods', 'freight', 'other', 'refunds'] as const
export type RevenuePart = (typeof revenueParts)[number]

/**
 * `real` from what was posted or entered; `estimated` from what is expected; `mixed` where one part of it is each; `none`:
 * nothing was entered and nothing is expected; `unknown`: there is something and nobody can say how much.
 */
const partStates = ['real', 'mixed', 'estimated', 'none', 'unknown'] as const
export type PartState = (typeof partStates)[number]

/** Where a figure of a part comes from. */
const profitSources = [
  'lines',
  'charged',
  'credit',
  'issues',
  'product_cost',
  'stock_cost',
  'cost',
  'settlement',
  'bank_fee',
  'channel_fee',
  'expected',
  'no_product',
  'no_cost',
  'no_rate',
  'no_weight',
] as const
export type ProfitSource = (typeof profitSources)[number]

export type ProfitSourceRow = {
  source: ProfitSource
  isEstimate: boolean
  /** What it is told by: a cost's reference, a document's number, a product's SKU. */
  label: string
  /** The record behind it. */
  record: { kind: 'salesCost' | 'document' | 'order' | 'product' | 'payment' | 'settlement'; id: number } | null
  amount: string | null
  base: string | null
}

export type ProfitLine<Part extends string> = {
  part: Part
  state: PartState
  /** In the order's currency, and in base; null where it cannot be known. Costs are above 0. */
  amount: string | null
  base: string | null
  sources: ProfitSourceRow[]
}

export type OrderProfit = {
  orderId: number
  currency: string
  baseCurrency: string
  rate: string | null
  revenue: ProfitLine<RevenuePart>[]
  costs: ProfitLine<ProfitPart>[]
  /** Null where a part is unknown. */
  revenueTotal: { amount: string | null; base: string | null }
  costTotal: { amount: string | null; base: string | null }
  profit: { amount: string | null; base: string | null }
  /** Profit as percent of revenue, two decimals; null where there is no profit or no revenue. */
  marginPercent: string | null
  /** Whether anything in it is only expected. */
  isEstimate: boolean
  /** Parts that cannot be known: why there is no profit. */
  unknown: (ProfitPart | RevenuePart)[]
}

export const profitInput = z.object({ id: idField })

export const profitGroups = ['order', 'customer', 'channel', 'product', 'month'] as const
export type ProfitGroup = (typeof profitGroups)[number]

export const profitsInput = z
  .object({
    groupBy: z.enum(profitGroups),
    ...window,
    offset: z.number().int().min(0).default(0),
    limit: z.number().int().min(1).max(1000).default(100),
  })
  .refine(inDayOrder.check, inDayOrder.problem)
export type ProfitsInput = z.output<typeof profitsInput>

/** Money in base currency. */
export type ProfitRow = {
  key: string
  id: number | null
  name: string
  nameZh: string
  orders: number
  revenue: string
  goods: string
  /** Of orders, beside the goods. */
  costs: string
  /** Dated charges of the channel or the product, that belong to no order. */
  charges: string
  profit: string
  marginPercent: string | null
  /** Orders whose profit cannot be known: none of their money is in the row. */
  unknownOrders: number
  estimatedOrders: number
}

export type Profits = {
  groupBy: ProfitGroup
  currency: string
  rows: ProfitRow[]
  total: number
  sum: Omit<ProfitRow, 'key' | 'id' | 'name' | 'nameZh'>
}
