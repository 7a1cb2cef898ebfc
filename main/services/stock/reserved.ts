// What open orders reserve: confirmed, not shipped and no mere history, less what was issued for them already. A kit reserves
// its parts.
import type { ReadDb } from '#main/db/database.ts'
import type { Id } from '#shared/ids.ts'

/** Open orders, by the index that holds them alone. */
const openOrders = `SELECT id FROM sales_orders INDEXED BY sales_orders_open
  WHERE status IN ('confirmed', 'on_hold', 'part_shipped') AND shipped_on IS NULL AND deleted = 0 AND archived = 0
    AND is_history = 0`

const isOpen = `o.status IN ('confirmed', 'on_hold', 'part_shipped') AND o.shipped_on IS NULL AND o.deleted = 0
  AND o.archived = 0 AND o.is_history = 0`

/** How deep kits of kits are followed. */
const deepest = 10

/** Ordered (above zero) and issued (below it) per order and product as they are written down, from CTE `open_orders`. */
const askedOfOrders = `
  SELECT l.order_id, l.product_id, l.qty_milli AS milli FROM open_orders o
    CROSS JOIN order_lines l INDEXED BY order_lines_by_order ON l.order_id = o.id
    WHERE l.deleted = 0 AND l.product_id IS NOT NULL AND l.qty_milli > 0
  UNION ALL
  SELECT d.order_id, m.product_id, m.qty_milli FROM open_orders o
    CROSS JOIN stock_documents d INDEXED BY stock_documents_by_order ON d.order_id = o.id
    CROSS JOIN stock_movements m INDEXED BY stock_movements_by_document ON m.document_id = d.id
    WHERE m.kind = 'issue'`

const hasParts = (product: string) => `EXISTS (SELECT 1 FROM products p
  JOIN kit_parts k INDEXED BY kit_parts_by_kit ON k.kit_id = p.id AND k.deleted = 0 WHERE p.id = ${product} AND p.kind = 'kit')`

/** SQL: order_id, product_id, milli that each open order reserves. */
export const reservedByOrderSql = `WITH RECURSIVE open_orders AS MATERIALIZED (${openOrders}),
  needed(order_id, product_id, milli, depth) AS (
    SELECT order_id, product_id, milli, 0 FROM (${askedOfOrders})
    UNION ALL
    SELECT n.order_id, k.part_id, CAST(round(n.milli * k.qty_milli / 1000.0) AS INTEGER), n.depth + 1
    FROM needed n CROSS JOIN products p ON p.id = n.product_id AND p.kind = 'kit'
    CROSS JOIN kit_parts k INDEXED BY kit_parts_by_kit ON k.kit_id = p.id AND k.deleted = 0 WHERE n.depth < ${deepest})
  SELECT order_id, product_id, max(0, sum(milli)) AS milli FROM needed WHERE NOT ${hasParts('product_id')}
  GROUP BY order_id, product_id`

/** SQL: product_id, milli of everything that is reserved. */
export const reservedSql = `SELECT product_id, sum(milli) AS milli FROM (${reservedByOrderSql}) GROUP BY product_id`

/** All that is reserved by open orders: thousandths by product. */
export function reservedByProduct(db: ReadDb): Map<Id, number> {
  return new Map(db.raw(reservedSql) as [Id, number][])
}

export type Reservation = { orderId: Id; milli: number }

/** Beyond so many open orders the lines of one product are the shorter way to those that want it. */
const manyOrders = 300

/** The open orders that reserve one product, with how much each still does. */
export function reservationsOf(db: ReadDb, productId: Id): Reservation[] {
  const open = db.get<{ n: number }>(`SELECT count(*) AS n FROM (${openOrders} LIMIT ${manyOrders})`)?.n ?? 0
  if (open === 0) return []
  const asked = open < manyOrders ? askedOfOrders : askedOfProducts
  const rows = db.raw(
    `WITH RECURSIVE open_orders AS MATERIALIZED (${openOrders}),
     wanted(product_id, factor, depth) AS (
       SELECT CAST(? AS INTEGER), 1.0, 0 UNION ALL
       SELECT k.kit_id, w.factor * k.qty_milli / 1000.0, w.depth + 1 FROM wanted w
       CROSS JOIN kit_parts k INDEXED BY kit_parts_by_part ON k.part_id = w.product_id AND k.deleted = 0
       CROSS JOIN products p ON p.id = k.kit_id AND p.kind = 'kit' WHERE w.depth < ${deepest})
     SELECT order_id, sum(CAST(round(a.milli * w.factor) AS INTEGER)) AS reserved
     FROM (${asked}) a JOIN (SELECT product_id, sum(factor) AS factor FROM wanted GROUP BY product_id) w
       ON w.product_id = a.product_id
     GROUP BY order_id HAVING reserved > 0 ORDER BY order_id`,
    productId,
  ) as [Id, number][]
  if (rows.length > 0 && db.get(`SELECT 1 WHERE ${hasParts('?')}`, productId)) return []
  return rows.map(([orderId, milli]) => ({ orderId, milli }))
}

/** The same from the lines of the wanted products, sold days included: an order that is open has one. */
const askedOfProducts = `
  SELECT l.order_id, l.product_id, l.qty_milli AS milli FROM wanted w
    CROSS JOIN order_lines l INDEXED BY order_lines_sold_by_product ON l.product_id = w.product_id AND l.sold_on IS NOT NULL
    CROSS JOIN sales_orders o ON o.id = l.order_id
    WHERE l.deleted = 0 AND l.qty_milli > 0 AND ${isOpen}
  UNION ALL
  SELECT d.order_id, m.product_id, m.qty_milli FROM open_orders o
    CROSS JOIN stock_documents d INDEXED BY stock_documents_by_order ON d.order_id = o.id
    CROSS JOIN stock_movements m INDEXED BY stock_movements_by_document ON m.document_id = d.id
    WHERE m.kind = 'issue'`

/** Thousandths of one product that open orders reserve. */
export function reservedOf(db: ReadDb, productId: Id): number {
  return reservationsOf(db, productId).reduce((sum, { milli }) => sum + milli, 0)
}
