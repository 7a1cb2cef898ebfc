// Goods of a transfer that two copies both counted in, or that one copy counted in while the other took the departure back: more
// left transit than ever was in it.
import type { ReadDb } from '#main/db/database.ts'
import { rowsOf } from '#main/services/clashes/clash-rows.ts'
import { type ClashRule, clashOf } from '#main/services/clashes/clash-rule.ts'
import { reverseStock } from '#main/services/stock/reverse-stock.ts'
import { isStandingSql } from '#main/services/stock/standing-movements.ts'
import { transitWarehouse } from '#main/services/stock/stock-ledger.ts'
import type { Id } from '#shared/ids.ts'

/** Counter-movements have the origin of what they take back, so that plain sums tell what stands. */
const overdrawnSql = `SELECT t.id, n.number
  FROM stock_documents d INDEXED BY stock_documents_by_target CROSS JOIN stock_documents n ON n.id = d.id
  CROSS JOIN stock_movements t INDEXED BY stock_movements_by_document ON t.document_id = d.id
  WHERE d.to_warehouse_id IS NOT NULL AND n.deleted = 0 AND t.warehouse_id = ${transitWarehouse} AND t.qty_milli > 0
    AND t.reverses_id IS NULL
    AND t.qty_milli + coalesce((SELECT sum(r.qty_milli) FROM stock_movements r INDEXED BY stock_movements_reversals
        WHERE r.reverses_id = t.id), 0)
      + coalesce((SELECT sum(g.qty_milli) FROM stock_movements g INDEXED BY stock_movements_by_origin
        WHERE g.origin_id = t.id AND g.warehouse_id = ${transitWarehouse}), 0) < 0`

const leavingSql = `SELECT m.id FROM stock_movements m INDEXED BY stock_movements_by_origin
  WHERE m.origin_id = ? AND m.warehouse_id = ${transitWarehouse} AND ${isStandingSql} ORDER BY m.id`

export const arrivedTwice: ClashRule = {
  id: 'stock/arrived-twice',
  tables: ['stock_documents', 'stock_movements'],
  find(db: ReadDb) {
    const rows = db.raw(overdrawnSql) as [Id, string][]
    return rows.flatMap(([id, number]) => {
      const leaving = db.raw(leavingSql, id).map(([movementId]) => movementId as Id)
      return leaving.length === 0 ? [] : [clashOf(leaving, { number })]
    })
  },
  rows: rowsOf('stock_movements'),
  // Of more than two somebody has to look which is one too many.
  suggests: (_db, { ids }) => (ids.length <= 2 ? ['reverse'] : []),
  mendings: [
    {
      id: 'reverse',
      mend({ tx }, { keep, others }) {
        reverseStock(tx, { movementIds: others.length > 0 ? [...others] : [keep], note: '' })
      },
    },
  ],
}
