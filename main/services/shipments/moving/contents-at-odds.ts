// Whether a shipment of orders that left says what left by it. No step alone lets the two differ; two copies together do, and an
// undoing out of order would.
import type { ReadDb } from '#main/db/database.ts'
import type { Id } from '#shared/ids.ts'

/** Dispatches of orders by a shipment `s` that stand. */
const standing = `dispatches t INDEXED BY dispatches_by_shipment CROSS JOIN sales_orders o ON o.id = t.order_id
  WHERE t.shipment_id = s.id AND t.shipment_id IS NOT NULL AND t.status = 'posted' AND t.deleted = 0 AND o.document = 'order'`

/** Of an order that left twice by it somebody has to say first which dispatch is one too many. */
const atOddsSql = `SELECT s.id, s.number FROM json_each(?) j CROSS JOIN shipments s ON s.id = j.value
  WHERE s.status = 'sent' AND s.deleted = 0 AND s.kind = 'order' AND s.is_history = 0
    AND EXISTS (SELECT 1 FROM ${standing})
    AND NOT EXISTS (SELECT 1 FROM ${standing} GROUP BY t.order_id HAVING count(*) > 1)
    AND EXISTS (SELECT 1 FROM (
        SELECT x.order_line_id AS line, x.qty_milli AS milli FROM shipment_lines x INDEXED BY shipment_lines_by_shipment
        WHERE x.shipment_id = s.id AND x.deleted = 0 AND x.order_line_id IS NOT NULL
        UNION ALL SELECT g.line_id, -g.qty_milli FROM dispatch_lines g INDEXED BY dispatch_lines_by_dispatch
        WHERE g.deleted = 0 AND g.dispatch_id IN (SELECT t.id FROM ${standing}))
      GROUP BY line HAVING sum(milli) <> 0)
  ORDER BY s.id`

export function contentsAtOdds(db: ReadDb, shipmentIds: readonly Id[]): { id: Id; number: string }[] {
  return shipmentIds.length === 0 ? [] : db.all(atOddsSql, JSON.stringify(shipmentIds))
}

/** Thousandths by line of the order, as they left by a shipment. */
export function sentInside(db: ReadDb, shipmentId: Id): Map<Id, number> {
  const rows = db.raw(
    `SELECT g.line_id, sum(g.qty_milli) FROM shipments s CROSS JOIN dispatch_lines g INDEXED BY dispatch_lines_by_dispatch
     WHERE s.id = ? AND g.deleted = 0 AND g.dispatch_id IN (SELECT t.id FROM ${standing}) GROUP BY g.line_id ORDER BY g.line_id`,
    shipmentId,
  ) as [Id, number][]
  return new Map(rows)
}
