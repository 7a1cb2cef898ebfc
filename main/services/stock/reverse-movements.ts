// Movements that an operation posted, taken back by counter-entries; what it had itself taken back is posted again.
import type { WriteTx } from '#main/db/database.ts'
import { type Movement, postMovement } from '#main/services/stock/stock-ledger.ts'
import type { Id } from '#shared/ids.ts'

type Posted = Movement & { id: Id; reversesId: Id | null }

const select = `SELECT m.id, m.product_id AS productId, m.warehouse_id AS warehouseId, m.moved_on AS movedOn, m.kind,
  m.qty_milli AS qtyMilli, m.reverses_id AS reversesId, m.note FROM stock_movements m`

/** Gives how many movements were posted. None of them may have been taken back since. */
export function reverseMovements(tx: WriteTx, { firstId, lastId }: { firstId: Id; lastId: Id }): number {
  const posted = tx.all<Posted>(`${select} WHERE m.id BETWEEN ? AND ? ORDER BY m.id`, firstId, lastId)
  for (const movement of posted) {
    if (movement.reversesId === null) {
      postMovement(tx, { ...movement, qtyMilli: -movement.qtyMilli, reversesId: movement.id })
      continue
    }
    const [original] = tx.all<Posted>(`${select} WHERE m.id = ?`, movement.reversesId)
    if (original) postMovement(tx, { ...plain(original), note: original.note ?? '' })
  }
  return posted.length
}

/** Where the original took something back itself, so does its second posting. */
function plain({ productId, warehouseId, movedOn, kind, qtyMilli, reversesId }: Posted): Movement {
  return { productId, warehouseId, movedOn, kind, qtyMilli, ...(reversesId === null ? {} : { reversesId }) }
}
