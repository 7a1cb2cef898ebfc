// What is written down of a batch once it is there. Batches are made while goods are received.
import type { WriteTx } from '#main/db/database.ts'
import type { UniqueKey } from '#main/services/records/unique-key.ts'
import { batchesWithCode } from '#main/services/stock/batch-code.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import type { BatchInput } from '#shared/schemas/batches.ts'

/** `batches/code-taken` where the product has another batch of this code. */
export function editBatch(tx: WriteTx, id: Id, { code, madeOn, expiresOn, note }: BatchInput): void {
  const before = tx.get<{ productId: Id; code: string }>(
    'SELECT product_id AS productId, code FROM live_batches WHERE id = ?',
    id,
  )
  if (!before) throw new AppError('batches/not-found')
  // A code that a merge made double stands in nobody's way until someone changes it.
  if (code !== before.code) refuseTakenCode(tx, { productId: before.productId, code, own: id })
  if (madeOn !== null && expiresOn !== null && expiresOn < madeOn)
    throw new AppError('batches/expires-before-made', { field: 'expiresOn' })
  tx.update('batches', id, { code, made_on: madeOn, expires_on: expiresOn, note })
}

/** All of them or none. A batch of which something is left is in use. */
export function setBatchesArchived(tx: WriteTx, ids: readonly Id[], archived: boolean): void {
  for (const id of ids) {
    const batch = tx.get<{ code: string }>('SELECT code FROM live_batches WHERE id = ?', id)
    if (!batch) throw new AppError('batches/not-found')
    if (archived && tx.get('SELECT 1 FROM batch_balances WHERE batch_id = ? AND on_hand_milli <> 0 LIMIT 1', id))
      throw new AppError('batches/not-empty', { code: batch.code })
    tx.update('batches', id, { archived: archived ? 1 : 0 })
  }
}

type TakenCode = { productId: Id; code: string; own: Id | null }

function refuseTakenCode(tx: WriteTx, { productId, code, own }: TakenCode): void {
  const others = batchesWithCode(tx, { productId, code }).filter((id) => id !== own)
  if (others.length > 0) throw new AppError('batches/code-taken', { code, field: 'code' })
}

export const batchKeys: readonly UniqueKey[] = [
  {
    table: 'batches',
    columns: ['code'],
    beside: ['product_id'],
    holders: (db, row) =>
      batchesWithCode(db, { productId: Number(row.product_id ?? 0) as Id, code: String(row.code ?? '') }),
  },
]
