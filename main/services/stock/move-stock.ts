// The stock of a product that turned out to be another one: every movement that stands is taken back on its own day and
// posted on the other product, so that the stock of every day is right. Opening stock is a count of one shelf: where the other
// product has one in that warehouse already, it is not counted again.
import type { ReadDb, WriteTx } from '#main/db/database.ts'
import { batchesWithCode } from '#main/services/stock/batch-code.ts'
import { costOfMovement, counterOf, movementSelect, type Standing } from '#main/services/stock/standing-movements.ts'
import { postInSteps } from '#main/services/stock/stock-ledger.ts'
import type { Id } from '#shared/ids.ts'

export function moveStock(tx: WriteTx, { from, to }: { from: Id; to: Id }): void {
  const moving = standingMovements(tx, from)
  const counted = new Set(
    standingMovements(tx, to).flatMap(({ kind, warehouseId }) => (kind === 'opening' ? [warehouseId] : [])),
  )
  const batches = batchesOfOther(tx, moving, to)
  postInSteps(tx, (post) => {
    const moved = new Map<Id, Id>()
    for (const movement of moving) {
      const { movedOn } = post({ ...counterOf(tx, movement), note: '' })
      if (movement.kind === 'opening' && counted.has(movement.warehouseId)) continue
      const { id, originId, ...goods } = movement
      const origin = originId === null ? null : (moved.get(originId) ?? originId)
      const batchId = movement.batchId === null ? null : (batches.get(movement.batchId) ?? null)
      const same = { productId: to, movedOn, batchId, originId: origin, reversesId: null, cost: costOfMovement(tx, id) }
      // Right behind its reversal: stock-clashes.ts finds it there.
      moved.set(id, post({ ...goods, ...same }).id)
    }
  })
}

/** Batches with the same code and dates of the product that stays; none where it has no batches. */
function batchesOfOther(tx: WriteTx, moving: readonly Standing[], to: Id): Map<Id, Id> {
  const tracking = tx.get<{ tracking: string }>('SELECT tracking FROM products WHERE id = ?', to)?.tracking ?? 'none'
  const ids = new Set(moving.flatMap(({ batchId }) => (batchId === null ? [] : [batchId])))
  return new Map(tracking === 'none' ? [] : [...ids].map((id) => [id, sameBatch(tx, id, to)]))
}

function sameBatch(tx: WriteTx, id: Id, productId: Id): Id {
  const batch = tx.get<{ code: string; made_on: string | null; expires_on: string | null; note: string }>(
    'SELECT code, made_on, expires_on, note FROM batches WHERE id = ?',
    id,
  )
  const [same] = batchesWithCode(tx, { productId, code: batch?.code ?? '' })
  return same ?? tx.insert('batches', { product_id: productId, ...(batch ?? { code: '' }) })
}

/** A product's movements without those that take each other back; together they are its stock. */
function standingMovements(db: ReadDb, productId: Id): Standing[] {
  const all = db.all<Standing>(`${movementSelect} WHERE m.product_id = ? ORDER BY m.moved_on, m.id`, productId)
  const byId = new Map(all.map((movement) => [movement.id, movement]))
  const depthOf = (movement: Standing): number => {
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
