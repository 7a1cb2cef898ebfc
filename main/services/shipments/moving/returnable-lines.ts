// Lines of sales orders inside a shipment, with what of them can still come back: no more than it holds, no more than was sent.
import type { ReadDb } from '#main/db/database.ts'
import type { OrderLinesTable, SalesOrdersTable } from '#main/db/tables.ts'
import { returnableMilli } from '#main/services/dispatch/credited-lines.ts'
import type { Id } from '#shared/ids.ts'

export type ReturnableLine = { orderLineId: Id; orderId: Id; qtyMilli: number; openMilli: number }

type Row = Pick<OrderLinesTable, 'id' | 'order_id'> & OrderLinesTable & Pick<SalesOrdersTable, 'status' | 'is_history'>

/** In the order of the shipment's lines. */
export function returnableLines(db: ReadDb, shipmentId: Id): ReturnableLine[] {
  const rows = db.all<Row & { insideMilli: number }>(
    `SELECT l.*, o.status, o.is_history, sum(s.qty_milli) AS insideMilli
     FROM shipment_lines s INDEXED BY shipment_lines_by_shipment
     CROSS JOIN order_lines l ON l.id = s.order_line_id CROSS JOIN sales_orders o ON o.id = l.order_id
     WHERE s.shipment_id = ? AND s.deleted = 0 AND o.document = 'order' AND o.deleted = 0
     GROUP BY l.id ORDER BY min(s.position), min(s.id)`,
    shipmentId,
  )
  return rows.map((row) => ({
    orderLineId: row.id,
    orderId: row.order_id,
    qtyMilli: row.insideMilli,
    openMilli: Math.min(row.insideMilli, returnableMilli(row, row)),
  }))
}
