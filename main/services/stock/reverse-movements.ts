// Movements that an operation posted, taken back by counter-entries; what it had itself taken back is posted again.
import type { ReadDb, WriteTx } from '#main/db/database.ts'
import { makerSql } from '#main/services/history/row-makers.ts'
import { openDay } from '#main/services/stock/closed-days.ts'
import { postChecked } from '#main/services/stock/post-document.ts'
import type { Shortage } from '#main/services/stock/shortage.ts'
import { costOfMovement, counterOf, movementSelect, type Standing } from '#main/services/stock/standing-movements.ts'
import type { Post } from '#main/services/stock/stock-ledger.ts'
import type { Id } from '#shared/ids.ts'

type Span = { firstId: Id; lastId: Id }

/**
 * Gives how many movements were posted. None of them may have been taken back since. The rules of posting hold: what was
 * received and is gone since cannot be taken back (`stock/insufficient`).
 */
export function reverseMovements(tx: WriteTx, { firstId, lastId }: Span): number {
  const posted = tx.all<Standing>(`${movementSelect} WHERE m.id BETWEEN ? AND ? ORDER BY m.id`, firstId, lastId)
  if (posted.length === 0) return 0
  const again = new Map<Id, Id>()
  const work = (post: Post) => {
    for (const movement of posted) {
      if (movement.reversesId === null) post(counterOf(tx, movement))
      else postAgain(tx, { id: movement.reversesId, again }, post)
    }
  }
  postChecked(tx, work, (shortage) => !movedSince(tx, shortage, { firstId, lastId }))
  return posted.length
}

/**
 * Whether anything of the product moved in the place after the operation, in the order in which it was entered. Where nothing
 * did, the place goes back to what it was before, even if that was less than nothing: two copies had sold the same piece.
 */
function movedSince(db: ReadDb, { productId, warehouseId }: Shortage, { firstId, lastId }: Span): boolean {
  const clockOf = (id: string) => `(SELECT o.clock FROM operations o WHERE o.id = ${makerSql(id)})`
  const row = db.get(
    `SELECT 1 FROM (SELECT ${clockOf('f.id')} AS clock FROM (SELECT CAST(? AS INTEGER) AS id) f) own
     CROSS JOIN stock_movements later INDEXED BY stock_movements_by_product
     WHERE later.product_id = ? AND later.warehouse_id = ? AND later.id NOT BETWEEN ? AND ?
       AND ${clockOf('later.id')} > own.clock LIMIT 1`,
    ...[firstId, productId, warehouseId, firstId, lastId],
  )
  return row !== undefined
}

/** `again`: movements posted anew by what they were, so that arrivals go on pointing at their departures. */
type Again = { id: Id; again: Map<Id, Id> }

/** Where the original took something back itself, so does its second posting. */
function postAgain(tx: WriteTx, { id, again }: Again, post: Post): void {
  const original = tx.get<Standing>(`${movementSelect} WHERE m.id = ?`, id)
  if (!original) return
  const { id: _, originId, ...movement } = original
  const origin = originId === null ? null : (again.get(originId) ?? originId)
  const one = post({
    ...movement,
    movedOn: openDay(tx, movement.movedOn),
    originId: origin,
    cost: costOfMovement(tx, id),
  })
  again.set(id, one.id)
}
