// News of shipments, from wherever they come: kept, and everything that follows from them brought up to date, once.
import type { WriteTx } from '#main/db/database.ts'
import { followShipments } from '#main/services/shipments/moving/follow-shipments.ts'
import { settleShipments } from '#main/services/shipments/shipment-derived.ts'
import { eventWriter, type NewEvent } from '#main/services/tracking/write-events.ts'
import type { Id } from '#shared/ids.ts'

export type EventsKept = { added: number; known: number; shipmentIds: Id[] }

/** Adds events of any number of shipments. What a shipment has heard already is not kept a second time. */
export function addEvents(tx: WriteTx, events: readonly NewEvent[]): EventsKept {
  const writer = eventWriter(tx)
  writer.expect(events.map(({ shipmentId }) => shipmentId))
  let added = 0
  let known = 0
  for (const event of events) {
    if (writer.take(event) === 'new') added += 1
    else known += 1
  }
  const shipmentIds = [...writer.touched]
  newsOf(tx, shipmentIds)
  return { added, known, shipmentIds }
}

/** After events of these shipments came, went or were read anew. */
export function newsOf(tx: WriteTx, shipmentIds: readonly Id[]): void {
  settleShipments(tx, shipmentIds)
  followShipments(tx, shipmentIds)
}
