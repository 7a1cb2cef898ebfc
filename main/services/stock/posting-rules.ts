// What may be posted at all, whatever is on hand: on open days, from the day a place begins, of products that are there, with
// the batch of those that have batches. A failure names the line.
import type { ReadDb } from '#main/db/database.ts'
import { bookToday } from '#main/services/book/book-today.ts'
import { refuseClosedDay } from '#main/services/stock/closed-days.ts'
import type { Movement } from '#main/services/stock/stock-ledger.ts'
import { placeDetails, placeOf, type StockPlace } from '#main/services/stock/stock-places.ts'
import type { Day } from '#shared/dates.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'

/** Day, place, product and batch of one movement. */
export function refuseUnpostable(db: ReadDb, movement: Movement): void {
  refuseDay(db, movement.movedOn)
  refuseBeforeStart(placeOf(db, movement.warehouseId), movement.movedOn)
  refuseTracking(db, movement)
  refuseOtherBin(db, movement)
  refuseBeforeOrigin(db, movement)
}

export function refuseDay(db: ReadDb, day: Day): void {
  refuseClosedDay(db, day)
  const today = bookToday(db, db.now)
  // What is on hand is the sum of all that was posted: a day that has not come would be counted in already.
  if (day > today) throw new AppError('stock/future-day', { day, today, field: 'on' })
}

export function refuseBeforeStart(place: StockPlace | null, day: Day): void {
  if (!place) throw new AppError('stock/place-not-found', { field: 'warehouseId' })
  if (place.startsOn !== null && day < place.startsOn) {
    throw new AppError('stock/before-start', { ...placeDetails(place), day, startsOn: place.startsOn, field: 'on' })
  }
}

type Product = { sku: string; kind: string; tracking: 'none' | 'batch' | 'serial'; deleted: number }

function productOf(db: ReadDb, id: Id): Product | undefined {
  return db.get<Product>('SELECT sku, kind, tracking, deleted FROM products WHERE id = ?', id)
}

function refuseTracking(db: ReadDb, movement: Movement): void {
  const product = productOf(db, movement.productId)
  if (!product || product.deleted === 1) throw new AppError('catalog/product-not-found', { field: 'productId' })
  const { sku, kind, tracking } = product
  if (kind === 'family') throw new AppError('stock/family', { product: sku })
  const { batchId = null, qtyMilli } = movement
  if (tracking === 'none') {
    if (batchId !== null) throw new AppError('stock/no-batches', { product: sku })
    return
  }
  if (batchId === null) throw new AppError(`stock/${tracking}-needed`, { product: sku })
  const batch = db.get<{ productId: Id; code: string }>(
    'SELECT product_id AS productId, code FROM batches WHERE id = ?',
    batchId,
  )
  if (batch?.productId !== movement.productId) throw new AppError('stock/batch-not-found', { product: sku })
  if (tracking === 'serial' && Math.abs(qtyMilli) !== 1000) {
    throw new AppError('stock/serial-one', { product: sku, serial: batch.code })
  }
}

/** A bin is a place within one warehouse. */
function refuseOtherBin(db: ReadDb, { binId = null, warehouseId }: Movement): void {
  if (binId === null) return
  if (!db.get('SELECT 1 FROM bins WHERE id = ? AND warehouse_id = ?', binId, warehouseId)) {
    throw new AppError('stock/bin-not-found', { field: 'binId' })
  }
}

/** Nothing arrives before it left, comes back before it was issued, or is sent back before it was received. */
function refuseBeforeOrigin(db: ReadDb, { originId = null, movedOn }: Movement): void {
  if (originId === null) return
  const origin = db.get<{ on: Day }>('SELECT moved_on AS "on" FROM stock_movements WHERE id = ?', originId)
  if (origin && movedOn < origin.on) {
    throw new AppError('stock/before-origin', { day: movedOn, origin: origin.on, field: 'on' })
  }
}
