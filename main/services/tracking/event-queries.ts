// What was heard of a shipment, folded: what was told twice stands once.
import type { ReadDb } from '#main/db/database.ts'
import { eventKey, ownSource } from '#main/domain/tracking/event-key.ts'
import { pageOfCarrier } from '#main/services/tracking/couriers.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import type { EventParcel, EventsOfShipment, RecentlyHeard, ShipmentEvent } from '#shared/schemas/tracking.ts'

type Row = Omit<ShipmentEvent, 'twins'>

/** The events of a shipment, newest first; of those told twice the first one that came in, with the ids of the others. */
export function eventsOf(db: ReadDb, shipmentId: Id): ShipmentEvent[] {
  const rows = db.all<Row>(
    `SELECT e.id, e.parcel_id AS parcelId, coalesce(p.tracking_number, '') AS trackingNumber, e.local_time AS localTime,
       e.zone, e.happened_at AS happenedAt, e.place, e.country, e.text, e.source, e.source_code AS sourceCode, e.state,
       e.read_by AS readBy
     FROM shipment_events e INDEXED BY shipment_events_by_shipment LEFT JOIN parcels p ON p.id = e.parcel_id
     WHERE e.shipment_id = ? AND e.deleted = 0 ORDER BY e.happened_at DESC, e.id`,
    shipmentId,
  )
  const folded = [...Map.groupBy(rows, eventKey).values()]
  return folded.map((same) => ({ ...best(same), twins: same.filter((row) => row !== best(same)).map(({ id }) => id) }))
}

/** With the shipment's number and the parcels that an event can be of. */
export function eventsOfShipment(db: ReadDb, id: Id): EventsOfShipment {
  const shipment = db.get<{ number: string }>('SELECT number FROM live_shipments WHERE id = ?', id)
  if (!shipment) throw new AppError('shipments/not-found')
  const parcels = db.all<Omit<EventParcel, 'page'> & { courier: string; url: string }>(
    `SELECT p.id, p.position, p.tracking_number AS trackingNumber, coalesce(c.courier_code, '') AS courier,
       coalesce(c.tracking_url, '') AS url
     FROM parcels p INDEXED BY parcels_by_shipment CROSS JOIN shipments s ON s.id = p.shipment_id
     LEFT JOIN parties c ON c.id = coalesce(p.carrier_id, s.carrier_id)
     WHERE p.shipment_id = ? AND p.deleted = 0 ORDER BY p.position, p.id LIMIT 200`,
    id,
  )
  const withPages = parcels.map(({ courier, url, ...parcel }) => ({
    ...parcel,
    page: parcel.trackingNumber === '' ? null : pageOfCarrier({ courier, url }, parcel.trackingNumber),
  }))
  return { number: shipment.number, parcels: withPages, events: eventsOf(db, id) }
}

/** A person's word first, then whoever tells the zone, then who came first. */
function best(same: readonly Row[]): Row {
  const [first, ...others] = same
  if (!first) throw new Error('a group of no events')
  return others.find((row) => row.readBy === 'hand') ?? (first.zone ? first : (others.find((row) => row.zone) ?? first))
}

/** The shipments that were heard of last, newest first. */
export function recentlyHeard(db: ReadDb, limit: number): RecentlyHeard[] {
  return db.all(
    `WITH newest AS (SELECT max(id) AS id, shipment_id FROM
         (SELECT id, shipment_id FROM shipment_events WHERE deleted = 0 AND source <> '${ownSource}' ORDER BY id DESC LIMIT ?)
       GROUP BY shipment_id ORDER BY id DESC LIMIT ?)
     SELECT s.id AS shipmentId, s.number, s.status, s.state, e.happened_at AS heardAt, e.text,
       coalesce(nullif(p.name, ''), nullif(s.ship_to_name, ''), s.ship_to_country) AS "to"
     FROM newest n CROSS JOIN shipment_events e ON e.id = n.id CROSS JOIN shipments s ON s.id = n.shipment_id
     LEFT JOIN parties p ON p.id = s.party_id
     WHERE s.deleted = 0 ORDER BY n.id DESC`,
    // A shipment hears several things at once; so many of the newest are looked through.
    limit * 40,
    limit,
  )
}
