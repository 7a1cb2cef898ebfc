// The one door into the stock ledger: a movement and the balance it changes are written together.
import type { WriteTx } from '#main/db/database.ts'
import type { Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'

/** The warehouse that every book has from the start. */
export const mainWarehouse: Id = 1

export type Movement = {
  productId: Id
  warehouseId: Id
  movedOn: Day
  kind: 'opening' | 'receipt' | 'issue' | 'transfer' | 'adjustment' | 'count'
  /** Thousandths of the product's unit, never 0; negative goes out. */
  qtyMilli: number
  /** The movement that this one takes back. */
  reversesId?: Id
  note?: string
}

/** Appends a movement and adds it to the balance of its product and warehouse. */
export function postMovement(tx: WriteTx, movement: Movement): Id {
  const id = tx.insert('stock_movements', {
    product_id: movement.productId,
    warehouse_id: movement.warehouseId,
    moved_on: movement.movedOn,
    kind: movement.kind,
    qty_milli: movement.qtyMilli,
    reverses_id: movement.reversesId ?? null,
    note: movement.note ?? '',
  })
  // Numbers are bound as REAL; without the cast the sum would be one, too.
  tx.run(
    `INSERT INTO stock_balances (product_id, warehouse_id, on_hand_milli) VALUES (?, ?, CAST(? AS INTEGER))
     ON CONFLICT (product_id, warehouse_id) DO UPDATE SET on_hand_milli = on_hand_milli + excluded.on_hand_milli`,
    movement.productId,
    movement.warehouseId,
    movement.qtyMilli,
  )
  return id
}

/** The balances as the ledger says they are: makes the derived table anew. */
export function settleBalances(tx: WriteTx): void {
  tx.run('DELETE FROM stock_balances')
  tx.run(`INSERT INTO stock_balances (product_id, warehouse_id, on_hand_milli) ${balancesFromLedger}`)
}

/** The same for what movements with ids in a span moved; gives how many balances. */
export function settleBalancesOf(tx: WriteTx, { firstId, lastId }: { firstId: Id; lastId: Id }): number {
  return tx.run(
    `INSERT INTO stock_balances (product_id, warehouse_id, on_hand_milli)
     SELECT m.product_id, m.warehouse_id, sum(m.qty_milli)
     FROM (SELECT DISTINCT product_id, warehouse_id FROM stock_movements WHERE id BETWEEN ? AND ?) moved
     CROSS JOIN stock_movements m INDEXED BY stock_movements_by_product
       ON m.product_id = moved.product_id AND m.warehouse_id = moved.warehouse_id
     WHERE true GROUP BY m.product_id, m.warehouse_id
     ON CONFLICT (product_id, warehouse_id) DO UPDATE SET on_hand_milli = excluded.on_hand_milli`,
    firstId,
    lastId,
  )
}

/** Product, warehouse and what is on hand, folded from all movements. */
export const balancesFromLedger =
  'SELECT product_id, warehouse_id, sum(qty_milli) AS on_hand_milli FROM stock_movements GROUP BY product_id, warehouse_id'
