// What costing makes of rows that a merge brought or changed. It depends on the rows alone, so the order of merging does not
// matter.
import type { ReadDb, WriteTx } from '#main/db/database.ts'
import type { IdSpan, MergedRows } from '#main/db/merge/merge-types.ts'
import { settleAfterMethod } from '#main/services/costing/cost-method.ts'
import { costTables } from '#main/services/costing/cost-rows.ts'
import { settleCosts } from '#main/services/costing/settle-costs.ts'
import type { Id } from '#shared/ids.ts'

/** From here on it is quicker to work out all costs from nothing than to look for what differs. */
const manyProducts = 20_000

/** Gives the tables that may have been written. */
export function settleMergedCosts(tx: WriteTx, { spans, changed }: MergedRows): string[] {
  const products = touchedProducts(tx, spans)
  // A closing says something of every product that moved by then, also of what it never saw.
  const hasClosings = changed.has('period_closings') || spans.some((span) => hasRows(tx, 'period_closings', span))
  const isAll = hasClosings || products.length > manyProducts
  if (isAll) settleCosts(tx, { products: 'all' })
  else {
    settleCosts(tx, { products })
    if (changed.has('books')) settleAfterMethod(tx)
  }
  return isAll || products.length > 0 || changed.has('books') ? Object.keys(costTables) : []
}

function hasRows(db: ReadDb, table: string, { firstId, lastId }: IdSpan): boolean {
  return db.get(`SELECT 1 FROM ${table} WHERE id BETWEEN ? AND ? LIMIT 1`, firstId, lastId) !== undefined
}

function touchedProducts(db: ReadDb, spans: readonly IdSpan[]): Id[] {
  const products = new Set<Id>()
  for (const { firstId, lastId } of spans) {
    const rows = db.raw(
      `SELECT product_id FROM stock_movements WHERE id BETWEEN ? AND ?
       UNION SELECT m.product_id FROM landed_cost_shares s JOIN stock_movements m ON m.id = s.movement_id WHERE s.id BETWEEN ? AND ?
       UNION SELECT m.product_id FROM told_costs t JOIN stock_movements m ON m.id = t.movement_id WHERE t.id BETWEEN ? AND ?`,
      ...[firstId, lastId, firstId, lastId, firstId, lastId],
    )
    for (const [id] of rows) products.add(id as Id)
  }
  return [...products].sort((left, right) => left - right)
}
