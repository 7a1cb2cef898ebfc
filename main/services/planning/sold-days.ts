// Where demand is read from: order lines by product with their day and quantity, packed into one text per product.
import type { ReadDb } from '#main/db/database.ts'
import { asksOrders, type OrderFilter, orderFilterSql } from '#main/services/insights/order-filter.ts'
import { isSold, soldLines } from '#main/services/insights/sold-lines.ts'
import type { Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import type { DemandBasis } from '#shared/schemas/planning.ts'

export type SoldDays = {
  productId: Id
  /** The first day it was ever asked for; null where there are only returns. */
  firstOn: Day | null
  /** Days of the window with their quantities in thousandths (see packed-days.ts); null where there are none. */
  packed: string | null
}

export type SoldDaysQuestion = {
  basis: DemandBasis
  from: Day
  to: Day
  filter?: OrderFilter | undefined
  /** These products alone. */
  among?: readonly Id[] | undefined
}

/** Demand up to the window's end: samples and one-off orders are no demand. */
export function soldDays(db: ReadDb, question: SoldDaysQuestion): SoldDays[] {
  return question.basis === 'ordered' && !asksOrders(question.filter)
    ? fromCoveringIndex(db, question)
    : fromOrders(db, question)
}

const columns = (day: string, quantity: string) =>
  `min(CASE WHEN ${quantity} > 0 THEN ${day} END), group_concat(CASE WHEN ${day} >= ? THEN ${day} || ${quantity} END)`

/** All in the index; the few orders that are no demand are then taken off. */
function fromCoveringIndex(db: ReadDb, { from, to, among }: SoldDaysQuestion): SoldDays[] {
  const chosen = chosenProducts('product_id', among)
  const rows = db.raw(
    `SELECT product_id, ${columns('sold_on', 'qty_milli')} FROM ${soldLines}
     WHERE ${isSold} AND sold_on <= ?${chosen.where} GROUP BY product_id`,
    from,
    to,
    ...chosen.params,
  ) as [Id, Day | null, string | null][]
  const other = new Set(
    db
      .raw(
        `SELECT DISTINCT l.product_id FROM sales_orders o INDEXED BY sales_orders_not_demand
         CROSS JOIN order_lines l INDEXED BY order_lines_by_order ON l.order_id = o.id
         WHERE o.purpose <> 'sale' AND l.sold_on IS NOT NULL AND l.product_id IS NOT NULL AND l.sold_on <= ?`,
        to,
      )
      .map(([id]) => id as Id),
  )
  const kept = rows.filter(([productId]) => !other.has(productId)).map(soldDaysOf)
  if (other.size === 0) return kept
  const touched = among ? among.filter((id) => other.has(id)) : [...other]
  return [...kept, ...fromOrders(db, { basis: 'ordered', from, to, among: touched })]
}

/** From the lines with their orders, where the orders decide what counts. */
function fromOrders(db: ReadDb, { basis, from, to, filter, among }: SoldDaysQuestion): SoldDays[] {
  const day = basis === 'ordered' ? 'l.sold_on' : 'o.shipped_on'
  const chosen = chosenProducts('l.product_id', among)
  const { joins, where, params } = orderFilterSql(filter)
  // A few products are found by the index of their lines; all of them by reading the lines as they lie.
  const lines = among ? 'order_lines l INDEXED BY order_lines_sold_by_product' : 'order_lines l NOT INDEXED'
  const rows = db.raw(
    `SELECT l.product_id, ${columns(day, 'l.qty_milli')} FROM ${lines} CROSS JOIN sales_orders o ON o.id = l.order_id${joins}
     WHERE l.sold_on IS NOT NULL AND l.product_id IS NOT NULL AND o.purpose = 'sale' AND ${day} <= ?${where}${chosen.where}
     GROUP BY l.product_id`,
    from,
    to,
    ...params,
    ...chosen.params,
  ) as [Id, Day | null, string | null][]
  return rows.map(soldDaysOf)
}

function soldDaysOf([productId, firstOn, packed]: [Id, Day | null, string | null]): SoldDays {
  return { productId, firstOn, packed }
}

function chosenProducts(column: string, among: readonly Id[] | undefined): { where: string; params: string[] } {
  if (among === undefined) return { where: '', params: [] }
  return { where: ` AND ${column} IN (SELECT value FROM json_each(?))`, params: [JSON.stringify(among)] }
}
