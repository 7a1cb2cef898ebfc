// Purchase orders and their lines as they travel: money as decimal text in the order's currency, quantities in the product's
// unit, shares in percent.
import { z } from 'zod'
import {
  countryField,
  currencyField,
  dayField,
  decimalField,
  idField,
  lineField,
  noteField,
  percentField,
  quantityField,
} from '#shared/schemas/fields.ts'

export const purchaseStatuses = [
  'draft',
  'sent',
  'confirmed',
  'part_received',
  'received',
  'closed',
  'cancelled',
] as const
export type PurchaseStatus = (typeof purchaseStatuses)[number]

/** From what the days until the rest is due are counted. */
export const dueFroms = ['order', 'ready', 'receipt', 'month_end'] as const
export type DueFrom = (typeof dueFroms)[number]

export const purchaseModes = ['', 'sea', 'air', 'air_charter', 'rail', 'road', 'courier', 'post'] as const
export type PurchaseMode = (typeof purchaseModes)[number]

const amountField = decimalField.refine((text) => !text.startsWith('-'), 'negative')

const purchaseLineInput = z.object({
  id: idField.optional(),
  productId: idField.nullable(),
  supplierCode: lineField(120),
  description: lineField(),
  quantity: quantityField.min(0, 'negative'),
  unitPrice: amountField,
  discountPercent: percentField.default(0),
  /** Null: promised as the whole order is. */
  promisedOn: dayField.nullable().default(null),
  /** The line of a sales order that it is bought for. */
  salesLineId: idField.nullable().default(null),
  note: noteField,
})

export const purchaseInput = z.object({
  /** Left empty, the next number of this copy is given. */
  number: lineField(60),
  supplierId: idField.nullable().default(null),
  warehouseId: idField.nullable().default(null),
  orderedOn: dayField,
  promisedOn: dayField.nullable().default(null),
  currency: currencyField,
  /** Base currency for 1 of the order's; empty takes the rate table's rate of the order day. */
  rate: z.union([z.literal(''), decimalField]).default(''),
  /** Whether the prices of the lines hold VAT already. */
  vatIncluded: z.boolean().default(false),
  vatPercent: percentField.default(0),
  /** VAT that comes back is no cost. */
  vatRecoverable: z.boolean().default(true),
  freight: amountField.nullable().default(null),
  incoterm: lineField(20),
  place: lineField(),
  mode: z.enum(purchaseModes).default(''),
  country: countryField,
  depositPercent: percentField.default(0),
  dueFrom: z.enum(dueFroms).default('receipt'),
  dueDays: z.number().int().min(0).max(3650).default(0),
  /** So much less, or more, than was ordered still counts as what was ordered. */
  underPercent: percentField.default(0),
  overPercent: percentField.default(0),
  /** The supplier's own number for it. */
  reference: lineField(120),
  note: noteField,
  lines: z.array(purchaseLineInput).max(2000).default([]),
})
export type PurchaseInput = z.output<typeof purchaseInput>
export type PurchaseDraft = z.input<typeof purchaseInput>

export type NamedParty = { id: number; name: string; nameZh: string }

export type PurchaseLine = {
  id: number
  position: number
  productId: number | null
  sku: string
  /** The product's English name, the Chinese one for want of it. */
  name: string
  nameZh: string
  unit: string
  tracking: 'none' | 'batch' | 'serial'
  supplierCode: string
  description: string
  quantity: number
  unitPrice: string
  discountPercent: number
  total: string
  /** In base currency; null while no rate is known. */
  baseTotal: string | null
  promisedOn: string | null
  /** The day it is due: its own, else the order's. */
  dueOn: string | null
  note: string
  salesLine: { id: number; orderId: number; number: string } | null
  /** All that came, the rejected among it; what was rejected; what no longer comes; what is still to come. */
  received: number
  rejected: number
  letGo: number
  open: number
  lastReceivedOn: string | null
}

/** What an order comes to, in its own currency. `net` is without VAT, `gross` with it: what the supplier is owed. */
export type PurchaseMoney = { goods: string; freight: string; net: string; vat: string; gross: string }

export type Purchase = Omit<PurchaseInput, 'lines' | 'rate'> & {
  id: number
  status: PurchaseStatus
  sentOn: string | null
  confirmedOn: string | null
  closedOn: string | null
  cancelReason: string
  channel: string
  externalId: string
  archived: boolean
  /** An order of the past: it moves no stock, and nothing of it is on order. */
  isHistory: boolean
  hasReceiptDays: boolean
  /** How much came in was told; else what was ordered stands in for it. */
  hasQuantities: boolean
  supplier: NamedParty | null
  warehouse: { id: number; name: string; code: string } | null
  /** The answer to a request that it was made from. */
  request: { answerId: number; requestId: number; number: string } | null
  baseCurrency: string
  rate: string | null
  rateOn: string | null
  total: string
  baseTotal: string | null
  money: PurchaseMoney
  /** The day that the next open line is promised for. */
  nextOn: string | null
  /** What may be done with it now. */
  verbs: PurchaseVerb[]
  lines: PurchaseLine[]
}

export const purchaseVerbs = ['edit', 'send', 'confirm', 'receive', 'cancel', 'close', 'reopen'] as const
export type PurchaseVerb = (typeof purchaseVerbs)[number]

export type PurchaseRow = {
  id: number
  number: string
  channel: string
  externalId: string
  orderedOn: string
  promisedOn: string | null
  nextOn: string | null
  /** Something that is still to come was promised for a day that has passed. */
  isLate: boolean
  supplierId: number | null
  supplier: string
  supplierZh: string
  warehouse: string
  status: PurchaseStatus
  lineCount: number
  currency: string
  total: string
  /** Null while a line has no amount in base currency. */
  baseTotal: string | null
  rate: string | null
  rateOn: string | null
  incoterm: string
  reference: string
  note: string
}

