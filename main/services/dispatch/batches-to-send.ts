// Which batches and pieces go: those told, else the batches that expire first. Which piece of a serial number left is never
// guessed.
import type { ReadDb } from '#main/db/database.ts'
import type { Goods } from '#main/services/dispatch/goods-of-lines.ts'
import { proposeBatches } from '#main/services/stock/batch-choice.ts'
import type { Day } from '#shared/dates.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'

export type Told = { batchId: Id | null; serials: readonly Id[] }
type Where = { warehouseId: Id; on: Day }
export type Parcel = { batchId: Id | null; qtyMilli: number }

/** Asked after what was posted before: what went already is not offered twice. */
export function parcelsOf(db: ReadDb, goods: Goods, where: Where, told: Told): Parcel[] {
  if (goods.tracking === 'none') return [{ batchId: null, qtyMilli: goods.qtyMilli }]
  if (goods.tracking === 'serial') return pieces(db, goods, where, told)
  if (told.batchId !== null) return [{ batchId: told.batchId, qtyMilli: goods.qtyMilli }]
  const { batches, missing } = proposeBatches(db, { ...goods, ...where })
  const parcels = batches.map(({ batchId, quantity }) => ({ batchId, qtyMilli: Math.round(quantity * 1000) }))
  if (missing === 0) return parcels
  // What is not there is asked of the last batch all the same, so that the shortage is told as one.
  const last = parcels.at(-1)?.batchId ?? newestBatch(db, goods.productId)
  if (last === null) throw new AppError('stock/batch-needed', { product: goods.sku })
  return [...parcels, { batchId: last, qtyMilli: Math.round(missing * 1000) }]
}

function pieces(db: ReadDb, { productId, sku, qtyMilli }: Goods, where: Where, { batchId, serials }: Told): Parcel[] {
  const count = qtyMilli / 1000
  const told = batchId !== null && serials.length === 0 ? [batchId] : serials
  if (told.length > 0) {
    if (told.length !== count)
      throw new AppError('dispatch/serials-differ', { product: sku, told: told.length, asked: count })
    return told.map((id) => ({ batchId: id, qtyMilli: 1000 }))
  }
  // All that lie there go: no choice is left to anybody.
  const { batches, missing } = proposeBatches(db, { productId, ...where, qtyMilli: qtyMilli + 1000 })
  if (missing !== 1) throw new AppError('stock/serial-needed', { product: sku })
  return batches.map((batch) => ({ batchId: batch.batchId, qtyMilli: 1000 }))
}

function newestBatch(db: ReadDb, productId: Id): Id | null {
  const sql = 'SELECT max(id) AS id FROM batches INDEXED BY batches_by_code WHERE product_id = ? AND deleted = 0'
  return db.get<{ id: Id | null }>(sql, productId)?.id ?? null
}
