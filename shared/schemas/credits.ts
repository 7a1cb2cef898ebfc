// Credits as they travel: what is given back of an order or without one, and the goods that come back. Quantities are in the
// product's unit; money is decimal text in the credit's currency.
import { z } from 'zod'
import {
  currencyField,
  dayField,
  decimalField,
  idField,
  lineField,
  noteField,
  percentField,
  quantityField,
} from '#shared/schemas/fields.ts'
import { type CreditReason, creditReasons, type OrderStatus } from '#shared/schemas/orders.ts'
import { type ReturnCondition, returnConditions, type StockWarning } from '#shared/schemas/stock-documents.ts'

const idOrNull = idField.nullable().default(null)
const positive = quantityField.gt(0)

const amountField = decimalField.refine((text) => !text.startsWith('-'), 'negative')

const creditedLine = z
  .object({
    /** The line that is taken back from; null: none of the order's, or no order. */
    lineId: idOrNull,
    /** Without an order: which product. Of an order's line it is the line's own. */
    productId: idOrNull,
    description: lineField(),
    /** How much of it; null: an amount alone, which takes back no goods. */
    quantity: positive.nullable().default(null),
    /** Told: what this line takes back in all, as the order's prices are (tax in them or not). Null: as the line was sold. */
    amount: amountField.nullable().default(null),
    /** Of a line that is none of the order's. */
    taxPercent: percentField.default(0),
    /** What becomes of goods that come back; null: nothing comes back. */
    goods: z.enum(returnConditions).nullable().default(null),
    batchId: idOrNull,
    binId: idOrNull,
  })
  .refine(({ quantity, amount }) => quantity !== null || amount !== null, { message: 'required', path: ['quantity'] })
  .refine(({ quantity, goods }) => goods === null || quantity !== null, { message: 'required', path: ['quantity'] })
  .refine(({ lineId, amount }) => lineId !== null || amount !== null, { message: 'required', path: ['amount'] })

/** A credit: what is given back of an order, of some of its lines, or without any order. */
export const creditInput = z.object({
  orderId: idOrNull,
  /** Left empty, the next of this copy. */
  number: lineField(60),
  on: dayField,
  reason: z.enum(creditReasons).exclude(['']).default('return'),
  /** The four of a credit without an order; of an order they are the order's own. */
  customerId: idOrNull,
  currency: currencyField.nullable().default(null),
  rate: z.union([z.literal(''), decimalField]).default(''),
  taxIncluded: z.boolean().default(false),
  customerReference: lineField(),
  /** Of the order's freight, without its tax where prices are without. */
  freight: amountField.default('0'),
  note: noteField,
  /** Where goods that come back go; null: where they left from. */
  warehouseId: idOrNull,
  /** Where second quality goes: a place whose stock is not for sale. */
  secondWarehouseId: idOrNull,
  /** Kept as a draft: nothing is booked before it is issued. */
  isDraft: z.boolean().default(false),
  lines: z.array(creditedLine).max(2000).default([]),
})
export type CreditInput = z.output<typeof creditInput>
export type CreditDraft = z.input<typeof creditInput>
export type CreditedLine = CreditInput['lines'][number]

export const issueCreditInput = z.object({ creditId: idField, on: dayField, secondWarehouseId: idOrNull })
export const cancelCreditInput = z.object({ creditId: idField, reason: lineField() })

export type IssuedCredit = {
  creditId: number
  number: string
  status: OrderStatus
  /** The stock document by which goods came back; null where none did. */
  documentId: number | null
  documentNumber: string
  warnings: StockWarning[]
}

/** Amounts above zero. */
export type CreditPreview = {
  gross: string
  tax: string
  currency: string
  movesStock: boolean
  warnings: StockWarning[]
}

/** A line as the form of a credit begins with it. */
export type ToCreditLine = {
  lineId: number
  position: number
  productId: number | null
  sku: string
  name: string
  nameZh: string
  description: string
  unit: string
  tracking: 'none' | 'batch' | 'serial'
  ordered: number
  sent: number
  returned: number
  /** What may still be credited, and of that, what may come back. */
  creditable: number
  returnable: number
  /** What the line came to, and what of that was credited. */
  total: string
  credited: string
}

export type ToCredit = {
  orderId: number
  number: string
  currency: string
  taxIncluded: boolean
  customerId: number | null
  customer: string
  customerZh: string
  /** Where goods come back to unless somebody says otherwise. */
  warehouseId: number
  freight: string
  creditedFreight: string
  lines: ToCreditLine[]
}

export type CreditSummary = {
  id: number
  number: string
  on: string
  status: OrderStatus
  reason: CreditReason
  currency: string
  /** What is given back, tax in it, as an amount above zero. */
  gross: string
  paid: string
  documentId: number | null
  documentNumber: string
  goods: { quantity: number; condition: ReturnCondition }[]
}
