// How much of a product lies in one place, as a form that sends goods shows it beside each line.
import type { ReadDb } from '#main/db/database.ts'
import { goodsFinder } from '#main/services/dispatch/goods-of-lines.ts'
import type { Id } from '#shared/ids.ts'

/** In the product's unit; of a kit, how many whole ones its parts make. */
export function onHandFinder(db: ReadDb, warehouseId: Id): (productId: Id) => number {
  const goodsOf = goodsFinder(db)
  const milliOf = (productId: Id) =>
    db.get<{ milli: number }>(
      'SELECT on_hand_milli AS milli FROM stock_balances WHERE product_id = ? AND warehouse_id = ?',
      ...[productId, warehouseId],
    )?.milli ?? 0
  return (productId) => {
    const parts = goodsOf(productId, 1000)
    if (parts.length === 1 && parts[0]?.productId === productId) return milliOf(productId) / 1000
    return Math.min(...parts.map((part) => Math.floor(milliOf(part.productId) / part.qtyMilli)))
  }
}
