// Where stock stands for planning: what may be sold, what is to come and when, and what customers wait for.
import type { ReadDb } from '#main/db/database.ts'
import type { DatedQuantity } from '#main/domain/inventory/replenishment/replenishment-types.ts'
import { openGoodsOfProductSql, openGoodsSql } from '#main/services/expected/on-order.ts'
import { dueParts } from '#main/services/planning/due-parts.ts'
import { reservationsOf, reservedByOrderSql } from '#main/services/stock/reserved.ts'
import type { Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'

export type StockPosition = {
  /** In places that sell. */
  onHandMilli: number
  /** On order, and in transit between places: nobody says when that arrives. */
  arrivals: readonly DatedQuantity[]
  openDemand: readonly DatedQuantity[]
}

const nothing: StockPosition = { onHandMilli: 0, arrivals: [], openDemand: [] }

type Gathered = { onHandMilli: number; arrivals: DatedQuantity[]; openDemand: DatedQuantity[] }

/** Of all products, or of one alone. */
export function stockPositions(db: ReadDb, product?: Id): (productId: Id) => StockPosition {
  const positions = new Map<Id, Gathered>()
  const of = (id: Id): Gathered => {
    let known = positions.get(id)
    if (!known) {
      known = { onHandMilli: 0, arrivals: [], openDemand: [] }
      positions.set(id, known)
    }
    return known
  }
  for (const [id, onHand, inTransit] of heldRows(db, product)) {
    const position = of(id)
    position.onHandMilli = onHand
    if (inTransit > 0) position.arrivals.push({ on: null, qtyMilli: inTransit })
  }
  for (const [id, on, qtyMilli] of comingRows(db, product)) of(id).arrivals.push({ on, qtyMilli })
  for (const [id, on, qtyMilli] of owedRows(db, product)) of(id).openDemand.push({ on, qtyMilli })
  return (id) => positions.get(id) ?? nothing
}

function heldRows(db: ReadDb, product?: Id): [Id, number, number][] {
  const chosen = product === undefined ? '' : ' WHERE s.product_id = ?'
  return db.raw(
    `SELECT s.product_id, sum(CASE WHEN w.kind <> 'transit' AND w.is_sellable = 1 THEN s.on_hand_milli ELSE 0 END),
       sum(CASE WHEN w.kind = 'transit' THEN s.on_hand_milli ELSE 0 END)
     FROM stock_balances s CROSS JOIN warehouses w ON w.id = s.warehouse_id${chosen} GROUP BY s.product_id`,
    ...(product === undefined ? [] : [product]),
  ) as [Id, number, number][]
}

function comingRows(db: ReadDb, product?: Id): [Id, Day | null, number][] {
  const [sql, params] = product === undefined ? [openGoodsSql, []] : [openGoodsOfProductSql, [product, product]]
  return db.raw(`SELECT product_id, expected_on, qty_milli FROM (${sql})`, ...params) as [Id, Day | null, number][]
}

function owedRows(db: ReadDb, product?: Id): [Id, Day | null, number][] {
  const rows =
    product === undefined
      ? (db.raw(`SELECT r.order_id, r.product_id, r.milli FROM (${reservedByOrderSql}) r WHERE r.milli > 0`) as Owed[])
      : reservationsOf(db, product).map(({ orderId, milli }): Owed => [orderId, product, milli])
  const partsOf = dueParts(db, product === undefined ? 'all' : rows.map(([orderId]) => orderId))
  return rows.flatMap(([orderId, productId, milli]) =>
    partsOf({ orderId, productId, milli }).map(({ on, qtyMilli }): [Id, Day | null, number] => [
      productId,
      on,
      qtyMilli,
    ]),
  )
}

type Owed = [orderId: Id, productId: Id, milli: number]
