// Movements that an operation posted, taken back by counter-entries; what it had itself taken back is posted again.
import type { WriteTx } from '#main/db/database.ts'
import { openDay } from '#main/services/stock/closed-days.ts'
import { postChecked } from '#main/services/stock/post-document.ts'
import { counterOf, movementSelect, type Standing } from '#main/services/stock/reverse-stock.ts'
import type { Movement, MovementCost, Post } from '#main/services/stock/stock-ledger.ts'
import type { Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'

/**
 * Gives how many movements were posted. None of them may have been taken back since. The rules of posting hold: what was
 * received and is gone since cannot be taken back (`stock/insufficient`).
 */
export function reverseMovements(tx: WriteTx, { firstId, lastId }: { firstId: Id; lastId: Id }): number {
  const posted = tx.all<Standing>(`${movementSelect} WHERE m.id BETWEEN ? AND ? ORDER BY m.id`, firstId, lastId)
  if (posted.length === 0) return 0
  postChecked(tx, (post) => {
    const again = new Map<Id, Id>()
    for (const movement of posted) {
      if (movement.reversesId === null) post(counterOf(tx, movement))
      else postAgain(tx, { id: movement.reversesId, again }, post)
    }
  })
  return posted.length
}

/** `again`: movements posted anew by what they were, so that arrivals go on pointing at their departures. */
type Again = { id: Id; again: Map<Id, Id> }

/** Where the original took something back itself, so does its second posting. */
function postAgain(tx: WriteTx, { id, again }: Again, post: Post): void {
  const original = tx.get<Standing>(`${movementSelect} WHERE m.id = ?`, id)
  if (!original) return
  const { id: _, originId, ...movement } = original
  const origin = originId === null ? null : (again.get(originId) ?? originId)
  const one = post({ ...movement, movedOn: openDay(tx, movement.movedOn), originId: origin, cost: costOf(tx, id) })
  again.set(id, one.id)
}

type CostColumns = {
  micros: number | null
  currency: string
  rate: string | null
  rateOn: Day | null
  valueMinor: number | null
}

function costOf(tx: WriteTx, id: Id): Movement['cost'] {
  const row = tx.get<CostColumns>(
    `SELECT cost_micros AS micros, cost_currency AS currency, cost_rate AS rate, cost_rate_on AS rateOn,
       value_minor AS valueMinor FROM stock_movements WHERE id = ?`,
    id,
  )
  return row && row.micros !== null ? ({ ...row, micros: row.micros } satisfies MovementCost) : null
}
