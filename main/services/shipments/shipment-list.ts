// The list of shipments: its columns, and the rows of a page.
import type { ReadDb } from '#main/db/database.ts'
import { baseCurrency } from '#main/services/book/book-queries.ts'
import { bookToday } from '#main/services/book/book-today.ts'
import { listPage, rowsInOrder } from '#main/services/lists/list-page.ts'
import type { ListSpec } from '#main/services/lists/list-spec.ts'
import { minorText } from '#shared/money.ts'
import type { ListInput, Page } from '#shared/schemas/paging.ts'
import type { ShipmentRow } from '#shared/schemas/shipments.ts'

const warehouse = "coalesce(nullif(warehouse.name, ''), warehouse.code)"
const toWarehouse = "coalesce(nullif(place.name, ''), place.code)"
/** Whom it goes to or comes from: the party, else the recipient, else the own place that it goes to. */
const to = `coalesce(party.name, nullif(r.ship_to_name, ''), ${toWarehouse}, '')`
/** Of whom it goes to or comes from. */
const country = "iif(r.kind = 'purchase', r.from_country, r.ship_to_country)"
const ofParcels = 'FROM parcels p INDEXED BY parcels_by_shipment WHERE p.shipment_id = r.id AND p.deleted = 0'
const firstNumber = `(SELECT p.tracking_number ${ofParcels} AND p.tracking_number <> '' ORDER BY p.position, p.id LIMIT 1)`
/** The day it should be there, while it is under way: in the past it is late. */
export const dueSql = 'CASE WHEN r.is_open = 1 THEN r.planned_on END'
/** Ids of shipments by columns of rows that hang on them; ends before IN. */
const ofLegs = (column: string) =>
  `r.id IN (SELECT shipment_id FROM shipment_legs WHERE deleted = 0 AND ${column} LIKE ? ESCAPE '\\')`

export const shipmentList: ListSpec = {
  table: 'live_shipments',
  base: 'shipments',
  indexed: ['number', 'sentOn', 'plannedOn'],
  keys: ['number', 'carrierId', 'partyId'],
  joins: {
    party: 'LEFT JOIN parties party ON party.id = r.party_id',
    carrier: 'LEFT JOIN parties carrier ON carrier.id = r.carrier_id',
    service: 'LEFT JOIN carrier_services service ON service.id = r.service_id',
    warehouse: 'LEFT JOIN warehouses warehouse ON warehouse.id = r.warehouse_id',
    place: 'LEFT JOIN warehouses place ON place.id = r.to_warehouse_id',
  },
  columns: {
    number: { sql: 'r.number', type: 'code' },
    channel: { sql: 'r.channel', type: 'text' },
    externalId: { sql: 'r.external_id', type: 'code' },
    kind: { sql: 'r.kind', type: 'choice' },
    status: { sql: 'r.status', type: 'choice' },
    state: { sql: 'r.state', type: 'choice' },
    stateOn: { sql: 'r.state_on', type: 'day' },
    to: {
      sql: to,
      also: 'party.name_zh',
      type: 'text',
      joins: ['party', 'place'],
      isLike: "r.party_id IN (SELECT id FROM parties WHERE name LIKE ? ESCAPE '\\')",
    },
    partyId: { sql: 'r.party_id', type: 'number' },
    recipient: { sql: 'r.ship_to_name', type: 'text' },
    city: { sql: 'r.ship_to_city', type: 'text' },
    country: { sql: country, type: 'choice' },
    fromCountry: { sql: 'r.from_country', type: 'choice' },
    warehouse: { sql: warehouse, type: 'text', joins: ['warehouse'] },
    carrierId: { sql: 'r.carrier_id', type: 'number' },
    carrier: { sql: 'carrier.name', also: 'carrier.name_zh', type: 'text', joins: ['carrier'] },
    service: { sql: 'service.name', type: 'text', joins: ['service'] },
    mode: { sql: 'r.mode', type: 'choice' },
    trackingNumber: {
      sql: firstNumber,
      type: 'code',
      isLike:
        "r.id IN (SELECT shipment_id FROM parcels WHERE deleted = 0 AND tracking_number <> '' AND tracking_number LIKE ? ESCAPE '\\')",
    },
    container: {
      sql: `(SELECT max(l.container_number) FROM live_shipment_legs l WHERE l.shipment_id = r.id)`,
      type: 'code',
      isLike: ofLegs('container_number'),
    },
    blNumber: {
      sql: `(SELECT max(l.bl_number) FROM live_shipment_legs l WHERE l.shipment_id = r.id)`,
      type: 'code',
      isLike: ofLegs('bl_number'),
    },
    bookedOn: { sql: 'r.booked_on', type: 'day' },
    sentOn: { sql: 'r.sent_on', type: 'day' },
    plannedOn: { sql: 'r.planned_on', type: 'day' },
    // Planned for a day and not there yet: in the past it is late.
    dueOn: { sql: dueSql, type: 'day' },
    deliveredOn: { sql: 'r.delivered_on', type: 'day' },
    pieceCount: { sql: 'r.piece_count', type: 'number' },
    weight: { sql: 'r.weight_grams / 1000.0', type: 'number' },
    volume: { sql: 'r.volume_cm3 / 1000000.0', type: 'number' },
    value: { sql: 'r.value_base_minor', type: 'baseMoney' },
    estimate: { sql: 'r.estimate_base_minor', type: 'baseMoney' },
    cost: { sql: 'r.cost_base_minor', type: 'baseMoney' },
    orderCount: { sql: 'r.order_count', type: 'number' },
    incoterm: { sql: 'r.incoterm', type: 'text' },
    reference: { sql: 'r.reference', type: 'text' },
    note: { sql: 'r.note', type: 'text' },
  },
  search: ['number', 'externalId', 'to', 'recipient', 'trackingNumber', 'container', 'blNumber', 'reference'],
  defaultSort: [{ column: 'number', direction: 'desc' }],
}

