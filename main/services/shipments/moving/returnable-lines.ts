// Lines of sales orders inside a shipment, with what of them can still come back: no more than it holds, no more than was sent,
// and never the same goods twice.
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
  const back = backAlready(db, shipmentId)
  return rows.map((row) => ({
    orderLineId: row.id,
    orderId: row.order_id,
    qtyMilli: row.insideMilli,
    openMilli: Math.max(0, Math.min(row.insideMilli - (back.get(row.id) ?? 0), returnableMilli(row, row))),
  }))
}

/**
 * What came back by credits, by line of its order: by this shipment, by those that brought its goods back, and by those that
 * sent the same goods before or after it.
 */
export function backAlready(db: ReadDb, shipmentId: Id): Map<Id, number> {
  const rows = db.raw(
    `WITH RECURSIVE before(id) AS (SELECT CAST(? AS INTEGER) UNION
       SELECT s.follows_id FROM before b CROSS JOIN shipments s ON s.id = b.id WHERE s.follows_id IS NOT NULL),
     family(id) AS (SELECT id FROM before UNION
       SELECT s.id FROM family f CROSS JOIN shipments s INDEXED BY shipments_by_follows
         ON s.follows_id = f.id AND s.follows_id IS NOT NULL WHERE s.deleted = 0)
     SELECT c.credits_line_id, sum(g.qty_milli) FROM family f
     CROSS JOIN dispatches t INDEXED BY dispatches_by_shipment ON t.shipment_id = f.id AND t.shipment_id IS NOT NULL
     CROSS JOIN dispatch_lines g INDEXED BY dispatch_lines_by_dispatch ON g.dispatch_id = t.id
     CROSS JOIN order_lines c ON c.id = g.line_id
     WHERE t.status = 'posted' AND t.deleted = 0 AND g.deleted = 0 AND c.credits_line_id IS NOT NULL
     GROUP BY c.credits_line_id`,
    shipmentId,
  ) as [Id, number][]
  return new Map(rows)
}
