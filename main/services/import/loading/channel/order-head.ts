// The head of a channel's order as a row of the book: made, or brought up to what the file says now.
import type { ReadDb } from '#main/db/database.ts'
import type { ChannelsTable } from '#main/db/tables.ts'
import type { ChannelOrder } from '#main/domain/import/channels/channel-order.ts'
import type { Columns } from '#main/services/import/loading/apply-columns.ts'
import { buyerFor } from '#main/services/import/loading/channel/buyers.ts'
import { takeColumns } from '#main/services/import/loading/channel/hand-made.ts'
import type { LoadContext } from '#main/services/import/loading/loader.ts'
import { partyFor } from '#main/services/import/loading/party-loader.ts'
import { tableRate } from '#main/services/rates/document-rate.ts'
import type { Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import type { OrderStatus } from '#shared/schemas/orders.ts'

export type KnownOrder = {
  id: Id
  currency: string
  rate: string | null
  status: OrderStatus
  externalStatus: string
  isHistory: number
  taxIncluded: number
}

/** The channel's own order of this key, else one typed in here under its number. */
export function knownOrder(db: ReadDb, channel: string, { reference, document }: Wanted): KnownOrder | null {
  const columns = `id, currency, rate, status, external_status AS externalStatus, is_history AS isHistory,
    tax_included AS taxIncluded`
  const byKey = db.get<KnownOrder>(
    `SELECT ${columns} FROM sales_orders INDEXED BY sales_orders_by_external_id
     WHERE channel = ? AND external_id = ? AND document = ? AND deleted = 0 ORDER BY id LIMIT 1`,
    channel,
    reference,
    document,
  )
  if (byKey) return byKey
  const byNumber = db.get<KnownOrder>(
    `SELECT ${columns} FROM sales_orders INDEXED BY sales_orders_by_number
     WHERE number = ? AND channel IN (?, '') AND external_id = '' AND document = ? AND deleted = 0 ORDER BY id LIMIT 1`,
    reference,
    channel,
    document,
  )
  return byNumber ?? null
}

type Wanted = { reference: string; document: 'order' | 'credit' }

export type HeadParts = { context: LoadContext; channel: ChannelsTable; base: string }
export type NewHead = { document: 'order' | 'credit'; isHistory: boolean; status: OrderStatus }

/** Writes a new order; the file's state of it is told by `status`, what has left by dispatches. */
export function makeHead(parts: HeadParts, order: ChannelOrder, { document, isHistory, status }: NewHead): Id {
  const { context, channel, base } = parts
  const orderedOn = order.orderedOn as Day
  const { rate, rateOn } = tableRate(context.rates, order.currency, base, orderedOn)
  return context.tx.insert('sales_orders', {
    number: order.reference,
    channel: context.channel,
    external_id: order.reference,
    customer_id: buyerFor(context, order),
    document,
    status,
    is_history: isHistory ? 1 : 0,
    ...{ currency: order.currency, rate, rate_on: rateOn },
    ...toldColumns(order),
    ...sides(channel, order),
    carrier_id: carrierOf(context, order),
    confirmed_on: status === 'draft' || status === 'cancelled' ? null : (order.paidOn ?? orderedOn),
    ...(isHistory ? daysPast(order) : {}),
  })
}

/** What was sent long ago is known by its days alone. */
function daysPast({ shippedOn, deliveredOn }: ChannelOrder): Columns {
  return { shipped_on: shippedOn ?? deliveredOn, delivered_on: deliveredOn }
}

/** Brings an order up to the file; what somebody changed by hand stays. */
export function changeHead({ context, channel }: HeadParts, known: KnownOrder, order: ChannelOrder) {
  const columns = {
    ...given(toldColumns(order)),
    ...sides(channel, order),
    ...(known.isHistory ? given(daysPast(order)) : {}),
  }
  // Rows of the order alone tell no amounts that its lines could be held against.
  const told =
    order.lines.length > 0
      ? columns
      : without(columns, ['freight_minor', 'freight_tax_minor', 'other_minor', 'tax_included', 'tax_by'])
  return takeColumns(context.tx, { table: 'sales_orders', id: known.id }, told, together)
}

function without(columns: Columns, names: readonly string[]): Columns {
  return Object.fromEntries(Object.entries(columns).filter(([name]) => !names.includes(name)))
}

const together = [
  [
    'ship_to_name',
    'ship_to_street',
    'ship_to_city',
    'ship_to_region',
    'ship_to_postal_code',
    'ship_to_country',
    'ship_to_phone',
  ],
  ['freight_minor', 'freight_tax_minor', 'other_minor', 'tax_included', 'tax_by'],
  ['status', 'external_status'],
]

/** Plain columns that the file tells. */
function toldColumns(order: ChannelOrder): Columns {
  const { shipTo } = order
  return {
    external_status: order.externalStatus,
    purpose: order.purpose ?? undefined,
    ordered_on: order.orderedOn ?? undefined,
    required_on: order.requiredOn ?? undefined,
    delivered_on: order.deliveredOn ?? undefined,
    customer_reference: order.customerReference.slice(0, 300),
    ship_to_name: shipTo.name,
    ship_to_street: shipTo.street,
    ship_to_city: shipTo.city,
    ship_to_region: shipTo.region,
    ship_to_postal_code: shipTo.postalCode,
    ship_to_country: shipTo.country,
    ship_to_phone: shipTo.phone,
    shipping_service: order.shippingService,
    packing_note: order.packingNote,
    note: order.note,
    cancel_reason: order.status === 'cancelled' ? order.cancelReason : '',
    card_country: order.cardCountry,
    freight_minor: order.freightMinor ?? undefined,
    freight_tax_minor: order.freightTaxMinor,
    other_minor: order.otherMinor,
  }
}

/** An empty cell is no order to clear. */
function given(columns: Columns): Columns {
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== '' && value !== undefined))
}

/** Who sends, who is paid, who hands the tax on: the order's own word, else the channel's terms. */
function sides(channel: ChannelsTable, order: ChannelOrder): Columns {
  const taxByChannel = order.taxByChannel ?? channel.collects_tax === 1
  return {
    fulfilled_by: order.fulfilledByChannel ? 'channel' : 'seller',
    collected_by: channel.collects_money === 1 ? 'channel' : 'seller',
    tax_by: taxByChannel ? 'channel' : 'seller',
    tax_included: order.taxIncluded ? 1 : 0,
  }
}

/** A carrier that is known, or may be made; else its name stays with the order's way of shipping alone. */
function carrierOf(context: LoadContext, { carrier }: ChannelOrder): Id | null {
  return carrier === '' ? null : partyFor(context, 'carrier', carrier)
}
