// Which shipment a line of a freight bill means: by its number, a number that carriers know it by, or an order.
import type { ReadDb } from '#main/db/database.ts'
import { findByNumber } from '#main/services/tracking/find-by-number.ts'
import type { Id } from '#shared/ids.ts'

const byNumber = 'SELECT id FROM shipments INDEXED BY shipments_by_number WHERE number = ? AND deleted = 0'

const byOrder = `SELECT DISTINCT s.id FROM sales_orders o INDEXED BY sales_orders_by_number
   CROSS JOIN order_lines l INDEXED BY order_lines_by_order ON l.order_id = o.id
   CROSS JOIN shipment_lines x INDEXED BY shipment_lines_by_order_line ON x.order_line_id = l.id
   CROSS JOIN shipments s ON s.id = x.shipment_id
   WHERE o.number = ? AND o.deleted = 0 AND l.deleted = 0 AND x.deleted = 0 AND s.deleted = 0 AND s.status <> 'cancelled'`

/** From what says most to what says least; the first that finds anything counts. */
const ways: readonly ((db: ReadDb, named: string) => Id[])[] = [
  (db, named) => idsOf(db, byNumber, named),
  (db, named) => {
    const found = findByNumber(db, [named]).get(named) ?? []
    return [...new Set(found.flatMap(({ shipmentId, status }) => (status === 'cancelled' ? [] : shipmentId)))]
  },
  (db, named) => idsOf(db, byOrder, named),
]

/** All that it may mean; none, or several, are told. */
export function findBilled(db: ReadDb, named: string): Id[] {
  for (const find of ways) {
    const ids = find(db, named)
    if (ids.length > 0) return ids
  }
  return []
}

function idsOf(db: ReadDb, sql: string, named: string): Id[] {
  return db.raw(sql, named).map(([id]) => id as Id)
}
