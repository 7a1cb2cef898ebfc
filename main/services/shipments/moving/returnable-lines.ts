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
  const own = backBy(db, 'own', shipmentId)
  const back = backAlready(db, shipmentId)
  const first = firstInside(db, shipmentId)
  return rows.map((row) => {
    const { id, order_id: orderId, insideMilli } = row
    const left = insideMilli - (own.get(id) ?? 0)
    const leftOfChain = (first.get(id) ?? insideMilli) - (back.get(id) ?? 0)
    const openMilli = Math.max(0, Math.min(left, leftOfChain, returnableMilli(row, row)))
    return { orderLineId: id, orderId, qtyMilli: insideMilli, openMilli }
  })
}

const before = `before(id) AS (SELECT CAST(? AS INTEGER) UNION
  SELECT s.follows_id FROM before b CROSS JOIN shipments s ON s.id = b.id WHERE s.follows_id IS NOT NULL)`

const family = {
  own: 'family(id) AS (SELECT CAST(? AS INTEGER))',
  all: `${before}, family(id) AS (SELECT id FROM before UNION
    SELECT s.id FROM family f CROSS JOIN shipments s INDEXED BY shipments_by_follows
      ON s.follows_id = f.id AND s.follows_id IS NOT NULL WHERE s.deleted = 0)`,
} as const

/** What the first shipment of a chain held, by line: the same goods, however often they were sent on or brought back. */
function firstInside(db: ReadDb, shipmentId: Id): Map<Id, number> {
  const rows = db.raw(
    `WITH RECURSIVE ${before}
     SELECT x.order_line_id, sum(x.qty_milli) FROM before b CROSS JOIN shipments s ON s.id = b.id
     CROSS JOIN shipment_lines x INDEXED BY shipment_lines_by_shipment ON x.shipment_id = s.id
     WHERE s.follows_id IS NULL AND x.deleted = 0 AND x.order_line_id IS NOT NULL GROUP BY x.order_line_id`,
    shipmentId,
  ) as [Id, number][]
  return new Map(rows)
}

/**
 * What came back by credits, by line of its order: by this shipment, by those that brought its goods back, and by those that
 * sent the same goods before or after it.
 */
export function backAlready(db: ReadDb, shipmentId: Id): Map<Id, number> {
  return backBy(db, 'all', shipmentId)
}

/** The same, of this shipment alone or of all of its chain. */
function backBy(db: ReadDb, whose: keyof typeof family, shipmentId: Id): Map<Id, number> {
  const rows = db.raw(
    `WITH RECURSIVE ${family[whose]}
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
