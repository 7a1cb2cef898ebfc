// What goods cost that came in without a cost, told later. It counts from the day the goods came, as if it had been known; in a
// closed period the difference stands on the first open day. Nothing in the ledger of movements changes.
import type { WriteTx } from '#main/db/database.ts'
import { bookToday } from '#main/services/book/book-today.ts'
import { canBeTold, toldValues } from '#main/services/costing/cost-history.ts'
import { settleCosts } from '#main/services/costing/settle-costs.ts'
import { toldKinds } from '#main/services/costing/uncosted-receipts.ts'
import { costFinder } from '#main/services/stock/receipt-costs.ts'
import type { Day } from '#shared/dates.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import type { TellCostsInput } from '#shared/schemas/costing.ts'

/** Gives how many movements have another cost now. */
export function tellCosts(tx: WriteTx, { costs }: TellCostsInput): { changed: number } {
  const touched = new Set<Id>()
  let changed = 0
  for (const { movementId, ...told } of costs) {
    const movement = tellableMovement(tx, movementId)
    const cost = costFinder(tx, movement.on)(told, movement.qtyMilli)
    const before = toldValues(tx, [movementId]).get(movementId) ?? null
    if (before === (cost?.valueMinor ?? null)) continue
    tx.insert('told_costs', {
      movement_id: movementId,
      told_on: bookToday(tx, tx.now),
      cost_micros: cost?.micros ?? null,
      cost_currency: cost?.currency ?? null,
      cost_rate: cost?.rate ?? null,
      cost_rate_on: cost?.rateOn ?? null,
      value_minor: cost?.valueMinor ?? null,
    })
    touched.add(movement.productId)
    changed += 1
  }
  settleCosts(tx, { products: [...touched] })
  return { changed }
}

type Movement = {
  productId: Id
  on: Day
  kind: string
  qtyMilli: number
  valueMinor: number | null
  reversesId: Id | null
  originId: Id | null
}

function tellableMovement(tx: WriteTx, id: Id): Movement {
  const movement = tx.get<Movement>(
    `SELECT product_id AS productId, moved_on AS "on", kind, qty_milli AS qtyMilli, value_minor AS valueMinor,
       reverses_id AS reversesId, origin_id AS originId FROM stock_movements WHERE id = ?`,
    id,
  )
  if (!movement) throw new AppError('stock/movement-not-found')
  const isReceipt = canBeTold(movement) && (toldKinds as readonly string[]).includes(movement.kind)
  if (!isReceipt) throw new AppError('costing/has-own-cost', { field: 'costs' })
  return movement
}

type ToldRow = {
  id: Id
  movementId: Id
  productId: Id
}

/** Costs that an operation told, taken back: what was told before them holds again. Gives how many. */
export function untellCosts(tx: WriteTx, { firstId, lastId }: { firstId: Id; lastId: Id }): number {
  const rows = tx.all<ToldRow>(
    `SELECT min(t.id) AS id, t.movement_id AS movementId, m.product_id AS productId
     FROM told_costs t JOIN stock_movements m ON m.id = t.movement_id WHERE t.id BETWEEN ? AND ? GROUP BY t.movement_id`,
    firstId,
    lastId,
  )
  for (const { id, movementId } of rows) {
    const before = tx.get<Record<string, string | number | null>>(
      `SELECT cost_micros, cost_currency, cost_rate, cost_rate_on, value_minor
       FROM told_costs INDEXED BY told_costs_by_movement WHERE movement_id = ? AND id < ? ORDER BY id DESC LIMIT 1`,
      movementId,
      id,
    )
    tx.insert('told_costs', { ...before, movement_id: movementId, told_on: bookToday(tx, tx.now) })
  }
  settleCosts(tx, { products: [...new Set(rows.map(({ productId }) => productId))] })
  return rows.length
}
