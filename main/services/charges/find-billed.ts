// Which shipment a line of a freight bill means: by its number, a tracking number, a bill of lading or container, or an order.
import type { ReadDb } from '#main/db/database.ts'
import type { Id } from '#shared/ids.ts'

const isCounted = (alias: string) => `${alias}.deleted = 0 AND ${alias}.status <> 'cancelled'`

/** From what says most to what says least; the first that finds anything counts. */
const ways: readonly string[] = [
  `SELECT s.id FROM shipments s INDEXED BY shipments_by_number WHERE s.number IN (SELECT value FROM json_each(?)) AND s.deleted = 0`,
  `SELECT DISTINCT s.id FROM parcels p INDEXED BY parcels_by_tracking CROSS JOIN shipments s ON s.id = p.shipment_id
   WHERE p.tracking_number <> '' AND p.tracking_number IN (SELECT value FROM json_each(?)) AND p.deleted = 0 AND ${isCounted('s')}`,
  `SELECT DISTINCT s.id FROM shipment_legs l INDEXED BY shipment_legs_by_bl CROSS JOIN shipments s ON s.id = l.shipment_id
   WHERE l.bl_number <> '' AND l.bl_number IN (SELECT value FROM json_each(?)) AND l.deleted = 0 AND ${isCounted('s')}`,
  `SELECT DISTINCT s.id FROM shipment_legs l INDEXED BY shipment_legs_by_container CROSS JOIN shipments s ON s.id = l.shipment_id
   WHERE l.container_number <> '' AND l.container_number IN (SELECT value FROM json_each(?)) AND l.deleted = 0 AND ${isCounted('s')}`,
  `SELECT DISTINCT s.id FROM sales_orders o INDEXED BY sales_orders_by_number
   CROSS JOIN order_lines l INDEXED BY order_lines_by_order ON l.order_id = o.id
   CROSS JOIN shipment_lines x INDEXED BY shipment_lines_by_order_line ON x.order_line_id = l.id
   CROSS JOIN shipments s ON s.id = x.shipment_id
   WHERE o.number IN (SELECT value FROM json_each(?)) AND o.deleted = 0 AND l.deleted = 0 AND x.deleted = 0 AND ${isCounted('s')}`,
]

/** All that it may mean; none, or several, are told. */
export function findBilled(db: ReadDb, named: string): Id[] {
  const bare = named.replace(/[\s-]/g, '').toUpperCase()
  for (const sql of ways) {
    const ids = db.raw(sql, JSON.stringify([named, bare])).map(([id]) => id as Id)
    if (ids.length > 0) return ids
  }
  return []
}
