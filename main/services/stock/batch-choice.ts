// Batches while goods come in: one that is there, or a new one made from what the label says.
import type { ReadDb, WriteTx } from '#main/db/database.ts'
import { bookToday } from '#main/services/book/book-today.ts'
import { batchesWithCode } from '#main/services/stock/batch-code.ts'
import type { Day } from '#shared/dates.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import type { BatchProposal } from '#shared/schemas/stock.ts'
import type { BatchChoice } from '#shared/schemas/stock-postings.ts'

/** The batch meant. The same code of the same product is the same batch; `stock/batch-differs` where its dates are others. */
export function chosenBatch(tx: WriteTx, productId: Id, choice: BatchChoice): Id | null {
  if (choice === null) return null
  if ('id' in choice) return choice.id
  const { code, madeOn, expiresOn } = choice
  const known = tx.get<{ id: Id; madeOn: string | null; expiresOn: string | null }>(
    'SELECT id, made_on AS madeOn, expires_on AS expiresOn FROM batches WHERE id = ?',
    batchesWithCode(tx, { productId, code })[0] ?? null,
  )
  if (!known) {
    return tx.insert('batches', { product_id: productId, code, made_on: madeOn, expires_on: expiresOn })
  }
  const differs = (told: string | null, kept: string | null) => told !== null && told !== kept
  if (differs(expiresOn, known.expiresOn) || differs(madeOn, known.madeOn)) {
    throw new AppError('stock/batch-differs', {
      batch: code,
      expiresOn: known.expiresOn ?? '',
      madeOn: known.madeOn ?? '',
    })
  }
  return known.id
}

type Wanted = { productId: Id; warehouseId: Id; qtyMilli: number; on: Day | null }

/** Which batches to take: the first that expires first, those without a day last; what has expired by then is not offered. */
export function proposeBatches(db: ReadDb, { productId, warehouseId, qtyMilli, on }: Wanted): BatchProposal {
  const lying = db.all<{ batchId: Id; code: string; expiresOn: string | null; milli: number }>(
    `SELECT b.id AS batchId, b.code, b.expires_on AS expiresOn, l.on_hand_milli AS milli
     FROM batches b INDEXED BY batches_by_code JOIN batch_balances l ON l.batch_id = b.id AND l.warehouse_id = ?
     WHERE b.product_id = ? AND b.deleted = 0 AND l.on_hand_milli > 0 AND (b.expires_on IS NULL OR b.expires_on >= ?)
     ORDER BY b.expires_on IS NULL, b.expires_on, b.made_on IS NULL, b.made_on, b.id`,
    ...[warehouseId, productId, on ?? bookToday(db, db.now)],
  )
  let missing = qtyMilli
  const batches: BatchProposal['batches'] = []
  for (const { milli, ...batch } of lying) {
    if (missing === 0) break
    const taken = Math.min(milli, missing)
    missing -= taken
    batches.push({ ...batch, onHand: milli / 1000, quantity: taken / 1000 })
  }
  return { batches, missing: missing / 1000 }
}
