// When two codes of batches, or two serial numbers, are one: people and scanners write them in either letter case.
import type { ReadDb } from '#main/db/database.ts'
import type { Id } from '#shared/ids.ts'

/** Living batches of the product with this code; one that is written the same comes first, then the oldest. */
export function batchesWithCode(db: ReadDb, { productId, code }: { productId: Id; code: string }): Id[] {
  const rows = db.raw(
    `SELECT id FROM batches INDEXED BY batches_by_code WHERE product_id = ? AND code = ? COLLATE NOCASE AND deleted = 0
     ORDER BY code <> ?, id`,
    ...[productId, code, code],
  )
  return rows.map(([id]) => id as Id)
}

/** The same rule where the codes are in hand. */
export function isSameCode(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}
