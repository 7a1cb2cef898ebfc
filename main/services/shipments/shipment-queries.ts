// A shipment with all that it consists of and the names it refers to.
import type { ReadDb } from '#main/db/database.ts'
import type { ParcelsTable, ShipmentsTable } from '#main/db/tables.ts'
import { valueOfLine } from '#main/domain/shipments/derive-shipment.ts'
import { verbsOf } from '#main/domain/shipments/shipment-status.ts'
import { baseCurrency } from '#main/services/book/book-queries.ts'
import { bookToday } from '#main/services/book/book-today.ts'
import { factsFromRow, shipmentFromRow } from '#main/services/shipments/shipment-columns.ts'
import { customsOf, customsRevision } from '#main/services/shipments/shipment-customs.ts'
import { legsOf } from '#main/services/shipments/shipment-legs.ts'
import { livingShipment, standOf } from '#main/services/shipments/shipment-rows.ts'
import { costsOfTransfer, sumOf } from '#main/services/shipments/value-at-cost.ts'
import type { Id } from '#shared/ids.ts'
import { minorText } from '#shared/money.ts'
import { toMilli } from '#shared/quantity.ts'
import type { NamedParty } from '#shared/schemas/purchases.ts'
import type { Packaging, TrackingState } from '#shared/schemas/shipment-words.ts'
import type {
  NamedPlace,
  NamedShipment,
  Parcel,
  ParcelContent,
  Shipment,
  ShipmentLine,
} from '#shared/schemas/shipments.ts'

/** The shipment, or `shipments/not-found`. */
export function getShipment(db: ReadDb, id: Id): Shipment {
  const row = livingShipment(db, id)
  const base = baseCurrency(db)
  const stand = standOf(db, row)
  const { lines, ...worth } = worthOf(db, row, shipmentLines(db, id, base))
  return {
    ...shipmentFromRow(row),
    ...factsFromRow(row, base, bookToday(db, db.now)),
    ...worth,
    ...namesOf(db, row),
    ...sourcesOf(lines),
    baseCurrency: base,
    verbs: verbsOf(stand),
    hasMoved: stand.hasMoved,
    lines,
    parcels: parcelsOf(db, id),
    legs: legsOf(db, id),
    customs: customsOf(db, id),
    customsRevision: customsRevision(db, id),
  }
}

type Worth = Pick<Shipment, 'lines' | 'isAtCost'> & Partial<Pick<Shipment, 'value'>>

/** What goes from one own place to another is of no order: it is worth what it cost. */
function worthOf(db: ReadDb, row: ShipmentsTable, lines: ShipmentLine[]): Worth {
  if (row.kind !== 'transfer' || row.value_base_minor !== null) return { lines, isAtCost: false }
  const base = baseCurrency(db)
  const costs = costsOfTransfer(
    db,
    row,
    lines.map(({ productId, quantity }) => ({ productId, qtyMilli: toMilli(quantity) })),
  )
  return {
    lines: lines.map((line, at) => ({ ...line, value: minorText(costs[at] ?? null, base) })),
    isAtCost: costs.some((cost) => cost !== null),
    value: lines.length === 0 ? null : minorText(sumOf(costs), base),
  }
}

type Names = Pick<Shipment, 'party' | 'carrier' | 'service' | 'warehouse' | 'toWarehouse' | 'follows' | 'followedBy'>

function namesOf(db: ReadDb, row: ShipmentsTable): Names {
  const shipment = 'SELECT id, number, kind, status FROM live_shipments WHERE'
  return {
    party: partyOf(db, row.party_id),
    carrier: partyOf(db, row.carrier_id),
    service:
      db.get<NonNullable<Shipment['service']>>(
        'SELECT id, name, code FROM carrier_services WHERE id = ?',
        row.service_id,
      ) ?? null,
    warehouse: placeOf(db, row.warehouse_id),
    toWarehouse: placeOf(db, row.to_warehouse_id),
    follows: db.get<NamedShipment>(`${shipment} id = ?`, row.follows_id) ?? null,
    followedBy: db.all<NamedShipment>(`${shipment} follows_id = ? ORDER BY id`, row.id),
  }
}

export function partyOf(db: ReadDb, id: Id | null): NamedParty | null {
  return db.get<NamedParty>('SELECT id, name, name_zh AS nameZh FROM parties WHERE id = ?', id) ?? null
}

export function placeOf(db: ReadDb, id: Id | null): NamedPlace | null {
  return db.get<NamedPlace>('SELECT id, name, code FROM warehouses WHERE id = ?', id) ?? null
}

/** The orders that its lines are of, each once, in the order of the lines. */
function sourcesOf(lines: readonly ShipmentLine[]): Pick<Shipment, 'orders' | 'purchases'> {
  const distinct = (sources: readonly (ShipmentLine['order'] | null)[]) => {
    const byId = new Map(sources.flatMap((source) => (source ? [[source.id, source.number] as const] : [])))
    return [...byId].map(([id, number]) => ({ id, number }))
  }
  return {
    orders: distinct(lines.map(({ order }) => order)),
    purchases: distinct(lines.map(({ purchase }) => purchase)),
  }
}

