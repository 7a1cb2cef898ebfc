// What one line of a count is about: a product, the batch where it has any, the bin where it lies in one. And what the books
// say is there of it at the end of a day.
import type { ReadDb } from '#main/db/database.ts'
import { makerSql } from '#main/services/history/row-makers.ts'
import type { Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'

export type CountKey = { productId: Id; batchId: Id | null; binId: Id | null }

/** One key as text: to find what belongs to a line. */
export function keyText({ productId, batchId, binId }: CountKey): string {
  return `${productId} ${batchId ?? 0} ${binId ?? 0}`
}

type Asked = { warehouseId: Id; on: Day; productIds: Iterable<Id> }

export type KeyBalance = CountKey & { milli: number }

/** On hand in a place at the end of a day, per product, batch and bin; what comes to nothing is left out. */
export function balancesByKey(db: ReadDb, { warehouseId, on, productIds }: Asked): KeyBalance[] {
  const rows = db.raw(
    `SELECT m.product_id, m.batch_id, m.bin_id, sum(m.qty_milli) FROM json_each(?) j
     CROSS JOIN stock_movements m INDEXED BY stock_movements_by_product
       ON m.product_id = j.value AND m.warehouse_id = ? AND m.moved_on <= ?
     GROUP BY m.product_id, m.batch_id, m.bin_id HAVING sum(m.qty_milli) <> 0`,
    ...[JSON.stringify([...productIds]), warehouseId, on],
  ) as KeyRow[]
  return rows.map(balanceOf)
}

/** The same of one bin. */
export function balancesOfBin(db: ReadDb, { binId, on }: { binId: Id; on: Day }): KeyBalance[] {
  const rows = db.raw(
    `SELECT product_id, batch_id, bin_id, sum(qty_milli) FROM stock_movements INDEXED BY stock_movements_by_bin
     WHERE bin_id = ? AND moved_on <= ? GROUP BY product_id, batch_id HAVING sum(qty_milli) <> 0`,
    ...[binId, on],
  ) as KeyRow[]
  return rows.map(balanceOf)
}

type KeyRow = [productId: Id, batchId: Id | null, binId: Id | null, milli: number]

function balanceOf([productId, batchId, binId, milli]: KeyRow): KeyBalance {
  return { productId, batchId, binId, milli }
}

type Sheet = { id: Id; warehouseId: Id; on: Day }

/**
 * What was posted since a sheet was made and changes what the books say of its day, per key. Of a sheet whose
 * making is not in the log nobody knows.
 */
export function movedSince(db: ReadDb, { id, warehouseId, on }: Sheet): Map<string, { milli: number; count: number }> {
  const made = db.get<{ clock: number }>(
    `SELECT o.clock FROM stock_counts c JOIN operations o ON o.id = ${makerSql('c.id')} WHERE c.id = ?`,
    id,
  )
  if (!made) return new Map()
  const rows = db.raw(
    `SELECT m.product_id, m.batch_id, m.bin_id, sum(m.qty_milli), count(*) FROM operations o INDEXED BY operations_by_clock
     CROSS JOIN stock_movements m ON m.id BETWEEN o.first_id AND o.last_id
     WHERE o.clock > ? AND m.warehouse_id = ? AND m.moved_on <= ?
     GROUP BY m.product_id, m.batch_id, m.bin_id HAVING sum(m.qty_milli) <> 0`,
    ...[made.clock, warehouseId, on],
  ) as [...KeyRow, number][]
  return new Map(
    rows.map(([productId, batchId, binId, milli, count]) => [keyText({ productId, batchId, binId }), { milli, count }]),
  )
}
