// How old stock is: what is left is what came last, if the oldest goes first. The same whatever the book's cost method.
import type { ReadDb } from '#main/db/database.ts'
import { type Day, daysBetween } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'

type StockAge = {
  /** Weighted by quantity, whole days. */
  ageDays: number
  oldestOn: Day
}

type Asked = { on: Day; warehouseId: Id | null }

/** Of products with so many pieces left. */
export function stockAges(
  db: ReadDb,
  products: readonly { id: Id; qtyMilli: number }[],
  { on, warehouseId }: Asked,
): Map<Id, StockAge> {
  const isPlace = warehouseId !== null
  // Between places nothing grows younger; in one place goods are as old as their arrival there.
  const sql = `SELECT moved_on, qty_milli FROM stock_movements m INDEXED BY stock_movements_by_product
    WHERE product_id = ? AND moved_on <= ? AND qty_milli > 0${isPlace ? ' AND warehouse_id = ?' : " AND kind <> 'transfer'"}
      AND reverses_id IS NULL
      AND NOT EXISTS (SELECT 1 FROM stock_movements t INDEXED BY stock_movements_reversals WHERE t.reverses_id = m.id)
    ORDER BY moved_on DESC, id DESC`
  return new Map(
    products.map(({ id, qtyMilli }) => {
      const rows = db.raw(sql, id, on, ...(isPlace ? [warehouseId] : [])) as [Day, number][]
      return [id, ageOf(rows, qtyMilli, on)]
    }),
  )
}

function ageOf(arrivals: readonly [Day, number][], qtyMilli: number, on: Day): StockAge {
  let [left, weighted, oldestOn] = [qtyMilli, 0, on]
  for (const [day, came] of arrivals) {
    if (left <= 0) break
    const taken = Math.min(left, came)
    weighted += taken * daysBetween(day, on)
    left -= taken
    oldestOn = day
  }
  const counted = qtyMilli - Math.max(0, left)
  return { ageDays: counted > 0 ? Math.round(weighted / counted) : 0, oldestOn }
}
