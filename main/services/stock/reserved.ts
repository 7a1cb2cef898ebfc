// What open orders reserve: what of their lines is still to be sent (order_lines.open_milli). A kit reserves its parts, less those
// that were issued for its order without being sent as a kit.
import type { ReadDb } from '#main/db/database.ts'
import type { Id } from '#shared/ids.ts'

/** How deep kits of kits are followed. */
const deepest = 10

const openLines = 'order_lines l INDEXED BY order_lines_open'
const isOpen = 'l.open_milli > 0 AND l.product_id IS NOT NULL'

const dispatched = `coalesce((SELECT sum(g.qty_milli) FROM dispatch_lines g INDEXED BY dispatch_lines_by_line
  CROSS JOIN dispatches x ON x.id = g.dispatch_id
  WHERE g.line_id = l.id AND g.deleted = 0 AND x.deleted = 0 AND x.status = 'posted'), 0)`

/** Issued for orders of CTE `kit_orders` by documents that no dispatch names. */
const besideSql = `SELECT d.order_id, m.product_id, -sum(m.qty_milli) AS milli FROM kit_orders k
  CROSS JOIN stock_documents d INDEXED BY stock_documents_by_order ON d.order_id = k.order_id
  CROSS JOIN stock_movements m INDEXED BY stock_movements_by_document ON m.document_id = d.id
  WHERE m.kind = 'issue' AND NOT EXISTS (
    SELECT 1 FROM dispatches x INDEXED BY dispatches_by_document WHERE x.document_id = d.id AND x.deleted = 0)
  GROUP BY d.order_id, m.product_id`

/** Of that, what no line of the product itself took (orders/issued-beside.ts): parts of kits, below zero. */
const partsOutSql = `SELECT b.order_id, b.product_id, -max(0, b.milli - coalesce((
    SELECT sum(max(0, l.qty_milli - l.cancelled_milli - ${dispatched})) FROM order_lines l INDEXED BY order_lines_by_order
    WHERE l.order_id = b.order_id AND l.product_id = b.product_id AND l.deleted = 0), 0)) AS milli
  FROM (${besideSql}) b`

const hasParts = (product: string) => `EXISTS (SELECT 1 FROM products p
  JOIN kit_parts k INDEXED BY kit_parts_by_kit ON k.kit_id = p.id AND k.deleted = 0 WHERE p.id = ${product} AND p.kind = 'kit')`

/** SQL: order_id, product_id, milli that each open order reserves. */
export const reservedByOrderSql = `WITH RECURSIVE
  kit_orders(order_id) AS MATERIALIZED (SELECT DISTINCT l.order_id FROM ${openLines}
    CROSS JOIN products p ON p.id = l.product_id WHERE ${isOpen} AND p.kind = 'kit'),
  needed(order_id, product_id, milli, depth) AS (
    SELECT l.order_id, l.product_id, l.open_milli, 0 FROM ${openLines} WHERE ${isOpen}
    UNION ALL SELECT order_id, product_id, milli, 0 FROM (${partsOutSql})
    UNION ALL
    SELECT n.order_id, k.part_id, CAST(round(n.milli * k.qty_milli / 1000.0) AS INTEGER), n.depth + 1
    FROM needed n CROSS JOIN products p ON p.id = n.product_id AND p.kind = 'kit'
    CROSS JOIN kit_parts k INDEXED BY kit_parts_by_kit ON k.kit_id = p.id AND k.deleted = 0 WHERE n.depth < ${deepest})
  SELECT order_id, product_id, max(0, sum(milli)) AS milli FROM needed WHERE NOT ${hasParts('product_id')}
  GROUP BY order_id, product_id`

/** SQL: product_id, milli of everything that is reserved. */
export const reservedSql = `SELECT product_id, sum(milli) AS milli FROM (${reservedByOrderSql}) GROUP BY product_id`

export type Reservation = { orderId: Id; milli: number }

/** The open orders that reserve one product, with how much each still does. */
export function reservationsOf(db: ReadDb, productId: Id): Reservation[] {
  const rows = db.raw(
    `WITH RECURSIVE wanted(product_id, factor, depth) AS (
       SELECT CAST(? AS INTEGER), 1.0, 0 UNION ALL
       SELECT k.kit_id, w.factor * k.qty_milli / 1000.0, w.depth + 1 FROM wanted w
       CROSS JOIN kit_parts k INDEXED BY kit_parts_by_part ON k.part_id = w.product_id AND k.deleted = 0
       CROSS JOIN products p ON p.id = k.kit_id AND p.kind = 'kit' WHERE w.depth < ${deepest}),
     factors AS MATERIALIZED (SELECT product_id, sum(factor) AS factor, min(depth) AS depth FROM wanted GROUP BY product_id),
     asked AS MATERIALIZED (SELECT l.order_id, l.open_milli, w.factor, w.depth FROM factors w
       CROSS JOIN ${openLines} ON l.product_id = w.product_id WHERE ${isOpen}),
     kit_orders(order_id) AS MATERIALIZED (SELECT DISTINCT order_id FROM asked WHERE depth > 0)
     SELECT order_id, sum(milli) AS reserved FROM (
       SELECT order_id, CAST(round(open_milli * factor) AS INTEGER) AS milli FROM asked
       UNION ALL SELECT p.order_id, CAST(round(p.milli * w.factor) AS INTEGER)
         FROM (${partsOutSql}) p JOIN factors w ON w.product_id = p.product_id)
     GROUP BY order_id HAVING reserved > 0 ORDER BY order_id`,
    productId,
  ) as [Id, number][]
  if (rows.length > 0 && db.get(`SELECT 1 WHERE ${hasParts('?')}`, productId)) return []
  return rows.map(([orderId, milli]) => ({ orderId, milli }))
}

/** Thousandths of one product that open orders reserve. */
export function reservedOf(db: ReadDb, productId: Id): number {
  return reservationsOf(db, productId).reduce((sum, { milli }) => sum + milli, 0)
}
