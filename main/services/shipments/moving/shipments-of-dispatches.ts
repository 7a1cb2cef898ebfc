// What becomes of a shipment when its dispatch is taken back: one that the dispatch made of itself is void; one that was made
// before waits again, or goes on without the lines of that order.
import type { ReadDb, WriteTx } from '#main/db/database.ts'
import { postShipmentCosts } from '#main/services/charges/post-shipment-costs.ts'
import { makerOf } from '#main/services/history/log-entries.ts'
import { settleShipments } from '#main/services/shipments/shipment-derived.ts'
import { emptyLine } from '#main/services/shipments/shipment-lines.ts'
import type { Id } from '#shared/ids.ts'

type Dispatch = { id: Id; orderId: Id; shipmentId: Id | null }
type Shipment = { id: Id; status: string; packedOn: string | null }

/** Called once the dispatch is marked as reversed. */
export function letGoOfShipment(tx: WriteTx, { id, orderId, shipmentId }: Dispatch): void {
  if (shipmentId === null) return
  const shipment = tx.get<Shipment>(
    'SELECT id, status, packed_on AS packedOn FROM live_shipments WHERE id = ?',
    shipmentId,
  )
  if (shipment?.status !== 'sent') return
  // The other copy sent the same order in the same shipment: that stands.
  if (isSentAgain(tx, shipmentId, orderId)) return
  if (isMadeBy(tx, shipmentId, id)) tx.update('shipments', shipmentId, { status: 'cancelled' })
  else if (hasOthers(tx, shipmentId)) dropLinesOf(tx, shipmentId, orderId)
  else tx.update('shipments', shipmentId, waiting(shipment))
  settleShipments(tx, [shipmentId])
  postShipmentCosts(tx, [shipmentId])
}

/** As it was before it left. */
export function waiting({ packedOn }: Pick<Shipment, 'packedOn'>): { status: string; sent_on: null } {
  return { status: packedOn === null ? 'draft' : 'packed', sent_on: null }
}

/** One step made both: nobody put the shipment together by hand. */
function isMadeBy(db: ReadDb, shipmentId: Id, dispatchId: Id): boolean {
  return makerOf(db, shipmentId) === makerOf(db, dispatchId)
}

function isSentAgain(db: ReadDb, shipmentId: Id, orderId: Id): boolean {
  const sql = `SELECT 1 FROM dispatches INDEXED BY dispatches_by_shipment
    WHERE shipment_id = ? AND shipment_id IS NOT NULL AND order_id = ? AND status = 'posted' AND deleted = 0 LIMIT 1`
  return db.get(sql, shipmentId, orderId) !== undefined
}

function hasOthers(db: ReadDb, shipmentId: Id): boolean {
  const sql = `SELECT 1 FROM dispatches INDEXED BY dispatches_by_shipment
    WHERE shipment_id = ? AND shipment_id IS NOT NULL AND status = 'posted' AND deleted = 0 LIMIT 1`
  return db.get(sql, shipmentId) !== undefined
}

/** These goods are not in it: its other orders' are on their way. */
function dropLinesOf(tx: WriteTx, shipmentId: Id, orderId: Id): void {
  const lines = tx.raw(
    `SELECT s.id FROM shipment_lines s INDEXED BY shipment_lines_by_shipment
     CROSS JOIN order_lines l ON l.id = s.order_line_id WHERE s.shipment_id = ? AND s.deleted = 0 AND l.order_id = ?`,
    ...[shipmentId, orderId],
  ) as [Id][]
  for (const [lineId] of lines) {
    emptyLine(tx, lineId)
    tx.update('shipment_lines', lineId, { deleted: 1 })
  }
}
