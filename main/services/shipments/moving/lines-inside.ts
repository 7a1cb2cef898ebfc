// What a shipment holds, line by line, as its goods move.
import type { ReadDb } from '#main/db/database.ts'
import { keptNumbers } from '#main/services/shipments/moving/light-shipment.ts'
import type { Id } from '#shared/ids.ts'

export type InsideLine = {
  id: Id
  position: number
  orderLineId: Id | null
  orderId: Id | null
  orderNumber: string
  purchaseLineId: Id | null
  purchaseId: Id | null
  purchaseNumber: string
  productId: Id | null
  sku: string
  name: string
  nameZh: string
  unit: string
  tracking: 'none' | 'batch' | 'serial'
  description: string
  qtyMilli: number
  /** Of its order's line: still to be sent. */
  openMilli: number
}

export function linesInside(db: ReadDb, shipmentId: Id): InsideLine[] {
  return db.all<InsideLine>(
    `SELECT s.id, s.position, s.order_line_id AS orderLineId, l.order_id AS orderId, coalesce(o.number, '') AS orderNumber,
       s.purchase_line_id AS purchaseLineId, b.order_id AS purchaseId, coalesce(q.number, '') AS purchaseNumber,
       coalesce(s.product_id, l.product_id, b.product_id) AS productId, coalesce(p.sku, l.external_sku, '') AS sku,
       coalesce(nullif(p.name_en, ''), p.name_zh, '') AS name, coalesce(p.name_zh, '') AS nameZh, coalesce(p.unit, '') AS unit,
       coalesce(p.tracking, 'none') AS tracking,
       coalesce(nullif(s.description, ''), l.description, b.description, '') AS description, s.qty_milli AS qtyMilli,
       coalesce(max(0, l.qty_milli - l.cancelled_milli - l.shipped_milli), 0) AS openMilli
     FROM shipment_lines s INDEXED BY shipment_lines_by_shipment
     LEFT JOIN order_lines l ON l.id = s.order_line_id LEFT JOIN sales_orders o ON o.id = l.order_id
     LEFT JOIN purchase_lines b ON b.id = s.purchase_line_id LEFT JOIN purchase_orders q ON q.id = b.order_id
     LEFT JOIN products p ON p.id = coalesce(s.product_id, l.product_id, b.product_id)
     WHERE s.shipment_id = ? AND s.deleted = 0 ORDER BY s.position, s.id`,
    shipmentId,
  )
}

/** All numbers of its parcels, as a dispatch keeps them. */
export function numbersInside(db: ReadDb, shipmentId: Id): string {
  const rows = db.raw(
    `SELECT DISTINCT tracking_number FROM parcels INDEXED BY parcels_by_shipment
     WHERE shipment_id = ? AND deleted = 0 AND tracking_number <> '' ORDER BY position, id`,
    shipmentId,
  ) as [string][]
  return keptNumbers(rows.map(([number]) => number))
}

/** Dispatches by which its goods left and that stand, oldest first. */
export function dispatchesInside(db: ReadDb, shipmentId: Id): { id: Id; orderId: Id; documentId: Id | null }[] {
  return db.all(
    `SELECT t.id, t.order_id AS orderId, t.document_id AS documentId
     FROM dispatches t INDEXED BY dispatches_by_shipment CROSS JOIN sales_orders o ON o.id = t.order_id
     WHERE t.shipment_id = ? AND t.shipment_id IS NOT NULL AND t.status = 'posted' AND t.deleted = 0
       AND o.document = 'order' ORDER BY t.id`,
    shipmentId,
  )
}

/** Documents of stock that moved its goods by themselves and stand: transfers, and issues without an order. */
export function documentsInside(db: ReadDb, shipmentId: Id): { id: Id; number: string; kind: string }[] {
  return db.all(
    `SELECT d.id, d.number, d.kind FROM stock_documents d INDEXED BY stock_documents_by_shipment
     WHERE d.shipment_id = ? AND d.shipment_id IS NOT NULL AND d.deleted = 0 AND EXISTS (
       SELECT 1 FROM stock_movements m INDEXED BY stock_movements_by_document WHERE m.document_id = d.id
         AND m.reverses_id IS NULL
         AND NOT EXISTS (SELECT 1 FROM stock_movements r INDEXED BY stock_movements_reversals WHERE r.reverses_id = m.id))
     ORDER BY d.id`,
    shipmentId,
  )
}
