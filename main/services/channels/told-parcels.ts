// Parcels with a tracking number, and what of which orders lies in them, as channels want to hear of it.
import type { ReadDb } from '#main/db/database.ts'
import type { Id } from '#shared/ids.ts'
import type { TrackingFileInput } from '#shared/schemas/channel-files.ts'

export type ToldParcel = {
  parcelId: Id
  shipmentId: Id
  number: string
  sentOn: string
  trackingNumber: string
  toldOn: string | null
  carrier: string
  carrierZh: string
  courierCode: string
  service: string
  /** The carrier's page for this number, where its party says one. */
  trackingUrl: string
}

/** Of goods that left for customers; in the order of their days. */
export function toldParcels(db: ReadDb, { from, to }: Pick<TrackingFileInput, 'from' | 'to'>): ToldParcel[] {
  const rows = db.all<ToldParcel>(
    `SELECT p.id AS parcelId, s.id AS shipmentId, s.number, s.sent_on AS sentOn, p.tracking_number AS trackingNumber,
       p.told_on AS toldOn, coalesce(c.name, '') AS carrier, coalesce(c.name_zh, '') AS carrierZh,
       coalesce(c.courier_code, '') AS courierCode,
       coalesce(v.name, '') AS service, coalesce(c.tracking_url, '') AS trackingUrl
     FROM shipments s INDEXED BY shipments_list_by_sent
     CROSS JOIN parcels p INDEXED BY parcels_by_shipment ON p.shipment_id = s.id
     LEFT JOIN parties c ON c.id = coalesce(p.carrier_id, s.carrier_id)
     LEFT JOIN carrier_services v ON v.id = s.service_id
     WHERE s.deleted = 0 AND s.archived IN (0, 1) AND s.sent_on BETWEEN ? AND ? AND s.kind = 'order' AND s.status = 'sent'
       AND s.is_history = 0 AND p.deleted = 0 AND p.tracking_number <> ''
     ORDER BY s.sent_on, s.id, p.position, p.id`,
    ...[from ?? '', to ?? '9999'],
  )
  return rows.map((row) => ({
    ...row,
    trackingUrl: row.trackingUrl.replaceAll('{number}', encodeURIComponent(row.trackingNumber)),
  }))
}

export type ItemInParcel = {
  orderId: Id
  orderNumber: string
  channel: string
  externalId: string
  fulfilledBy: string
  /** Null: nobody knows which items lie in the parcel. */
  lineId: Id | null
  itemId: string
  sku: string
  /** In the channel's units; empty where it is no whole number of them. */
  quantity: string
}

type Line = Omit<ItemInParcel, 'quantity' | 'lineId'> & {
  shipmentId: Id
  lineId: Id
  qtyMilli: number
  factorMilli: number | null
}
type Numbered = Pick<ToldParcel, 'parcelId' | 'shipmentId'>

/**
 * By parcel. The only number of a shipment is that of all its goods; of several, each is that of what lies in its parcel, and the
 * first also that of cartons without a number. Where nobody said what lies in a parcel, the orders of its shipment, without items.
 */
export function itemsInParcels(db: ReadDb, parcels: readonly Numbered[]): Map<Id, ItemInParcel[]> {
  const lines = Map.groupBy(linesOf(db, parcels), ({ shipmentId }) => shipmentId)
  const packed = contentsOf(db, parcels)
  const found = new Map<Id, ItemInParcel[]>()
  for (const [shipmentId, numbered] of Map.groupBy(parcels, (parcel) => parcel.shipmentId)) {
    const inside = sharedOut(lines.get(shipmentId) ?? [], numbered, packed)
    for (const [parcelId, items] of inside) found.set(parcelId, items)
  }
  return found
}

type Packed = ReadonlyMap<Id, ReadonlyMap<Id, number>>

function sharedOut(lines: readonly Line[], numbered: readonly Numbered[], packed: Packed): Map<Id, ItemInParcel[]> {
  const isKnown = numbered.length === 1 || numbered.every(({ parcelId }) => packed.has(parcelId))
  const [first] = numbered
  return new Map(
    numbered.map(({ parcelId }) => {
      const own = packed.get(parcelId)
      if (!own && !isKnown) return [parcelId, wholeOrders(lines)]
      const takesRest = isKnown && parcelId === first?.parcelId
      const items = lines.flatMap((line) => {
        const elsewhere = numbered.reduce(
          (sum, other) => sum + (other.parcelId === parcelId ? 0 : (packed.get(other.parcelId)?.get(line.lineId) ?? 0)),
          0,
        )
        const milli = takesRest ? line.qtyMilli - elsewhere : (own?.get(line.lineId) ?? 0)
        return milli > 0 ? [itemOf(line, milli)] : []
      })
      return [parcelId, items]
    }),
  )
}

/** Each order once. */
function wholeOrders(lines: readonly Line[]): ItemInParcel[] {
  const orders = new Map(lines.map((line) => [line.orderId, line]))
  return [...orders.values()].map((line) => ({ ...itemOf(line, 0), lineId: null, itemId: '', sku: '', quantity: '' }))
}

/** In the channel's units, where it is a whole number of them. */
function itemOf({ shipmentId: _, qtyMilli: _all, factorMilli, ...item }: Line, milli: number): ItemInParcel {
  const theirs = milli / (factorMilli ?? 1000)
  return { ...item, quantity: Number.isInteger(theirs) ? String(theirs) : '' }
}

function linesOf(db: ReadDb, parcels: readonly Numbered[]): Line[] {
  return db.all<Line>(
    `SELECT g.shipment_id AS shipmentId, g.id AS lineId, o.id AS orderId, o.number AS orderNumber, o.channel,
       o.external_id AS externalId, o.fulfilled_by AS fulfilledBy, l.external_id AS itemId,
       coalesce(nullif(l.external_sku, ''), p.sku, '') AS sku, g.qty_milli AS qtyMilli,
       (SELECT k.factor_milli FROM channel_skus k INDEXED BY channel_skus_by_sku
        WHERE k.channel = o.channel AND k.external_sku = l.external_sku AND k.deleted = 0 ORDER BY k.id LIMIT 1) AS factorMilli
     FROM json_each(?) j CROSS JOIN shipment_lines g INDEXED BY shipment_lines_by_shipment ON g.shipment_id = j.value
     CROSS JOIN order_lines l ON l.id = g.order_line_id CROSS JOIN sales_orders o ON o.id = l.order_id
     LEFT JOIN products p ON p.id = l.product_id WHERE g.deleted = 0 ORDER BY g.shipment_id, g.position, g.id`,
    JSON.stringify([...new Set(parcels.map(({ shipmentId }) => shipmentId))]),
  )
}

/** Thousandths by line of the shipment; a parcel of which nothing is said is left out. */
function contentsOf(db: ReadDb, parcels: readonly Numbered[]): Packed {
  const rows = db.raw(
    `SELECT x.parcel_id, x.line_id, x.qty_milli FROM json_each(?) j
     CROSS JOIN parcel_lines x INDEXED BY parcel_lines_by_parcel ON x.parcel_id = j.value WHERE x.deleted = 0`,
    JSON.stringify(parcels.map(({ parcelId }) => parcelId)),
  ) as [Id, Id, number][]
  const found = new Map<Id, Map<Id, number>>()
  for (const [parcelId, lineId, milli] of rows) {
    const inside = found.get(parcelId) ?? new Map<Id, number>()
    inside.set(lineId, (inside.get(lineId) ?? 0) + milli)
    found.set(parcelId, inside)
  }
  return found
}
