// Where orders come from, as they travel: channels with their terms, and what a channel calls our products.
import { z } from 'zod'
import {
  countryField,
  currencyField,
  decimalField,
  idField,
  lineField,
  noteField,
  percentField,
  quantityField,
  requiredLine,
} from '#shared/schemas/fields.ts'

export const channelKinds = ['direct', 'amazon', 'shopify', 'ebay', 'etsy', 'tiktok', 'woocommerce', 'other'] as const
export type ChannelKind = (typeof channelKinds)[number]

/** What stands in the orders' column channel. */
const channelCode = requiredLine(60)

export const channelInput = z.object({
  /** Stays once orders came under it; the name may change. */
  code: channelCode,
  name: lineField(100),
  kind: z.enum(channelKinds).default('other'),
  /** The site's country: how its files write dates, which taxes it collects. */
  country: countryField,
  currency: z.union([z.literal(''), currencyField]).default(''),
  /** Where the goods lie that the channel sends out itself. */
  warehouseId: idField.nullable().default(null),
  pricesWithTax: z.boolean().default(false),
  /** The channel takes the customers' money and pays it out. */
  collectsMoney: z.boolean().default(false),
  /** The channel hands the tax on. */
  collectsTax: z.boolean().default(false),
  /** Expected until a settlement tells: shares of the price in percent, and an amount per order in the channel's currency. */
  feePercent: percentField.default(0),
  paymentFeePercent: percentField.default(0),
  orderFee: decimalField.refine((text) => !text.startsWith('-'), 'negative').default('0'),
  note: noteField,
})
export type ChannelInput = z.output<typeof channelInput>

export type Channel = ChannelInput & {
  id: number
  archived: boolean
  warehouseName: string | null
  orderCount: number
  /** SKUs of lines without a product, not left so on purpose. */
  unknownSkus: number
}

export const channelSkusInput = z.object({
  channel: z.string().max(60).optional(),
  search: z.string().max(200).default(''),
  offset: z.number().int().min(0).default(0),
  limit: z.number().int().min(1).max(500).default(100),
})

/** What a channel calls a product. `productId` null: left without one on purpose. */
export type ChannelSku = {
  id: number
  channel: string
  externalSku: string
  title: string
  productId: number | null
  sku: string
  productName: string
  productNameZh: string
  /** How many of ours one of theirs is. */
  factor: number
  note: string
}

export const unknownSkusInput = z.object({
  channel: z.string().max(60).optional(),
  offset: z.number().int().min(0).default(0),
  limit: z.number().int().min(1).max(200).default(50),
  /** Whether products that each may mean are looked for. */
  suggest: z.boolean().default(true),
})

/** A SKU that lines came under and no product is known for. */
export type UnknownSku = {
  channel: string
  externalSku: string
  title: string
  lines: number
  orders: number
  units: number
  lastOn: string
  suggestions: SkuSuggestion[]
}
/** A product that the SKU may mean, and what speaks for it. */
export type SkuSuggestion = {
  productId: number
  sku: string
  name: string
  nameZh: string
  by: 'sku' | 'barcode' | 'name'
}

export const mapSkuInput = z.object({
  channel: channelCode,
  externalSku: requiredLine(300),
  productId: idField,
  factor: quantityField.refine((value) => value > 0, 'positive').default(1),
  note: lineField(),
})
export type MapSkuInput = z.output<typeof mapSkuInput>

export const skuInput = z.object({ channel: channelCode, externalSku: requiredLine(300) })

/** What filling open lines did. */
export type SkuFilled = { lines: number; orders: number }

/** What the order's page says of the channel it came from. */
export type OrderChannel = {
  channel: Pick<Channel, 'id' | 'code' | 'name' | 'kind' | 'country'> | null
  code: string
  externalId: string
  externalStatus: string
  fulfilledBy: 'seller' | 'channel'
  collectedBy: 'seller' | 'channel'
  taxBy: 'seller' | 'channel'
  shippingService: string
  cardCountry: string
  warehouseId: number | null
  unknownSkus: { externalSku: string; title: string }[]
}
