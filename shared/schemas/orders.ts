// Sales orders and their lines as they travel: money as decimal text with its currency, quantities in the product's unit.
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

export const orderStatuses = [
  'draft',
  'confirmed',
  'on_hold',
  'part_shipped',
  'shipped',
  'delivered',
  'closed',
  'cancelled',
] as const
export type OrderStatus = (typeof orderStatuses)[number]

/** Samples and one-off orders are sales, but no sign of what will be asked for. */
export const orderPurposes = ['sale', 'sample', 'one_off'] as const
export type OrderPurpose = (typeof orderPurposes)[number]

/** A credit is a document of its own with lines below zero: it takes back what an order earned. */
export const orderDocuments = ['order', 'credit'] as const
export type OrderDocumentKind = (typeof orderDocuments)[number]

export const creditReasons = [
  '',
  'return',
  'damaged',
  'wrong',
  'missing',
  'late',
  'price',
  'cancelled',
  'goodwill',
  'other',
] as const
export type CreditReason = (typeof creditReasons)[number]

/** Who does a thing for the customer: we, or the channel they bought through. */
export const orderSides = ['seller', 'channel'] as const
export type OrderSide = (typeof orderSides)[number]

/** What days until an order is due are counted from. */
export const saleDueFroms = ['order', 'shipment', 'delivery', 'month_end'] as const
export type SaleDueFrom = (typeof saleDueFroms)[number]

export const paymentStates = ['', 'open', 'part', 'paid', 'over'] as const
export type PaymentState = (typeof paymentStates)[number]

export const shippingStates = ['', 'open', 'part', 'sent', 'returned'] as const
export type ShippingState = (typeof shippingStates)[number]

const orderVerbs = [
  'edit',
  'confirm',
  'hold',
  'resume',
  'dispatch',
  'deliver',
  'credit',
  'cancel',
  'close',
  'reopen',
] as const
export type OrderVerb = (typeof orderVerbs)[number]

const orderLineInput = z.object({
  id: idField.optional(),
  productId: idField.nullable(),
  description: lineField(),
  /** Above zero on an order, below zero on a credit. */
  quantity: quantityField,
  /** Of that no longer wanted; it is not paid for. */
  cancelled: quantityField.min(0, 'negative').default(0),
  unitPrice: decimalField,
  discountPercent: percentField.default(0),
  /** An amount that comes off besides: the line's share of a discount on the whole order (spreadDiscount). */
  discountAmount: decimalField.default('0'),
  taxPercent: percentField.default(0),
  /** Tax as an amount, where no percentage is told; null leaves what was told before. */
  tax: decimalField.nullable().default(null),
  promisedOn: dayField.nullable().default(null),
  /** The channel's own SKU; left out, what the line has stays. */
  externalSku: z.string().trim().max(120).optional(),
  /** On a credit: the line that it takes back from. */
  creditsLineId: idField.nullable().default(null),
})
export type OrderLineInput = z.output<typeof orderLineInput>

export const orderInput = z.object({
  /** Left empty, the next number of this copy is given. */
  number: lineField(60),
  document: z.enum(orderDocuments).default('order'),
  /** On a credit: the order that it takes back from, where that is known, and why. */
  creditsId: idField.nullable().default(null),
  creditReason: z.enum(creditReasons).default(''),
  customerId: idField.nullable().default(null),
  /** The customer's own number for it. */
  customerReference: lineField(120),
  /** Left out, they stay; a new order then has none. */
  channel: z.string().trim().max(60).optional(),
  externalId: z.string().trim().max(120).optional(),
  orderedOn: dayField,
  requiredOn: dayField.nullable().default(null),
  /** For orders of the past and of files: what is dispatched here says it by itself. Left out, it stays; a new order has none. */
  shippedOn: dayField.nullable().optional(),
  /** For orders of the past and of files; the verbs (confirm, hold, …) lead from one to the next. Left out, it stays; a new order is a draft. */
  status: z.enum(orderStatuses).optional(),
  purpose: z.enum(orderPurposes).default('sale'),
  /** The order that a sample serves. */
  servesId: idField.nullable().default(null),
  /** Where its goods leave from; null: nobody said. */
  warehouseId: idField.nullable().default(null),
  fulfilledBy: z.enum(orderSides).default('seller'),
  /** Who takes the customer's money, and who hands the tax on. */
  collectedBy: z.enum(orderSides).default('seller'),
  taxBy: z.enum(orderSides).default('seller'),
  /** Whether prices, freight among them, have the tax in them. */
  taxIncluded: z.boolean().default(false),
  depositPercent: percentField.default(0),
  dueFrom: z.enum(saleDueFroms).default('order'),
  dueDays: z.number().int().min(0).max(3650).default(0),
  currency: currencyField,
  /** Base currency for 1 of the order's; empty takes the rate table's rate of the order day. */
  rate: z.union([z.literal(''), decimalField]).default(''),
  carrierId: idField.nullable().default(null),
  shippingService: lineField(120),
  freight: decimalField.nullable().default(null),
  freightTax: decimalField.default('0'),
  /** Charged besides; below zero it is given. */
  other: decimalField.default('0'),
  shipTo: z
    .object({
      name: lineField(),
      street: lineField(500),
      city: lineField(),
      region: lineField(),
      postalCode: lineField(40),
      country: countryField,
      phone: lineField(60),
    })
    .prefault({}),
  packingNote: noteField,
  note: noteField,
  lines: z.array(orderLineInput).max(2000).default([]),
})