type LineRow = {
  id: number
  position: number
  orderLineId: number | null
  orderId: number | null
  orderNumber: string | null
  orderPosition: number | null
  purchaseLineId: number | null
  purchaseId: number | null
  purchaseNumber: string | null
  purchasePosition: number | null
  productId: number | null
  sku: string
  name: string
  nameZh: string
  unit: string
  tracking: ShipmentLine['tracking']
  description: string
  qtyMilli: number
  packedMilli: number
  sourceMinor: number | null
  sourceMilli: number
}

const selectLines = `SELECT l.id, l.position, l.order_line_id AS orderLineId, ol.order_id AS orderId, o.number AS orderNumber,
    ol.position AS orderPosition, l.purchase_line_id AS purchaseLineId, pl.order_id AS purchaseId, u.number AS purchaseNumber,
    pl.position AS purchasePosition, l.product_id AS productId, coalesce(p.sku, ol.external_sku, '') AS sku,
    coalesce(nullif(p.name_en, ''), p.name_zh, '') AS name, coalesce(p.name_zh, '') AS nameZh, coalesce(p.unit, '') AS unit,
    coalesce(p.tracking, 'none') AS tracking,
    coalesce(nullif(l.description, ''), ol.description, pl.description, '') AS description, l.qty_milli AS qtyMilli,
    coalesce((SELECT sum(x.qty_milli) FROM parcel_lines x INDEXED BY parcel_lines_by_line
      JOIN parcels b ON b.id = x.parcel_id AND b.deleted = 0 WHERE x.line_id = l.id AND x.deleted = 0), 0) AS packedMilli,
    coalesce(ol.base_minor, pl.base_minor) AS sourceMinor,
    coalesce(ol.qty_milli - ol.cancelled_milli, pl.qty_milli, 0) AS sourceMilli
  FROM live_shipment_lines l LEFT JOIN order_lines ol ON ol.id = l.order_line_id LEFT JOIN sales_orders o ON o.id = ol.order_id
  LEFT JOIN purchase_lines pl ON pl.id = l.purchase_line_id LEFT JOIN purchase_orders u ON u.id = pl.order_id
  LEFT JOIN products p ON p.id = l.product_id
  WHERE l.shipment_id = ? ORDER BY l.position, l.id`

/** The lines of a shipment with what their orders and products say. */
export function shipmentLines(db: ReadDb, shipmentId: Id, base = baseCurrency(db)): ShipmentLine[] {
  return db.all<LineRow>(selectLines, shipmentId).map((row) => ({
    id: row.id,
    position: row.position,
    orderLineId: row.orderLineId,
    purchaseLineId: row.purchaseLineId,
    order: sourceOf(row.orderId, row.orderNumber, row.orderPosition),
    purchase: sourceOf(row.purchaseId, row.purchaseNumber, row.purchasePosition),
    productId: row.productId,
    sku: row.sku,
    name: row.name,
    nameZh: row.nameZh,
    unit: row.unit,
    tracking: row.tracking,
    description: row.description,
    quantity: row.qtyMilli / 1000,
    packed: row.packedMilli / 1000,
    value: minorText(valueOfLine({ ...row, order: null }), base),
  }))
}

function sourceOf(id: number | null, number: string | null, position: number | null): ShipmentLine['order'] {
  return id === null ? null : { id, number: number ?? '', position: position ?? 0 }
}

type ParcelRow = ParcelsTable & { carrierName: string | null; carrierZh: string | null }

/** The parcels of a shipment with what lies in them. */
export function parcelsOf(db: ReadDb, shipmentId: Id): Parcel[] {
  const contents = Map.groupBy(
    db.all<ParcelContent & { parcelId: number }>(
      `SELECT x.parcel_id AS parcelId, x.line_id AS lineId, x.qty_milli / 1000.0 AS quantity
       FROM live_parcels p JOIN parcel_lines x INDEXED BY parcel_lines_by_parcel ON x.parcel_id = p.id AND x.deleted = 0
       JOIN shipment_lines l ON l.id = x.line_id WHERE p.shipment_id = ? ORDER BY l.position, x.id`,
      shipmentId,
    ),
    ({ parcelId }) => parcelId,
  )
  return db
    .all<ParcelRow>(
      `SELECT p.*, c.name AS carrierName, c.name_zh AS carrierZh FROM live_parcels p
       LEFT JOIN parties c ON c.id = p.carrier_id WHERE p.shipment_id = ? ORDER BY p.position, p.id`,
      shipmentId,
    )
    .map((row) => parcelFromRow(row, contents.get(row.id) ?? []))
}

function parcelFromRow(row: ParcelRow, contents: readonly ParcelContent[]): Parcel {
  return {
    id: row.id,
    position: row.position,
    packaging: row.packaging as Packaging,
    pieces: row.pieces,
    lengthMm: row.length_mm,
    widthMm: row.width_mm,
    heightMm: row.height_mm,
    netGrams: row.net_grams,
    grossGrams: row.gross_grams,
    marks: row.marks,
    carrierId: row.carrier_id,
    carrier:
      row.carrier_id === null ? null : { id: row.carrier_id, name: row.carrierName ?? '', nameZh: row.carrierZh ?? '' },
    trackingNumber: row.tracking_number,
    toldOn: row.told_on,
    state: row.state as TrackingState | '',
    stateOn: row.state_on,
    heardAt: row.heard_at,
    deliveredOn: row.delivered_on,
    contents: contents.map(({ lineId, quantity }) => ({ lineId, quantity })),
  }
}
