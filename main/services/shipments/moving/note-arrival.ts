// What we know ourselves of a shipment's end because its goods are here: kept as an event like any other, so that its state and
// its days follow from events alone.
import type { ReadDb, WriteTx } from '#main/db/database.ts'
import { ownSource } from '#main/domain/tracking/event-key.ts'
import { eventWriter } from '#main/services/tracking/write-events.ts'
import type { Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import type { TrackingState } from '#shared/schemas/shipment-words.ts'

/** One for each state: a container that is counted in on two days arrived on the first. */
export function noteOwnEvent(tx: WriteTx, shipmentId: Id, { state, on }: { state: TrackingState; on: Day }): void {
  const nothing = { zone: '', place: '', country: '', text: '', sourceCode: '' }
  eventWriter(tx).take({ ...nothing, shipmentId, parcelId: null, localTime: on, source: ownSource, state })
}

/** All of them, or those of one state. */
export function takeBackOwnEvents(tx: WriteTx, shipmentId: Id, only?: TrackingState): void {
  const events = ownEvents(tx, shipmentId).filter(({ state }) => only === undefined || state === only)
  for (const { id } of events) tx.update('shipment_events', id, { deleted: 1 })
}

export function hasOwnEvent(db: ReadDb, shipmentId: Id, state: TrackingState): boolean {
  return ownEvents(db, shipmentId).some((event) => event.state === state)
}

function ownEvents(db: ReadDb, shipmentId: Id): { id: Id; state: string }[] {
  return db.all(
    `SELECT id, state FROM shipment_events INDEXED BY shipment_events_by_shipment
     WHERE shipment_id = ? AND deleted = 0 AND source = '${ownSource}' ORDER BY id`,
    shipmentId,
  )
}
