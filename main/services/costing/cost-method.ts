// How the book reckons costs: moving average or FIFO, for all products at once.
import type { ReadDb, WriteTx } from '#main/db/database.ts'
import { baseCurrency } from '#main/services/book/book-queries.ts'
import { costMethod } from '#main/services/costing/cost-history.ts'
import { settleCosts } from '#main/services/costing/settle-costs.ts'
import { closedThrough } from '#main/services/stock/closed-days.ts'
import type { CostMethodName, CostSettings } from '#shared/schemas/costing.ts'

export function costSettings(db: ReadDb): CostSettings {
  return { method: costMethod(db), baseCurrency: baseCurrency(db), closedThrough: closedThrough(db) }
}

/** Every cost follows in the same operation; what closed periods said stays, the difference stands on the first open day. */
export function setCostMethod(tx: WriteTx, { method }: { method: CostMethodName }): void {
  if (method === costMethod(tx)) return
  tx.update('books', 1, { cost_method: method })
  settleCosts(tx, { products: 'all' })
}

/** After the book's row was written past this command: by an undo, or by a merge. */
export function settleAfterMethod(tx: WriteTx): void {
  const other = tx.get('SELECT 1 FROM stock_cost_states WHERE warehouse_id = 0 AND method <> ? LIMIT 1', costMethod(tx))
  if (other) settleCosts(tx, { products: 'all' })
}
