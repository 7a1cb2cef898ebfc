// Where demand is read from: order lines by product with their day and quantity, packed into one text per product.
import type { ReadDb } from '#main/db/database.ts'
import type { ValueSum } from '#main/services/insights/abc-values.ts'
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

/** Demand as ordered, with a sum over the lines of the window beside it (every purpose), read in one pass. */
export function soldDaysWithSums(
  db: ReadDb,
  { from, to }: { from: Day; to: Day },
  summed: string,
): { sold: SoldDays[]; sums: ValueSum[] } {
  const rows = db.raw(
    `SELECT product_id, ${columns('sold_on', 'qty_milli')}, sum(${summed}) FILTER (WHERE sold_on >= ?) FROM ${soldLines}
     WHERE ${isSold} AND sold_on <= ? GROUP BY product_id`,
    from,
    from,
    to,
  ) as [Id, Day | null, string | null, number | null][]
  return {
    sold: withoutOtherPurposes(db, rows.map(soldDaysOf), { from, to }),
    // Without a day in the window there was no line in it.
    sums: rows.flatMap(([id, , packed, sum]): ValueSum[] => (packed === null ? [] : [[id, sum, 0]])),
  }
}

/** All in the index; the few orders that are no demand are then taken off. */
function fromCoveringIndex(db: ReadDb, { from, to, among }: SoldDaysQuestion): SoldDays[] {
  const chosen = chosenProducts('product_id', among)
  const rows = db.raw(
    `SELECT product_id, ${columns('sold_on', 'qty_milli')} FROM ${soldLines}
     WHERE ${isSold} AND sold_on <= ?${chosen.where} GROUP BY product_id`,
    from,
    to,
    ...chosen.params,
  ) as unknown as PackedRow[]
  return withoutOtherPurposes(db, rows.map(soldDaysOf), { from, to })
}

type PackedRow = [Id, Day | null, string | null, ...unknown[]]

/** Products that stand in an order of another purpose are read anew, from the orders that count. */
function withoutOtherPurposes(db: ReadDb, sold: SoldDays[], { from, to }: { from: Day; to: Day }): SoldDays[] {
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
  if (other.size === 0) return sold
  const touched = sold.map(({ productId }) => productId).filter((id) => other.has(id))
  const kept = sold.filter(({ productId }) => !other.has(productId))
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
  ) as unknown as PackedRow[]
  return rows.map(soldDaysOf)
}

function soldDaysOf([productId, firstOn, packed]: PackedRow): SoldDays {
  return { productId, firstOn, packed }
}

function chosenProducts(column: string, among: readonly Id[] | undefined): { where: string; params: string[] } {
  if (among === undefined) return { where: '', params: [] }
  return { where: ` AND ${column} IN (SELECT value FROM json_each(?))`, params: [JSON.stringify(among)] }
}
