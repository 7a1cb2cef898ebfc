// News of a shipment that was not sent here: somebody had it already, and the book did not know.
import type { ReadDb } from '#main/db/database.ts'
import type { Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'

/** Under `e`: that it was announced to the carrier does not say that it left. */
export const tellsOfMoving = "e.deleted = 0 AND e.state NOT IN ('', 'booked')"

/** The first day on which somebody else had it; null where nothing says so. */
export function movingSince(db: ReadDb, shipmentId: Id): Day | null {
  const sql = `SELECT min(substr(e.local_time, 1, 10)) AS day FROM shipment_events e INDEXED BY shipment_events_by_shipment
    WHERE e.shipment_id = ? AND ${tellsOfMoving}`
  return db.get<{ day: Day | null }>(sql, shipmentId)?.day ?? null
}
