// Orders of a file that take back and sell nothing are credits. Each is linked to what it takes back, where that is found: the
// newest order before it by the same customer of the same product with enough of it left.
import type { WriteTx } from '#main/db/database.ts'
import type { Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'

/** Makes credits of those of these orders whose lines are all below zero. */
export function markCredits(tx: WriteTx, orderIds: ReadonlySet<Id>): void {
  const left = new Map<Id, number>()
  const found = tx.all<Credit>(
    `SELECT o.id, o.customer_id AS customerId, o.ordered_on AS "on" FROM json_each(?) j CROSS JOIN sales_orders o ON o.id = j.value
     WHERE o.credits_id IS NULL AND o.deleted = 0 AND NOT EXISTS (SELECT 1 FROM order_lines l INDEXED BY order_lines_by_order
       WHERE l.order_id = o.id AND l.deleted = 0 AND l.qty_milli >= 0)
     ORDER BY o.ordered_on, o.id`,
    JSON.stringify([...orderIds]),
  )
  for (const credit of found) makeCredit(tx, credit, left)
}

type Credit = { id: Id; customerId: Id | null; on: Day }
type BackLine = { id: Id; productId: Id | null; qtyMilli: number; goodsBack: string }
type SoldLine = { id: Id; orderId: Id; leftMilli: number }

/** `left`: what earlier credits left of the lines they took back from. */
function makeCredit(tx: WriteTx, credit: Credit, left: Map<Id, number>): void {
  const lines = tx.all<BackLine>(
    `SELECT id, product_id AS productId, qty_milli AS qtyMilli, goods_back AS goodsBack FROM order_lines INDEXED BY order_lines_by_order
     WHERE order_id = ? AND deleted = 0 ORDER BY position, id`,
    credit.id,
  )
  const orders = new Map<Id, number>()
  for (const line of lines) {
    // Goods of the past: they went back to where they were sold from. Money alone names no product.
    if (line.productId !== null && line.goodsBack === '') tx.update('order_lines', line.id, { goods_back: 'stock' })
    const sold = credit.customerId === null ? null : soldLine(tx, credit, line, left)
    if (sold === null) continue
    left.set(sold.id, sold.leftMilli + line.qtyMilli)
    orders.set(sold.orderId, (orders.get(sold.orderId) ?? 0) + 1)
    tx.update('order_lines', line.id, { credits_line_id: sold.id })
  }
  const [most] = [...orders].sort((one, other) => other[1] - one[1] || other[0] - one[0])
  const isReturn = lines.some(({ productId }) => productId !== null)
  tx.update('sales_orders', credit.id, {
    document: 'credit',
    credits_id: most?.[0] ?? null,
    credit_reason: isReturn ? 'return' : 'other',
    confirmed_on: credit.on,
  })
}

const mostLooked = 50

function soldLine(
  tx: WriteTx,
  { id: creditId, customerId, on }: Credit,
  line: BackLine,
  left: Map<Id, number>,
): SoldLine | null {
  if (line.productId === null) return null
  const sold = tx.all<{ id: Id; orderId: Id; qtyMilli: number; backMilli: number }>(
    `SELECT l.id, l.order_id AS orderId, l.qty_milli AS qtyMilli,
       (SELECT coalesce(-sum(c.qty_milli), 0) FROM order_lines c INDEXED BY order_lines_credits
        WHERE c.credits_line_id = l.id AND c.deleted = 0) AS backMilli
     FROM order_lines l INDEXED BY order_lines_sold_by_product CROSS JOIN sales_orders o ON o.id = l.order_id
     WHERE l.product_id = ? AND l.sold_on <= ? AND (l.sold_on < ? OR l.order_id < ?) AND l.qty_milli > 0 AND l.deleted = 0
       AND o.customer_id = ? AND o.document = 'order' AND o.deleted = 0
     ORDER BY l.sold_on DESC, l.id DESC LIMIT CAST(? AS INTEGER)`,
    line.productId,
    on,
    on,
    creditId,
    customerId,
    mostLooked,
  )
  for (const { id, orderId, qtyMilli, backMilli } of sold) {
    const leftMilli = left.get(id) ?? qtyMilli - backMilli
    if (leftMilli + line.qtyMilli >= 0) return { id, orderId, leftMilli }
  }
  return null
}
