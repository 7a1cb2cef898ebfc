// Files that go out to channels and carriers: tracking numbers, recipients, what there is to sell. First looked at, then written.
import { z } from 'zod'
import { dayField, idField, quantityField } from '#shared/schemas/fields.ts'

/** How channels take tracking numbers; the generic one says everything under plain headings. */
export const trackingFormats = ['amazon', 'shopify', 'etsy', 'ebay', 'generic'] as const
export type TrackingFormat = (typeof trackingFormats)[number]

export const trackingFileInput = z.object({
  format: z.enum(trackingFormats),
  /** A channel's code; left out: all channels. */
  channel: z.string().max(60).optional(),
  /** Numbers told before as well. */
  includeTold: z.boolean().default(false),
  /** Sent on these days, both included. */
  from: dayField.nullable().default(null),
  to: dayField.nullable().default(null),
})
export type TrackingFileInput = z.output<typeof trackingFileInput>

/** What carriers' pages take as lists of recipients. */
export const addressFormats = ['generic', 'dhl', 'ups', 'fedex', 'yunexpress', 'ems'] as const
export type AddressFormat = (typeof addressFormats)[number]

export const addressFileInput = z.object({
  format: z.enum(addressFormats),
  /** These shipments; left out: all to customers that are drafted or packed. */
  shipmentIds: z.array(idField).max(10_000).optional(),
  carrierId: idField.nullable().default(null),
})
export type AddressFileInput = z.output<typeof addressFileInput>

export const stockFormats = ['generic', 'amazon'] as const
export type StockFormat = (typeof stockFormats)[number]

export const stockFileInput = z.object({
  format: z.enum(stockFormats).default('generic'),
  channel: z.string().max(60).optional(),
})
export type StockFileInput = z.output<typeof stockFileInput>

/** Why something is not in the file. */
const leftOutReasons = [
  'told-before',
  'no-order',
  'no-channel',
  'other-channel',
  'no-external-id',
  'sent-by-channel',
  'no-address',
  'no-recipient',
  'no-product',
  'no-stock-kept',
] as const
export type LeftOutReason = (typeof leftOutReasons)[number]

const doubtReasons = ['long-address', 'no-weight', 'no-phone', 'part-of-a-pack'] as const
export type DoubtReason = (typeof doubtReasons)[number]

/** What a row is about, so that the page can lead there. */
type Source = { shipmentId: number | null; number: string }

export type FilePreview = {
  /** How the file will be called, without its ending. */
  name: string
  headers: string[]
  /** The first rows, as they stand in the file. */
  rows: (Source & { cells: string[] })[]
  total: number
  leftOut: Told<LeftOutReason>[]
  /** In the file, but worth a look before it goes out. */
  doubtful: Told<DoubtReason>[]
}

/** With the first ones by name. */
type Told<Reason> = { why: Reason; count: number; examples: (Source & { text: string })[] }

/** A file on the shelf, and the parcels whose numbers it tells. */
export type WrittenFile = { token: string; name: string; size: number; rows: number; parcelIds: number[] }

export const markToldInput = z.object({ parcelIds: z.array(idField).min(1).max(100_000), on: dayField.nullable() })

export const channelStockInput = z.object({
  channel: z.string().max(60).optional(),
  search: z.string().max(200).default(''),
  offset: z.number().int().min(0).default(0),
  limit: z.number().int().min(1).max(500).default(100),
})

/** What one SKU of a channel may be sold of, in its own units; null: nobody keeps stock of it, or of a part of it. */
export type ChannelStock = {
  id: number
  channel: string
  externalSku: string
  productId: number | null
  sku: string
  name: string
  nameZh: string
  unit: string
  factor: number
  /** In our units: what lies in own places for sale, less what orders reserve. */
  available: number | null
  reserve: number
  /** Whether the SKU says its own reserve. */
  hasOwnReserve: boolean
  toSell: number | null
  why: 'no-product' | 'no-stock-kept' | null
}

export const setReserveInput = z.object({
  id: idField,
  /** In our units; null: as the setting says. */
  reserve: quantityField.refine((value) => value >= 0, 'negative').nullable(),
})
