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
  courierCode: string
  service: string
  /** The carrier's page for this number, where its party says one. */
  trackingUrl: string
}

/** Of goods that left for customers; in the order of their days. */
export function toldParcels(db: ReadDb, { from, to }: Pick<TrackingFileInput, 'from' | 'to'>): ToldParcel[] {
  const rows = db.all<ToldParcel>(
    `SELECT p.id AS parcelId, s.id AS shipmentId, s.number, s.sent_on AS sentOn, p.tracking_number AS trackingNumber,
       p.told_on AS toldOn, coalesce(c.name, '') AS carrier, coalesce(c.courier_code, '') AS courierCode,
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

type Row = Omit<ItemInParcel, 'quantity'> & { parcelId: Id; qtyMilli: number; factorMilli: number | null }

const order = `o.id AS orderId, o.number AS orderNumber, o.channel, o.external_id AS externalId, o.fulfilled_by AS fulfilledBy`

/** By parcel. Where nothing is said to lie in a parcel, the orders of its shipment, without items. */
export function itemsInParcels(db: ReadDb, parcels: readonly Pick<ToldParcel, 'parcelId'>[]): Map<Id, ItemInParcel[]> {
  const list = JSON.stringify(parcels.map(({ parcelId }) => parcelId))
  const found = Map.groupBy(packedItems(db, list), ({ parcelId }) => parcelId)
  const empty = parcels.filter(({ parcelId }) => !found.has(parcelId)).map(({ parcelId }) => parcelId)
  for (const [parcelId, rows] of Map.groupBy(ordersAround(db, JSON.stringify(empty)), (row) => row.parcelId)) {
    found.set(parcelId, rows)
  }
  return new Map([...found].map(([parcelId, rows]) => [parcelId, rows.map(itemOf)]))
}

function packedItems(db: ReadDb, list: string): Row[] {
  return db.all<Row>(
    `SELECT x.parcel_id AS parcelId, ${order}, l.id AS lineId, l.external_id AS itemId,
       coalesce(nullif(l.external_sku, ''), p.sku, '') AS sku, sum(x.qty_milli) AS qtyMilli,
       (SELECT k.factor_milli FROM channel_skus k INDEXED BY channel_skus_by_sku
        WHERE k.channel = o.channel AND k.external_sku = l.external_sku AND k.deleted = 0 ORDER BY k.id LIMIT 1) AS factorMilli
     FROM json_each(?) j CROSS JOIN parcel_lines x INDEXED BY parcel_lines_by_parcel ON x.parcel_id = j.value
     CROSS JOIN shipment_lines g ON g.id = x.line_id CROSS JOIN order_lines l ON l.id = g.order_line_id
     CROSS JOIN sales_orders o ON o.id = l.order_id LEFT JOIN products p ON p.id = l.product_id
     WHERE x.deleted = 0 AND g.deleted = 0 GROUP BY x.parcel_id, l.id ORDER BY l.position, l.id`,
    list,
  )
}

function ordersAround(db: ReadDb, list: string): Row[] {
  return db.all<Row>(
    `SELECT DISTINCT b.id AS parcelId, ${order}, NULL AS lineId, '' AS itemId, '' AS sku, 0 AS qtyMilli, NULL AS factorMilli
     FROM json_each(?) j CROSS JOIN parcels b ON b.id = j.value
     CROSS JOIN shipment_lines g INDEXED BY shipment_lines_by_shipment ON g.shipment_id = b.shipment_id AND g.deleted = 0
     CROSS JOIN order_lines l ON l.id = g.order_line_id CROSS JOIN sales_orders o ON o.id = l.order_id ORDER BY o.id`,
    list,
  )
}

function itemOf({ parcelId: _, qtyMilli, factorMilli, ...item }: Row): ItemInParcel {
  const theirs = qtyMilli / (factorMilli ?? 1000)
  const isWhole = item.lineId !== null && Number.isInteger(theirs)
  return { ...item, quantity: isWhole ? String(theirs) : '' }
}
