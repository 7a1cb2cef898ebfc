// Opening stock: what was there when the book began. Entered again with another quantity, the old entry is taken back by
// a counter-entry and a new one posted; the ledger itself never changes.
import type { ReadDb, WriteTx } from '#main/db/database.ts'
import { mainWarehouse, postMovement } from '#main/services/stock/stock-ledger.ts'
import type { Day } from '#shared/dates.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'

/** `same`: nothing was written. */
export type OpeningOutcome = 'posted' | 'replaced' | 'removed' | 'same'

/** Sets the opening stock of a product in the main warehouse. The same quantity again changes nothing, whatever the day. */
export function setOpeningStock(tx: WriteTx, productId: Id, qtyMilli: number, on: Day): OpeningOutcome {
  if (qtyMilli < 0) throw new AppError('stock/negative-opening', { field: 'quantity' })
  if (!tx.get('SELECT 1 FROM live_products WHERE id = ?', productId)) {
    throw new AppError('catalog/product-not-found', { field: 'productId' })
  }
  const standing = standingOpenings(tx, productId)
  const before = standing.reduce((sum, entry) => sum + entry.qtyMilli, 0)
  if (before === qtyMilli) return 'same'
  for (const entry of standing) takeBack(tx, productId, entry)
  if (qtyMilli !== 0) {
    postMovement(tx, { productId, warehouseId: mainWarehouse, movedOn: on, kind: 'opening', qtyMilli })
  }
  return standing.length === 0 ? 'posted' : qtyMilli === 0 ? 'removed' : 'replaced'
}

type Opening = { id: Id; qtyMilli: number; movedOn: Day }

function takeBack(tx: WriteTx, productId: Id, { id, qtyMilli, movedOn }: Opening): void {
  postMovement(tx, {
    productId,
    warehouseId: mainWarehouse,
    // On the day of what it takes back, so that the stock of every day in between is right as well.
    movedOn,
    kind: 'opening',
    qtyMilli: -qtyMilli,
    reversesId: id,
  })
}

/** Openings that nothing has taken back: one, unless two copies each posted one before they were merged. */
export function standingOpenings(db: ReadDb, productId: Id): Opening[] {
  return db.all<Opening>(
    `SELECT m.id, m.qty_milli AS qtyMilli, m.moved_on AS movedOn FROM stock_movements m
     WHERE m.product_id = ? AND m.warehouse_id = ? AND m.kind = 'opening' AND m.reverses_id IS NULL AND NOT EXISTS (
       SELECT 1 FROM stock_movements r
       WHERE r.product_id = m.product_id AND r.warehouse_id = m.warehouse_id AND r.reverses_id = m.id)
     ORDER BY m.id`,
    productId,
    mainWarehouse,
  )
}
