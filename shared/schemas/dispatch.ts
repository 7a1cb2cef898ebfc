// Goods that leave for an order, and what comes back of it: dispatches, and credits with the goods that they take back.
// Quantities are in the product's unit; money is decimal text in the order's currency.
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
import { recordTarget } from '#shared/schemas/record-target.ts'
import {
  type ReturnCondition,
  returnConditions,
  type StockPreview,
  type StockWarning,
} from '#shared/schemas/stock-documents.ts'

const idOrNull = idField.nullable().default(null)
const positive = quantityField.gt(0)

const sentLine = z.object({
  lineId: idField,
  quantity: positive,
  /** Which batch goes; null: those that expire first. A line may stand here several times, once for each batch. */
  batchId: idOrNull,
  /** Which pieces go of a product with serial numbers: as many as the quantity says. */
  serials: z.array(idField).max(2000).default([]),
  binId: idOrNull,
})

const sending = {
  on: dayField,
  /** Null: where the order says; goods that the channel sends leave from the channel's place, others from the main one. */
  warehouseId: idOrNull,
  /** Null: the order's own. */
  carrierId: idOrNull,
  reference: lineField(),
  note: noteField,
}

/** What leaves for one order at one time; no lines: all that is still to be sent. */
export const dispatchInput = z.object({
  orderId: idField,
  ...sending,
  trackingNumber: lineField(),
  lines: z.array(sentLine).max(2000).default([]),
})
export type DispatchInput = z.output<typeof dispatchInput>
export type DispatchDraft = z.input<typeof dispatchInput>
export type SentLine = DispatchInput['lines'][number]

/** All that is still to be sent of many orders. Each is sent whole or not at all; one that cannot be sent stops no other. */
export const dispatchManyInput = z
  .object({
    ...sending,
    orderIds: z.array(idField).max(100_000).default([]),
    /** The same as a list tells it. */
    target: recordTarget.nullable().default(null),
    /** Numbers of the carrier, by the order's id. */
    trackingNumbers: z.record(z.string(), lineField()).default({}),
  })
  .refine(({ orderIds, target }) => orderIds.length > 0 || target !== null, { message: 'required', path: ['orderIds'] })
export type DispatchManyInput = z.output<typeof dispatchManyInput>
export type DispatchManyDraft = z.input<typeof dispatchManyInput>

export const reverseDispatchInput = z.object({ dispatchId: idField, note: lineField() })
export const ofSalesOrderInput = z.object({ orderId: idField })

/** What was posted: the dispatch, and the stock issue by which its goods left; null where nothing of it is kept in stock. */
export type PostedDispatch = {
  orderId: number
  dispatchId: number
  documentId: number | null
  documentNumber: string
  status: OrderStatus
  warnings: StockWarning[]
}

/** What became of one order of many. */
export type DispatchOutcome =
  | ({ ok: true; number: string } & Omit<PostedDispatch, 'warnings'>)
  | {
      ok: false
      orderId: number
      number: string
      code: string
      details: Readonly<Record<string, unknown>>
    }

export type DispatchedMany = { orders: DispatchOutcome[]; sent: number; failed: number; warnings: StockWarning[] }

export type DispatchPreview = StockPreview & { status: OrderStatus }

/** A line as its goods are sent: what there is to send, and what lies where it leaves from. */
export type ToDispatchLine = {
  lineId: number
  position: number
  productId: number | null
  sku: string
  name: string
  nameZh: string
  description: string
  unit: string
  kind: string
  tracking: 'none' | 'batch' | 'serial'
  ordered: number
  cancelled: number
  sent: number
  open: number
  dueOn: string | null
  /** On hand in the place; of a kit, how many its parts make. Null where it is not kept in stock. */
  onHand: number | null
}

export type ToDispatch = {
  orderId: number
  number: string
  status: OrderStatus
  customerId: number | null
  customer: string
  customerZh: string
  fulfilledBy: 'seller' | 'channel'
  /** Where the goods leave from unless somebody says otherwise. */
  warehouseId: number
  carrierId: number | null
  carrier: string
  carrierZh: string
  packingNote: string
  lines: ToDispatchLine[]
}

export type DispatchLine = {
  id: number
  lineId: number
  position: number
  productId: number | null
  sku: string
  name: string
  nameZh: string
  description: string
  unit: string
  quantity: number
}

export type Dispatch = {
  id: number
  orderId: number
  /** Null: nobody wrote down when. */
  on: string | null
  status: 'posted' | 'reversed'
  /** Of a credit: goods that came back by it. */
  isReturn: boolean
  documentId: number | null
  documentNumber: string
  warehouseId: number | null
  warehouse: string
  carrierId: number | null
  carrier: string
  carrierZh: string
  trackingNumber: string
  reference: string
  note: string
  /** What the goods cost, in base currency, above zero; null where it is not known, or nothing left stock. */
  cost: string | null
  baseCurrency: string
  lines: DispatchLine[]
}

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
