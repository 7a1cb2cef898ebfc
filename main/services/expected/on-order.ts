// What is on order with suppliers: the one place where that sum is made.

/**
 * SQL of the thousandths that are still to come for a product; NULL where nothing is. The index holds open goods alone, with
 * everything that is asked for here.
 */
export function onOrderSql(productId: string): string {
  return `(SELECT sum(e.qty_milli) FROM expected_goods e INDEXED BY expected_goods_open
    WHERE e.product_id = ${productId} AND e.status = 'open' AND e.deleted = 0 AND e.archived = 0)`
}

/** SQL of all open goods with product_id, warehouse_id, qty_milli and expected_on. */
export const openGoodsSql = `SELECT e.id, e.product_id, e.warehouse_id, e.qty_milli, e.expected_on
  FROM expected_goods e INDEXED BY expected_goods_open WHERE e.status = 'open' AND e.deleted = 0 AND e.archived = 0`
