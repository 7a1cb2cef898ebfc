// What one unit of a product is worth in a place by the books, to say what a difference is worth before it is posted: the
// average of what lies there at the end of the day, else what the last receipt cost (formulas.md, section 6).
import type { ReadDb } from '#main/db/database.ts'
import { shareOf } from '#main/domain/costing/exact-share.ts'
import type { Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'

/** So many thousandths are worth so many minor units of base currency. */
export type UnitWorth = { valueMinor: number; qtyMilli: number }

type Asked = { warehouseId: Id; on: Day; productIds: Iterable<Id> }

/** Products of which no cost is known at all are left out. */
export function unitWorths(db: ReadDb, { warehouseId, on, productIds }: Asked): Map<Id, UnitWorth> {
  const ids = JSON.stringify([...productIds])
  const lying = db.raw(
    `SELECT v.product_id, sum(v.value_minor), sum(v.qty_milli) - sum(v.uncosted_milli) FROM json_each(?) j
     CROSS JOIN stock_values v ON v.product_id = j.value AND v.warehouse_id = ? AND v.valued_on <= ?
     GROUP BY v.product_id`,
    ...[ids, warehouseId, on],
  ) as WorthRow[]
  const received = db.raw(
    `SELECT s.product_id, s.receipt_value_minor, s.receipt_qty_milli FROM json_each(?) j
     CROSS JOIN stock_cost_states s ON s.product_id = j.value AND s.warehouse_id IN (0, ?)
     WHERE s.receipt_qty_milli > 0 ORDER BY s.warehouse_id`,
    ...[ids, warehouseId],
  ) as WorthRow[]
  // What comes later wins: a receipt of the place over one of any place, what lies there over both.
  return new Map([...received, ...lying].flatMap(worthOf))
}

type WorthRow = [productId: Id, valueMinor: number, qtyMilli: number]

function worthOf([productId, valueMinor, qtyMilli]: WorthRow): [Id, UnitWorth][] {
  return qtyMilli > 0 && valueMinor >= 0 ? [[productId, { valueMinor, qtyMilli }]] : []
}

/** Minor units of base currency, signed as the quantity. */
export function minorOf(milli: number, { valueMinor, qtyMilli }: UnitWorth): number {
  const size = shareOf(valueMinor, Math.abs(milli), qtyMilli)
  return milli < 0 ? 0 - size : size
}
