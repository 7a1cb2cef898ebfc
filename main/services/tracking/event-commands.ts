// Single events: typed, given another state by hand, taken away. What was said stays as it was said.
import type { ReadDb, WriteTx } from '#main/db/database.ts'
import type { ShipmentEventsTable } from '#main/db/tables.ts'
import { addEvents, newsOf } from '#main/services/tracking/add-events.ts'
import { bookStateReader } from '#main/services/tracking/tracking-rules.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import type { TrackingState } from '#shared/schemas/shipment-words.ts'
import type { EventInput } from '#shared/schemas/tracking.ts'

/** Where nothing else is said it was typed by a person. */
export const typedSource = 'typed'

/** Adds an event as it was typed. One that says nothing at all, or that is there already, is refused. */
export function addEvent(tx: WriteTx, event: EventInput): { id: Id; state: TrackingState | '' } {
  refuseUnknown(tx, event)
  if (event.text === '' && event.sourceCode === '' && !event.state) throw new AppError('tracking/says-nothing')
  const { added } = addEvents(tx, [{ ...event, source: event.source || typedSource }])
  if (added === 0) throw new AppError('tracking/known-event')
  const row = tx.get<{ id: Id; state: TrackingState | '' }>(
    `SELECT (SELECT max(e.id) FROM live_shipment_events e WHERE e.shipment_id = s.id) AS id, s.state
     FROM shipments s WHERE s.id = ?`,
    event.shipmentId,
  )
  if (!row) throw new Error('a shipment that got an event and is not there')
  return row
}

/** What an event means: by hand, or (null) as the rules read it today. */
export function setEventState(tx: WriteTx, id: Id, state: TrackingState | '' | null): void {
  const event = livingEvent(tx, id)
  const { text, source, source_code: sourceCode } = event
  const read = bookStateReader(tx)({ text, source, sourceCode })
  const meaning = state === null ? { state: read.state, read_by: read.rule.by } : { state, read_by: 'hand' }
  tx.update('shipment_events', id, meaning)
  newsOf(tx, [event.shipment_id])
}

/** Takes events away that were told of the wrong parcel; told twice, both go. */
export function removeEvents(tx: WriteTx, ids: readonly Id[]): void {
  const shipments = new Set(ids.map((id) => livingEvent(tx, id).shipment_id))
  for (const id of ids) tx.update('shipment_events', id, { deleted: 1 })
  newsOf(tx, [...shipments])
}

function livingEvent(db: ReadDb, id: Id): ShipmentEventsTable {
  const row = db.get<ShipmentEventsTable>('SELECT * FROM live_shipment_events WHERE id = ?', id)
  if (!row) throw new AppError('tracking/event-not-found')
  return row
}

function refuseUnknown(db: ReadDb, { shipmentId, parcelId }: EventInput): void {
  if (!db.get('SELECT 1 FROM live_shipments WHERE id = ?', shipmentId)) throw new AppError('shipments/not-found')
  if (parcelId === null) return
  const parcel = db.get('SELECT 1 FROM live_parcels WHERE id = ? AND shipment_id = ?', parcelId, shipmentId)
  if (!parcel) throw new AppError('tracking/other-parcel')
}
