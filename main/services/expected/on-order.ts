// What is on order with suppliers: the one place where that sum is made. Goods that somebody wrote down as expected, and what is
// still to come of purchase orders.
import type { ReadDb } from '#main/db/database.ts'
import type { Id } from '#shared/ids.ts'

/**
 * SQL of the thousandths that are still to come for a product; NULL where nothing is. The indexes hold open goods alone, with
 * everything that is asked for here. Of open goods there is always some, so a sum of 0 is none.
 */
export function onOrderSql(productId: string): string {
  return `nullif(coalesce((SELECT sum(e.qty_milli) FROM expected_goods e INDEXED BY expected_goods_open
      WHERE e.product_id = ${productId} AND e.status = 'open' AND e.deleted = 0 AND e.archived = 0), 0)
    + coalesce((SELECT sum(l.open_milli) FROM purchase_lines l INDEXED BY purchase_lines_open
      WHERE l.product_id = ${productId} AND l.open_milli > 0), 0), 0)`
}

/** Thousandths that are still to come of one product; null where nothing is. */
export function onOrderOf(db: ReadDb, productId: Id): number | null {
  const sql = `SELECT ${onOrderSql('p.id')} AS milli FROM (SELECT CAST(? AS INTEGER) AS id) p`
  return db.get<{ milli: number | null }>(sql, productId)?.milli ?? null
}

/** SQL of the first day, from a bound one on (twice), on which something of a product is to come. */
export function nextArrivalSql(productId: string): string {
  return `nullif(min(
    coalesce((SELECT min(e.expected_on) FROM expected_goods e INDEXED BY expected_goods_open
      WHERE e.product_id = ${productId} AND e.status = 'open' AND e.deleted = 0 AND e.archived = 0 AND e.expected_on >= ?), '9999-99'),
    coalesce((SELECT min(l.due_on) FROM purchase_lines l INDEXED BY purchase_lines_open
      WHERE l.product_id = ${productId} AND l.open_milli > 0 AND l.due_on >= ?), '9999-99')), '9999-99')`
}

/** SQL of all open goods with kind, id (of the goods on order or of the order's line), product_id, qty_milli and expected_on. */
export const openGoodsSql = openGoodsOf('')

/** The same of one product, whose id is bound twice. */
export const openGoodsOfProductSql = openGoodsOf(' AND product_id = ?')

function openGoodsOf(chosen: string): string {
  return `SELECT 'expected' AS kind, id, product_id, qty_milli, expected_on FROM expected_goods INDEXED BY expected_goods_open
      WHERE status = 'open' AND deleted = 0 AND archived = 0${chosen}
    UNION ALL
    SELECT 'purchase', id, product_id, open_milli, due_on FROM purchase_lines INDEXED BY purchase_lines_open
      WHERE open_milli > 0 AND product_id IS NOT NULL${chosen}`
}
