// Balances made anew from the ledger: after a merge, a rescue, a look at the past. What they are worth is settled by costing.
import type { ReadDb, WriteTx } from '#main/db/database.ts'
import { settleCosts } from '#main/services/costing/settle-costs.ts'
import type { Id } from '#shared/ids.ts'

type Span = { firstId: Id; lastId: Id }

/** Every balance and every cost as the ledger says they are. */
export function settleStock(tx: WriteTx): void {
  settleBalances(tx)
  settleCosts(tx, { products: 'all' })
}

/** The balances alone, per product and per batch. */
export function settleBalances(tx: WriteTx): void {
  tx.run('DELETE FROM stock_balances')
  tx.run(`INSERT INTO stock_balances (product_id, warehouse_id, on_hand_milli, last_on) ${balancesFromLedger}`)
  tx.run('DELETE FROM batch_balances')
  tx.run(`INSERT INTO batch_balances (batch_id, warehouse_id, on_hand_milli) ${batchBalancesFromLedger}`)
}

/** The same for what movements with ids in a span moved; gives how many balances. Their costs are not settled here. */
export function settleBalancesOf(tx: WriteTx, { firstId, lastId }: Span): number {
  tx.run(
    `INSERT INTO batch_balances (batch_id, warehouse_id, on_hand_milli)
     SELECT m.batch_id, m.warehouse_id, sum(m.qty_milli)
     FROM (SELECT DISTINCT batch_id, warehouse_id FROM stock_movements WHERE id BETWEEN ? AND ? AND batch_id IS NOT NULL) moved
     CROSS JOIN stock_movements m INDEXED BY stock_movements_by_batch
       ON m.batch_id = moved.batch_id AND m.warehouse_id = moved.warehouse_id
     WHERE true GROUP BY m.batch_id, m.warehouse_id
     ON CONFLICT (batch_id, warehouse_id) DO UPDATE SET on_hand_milli = excluded.on_hand_milli`,
    ...[firstId, lastId],
  )
  return tx.run(
    `INSERT INTO stock_balances (product_id, warehouse_id, on_hand_milli, last_on)
     SELECT m.product_id, m.warehouse_id, sum(m.qty_milli), max(m.moved_on)
     FROM (SELECT DISTINCT product_id, warehouse_id FROM stock_movements WHERE id BETWEEN ? AND ?) moved
     CROSS JOIN stock_movements m INDEXED BY stock_movements_by_product
       ON m.product_id = moved.product_id AND m.warehouse_id = moved.warehouse_id
     WHERE true GROUP BY m.product_id, m.warehouse_id
     ON CONFLICT (product_id, warehouse_id) DO UPDATE SET on_hand_milli = excluded.on_hand_milli, last_on = excluded.last_on`,
    ...[firstId, lastId],
  )
}

/** Product, warehouse, what is on hand and the last day anything moved, folded from all movements. */
export const balancesFromLedger = `SELECT product_id, warehouse_id, sum(qty_milli) AS on_hand_milli, max(moved_on) AS last_on
  FROM stock_movements GROUP BY product_id, warehouse_id`

const batchBalancesFromLedger = `SELECT batch_id, warehouse_id, sum(qty_milli) AS on_hand_milli FROM stock_movements
  WHERE batch_id IS NOT NULL GROUP BY batch_id, warehouse_id`

/** Products whose kept balance is not the sum of their movements. */
export function productsOutOfBalance(db: ReadDb): Id[] {
  const kept = 'SELECT product_id, warehouse_id, on_hand_milli, last_on FROM stock_balances'
  return differing(db, { column: 'product_id', kept, made: balancesFromLedger })
}

/** The same of batches. */
export function batchesOutOfBalance(db: ReadDb): Id[] {
  const kept = 'SELECT batch_id, warehouse_id, on_hand_milli FROM batch_balances'
  return differing(db, { column: 'batch_id', kept, made: batchBalancesFromLedger })
}

type Sides = { column: string; kept: string; made: string }

function differing(db: ReadDb, { column, kept, made }: Sides): Id[] {
  const sql = `SELECT ${column} FROM (SELECT * FROM (${made}) EXCEPT ${kept})
    UNION SELECT ${column} FROM (${kept} EXCEPT SELECT * FROM (${made}))`
  return db.raw(sql).map((row) => row[0] as Id)
}
