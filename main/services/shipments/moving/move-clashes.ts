// What two copies did with one shipment: one sent it, the other cancelled it or took it back; both sent it between own places,
// or both sent anew what was lost.
import type { ReadDb, WriteTx } from '#main/db/database.ts'
import { rowsOf } from '#main/services/clashes/clash-rows.ts'
import { type ClashRule, clashOf } from '#main/services/clashes/clash-rule.ts'
import { reverseShipment } from '#main/services/shipments/moving/reverse-shipment.ts'
import { cancelShipments } from '#main/services/shipments/shipment-commands.ts'
import { settleShipments } from '#main/services/shipments/shipment-derived.ts'
import { hasMoved } from '#main/services/shipments/shipment-rows.ts'
import { reverseDocument } from '#main/services/stock/reverse-stock.ts'
import type { Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'

const stands = `NOT EXISTS (SELECT 1 FROM stock_movements r INDEXED BY stock_movements_reversals WHERE r.reverses_id = m.id)`

/** Shipments that did not leave, by what they say, and yet goods left by them. */
const goneSql = `SELECT s.id, s.number, s.status FROM shipments s INDEXED BY shipments_not_sent
  WHERE s.status <> 'sent' AND s.deleted = 0 AND s.kind IN ('order', 'transfer', 'purchase') AND (
    EXISTS (SELECT 1 FROM purchase_receipts t INDEXED BY purchase_receipts_by_shipment
      WHERE t.shipment_id = s.id AND t.shipment_id IS NOT NULL AND t.status = 'posted' AND t.deleted = 0 AND s.status = 'cancelled')
    OR
    EXISTS (SELECT 1 FROM dispatches t INDEXED BY dispatches_by_shipment CROSS JOIN sales_orders o ON o.id = t.order_id
      WHERE t.shipment_id = s.id AND t.shipment_id IS NOT NULL AND t.status = 'posted' AND t.deleted = 0
        AND o.document = 'order')
    OR EXISTS (SELECT 1 FROM stock_documents d INDEXED BY stock_documents_by_shipment
      CROSS JOIN stock_movements m INDEXED BY stock_movements_by_document ON m.document_id = d.id
      WHERE d.shipment_id = s.id AND d.shipment_id IS NOT NULL AND d.deleted = 0 AND m.reverses_id IS NULL AND ${stands}))`

export const sentYetNot: ClashRule = {
  id: 'shipments/state-at-odds',
  tables: ['shipments', 'dispatches', 'stock_documents', 'stock_movements'],
  find(db) {
    const rows = db.raw(goneSql) as [Id, string, string][]
    return rows.map(([id, number, status]) => clashOf([id], { number, status }))
  },
  rows: rowsOf('shipments'),
  suggests: () => ['follow'],
  mendings: [{ id: 'follow', mend: ({ tx }, { keep }) => followGoods(tx, keep) }],
}

/** Goods left by it: it is sent, on the day on which they did. */
function followGoods(tx: WriteTx, id: Id): void {
  const row = tx.get<{ day: Day | null }>(
    `SELECT min(day) AS day FROM (
       SELECT dispatched_on AS day FROM dispatches INDEXED BY dispatches_by_shipment
       WHERE shipment_id = ? AND shipment_id IS NOT NULL AND status = 'posted' AND deleted = 0
       UNION ALL SELECT moved_on FROM stock_documents INDEXED BY stock_documents_by_shipment
       WHERE shipment_id = ? AND shipment_id IS NOT NULL AND deleted = 0)`,
    ...[id, id],
  )
  tx.update('shipments', id, { status: 'sent', sent_on: row?.day ?? null })
  settleShipments(tx, [id])
}

/** Shipments by which two copies each moved the same goods: the number of a copy stands in the upper bits of an id. */
const twiceSql = `SELECT d.shipment_id, s.number, json_group_array(d.id)
  FROM stock_documents d INDEXED BY stock_documents_by_shipment CROSS JOIN shipments s ON s.id = d.shipment_id
  WHERE d.shipment_id IS NOT NULL AND d.deleted = 0 AND s.deleted = 0 AND d.kind IN ('transfer', 'issue')
    AND EXISTS (SELECT 1 FROM stock_movements m INDEXED BY stock_movements_by_document
      WHERE m.document_id = d.id AND m.reverses_id IS NULL AND ${stands})
  GROUP BY d.shipment_id HAVING min(d.id) >> 29 < max(d.id) >> 29`

export const movedTwice: ClashRule = {
  id: 'shipments/moved-twice',
  tables: ['shipments', 'stock_documents', 'stock_movements'],
  find(db) {
    const rows = db.raw(twiceSql) as [Id, string, string][]
    return rows.map(([, number, ids]) => clashOf(JSON.parse(ids) as Id[], { number }))
  },
  rows: rowsOf('stock_documents'),
  // Of more than two somebody has to look which is one too many.
  suggests: (_db: ReadDb, { ids }) => (ids.length === 2 ? ['reverse'] : []),
  mendings: [
    {
      id: 'reverse',
      mend({ tx }, { others }) {
        for (const id of others) reverseDocument(tx, id, '')
      },
    },
  ],
}

const goodsIn = (
  shipment: string,
) => `(SELECT coalesce(sum(x.qty_milli), 0) FROM shipment_lines x INDEXED BY shipment_lines_by_shipment
  WHERE x.shipment_id = ${shipment} AND x.deleted = 0)`

/** Followers of different copies, together more than the first one held; parts of it that come back one by one are no more. */
const followedSql = ({
  where,
  alike,
}: {
  where: string
  alike: string
}) => `SELECT d.id, s.number, json_group_array(f.id) FROM (
    SELECT follows_id AS id FROM shipments INDEXED BY shipments_by_follows
    WHERE follows_id IS NOT NULL GROUP BY follows_id HAVING min(id) >> 29 < max(id) >> 29) d
  CROSS JOIN shipments s ON s.id = d.id
  CROSS JOIN shipments f INDEXED BY shipments_by_follows ON f.follows_id = d.id AND f.follows_id IS NOT NULL
  WHERE s.deleted = 0 AND s.decision IN ('resend', 'return') AND f.deleted = 0 AND f.status <> 'cancelled' AND ${where}
  GROUP BY d.id, ${alike}
  HAVING min(f.id) >> 29 < max(f.id) >> 29
    AND (max(${goodsIn('s.id')}) = 0 OR sum(${goodsIn('f.id')}) > max(${goodsIn('s.id')}))`

/** Sent anew twice, or brought back twice. */
const samePath = followedSql({ where: '1', alike: "f.kind = 'return'" })

/** New goods beside old ones on their way back may be meant so, unless each copy decided it without the other. */
const bothDecided = followedSql({
  where: `EXISTS (SELECT 1 FROM changes c INDEXED BY changes_by_row CROSS JOIN operations o ON o.id = c.operation_id
    WHERE c.table_name = 'shipments' AND c.row_id = d.id AND c.after ->> '$.decision' IN ('resend', 'return')
      AND f.id BETWEEN o.first_id AND o.last_id)`,
  alike: '1',
})

export const followedTwice: ClashRule = {
  id: 'shipments/followed-twice',
  tables: ['shipments', 'shipment_lines'],
  find(db) {
    const rows = [...db.raw(samePath), ...db.raw(bothDecided)] as [Id, string, string][]
    const found = rows.map(([, number, ids]) => clashOf(JSON.parse(ids) as Id[], { number }))
    return [...new Map(found.map((clash) => [clash.key, clash])).values()]
  },
  rows: rowsOf('shipments'),
  // What has left stays.
  prefers: (db, ids) => ids.filter((id) => hasMoved(db, id)),
  mendings: [
    {
      id: 'keepOne',
      mend({ tx }, { keep, others }) {
        for (const id of others) {
          if (hasMoved(tx, id)) reverseShipment(tx, { id, note: '' })
          cancelShipments(tx, [id])
        }
        decideAs(tx, keep)
      },
    },
  ],
}

/** What was decided of the first one is what became of it. */
function decideAs(tx: WriteTx, keep: Id): void {
  const row = tx.get<{ id: Id; was: string; is: string }>(
    `SELECT s.id, s.decision AS was, iif(f.kind = 'return', 'return', 'resend') AS "is"
     FROM shipments f CROSS JOIN shipments s ON s.id = f.follows_id WHERE f.id = ?`,
    keep,
  )
  if (row && row.was !== row.is) tx.update('shipments', row.id, { decision: row.is })
}
