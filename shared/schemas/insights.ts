// Figures that help to decide, as they travel.
import { z } from 'zod'
import { dayField, idField, inDayOrder } from '#shared/schemas/fields.ts'

export const abcBases = ['revenue', 'grossProfit', 'quantity', 'orders', 'stockValue'] as const
export type AbcBasis = (typeof abcBases)[number]
export type AbcClass = 'A' | 'B' | 'C'

/** Sales of one channel, to customers of one country, products of one category; stock of one place (for its value). */
export const insightFilterField = z
  .object({
    categoryId: idField.optional(),
    channel: z.string().min(1).max(300).optional(),
    country: z.string().min(1).max(2).optional(),
    warehouseId: idField.optional(),
  })
  .optional()

const abcQuestion = z.object({
  basis: z.enum(abcBases),
  from: dayField.optional(),
  to: dayField.optional(),
  filter: insightFilterField,
  thresholds: z
    .tuple([z.number().gt(0).lt(1), z.number().gt(0).max(1)])
    .refine(([a, b]) => a < b, 'order')
    .default([0.8, 0.95]),
})

export const abcInput = abcQuestion.refine(inDayOrder.check, inDayOrder.problem)

export type AbcInput = z.output<typeof abcInput>

export type AbcItem = {
  productId: number
  sku: string
  name: string
  nameZh: string
  rank: number
  /** Decimal text in the major unit; a number for quantities and counts of orders. */
  value: string | number
  share: number
  cumulativeShare: number
  class: AbcClass
}

export type AbcResult = {
  /** The book's base currency; null for quantities and counts of orders. */
  currency: string | null
  total: string | number
  counts: Record<AbcClass, number>
  items: AbcItem[]
  /** What is left out and why: lines without a rate, products without a cost. */
  leftOut: { linesWithoutRate: number; productsWithoutCost: number }
  /** All positive values are equal: the classes rest on the SKU alone. */
  valuesDoNotDiffer: boolean
}

export const abcItemInput = abcQuestion
  .extend({ productId: idField, limit: z.number().int().max(1000).default(200) })
  .refine(inDayOrder.check, inDayOrder.problem)

/** What stands behind one item's figure. */
export type AbcItemDetail = {
  productId: number
  sku: string
  name: string
  value: string | number | null
  currency: string | null
  before: string | number
  total: string | number
  class: AbcClass
  lineCount: number
  lines: {
    orderId: number
    number: string
    soldOn: string
    customer: string
    customerZh: string
    quantity: number
    unitPrice: string
    discountPercent: number
    currency: string
    total: string
    baseTotal: string | null
    cost: string | null
  }[]
}
