// An order of a shop or marketplace as its file tells it, put together from all of its rows: what every platform's file comes to.
import type { Day } from '#shared/dates.ts'
import type { OrderPurpose, OrderStatus } from '#shared/schemas/orders.ts'

export type ChannelLine = {
  /** The row of the file. */
  row: number
  externalId: string
  /** What the channel calls it; empty for a charge. */
  externalSku: string
  description: string
  qtyMilli: number
  cancelledMilli: number
  returnedMilli: number
  priceMicros: number
  discountPpm: number
  discountMinor: number
  taxPpm: number
  totalMinor: number
  taxMinor: number
  promisedOn: Day | null
  isSent: boolean
}

export type Buyer = {
  /** What the channel knows the buyer by; empty where it says nothing of that. */
  key: string
  name: string
  email: string
  phone: string
  company: string
  taxNumber: string
  isBusiness: boolean
}

export type ShipTo = {
  name: string
  street: string
  city: string
  region: string
  postalCode: string
  country: string
  phone: string
}

export type ChannelOrder = {
  reference: string
  /** The file's rows that tell of the order alone and are no lines. */
  headRows: number[]
  orderedOn: Day | null
  requiredOn: Day | null
  paidOn: Day | null
  shippedOn: Day | null
  deliveredOn: Day | null
  status: OrderStatus
  externalStatus: string
  isRefunded: boolean
  /** Null where the file says nothing of it. */
  purpose: OrderPurpose | null
  currency: string
  taxIncluded: boolean
  /** The channel hands on the tax of this order, whatever it usually does. Null: as it usually does. */
  taxByChannel: boolean | null
  freightMinor: number | null
  freightTaxMinor: number
  otherMinor: number
  /** What went back to the buyer, and what of that the lines are without already. */
  refundMinor: number
  refundOffMinor: number
  fulfilledByChannel: boolean
  customerReference: string
  shippingService: string
  carrier: string
  trackingNumber: string
  cancelReason: string
  packingNote: string
  note: string
  cardCountry: string
  buyer: Buyer
  shipTo: ShipTo
  lines: ChannelLine[]
  notes: { row: number; field: string; said: string }[]
}

/** Words for goods that the channel keeps and sends itself. */
const channelSends =
  /\b(?:afn|fba|amazon|fulfil?led by (?:tik ?tok|amazon|platform)|fulfil?lment by (?:tik ?tok|platform|amazon)|fbt|fbs|versand durch (?:amazon|tiktok)|expédié par (?:amazon|tiktok)|平台(?:仓|履约|发货)|官方仓|海外托管)/i
const sellerSends = /\b(?:mfn|fbm|seller|merchant|verkäufer|vendeur|venditore|vendedor)\b|卖家|商家/i

/** Whether the words of a file's column of senders mean the channel. */
export function isSentByChannel(text: string | undefined): boolean {
  return text !== undefined && channelSends.test(text) && !sellerSends.test(text)
}