/** The terms that orders with a supplier begin with. */
export type PurchaseTerms = Pick<
  PurchaseInput,
  | 'currency'
  | 'vatIncluded'
  | 'vatPercent'
  | 'vatRecoverable'
  | 'incoterm'
  | 'place'
  | 'depositPercent'
  | 'dueFrom'
  | 'dueDays'
>

const pricedLine = z.object({ productId: idField, quantity: quantityField.gt(0, 'positive') })

/** What lines would cost with a supplier on a day. */
export const priceLinesInput = z.object({
  supplierId: idField.nullable(),
  on: dayField.optional(),
  /** Prices in another currency are turned into this one by the day's rate; left out, each keeps its own. */
  currency: currencyField.optional(),
  lines: z.array(pricedLine).max(2000),
})
export type PriceLinesQuestion = z.output<typeof priceLinesInput>

export type LinePrice = {
  productId: number
  /** Null: no price known. */
  unitPrice: string | null
  currency: string | null
  /** From an offer that is valid on the day, from the product's purchase price, or from none. */
  source: 'offer' | 'product' | 'none'
  offerId: number | null
  supplierCode: string
  vatIncluded: boolean
  /** The quantity lifted to the minimum order and to whole cartons. */
  quantity: number
  minimum: number | null
  carton: number | null
  leadTimeDays: number | null
}

/** Chosen lines of what to buy become drafts, one for each supplier and currency. */
export const fromReplenishmentInput = z.object({
  lines: z
    .array(
      pricedLine.extend({
        supplierId: idField.nullable().default(null),
        /** Left out: after the lead time, where one is known. */
        promisedOn: dayField.nullable().optional(),
      }),
    )
    .min(1)
    .max(5000),
  warehouseId: idField.nullable().default(null),
  orderedOn: dayField.optional(),
  /** Quantities are lifted to the minimum order and to whole cartons. */
  lifts: z.boolean().default(true),
})
export type FromReplenishment = z.output<typeof fromReplenishmentInput>

/** Lines of a sales order become drafts by supplier, each linked to the line that it is bought for. */
export const fromSalesOrderInput = z.object({
  salesOrderId: idField,
  /** `short`: what neither stock nor what is bought already covers. */
  scope: z.enum(['all', 'short']).default('short'),
  /** Left out: every line of the scope, from its product's supplier, else from the cheapest valid offer. */
  lines: z
    .array(
      z.object({
        lineId: idField,
        quantity: quantityField.gt(0, 'positive').optional(),
        supplierId: idField.nullable().optional(),
      }),
    )
    .max(2000)
    .optional(),
  warehouseId: idField.nullable().default(null),
  orderedOn: dayField.optional(),
  /** Left out: after the lead time, where one is known. */
  promisedOn: dayField.nullable().optional(),
  lifts: z.boolean().default(false),
})
export type FromSalesOrder = z.output<typeof fromSalesOrderInput>

const skipReasons = ['no-product', 'kit', 'covered'] as const

export type MadePurchases = {
  orders: { id: number; number: string; supplierId: number | null; currency: string; lines: number }[]
  /** Lines whose price nobody knows: they stand there with 0. */
  withoutPrice: number[]
  /** Products whose quantity was lifted to the minimum order or to whole cartons. */
  lifted: { productId: number; from: number; to: number }[]
  /** Lines of the sales order that nothing was bought for, and why. */
  skipped: { lineId: number; reason: (typeof skipReasons)[number] }[]
}

/** One line of a sales order and how its goods stand. */
export type BuyPlanLine = {
  lineId: number
  productId: number | null
  sku: string
  name: string
  nameZh: string
  unit: string
  ordered: number
  /** Bought for this line, without what was cancelled or let go. */
  bought: number
  /** Of that, accepted. */
  received: number
  /** Of what is on hand, what other orders do not hold. */
  fromStock: number
  /** Neither in stock nor bought. */
  short: number
  supplier: NamedParty | null
  price: LinePrice | null
  skip: (typeof skipReasons)[number] | null
}

export type BuyPlan = { salesOrderId: number; number: string; lines: BuyPlanLine[] }

/** Where lines stand, of one order, product or supplier. */
export const purchaseLinesInput = z.object({
  orderId: idField.optional(),
  productId: idField.optional(),
  supplierId: idField.optional(),
  /** `open`: still to come. */
  scope: z.enum(['all', 'open', 'late']).default('all'),
  offset: z.number().int().min(0).default(0),
  limit: z.number().int().min(1).max(1000).default(200),
})
export type PurchaseLinesQuestion = z.output<typeof purchaseLinesInput>

/** A line and how far it has come. */
export type PurchaseLineRow = {
  lineId: number
  orderId: number
  number: string
  status: PurchaseStatus
  orderedOn: string
  supplierId: number | null
  supplier: NamedParty | null
  productId: number | null
  sku: string
  name: string
  nameZh: string
  unit: string
  quantity: number
  received: number
  rejected: number
  letGo: number
  open: number
  dueOn: string | null
  isLate: boolean
  lastReceivedOn: string | null
  /** The line of a sales order that it is bought for. */
  salesLineId: number | null
}

/** What of a line no longer comes; null: all that is still open of it. */
export const letGoInput = z.object({
  id: idField,
  lines: z
    .array(z.object({ lineId: idField, quantity: quantityField.min(0, 'negative').nullable().default(null) }))
    .min(1)
    .max(2000),
})
