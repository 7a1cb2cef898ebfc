// All rows that the derived columns of some shipments follow from, read together: one statement a table, whatever their number.
import type { ReadDb } from '#main/db/database.ts'
import type {
  DerivedParcel,
  DerivedShipment,
  LineOfShipment,
  ParcelOfShipment,
  WholeShipment,
} from '#main/domain/shipments/derive-shipment.ts'
import type { LegFacts } from '#main/domain/tracking/leg-events.ts'
import type { TrackedEvent } from '#main/domain/tracking/tracking-event.ts'
import type { Day, Instant } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import type { ShipmentStatus, TrackingState } from '#shared/schemas/shipment-words.ts'

type StoredParcel = ParcelOfShipment & { id: Id; derived: DerivedParcel }
export type StoredShipment = Omit<WholeShipment, 'parcels'> & {
  id: Id
  parcels: StoredParcel[]
  /** What its columns say now. */
  derived: DerivedShipment
}

export function readShipmentRows(db: ReadDb, ids: readonly Id[]): StoredShipment[] {
  if (ids.length === 0) return []
  const list = JSON.stringify(ids)
  const lines = linesOf(db, list)
  const parcels = parcelsOf(db, list)
  const legs = legsOf(db, list)
  const { ofShipment, ofParcel } = eventsOf(db, list, parcels)
  const charges = chargesOf(db, list)
  return headsOf(db, list).map(({ id, derived, ...head }) => {
    const { estimateMinor = null, costMinor = null } = charges.get(id) ?? {}
    return {
      id,
      derived,
      ...head,
      lines: lines.get(id) ?? [],
      parcels: (parcels.get(id) ?? []).map((parcel) => ({ ...parcel, events: ofParcel.get(parcel.id) ?? [] })),
      legs: legs.get(id) ?? [],
      events: ofShipment.get(id) ?? [],
      estimateMinor,
      costMinor,
    }
  })
}

type Head = DerivedShipment & {
  id: Id
  status: string
  deleted: number
  bookedOn: Day | null
  sentOn: Day | null
  fromCountry: string
  toCountry: string
  decision: string
  hasDays: number
  toldGrams: number | null
  toldVolume: number | null
}

function headsOf(db: ReadDb, list: string) {
  const heads = db.all<Head>(
    `SELECT s.id, s.status, s.deleted, s.booked_on AS bookedOn, s.sent_on AS sentOn, s.from_country AS fromCountry,
       s.ship_to_country AS toCountry, s.decision, s.has_delivery_days AS hasDays, s.told_grams AS toldGrams,
       s.told_volume_cm3 AS toldVolume, s.state, s.state_on, s.heard_at, s.quiet_days, s.left_on, s.delivered_on, s.is_open,
       s.was_damaged, s.was_lost, s.line_count, s.order_count, s.piece_count, s.weight_grams, s.volume_cm3,
       s.value_base_minor, s.estimate_base_minor, s.cost_base_minor
     FROM json_each(?) j CROSS JOIN shipments s ON s.id = j.value`,
    list,
  )
  return heads.map((head) => {
    const { id, status, deleted, bookedOn, sentOn, fromCountry, toCountry, decision, hasDays, toldGrams, toldVolume } =
      head
    // Nobody waits for what is in the bin.
    const stands = deleted === 1 ? 'cancelled' : (status as ShipmentStatus)
    return {
      id,
      derived: head,
      isSilent: hasDays === 0,
      facts: { status: stands, bookedOn, sentOn, isAbandoned: decision === 'abandon', fromCountry, toCountry },
      toldGrams,
      toldVolumeCm3: toldVolume,
    }
  })
}

function linesOf(db: ReadDb, list: string): Map<Id, LineOfShipment[]> {
  const rows = db.raw(
    `SELECT l.shipment_id, l.qty_milli, o.order_id, o.base_minor, o.qty_milli - o.cancelled_milli, p.order_id, p.base_minor,
       p.qty_milli
     FROM json_each(?) j CROSS JOIN shipment_lines l INDEXED BY shipment_lines_by_shipment ON l.shipment_id = j.value
     LEFT JOIN order_lines o ON o.id = l.order_line_id LEFT JOIN purchase_lines p ON p.id = l.purchase_line_id
     WHERE l.deleted = 0`,
    list,
  ) as [Id, number, Id | null, number | null, number | null, Id | null, number | null, number | null][]
  const found = new Map<Id, LineOfShipment[]>()
  for (const [id, qtyMilli, orderId, orderMinor, orderMilli, purchaseId, purchaseMinor, purchaseMilli] of rows) {
    const order = orderId !== null ? `o${orderId}` : purchaseId !== null ? `p${purchaseId}` : null
    add(found, id, {
      qtyMilli,
      order,
      sourceMinor: orderId !== null ? orderMinor : purchaseMinor,
      sourceMilli: (orderId !== null ? orderMilli : purchaseMilli) ?? 0,
    })
  }
  return found
}