type Listed = Omit<ShipmentRow, 'value' | 'estimate' | 'cost' | 'isLate' | 'moreNumbers'> & {
  valueMinor: number | null
  estimateMinor: number | null
  costMinor: number | null
  numbers: number
}

const select = `SELECT r.id, r.number, r.channel, r.external_id AS externalId, r.kind, r.status, r.state, r.state_on AS stateOn,
  ${to} AS "to", coalesce(nullif(party.name_zh, ''), ${to}) AS toZh, r.party_id AS partyId, r.ship_to_city AS city,
  ${country} AS country, r.carrier_id AS carrierId, coalesce(carrier.name, '') AS carrier,
  coalesce(carrier.name_zh, '') AS carrierZh, coalesce(service.name, '') AS service, r.mode,
  coalesce(${firstNumber}, '') AS trackingNumber, (SELECT count(*) ${ofParcels} AND p.tracking_number <> '') AS numbers,
  r.sent_on AS sentOn, r.planned_on AS plannedOn, r.delivered_on AS deliveredOn, ${dueSql} AS dueOn,
  r.piece_count AS pieceCount, r.weight_grams AS weightGrams, r.volume_cm3 AS volumeCm3, r.value_base_minor AS valueMinor,
  r.estimate_base_minor AS estimateMinor, r.cost_base_minor AS costMinor, r.order_count AS orderCount, r.reference, r.note
  FROM shipments r LEFT JOIN parties party ON party.id = r.party_id LEFT JOIN parties carrier ON carrier.id = r.carrier_id
  LEFT JOIN carrier_services service ON service.id = r.service_id LEFT JOIN warehouses place ON place.id = r.to_warehouse_id`

/** A page of shipments. */
export function listShipments(db: ReadDb, input: ListInput): Page<ShipmentRow> {
  const { ids, total } = listPage(db, shipmentList, input)
  return { rows: shipmentRows(db, ids), total }
}

/** Shipments as grid rows, in the order of `ids`. */
export function shipmentRows(db: ReadDb, ids: readonly number[]): ShipmentRow[] {
  const base = baseCurrency(db)
  const today = bookToday(db, db.now)
  return rowsInOrder<Listed>(db, select, ids).map((row) => {
    const { valueMinor, estimateMinor, costMinor, numbers, ...rest } = row
    return {
      ...rest,
      isLate: row.dueOn !== null && row.dueOn < today,
      moreNumbers: Math.max(0, numbers - 1),
      value: minorText(valueMinor, base),
      estimate: minorText(estimateMinor, base),
      cost: minorText(costMinor, base),
    }
  })
}
