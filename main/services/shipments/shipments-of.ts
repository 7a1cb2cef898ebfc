// Shipments that hold goods of an order, a purchase order or a product, newest first: for the panels of those.
import type { Param, ReadDb } from '#main/db/database.ts'
import { shipmentRows } from '#main/services/shipments/shipment-list.ts'
import type { Id } from '#shared/ids.ts'
import type { ShipmentRow, ShipmentsOfQuestion } from '#shared/schemas/shipments.ts'

const ofOrder = `SELECT x.shipment_id FROM order_lines l INDEXED BY order_lines_by_order
  CROSS JOIN shipment_lines x INDEXED BY shipment_lines_by_order_line ON x.order_line_id = l.id
  WHERE l.order_id = ? AND x.deleted = 0`
const ofPurchase = `SELECT x.shipment_id FROM purchase_lines l INDEXED BY purchase_lines_by_order
  CROSS JOIN shipment_lines x INDEXED BY shipment_lines_by_purchase_line ON x.purchase_line_id = l.id
  WHERE l.order_id = ? AND x.deleted = 0`
const ofProduct = `SELECT x.shipment_id FROM shipment_lines x INDEXED BY shipment_lines_by_product
  WHERE x.product_id = ? AND x.deleted = 0`

export function shipmentsOf(db: ReadDb, question: ShipmentsOfQuestion): ShipmentRow[] {
  return shipmentRows(db, shipmentIdsOf(db, question))
}

/** Their ids; none where nothing is asked for. */
export function shipmentIdsOf(db: ReadDb, { orderId, purchaseId, productId, limit }: ShipmentsOfQuestion): Id[] {
  const parts: [sql: string, id: Id | undefined][] = [
    [ofOrder, orderId],
    [ofPurchase, purchaseId],
    [ofProduct, productId],
  ]
  const asked = parts.filter((part): part is [string, Id] => part[1] !== undefined)
  if (asked.length === 0) return []
  const params: Param[] = asked.map(([, id]) => id)
  const rows = db.raw(
    `SELECT id FROM live_shipments WHERE id IN (${asked.map(([sql]) => sql).join(' INTERSECT ')})
     ORDER BY id DESC LIMIT CAST(? AS INTEGER)`,
    ...params,
    limit,
  )
  return rows.map(([id]) => id as Id)
}