function parcelsOf(db: ReadDb, list: string): Map<Id, StoredParcel[]> {
  const rows = db.raw(
    `SELECT p.shipment_id, p.id, p.pieces, p.length_mm, p.width_mm, p.height_mm, p.gross_grams, p.tracking_number <> '',
       p.state, p.state_on, p.heard_at, p.delivered_on
     FROM json_each(?) j CROSS JOIN parcels p INDEXED BY parcels_by_shipment ON p.shipment_id = j.value WHERE p.deleted = 0
     ORDER BY p.shipment_id, p.position, p.id`,
    list,
  )
  const found = new Map<Id, StoredParcel[]>()
  for (const row of rows) {
    const [shipmentId, id, pieces, lengthMm, widthMm, heightMm, grossGrams, hasNumber] = row as (number | null)[]
    const [state, state_on, heard_at, delivered_on] = row.slice(8) as [
      string,
      string | null,
      number | null,
      string | null,
    ]
    add(found, shipmentId as Id, {
      ...{ id: id as Id, pieces: pieces ?? 1, hasNumber: hasNumber === 1, events: [] },
      ...{ lengthMm: lengthMm ?? null, widthMm: widthMm ?? null, heightMm: heightMm ?? null },
      grossGrams: grossGrams ?? null,
      derived: { state, state_on, heard_at, delivered_on },
    })
  }
  return found
}

function legsOf(db: ReadDb, list: string): Map<Id, LegFacts[]> {
  const rows = db.raw(
    `SELECT l.shipment_id, l.departed_on, l.arrived_on, l.from_place, l.from_country, l.to_place, l.to_country
     FROM json_each(?) j CROSS JOIN shipment_legs l INDEXED BY shipment_legs_by_shipment ON l.shipment_id = j.value
     WHERE l.deleted = 0 AND (l.departed_on IS NOT NULL OR l.arrived_on IS NOT NULL)`,
    list,
  ) as [Id, Day | null, Day | null, string, string, string, string][]
  const found = new Map<Id, LegFacts[]>()
  for (const [id, departedOn, arrivedOn, fromPlace, fromCountry, toPlace, toCountry] of rows) {
    add(found, id, { departedOn, arrivedOn, fromPlace, fromCountry, toPlace, toCountry })
  }
  return found
}

/** Those of a parcel that is no longer there tell of the whole shipment. */
function eventsOf(db: ReadDb, list: string, parcels: ReadonlyMap<Id, readonly StoredParcel[]>) {
  const rows = db.raw(
    `SELECT e.shipment_id, e.parcel_id, e.happened_at, e.local_time, e.state, e.place, e.country
     FROM json_each(?) j CROSS JOIN shipment_events e INDEXED BY shipment_events_by_shipment ON e.shipment_id = j.value
     WHERE e.deleted = 0`,
    list,
  ) as [Id, Id | null, Instant, string, TrackingState | '', string, string][]
  const living = new Set([...parcels.values()].flatMap((some) => some.map(({ id }) => id)))
  const ofShipment = new Map<Id, TrackedEvent[]>()
  const ofParcel = new Map<Id, TrackedEvent[]>()
  for (const [shipmentId, parcelId, at, local, state, place, country] of rows) {
    const event = { at, day: local.slice(0, 10) as Day, isDayOnly: local.length === 10, state, place, country }
    if (parcelId !== null && living.has(parcelId)) add(ofParcel, parcelId, event)
    else add(ofShipment, shipmentId, event)
  }
  return { ofShipment, ofParcel }
}

/** Null while none of it is known in base currency. */
function chargesOf(db: ReadDb, list: string): Map<Id, { estimateMinor: number | null; costMinor: number | null }> {
  const rows = db.raw(
    `SELECT c.shipment_id, sum(c.estimate_base_minor), sum(c.actual_base_minor)
     FROM json_each(?) j CROSS JOIN shipment_charges c INDEXED BY shipment_charges_by_shipment ON c.shipment_id = j.value
     WHERE c.deleted = 0 GROUP BY c.shipment_id`,
    list,
  ) as [Id, number | null, number | null][]
  return new Map(rows.map(([id, estimateMinor, costMinor]) => [id, { estimateMinor, costMinor }]))
}

function add<Value>(found: Map<Id, Value[]>, id: Id, value: Value): void {
  const values = found.get(id)
  if (values) values.push(value)
  else found.set(id, [value])
}
