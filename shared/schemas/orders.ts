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

const orderLineInput = z.object({
  id: idField.optional(),
  productId: idField.nullable(),
  description: lineField(),
  quantity: quantityField,
  unitPrice: decimalField,
  discountPercent: percentField.default(0),
})

export const orderInput = z.object({
  /** Left empty, the next number of this copy is given. */
  number: lineField(60),
  customerId: idField.nullable().default(null),
  orderedOn: dayField,
  requiredOn: dayField.nullable().default(null),
  shippedOn: dayField.nullable().default(null),
  status: z.enum(orderStatuses).default('draft'),
  purpose: z.enum(orderPurposes).default('sale'),
  currency: currencyField,
  /** Base currency for 1 of the order's; empty takes the rate table's rate of the order day. */
  rate: z.union([z.literal(''), decimalField]).default(''),
  carrierId: idField.nullable().default(null),
  freight: decimalField.nullable().default(null),
  shipTo: z
    .object({
      name: lineField(),
      street: lineField(500),
      city: lineField(),
      region: lineField(),
      postalCode: lineField(40),
      country: countryField,
    })
    .prefault({}),
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
  unitPrice: string
  discountPercent: number
  total: string
  /** In base currency; null while no rate is known. */
  baseTotal: string | null
}

export type Order = Omit<OrderInput, 'lines' | 'rate'> & {
  id: number
  archived: boolean
  isHistory: boolean
  channel: string
  externalId: string
  customer: { id: number; name: string; nameZh: string } | null
  carrier: { id: number; name: string; nameZh: string } | null
  baseCurrency: string
  rate: string | null
  rateOn: string | null
  total: string
  baseTotal: string | null
  lines: OrderLine[]
}

export type OrderRow = {
  id: number
  number: string
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
  purpose: OrderPurpose
  lineCount: number
  currency: string
  total: string
  /** Null while a line has no amount in base currency. */
  baseTotal: string | null
  rate: string | null
  rateOn: string | null
  carrier: string
  carrierZh: string
  freight: string | null
  note: string
}
