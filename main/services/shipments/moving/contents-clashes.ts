// What two copies said of the inside of one shipment: one sent it, the other changed what it holds; each heard that a part of an
// order arrived.
import type { ReadDb, WriteTx } from '#main/db/database.ts'
import { postShipmentCosts } from '#main/services/charges/post-shipment-costs.ts'
import { rowsOf } from '#main/services/clashes/clash-rows.ts'
import { type ClashRule, clashOf, type FoundClash } from '#main/services/clashes/clash-rule.ts'
import { contentsAtOdds, sentInside } from '#main/services/shipments/moving/contents-at-odds.ts'
import { followNews, ordersBehindNews } from '#main/services/shipments/moving/follow-shipments.ts'
import { settleShipments } from '#main/services/shipments/shipment-derived.ts'
import { emptyLine } from '#main/services/shipments/shipment-lines.ts'
import type { Id } from '#shared/ids.ts'

/** One copy alone lets neither happen: the number of a copy stands in the upper bits of an id. */
const byOthersSql = 'SELECT 1 FROM operations WHERE id >= (((SELECT min(id) FROM operations) >> 29) + 1) << 29 LIMIT 1'
const isOfSeveralCopies = (db: ReadDb) => db.get(byOthersSql) !== undefined

/** Shipments whose lines were changed since, or of which lines or dispatches are of another copy. */
const touchedSql = `SELECT x.shipment_id FROM changes c INDEXED BY changes_by_row CROSS JOIN shipment_lines x ON x.id = c.row_id
  WHERE c.table_name = 'shipment_lines'
  UNION SELECT x.shipment_id FROM shipment_lines x INDEXED BY shipment_lines_by_shipment
  WHERE x.id >> 29 <> x.shipment_id >> 29
  UNION SELECT t.shipment_id FROM dispatches t INDEXED BY dispatches_by_shipment
  WHERE t.shipment_id IS NOT NULL AND t.id >> 29 <> t.shipment_id >> 29`

function otherInside(db: ReadDb, ids: readonly Id[]): FoundClash[] {
  return contentsAtOdds(db, ids).map(({ id, number }) => clashOf([id], { number }))
}

export const contentsOfSent: ClashRule = {
  id: 'shipments/contents-at-odds',
  tables: ['shipments', 'shipment_lines', 'dispatches', 'dispatch_lines'],
  find(db) {
    if (!isOfSeveralCopies(db)) return []
    return otherInside(
      db,
      db.raw(touchedSql).map(([id]) => id as Id),
    )
  },
  findSince: (db, { before }) =>
    otherInside(
      db,
      before.flatMap(({ ids }) => ids),
    ),
  rows: rowsOf('shipments'),
  suggests: () => ['follow'],
  mendings: [{ id: 'follow', mend: ({ tx }, { keep }) => holdWhatLeft(tx, keep) }],
}

type Line = { id: Id; orderLineId: Id; milli: number }

/** Its lines become what left. Cartons of a line that holds less now are to be packed anew. */
function holdWhatLeft(tx: WriteTx, id: Id): void {
  const sent = sentInside(tx, id)
  const lines = tx.all<Line>(
    `SELECT id, order_line_id AS orderLineId, qty_milli AS milli FROM live_shipment_lines
     WHERE shipment_id = ? AND order_line_id IS NOT NULL ORDER BY position, id`,
    id,
  )
  const held = Map.groupBy(lines, ({ orderLineId }) => orderLineId)
  for (const [orderLineId, own] of held) {
    const milli = sent.get(orderLineId) ?? 0
    if (own.reduce((sum, line) => sum + line.milli, 0) === milli) continue
    const [first, ...others] = own
    for (const line of milli === 0 ? own : others) drop(tx, line.id)
    if (first && milli > 0) {
      tx.update('shipment_lines', first.id, { qty_milli: milli })
      if (milli < first.milli) emptyLine(tx, first.id)
    }
  }
  const unheld = [...sent].filter(([orderLineId]) => !held.has(orderLineId))
  unheld.forEach(([orderLineId, milli], at) => {
    insertLine(tx, id, { orderLineId, milli, position: lines.length + at + 1 })
  })
  postShipmentCosts(tx, [id])
  settleShipments(tx, [id])
}

function drop(tx: WriteTx, lineId: Id): void {
  emptyLine(tx, lineId)
  tx.update('shipment_lines', lineId, { deleted: 1 })
}

type NewLine = { orderLineId: Id; milli: number; position: number }

function insertLine(tx: WriteTx, shipmentId: Id, { orderLineId, milli, position }: NewLine): void {
  const line = tx.get<{ productId: Id | null }>(
    'SELECT product_id AS productId FROM order_lines WHERE id = ?',
    orderLineId,
  )
  tx.insert('shipment_lines', {
    ...{ shipment_id: shipmentId, position, order_line_id: orderLineId },
    ...{ product_id: line?.productId ?? null, qty_milli: milli },
  })
}

/** Orders that are said to be on their way, of which two copies each heard that something arrived. */
const heardByBothSql = `SELECT o.id, o.number FROM sales_orders o INDEXED BY sales_orders_facts
  WHERE o.deleted = 0 AND o.status = 'shipped' AND o.document = 'order' AND (
    SELECT min(e.id) >> 29 < max(e.id) >> 29 FROM order_lines l INDEXED BY order_lines_by_order
    CROSS JOIN shipment_lines g INDEXED BY shipment_lines_by_order_line ON g.order_line_id = l.id
    CROSS JOIN shipment_events e INDEXED BY shipment_events_by_shipment ON e.shipment_id = g.shipment_id
    WHERE l.order_id = o.id AND l.deleted = 0 AND g.order_line_id IS NOT NULL AND g.deleted = 0 AND e.deleted = 0
      AND e.state = 'delivered')`

export const arrivedInParts: ClashRule = {
  id: 'orders/arrived-in-parts',
  tables: ['sales_orders', 'order_lines', 'shipments', 'shipment_lines', 'shipment_events'],
  find(db) {
    if (!isOfSeveralCopies(db)) return []
    const numbers = new Map(db.raw(heardByBothSql) as [Id, string][])
    return ordersBehindNews(db, [...numbers.keys()]).map((id) => clashOf([id], { number: numbers.get(id) ?? '' }))
  },
  findSince(db, { before }) {
    const behind = new Set(
      ordersBehindNews(
        db,
        before.flatMap(({ ids }) => ids),
      ),
    )
    return before.filter(({ ids }) => ids.some((id) => behind.has(id)))
  },
  rows: rowsOf('sales_orders'),
  suggests: () => ['follow'],
  mendings: [{ id: 'follow', mend: ({ tx }, { keep }) => followNews(tx, [keep]) }],
}
