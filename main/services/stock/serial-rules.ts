// A serial number is one piece: it lies in one place at a time.
import type { ReadDb } from '#main/db/database.ts'
import type { PostedMovement } from '#main/services/stock/stock-ledger.ts'
import type { Day } from '#shared/dates.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'

/** `stock/serial-twice` where a piece that came in would be there twice at the end of any day. Asked after posting. */
export function refuseTwoPlaces(db: ReadDb, posted: readonly PostedMovement[]): void {
  const coming = new Set(posted.flatMap(({ batchId, qtyMilli }) => (batchId != null && qtyMilli > 0 ? [batchId] : [])))
  for (const batchId of coming) {
    const serial = db.get<{ code: string; sku: string }>(
      `SELECT b.code, p.sku FROM batches b JOIN products p ON p.id = b.product_id
       WHERE b.id = ? AND p.tracking = 'serial'`,
      batchId,
    )
    const day = serial && firstDayTwice(db, batchId)
    if (day) throw new AppError('stock/serial-twice', { product: serial.sku, serial: serial.code, day })
  }
}

/** Over all places together: what left one and arrived in another the same day is one piece. */
function firstDayTwice(db: ReadDb, batchId: Id): Day | null {
  const days = db.raw(
    `SELECT moved_on, sum(qty_milli) FROM stock_movements INDEXED BY stock_movements_by_batch WHERE batch_id = ?
     GROUP BY moved_on ORDER BY moved_on`,
    batchId,
  ) as [Day, number][]
  let milli = 0
  for (const [day, moved] of days) {
    milli += moved
    if (milli > 1000) return day
  }
  return null
}
