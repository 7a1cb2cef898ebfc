// Movements as they stand in the ledger, and what takes one back.
import type { ReadDb } from '#main/db/database.ts'
import { openDay } from '#main/services/stock/closed-days.ts'
import type { Movement, MovementCost } from '#main/services/stock/stock-ledger.ts'
import type { Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'

export type Standing = Movement & {
  id: Id
  reversesId: Id | null
  batchId: Id | null
  documentId: Id | null
  originId: Id | null
}

/** Columns of movements `m`. The cost of a movement is told once: what takes it back has none. */
export const movementColumns = `m.id, m.product_id AS productId, m.warehouse_id AS warehouseId, m.moved_on AS movedOn, m.kind,
  m.qty_milli AS qtyMilli, m.reverses_id AS reversesId, m.note, m.batch_id AS batchId, m.bin_id AS binId, m.reason,
  m.document_id AS documentId, m.origin_id AS originId`

/** SQL of movements as `m`; ends before its WHERE. */
export const movementSelect = `SELECT ${movementColumns} FROM stock_movements m`

/** Nothing takes the movement `m` back. */
export const isStandingSql = `NOT EXISTS (SELECT 1 FROM stock_movements t INDEXED BY stock_movements_reversals
  WHERE t.reverses_id = m.id)`

/**
 * The counter-movement: the same goods the other way, on the same day or the first open one. It has the origin of what it takes
 * back, so that sums over origins tell what stands.
 */
export function counterOf(db: ReadDb, { id, movedOn, qtyMilli, ...rest }: Standing): Movement {
  return { ...rest, movedOn: openDay(db, movedOn), qtyMilli: -qtyMilli, reversesId: id, cost: null }
}

type CostColumns = {
  micros: number | null
  currency: string
  rate: string | null
  rateOn: Day | null
  valueMinor: number | null
}

/** What was told of a movement's cost when it was posted. */
export function costOfMovement(db: ReadDb, id: Id): MovementCost | null {
  const row = db.get<CostColumns>(
    `SELECT cost_micros AS micros, cost_currency AS currency, cost_rate AS rate, cost_rate_on AS rateOn,
       value_minor AS valueMinor FROM stock_movements WHERE id = ?`,
    id,
  )
  return row && row.micros !== null ? { ...row, micros: row.micros } : null
}
