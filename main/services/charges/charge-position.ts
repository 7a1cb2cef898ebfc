// Where a new charge of a shipment stands: behind those that are there.
import type { ReadDb } from '#main/db/database.ts'
import type { Id } from '#shared/ids.ts'

export function nextChargePosition(db: ReadDb, shipmentId: Id): number {
  const sql = 'SELECT coalesce(max(position), 0) + 1 AS next FROM shipment_charges WHERE shipment_id = ?'
  return db.get<{ next: number }>(sql, shipmentId)?.next ?? 1
}
