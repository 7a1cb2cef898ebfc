// Lines of purchase orders that came in completely, with the day of the receipt that completed each.

/** What came of a line without what is to be sent again, summed up to each day. */
const cameByDay = `SELECT t.received_on AS day,
    sum(c.qty_milli - iif(c.remedy = 'replace', c.rejected_milli, 0)) OVER (ORDER BY t.received_on) AS came
  FROM purchase_receipt_lines c INDEXED BY purchase_receipt_lines_by_line CROSS JOIN purchase_receipts t ON t.id = c.receipt_id
  WHERE c.line_id = l.id AND c.deleted = 0 AND t.deleted = 0 AND t.status = 'posted' AND t.received_on IS NOT NULL`

const isEnough = (came: string) => `${came} * 1000000 >= l.qty_milli * (1000000 - o.under_ppm)`

/** The last receipt, where nothing came that could have completed the line before it. */
const isPlain = 'o.under_ppm = 0 AND l.rejected_milli = 0 AND l.received_milli <= l.qty_milli'

/**
 * SQL of id, product_id, bought_on and completed_on (NULL: not complete after all). Lines of orders whose days of receipt nobody
 * wrote down are left out, and those of the past whose order day nobody wrote down: the day that stands in for it says nothing.
 * What is missing within the order's tolerance is complete. `where` narrows lines `l`.
 */
export function completedLinesSql(where: string): string {
  return `SELECT l.id, l.product_id, l.bought_on,
      iif(${isPlain}, l.last_received_on, (SELECT min(g.day) FROM (${cameByDay}) g WHERE ${isEnough('g.came')})) AS completed_on
    FROM purchase_lines l INDEXED BY purchase_lines_bought_by_product CROSS JOIN purchase_orders o ON o.id = l.order_id
    WHERE l.bought_on IS NOT NULL AND l.product_id IS NOT NULL AND l.last_received_on IS NOT NULL AND l.qty_milli > 0
      AND o.has_receipt_days = 1 AND (o.is_history = 0 OR o.sent_on IS NOT NULL) AND ${isEnough('l.received_milli')}${where}`
}
