// The stock of a product that turned out to be another one: every movement that stands is taken back on its own day and
// posted on the other product, so that the stock of every day is right. Opening stock is a count of one shelf: where the other
// product has one in that warehouse already, it is not counted again.
import type { ReadDb, WriteTx } from '#main/db/database.ts'
import { type Movement, postMovement } from '#main/services/stock/stock-ledger.ts'
import type { Id } from '#shared/ids.ts'

type Posted = Movement & { id: Id; reversesId: Id | null }

export function moveStock(tx: WriteTx, { from, to }: { from: Id; to: Id }): void {
  const moving = standingMovements(tx, from)
  const counted = new Set(
    standingMovements(tx, to).flatMap(({ kind, warehouseId }) => (kind === 'opening' ? [warehouseId] : [])),
  )
  for (const { id, reversesId: _, ...movement } of moving) {
    postMovement(tx, { ...movement, qtyMilli: -movement.qtyMilli, reversesId: id, note: '' })
    const isCounted = movement.kind === 'opening' && counted.has(movement.warehouseId)
    if (!isCounted) postMovement(tx, { ...movement, productId: to })
  }
}

/** A product's movements without those that take each other back; together they are its stock. */
function standingMovements(db: ReadDb, productId: Id): Posted[] {
  const all = db.all<Posted>(
    `SELECT id, product_id AS productId, warehouse_id AS warehouseId, moved_on AS movedOn, kind, qty_milli AS qtyMilli,
       reverses_id AS reversesId, note FROM stock_movements WHERE product_id = ? ORDER BY moved_on, id`,
    productId,
  )
  const byId = new Map(all.map((movement) => [movement.id, movement]))
  const depthOf = (movement: Posted): number => {
    const target = movement.reversesId === null ? undefined : byId.get(movement.reversesId)
    return target ? depthOf(target) + 1 : 0
  }
  const gone = new Set<Id>()
  // The end of a chain first: what takes a reversal back lets the movement before it stand again.
  for (const [, movement] of all.map((one) => [depthOf(one), one] as const).sort(([one], [other]) => other - one)) {
    const target = movement.reversesId === null ? undefined : byId.get(movement.reversesId)
    if (!target || gone.has(movement.id) || gone.has(target.id)) continue
    gone.add(movement.id).add(target.id)
  }
  return all.filter(({ id }) => !gone.has(id))
}
