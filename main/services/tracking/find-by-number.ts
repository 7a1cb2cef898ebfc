// Shipments by the numbers that carriers know them by: of a parcel, of a container, of a bill of lading.
import type { ReadDb } from '#main/db/database.ts'
import { bareNumber, compactNumber } from '#main/domain/tracking/recognise-number.ts'
import type { Id } from '#shared/ids.ts'
import type { FoundShipment } from '#shared/schemas/tracking.ts'

type Row = FoundShipment & { asked: string }

const columns = `s.id AS shipmentId, s.number, s.status, s.state,
  coalesce(nullif(p.name, ''), nullif(s.ship_to_name, ''), s.ship_to_country) AS "to"`
const rest = `LEFT JOIN parties p ON p.id = s.party_id WHERE s.deleted = 0`

/** By number as it was asked; what is under way first, then the newest. Numbers are compared without spaces and dashes. */
export function findByNumber(db: ReadDb, numbers: readonly string[]): Map<string, FoundShipment[]> {
  const forms = [...new Set(numbers)].flatMap((asked) =>
    [...new Set([asked, compactNumber(asked), bareNumber(compactNumber(asked))])]
      .filter((form) => form !== '')
      .map((form) => [form, asked]),
  )
  const rows = db.all<Row>(
    `WITH asked AS MATERIALIZED (SELECT value ->> 0 AS form, value ->> 1 AS asked FROM json_each(?))
     SELECT * FROM (
       SELECT a.asked, x.id AS parcelId, ${columns}, s.is_open AS isOpen
       FROM asked a CROSS JOIN parcels x INDEXED BY parcels_by_tracking
         ON x.tracking_number = a.form AND x.tracking_number <> '' AND x.deleted = 0
       CROSS JOIN shipments s ON s.id = x.shipment_id ${rest}
       UNION SELECT a.asked, NULL, ${columns}, s.is_open
       FROM asked a CROSS JOIN shipment_legs l INDEXED BY shipment_legs_by_container
         ON l.container_number = a.form AND l.container_number <> '' AND l.deleted = 0
       CROSS JOIN shipments s ON s.id = l.shipment_id ${rest}
       UNION SELECT a.asked, NULL, ${columns}, s.is_open
       FROM asked a CROSS JOIN shipment_legs l INDEXED BY shipment_legs_by_bl
         ON l.bl_number = a.form AND l.bl_number <> '' AND l.deleted = 0
       CROSS JOIN shipments s ON s.id = l.shipment_id ${rest})
     ORDER BY isOpen DESC, shipmentId DESC, parcelId`,
    JSON.stringify(forms),
  )
  return Map.groupBy(rows.filter(isFirstOfIts).map(plain), ({ asked }) => asked)
}

function isFirstOfIts(row: Row, at: number, rows: readonly Row[]): boolean {
  const isSame = (other: Row) =>
    other.asked === row.asked && other.shipmentId === row.shipmentId && other.parcelId === row.parcelId
  return rows.findIndex(isSame) === at
}

function plain({ asked, shipmentId, parcelId, number, status, state, to }: Row): Row {
  return { asked, shipmentId, parcelId, number, status, state, to }
}

/** The only parcel of a shipment that has a number; null where it has none or several. */
export function onlyNumbered(db: ReadDb, shipmentId: Id): Id | null {
  const ids = db.all<{ id: Id }>(
    `SELECT id FROM parcels INDEXED BY parcels_by_shipment
     WHERE shipment_id = ? AND deleted = 0 AND tracking_number <> '' LIMIT 2`,
    shipmentId,
  )
  return ids.length === 1 ? (ids[0]?.id ?? null) : null
}