export type OrderInput = z.output<typeof orderInput>
export type OrderDraft = z.input<typeof orderInput>

export type OrderLine = {
  id: number
  position: number
  productId: number | null
  sku: string
  /** The product's English name, the Chinese one for want of it. */
  name: string
  nameZh: string
  unit: string
  description: string
  quantity: number
  cancelled: number
  unitPrice: string
  discountPercent: number
  discountAmount: string
  taxPercent: number
  /** The tax in or on the total, fixed. */
  tax: string
  /** With the tax in it where prices have it. */
  total: string
  /** What was earned, without tax, in base currency; null while no rate is known. */
  baseTotal: string | null
  externalId: string
  externalSku: string
  creditsLineId: number | null
  promisedOn: string | null
  /** The day it is due: its own, else the order's. */
  dueOn: string | null
  /** What was sent, what of that came back, and what is still to be sent (0 unless the order is open). */
  shipped: number
  returned: number
  open: number
}

/** What an order comes to, in its own currency: goods as priced, all tax in or on it, and what is to be paid to us. */
export type OrderSums = { goods: string; freight: string; other: string; net: string; tax: string; gross: string }

type Named = { id: number; number: string }

export type Order = Omit<OrderInput, 'lines' | 'rate' | 'status' | 'shippedOn' | 'channel' | 'externalId'> & {
  id: number
  status: OrderStatus
  shippedOn: string | null
  confirmedOn: string | null
  deliveredOn: string | null
  closedOn: string | null
  holdReason: string
  cancelReason: string
  archived: boolean
  isHistory: boolean
  channel: string
  externalId: string
  /** In the channel's own words. */
  externalStatus: string
  cardCountry: string
  flagsClearedOn: string | null
  customer: { id: number; name: string; nameZh: string } | null
  carrier: { id: number; name: string; nameZh: string } | null
  warehouse: { id: number; name: string; code: string } | null
  /** The order that this credit takes back from, and the one that this sample serves. */
  credits: Named | null
  serves: Named | null
  baseCurrency: string
  rate: string | null
  rateOn: string | null
  total: string
  baseTotal: string | null
  money: OrderSums
  /** What is to be paid to us, in base currency by the order's own rate. */
  grossBase: string | null
  paid: string
  /** Still to be paid; 0 where nothing is asked for. */
  open: string
  dueOn: string | null
  owedOn: string | null
  paymentState: PaymentState
  shippingState: ShippingState
  /** What may be done with it now. */
  verbs: OrderVerb[]
  lines: OrderLine[]
}

/** A line and an order as their papers and versions say them: without how far they have come. */
export type WrittenLine = Omit<OrderLine, 'dueOn' | 'shipped' | 'returned' | 'open'>
export type WrittenOrder = Omit<
  Order,
  'lines' | 'verbs' | 'paid' | 'open' | 'dueOn' | 'owedOn' | 'paymentState' | 'shippingState' | 'grossBase'
> & { lines: WrittenLine[] }

/** The terms that orders of a customer begin with. */
export type OrderTerms = Pick<Order, 'currency' | 'depositPercent' | 'dueFrom' | 'dueDays' | 'channel'>

export type OrderRow = {
  id: number
  number: string
  document: OrderDocumentKind
  customerReference: string
  channel: string
  externalId: string
  orderedOn: string
  requiredOn: string | null
  shippedOn: string | null
  customerId: number | null
  customer: string
  customerZh: string
  country: string
  status: OrderStatus
  paymentState: PaymentState
  shippingState: ShippingState
  /** The day it is wanted for, while goods of it are still to be sent; in the past it is late. */
  waitsOn: string | null
  isLate: boolean
  purpose: OrderPurpose
  fulfilledBy: OrderSide
  collectedBy: OrderSide
  warehouse: string
  confirmedOn: string | null
  deliveredOn: string | null
  lineCount: number
  currency: string
  total: string
  /** Null while a line has no amount in base currency. */
  baseTotal: string | null
  tax: string
  gross: string
  grossBase: string | null
  paid: string
  open: string
  dueOn: string | null
  owedOn: string | null
  rate: string | null
  rateOn: string | null
  carrier: string
  carrierZh: string
  freight: string | null
  note: string
}
