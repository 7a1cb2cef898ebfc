// Rows of shipments as commands and queries need them.
import type { ReadDb } from '#main/db/database.ts'
import type { ShipmentsTable } from '#main/db/tables.ts'
import { mayDo, type ShipmentStand } from '#main/domain/shipments/shipment-status.ts'
import { transitWarehouse } from '#main/services/stock/stock-ledger.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import type { ShipmentKind, ShipmentStatus, TrackingState } from '#shared/schemas/shipment-words.ts'
import type { ShipmentVerb } from '#shared/schemas/shipments.ts'

/** The shipment, or `shipments/not-found`. */
export function livingShipment(db: ReadDb, id: Id): ShipmentsTable {
  const row = db.get<ShipmentsTable>('SELECT * FROM live_shipments WHERE id = ?', id)
  if (!row) throw new AppError('shipments/not-found')
  return row
}

const received = `SELECT 1 FROM purchase_receipts INDEXED BY purchase_receipts_by_shipment
  WHERE shipment_id = ? AND status = 'posted' AND deleted = 0 LIMIT 1`

/** A transfer that was taken back has nothing on its way any more, and brought nothing in: its movements cancel out. */
const moved = [
  `SELECT 1 FROM dispatches INDEXED BY dispatches_by_shipment
   WHERE shipment_id = ? AND status = 'posted' AND deleted = 0 LIMIT 1`,
  `SELECT 1 FROM stock_documents d INDEXED BY stock_documents_by_shipment
   CROSS JOIN stock_movements m INDEXED BY stock_movements_by_document ON m.document_id = d.id
   WHERE d.shipment_id = ? AND d.deleted = 0 AND m.reverses_id IS NULL
     AND NOT EXISTS (SELECT 1 FROM stock_movements t INDEXED BY stock_movements_reversals WHERE t.reverses_id = m.id)
   LIMIT 1`,
  received,
]

/** Whether goods moved by the shipment, and that was not taken back. */
export function hasMoved(db: ReadDb, id: Id): boolean {
  return moved.some((sql) => db.get(sql, id) !== undefined)
}

const arrived = [
  received,
  `SELECT 1 FROM stock_documents d INDEXED BY stock_documents_by_shipment
   CROSS JOIN stock_movements t INDEXED BY stock_movements_by_document
     ON t.document_id = d.id AND t.warehouse_id = ${transitWarehouse} AND t.qty_milli > 0
   CROSS JOIN stock_movements m INDEXED BY stock_movements_by_origin ON m.origin_id = t.id
   WHERE d.shipment_id = ? AND d.kind = 'transfer' AND d.deleted = 0
   GROUP BY t.id HAVING sum(m.qty_milli) <> 0 LIMIT 1`,
]

/** Whether goods of it came in, of a transfer or a purchase. */
export function hasArrived(db: ReadDb, id: Id): boolean {
  return arrived.some((sql) => db.get(sql, id) !== undefined)
}

export function standOf(db: ReadDb, row: ShipmentsTable): ShipmentStand {
  const isMoved = row.is_history === 0 && hasMoved(db, row.id)
  return {
    kind: row.kind as ShipmentKind,
    status: row.status as ShipmentStatus,
    isHistory: row.is_history === 1,
    state: row.state as TrackingState | '',
    hasMoved: isMoved,
    hasArrived: isMoved && hasArrived(db, row.id),
    isDecided: row.decision !== '',
  }
}

/** The shipment if its state allows the verb, else `shipments/cannot-…`. */
export function shipmentFor(db: ReadDb, verb: ShipmentVerb, id: Id): ShipmentsTable {
  const row = livingShipment(db, id)
  const stand = standOf(db, row)
  if (mayDo(verb, stand)) return row
  const { number, status } = row
  if (stand.isHistory && (verb === 'dispatch' || verb === 'arrive')) throw new AppError('shipments/history', { number })
  if (verb === 'cancel' && stand.hasMoved) throw new AppError('shipments/cancel-moved', { number })
  if (verb === 'decide' && stand.isDecided) throw new AppError('shipments/already-decided', { number })
  if (verb === 'dispatch' && status === 'sent') throw new AppError('shipments/already-sent', { number })
  throw new AppError(`shipments/cannot-${verb}`, { number, status })
}
