// How much of a product there is, where, and by which movements.
import type { ReadDb } from '#main/db/database.ts'
import { standingOpenings } from '#main/services/stock/opening-stock.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import type { StockLevels, StockMovement } from '#shared/schemas/stock.ts'

const shownMovements = 200

/** Levels of one product, or `catalog/product-not-found`. */
export function stockLevels(db: ReadDb, productId: Id): StockLevels {
  const product = db.get<{ unit: string }>('SELECT unit FROM live_products WHERE id = ?', productId)
  if (!product) throw new AppError('catalog/product-not-found')
  const warehouses = db.all<StockLevels['warehouses'][number]>(
    `SELECT b.warehouse_id AS id, w.name, b.on_hand_milli / 1000.0 AS onHand FROM stock_balances b
     JOIN warehouses w ON w.id = b.warehouse_id WHERE b.product_id = ? ORDER BY b.warehouse_id`,
    productId,
  )
  return {
    productId,
    unit: product.unit,
    onHand: onHand(db, productId),
    opening: opening(db, productId),
    warehouses,
    ...movements(db, productId),
  }
}

/** The sum is taken over thousandths, so that no binary fraction creeps in. */
function onHand(db: ReadDb, productId: Id): number | null {
  return (
    db.get<{ n: number | null }>(
      'SELECT sum(on_hand_milli) / 1000.0 AS n FROM stock_balances WHERE product_id = ?',
      productId,
    )?.n ?? null
  )
}

function opening(db: ReadDb, productId: Id): StockLevels['opening'] {
  const standing = standingOpenings(db, productId)
  const milli = standing.reduce((sum, entry) => sum + entry.qtyMilli, 0)
  const last = standing.at(-1)
  return last ? { quantity: milli / 1000, on: last.movedOn } : null
}

function movements(db: ReadDb, productId: Id): Pick<StockLevels, 'movements' | 'movementCount'> {
  return {
    movements: db.all<StockMovement>(
      `SELECT id, moved_on AS movedOn, kind, qty_milli / 1000.0 AS quantity, reverses_id AS reversesId, note
       FROM stock_movements WHERE product_id = ? ORDER BY moved_on DESC, id DESC LIMIT ${shownMovements}`,
      productId,
    ),
    movementCount:
      db.get<{ n: number }>('SELECT count(*) AS n FROM stock_movements WHERE product_id = ?', productId)?.n ?? 0,
  }
}
