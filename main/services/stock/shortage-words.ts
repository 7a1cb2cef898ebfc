// A shortage told: product, place, day, what is on hand, reserved and asked for, and the movements concerned. It is refused, or
// only told where the place says so.
import type { ReadDb } from '#main/db/database.ts'
import { reservedOf } from '#main/services/stock/reserved.ts'
import { type Shortage, shortages } from '#main/services/stock/shortage.ts'
import { type PostedMovement, transitWarehouse } from '#main/services/stock/stock-ledger.ts'
import { placeDetails, placeOf } from '#main/services/stock/stock-places.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import type { StockWarning } from '#shared/schemas/stock-documents.ts'

/** Shortages that may stand although their place refuses them. */
export type Forgives = (shortage: Shortage) => boolean

/** Throws `stock/insufficient` for the first shortage that its place refuses; gives the others as warnings. */
export function refuseShortages(
  db: ReadDb,
  posted: readonly PostedMovement[],
  forgives: Forgives = () => false,
): StockWarning[] {
  return shortages(db, posted).map((shortage) => {
    const place = placeOf(db, shortage.warehouseId)
    const details = detailsOf(db, shortage, posted)
    if (!place?.warns && !forgives(shortage)) throw new AppError('stock/insufficient', details)
    return { code: 'stock/insufficient', details }
  })
}

function detailsOf(db: ReadDb, shortage: Shortage, posted: readonly PostedMovement[]): StockWarning['details'] {
  const { productId, warehouseId, batchId, day } = shortage
  const place = placeOf(db, warehouseId)
  const product = productWords(db, productId)
  const batch =
    batchId === null ? '' : (db.get<{ code: string }>('SELECT code FROM batches WHERE id = ?', batchId)?.code ?? '')
  return {
    product: batch === '' ? product.sku : `${product.sku} · ${batch}`,
    productId,
    ...placeDetails({ id: warehouseId, name: place?.name ?? '' }),
    day,
    onHand: shortage.onHandMilli / 1000,
    reserved: reservedOf(db, productId) / 1000,
    asked: shortage.askedMilli / 1000,
    unit: product.unit,
    movements: concerned(db, shortage, posted),
  }
}

function productWords(db: ReadDb, id: Id): { sku: string; unit: string } {
  return (
    db.get<{ sku: string; unit: string }>('SELECT sku, unit FROM products WHERE id = ?', id) ?? { sku: '', unit: '' }
  )
}

/**
 * What took the stock: of a back-dated posting the later movements out, up to the day on which there is not enough; else the
 * last ones before it. Each as its document's number, day and quantity.
 */
function concerned(
  db: ReadDb,
  { productId, warehouseId, batchId, movedOn, day }: Shortage,
  posted: readonly PostedMovement[],
): string[] {
  const own = JSON.stringify(posted.map(({ id }) => id))
  const later = day > movedOn
  const rows = db.all<{ number: string | null; day: string; quantity: number }>(
    `SELECT d.number, m.moved_on AS day, m.qty_milli / 1000.0 AS quantity
     FROM stock_movements m INDEXED BY stock_movements_by_product LEFT JOIN stock_documents d ON d.id = m.document_id
     WHERE m.product_id = ? AND m.warehouse_id = ? AND m.moved_on > ? AND m.moved_on <= ? AND (? OR m.qty_milli < 0)
       AND (? IS NULL OR m.batch_id = ?) AND m.id NOT IN (SELECT value FROM json_each(?))
     ORDER BY m.moved_on DESC, m.id DESC LIMIT 5`,
    ...[productId, warehouseId, later ? movedOn : '', day, later ? 0 : 1, batchId, batchId, own],
  )
  const words = ({ number, day: on, quantity }: (typeof rows)[number]) =>
    `${number ? `${number} ` : ''}${on} ${quantity > 0 ? '+' : '−'}${Math.abs(quantity)}`
  return rows.map(words).reverse()
}

/** What went out although open orders wait for it: never refused, told. Asked after posting. */
export function reservedWarnings(db: ReadDb, posted: readonly PostedMovement[]): StockWarning[] {
  const gone = new Map<Id, number>()
  for (const { productId, warehouseId, qtyMilli } of posted) {
    const counts = warehouseId === transitWarehouse || placeOf(db, warehouseId)?.isSellable
    if (counts) gone.set(productId, (gone.get(productId) ?? 0) + qtyMilli)
  }
  return [...gone].flatMap(([productId, moved]) => {
    if (moved >= 0) return []
    const onHand = sellableMilli(db, productId)
    const reserved = reservedOf(db, productId)
    if (reserved === 0 || onHand >= reserved) return []
    const { sku, unit } = productWords(db, productId)
    const details = { product: sku, productId, unit, onHand: onHand / 1000, reserved: reserved / 1000 }
    return [{ code: 'stock/reserved' as const, details }]
  })
}

/** On hand where it may be sold. */
function sellableMilli(db: ReadDb, productId: Id): number {
  const row = db.get<{ milli: number | null }>(
    `SELECT sum(b.on_hand_milli) AS milli FROM stock_balances b JOIN warehouses w ON w.id = b.warehouse_id
     WHERE b.product_id = ? AND b.warehouse_id <> ${transitWarehouse} AND w.is_sellable = 1`,
    productId,
  )
  return row?.milli ?? 0
}
