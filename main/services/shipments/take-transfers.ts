// Transfers that left without a shipment: a new one takes them along, and has left with them.
import type { ReadDb, WriteTx } from '#main/db/database.ts'
import type { Day } from '#shared/dates.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import type { ShipmentInput } from '#shared/schemas/shipments.ts'

/** The day on which the first of them left; null where none is taken. `shipments/not-a-transfer` for what is none, or has a shipment. */
export function leftWithTransfers(db: ReadDb, { kind, documentIds }: ShipmentInput): Day | null {
  if (documentIds.length === 0) return null
  const days = documentIds.map((id) => {
    const sql = `SELECT moved_on AS day FROM live_stock_documents WHERE id = ? AND kind = 'transfer' AND shipment_id IS NULL`
    const found = db.get<{ day: Day }>(sql, id)
    if (!found || kind !== 'transfer') throw new AppError('shipments/not-a-transfer', { field: 'lines' })
    return found.day
  })
  return days.sort()[0] ?? null
}

export function takeTransfers(tx: WriteTx, shipmentId: Id, documentIds: readonly Id[]): void {
  for (const id of documentIds) tx.update('stock_documents', id, { shipment_id: shipmentId })
}
