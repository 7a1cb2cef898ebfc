// Products of which there is too little to wait longer with ordering, even with what is on its way.
import { type AlertRule, rowsBy } from '#main/services/alerts/alert-rule.ts'
import { onOrderSql } from '#main/services/expected/on-order.ts'
import { reservedOf, reservedSql } from '#main/services/stock/reserved.ts'

/** On hand where it may be sold, and on its way between places. */
const there = `coalesce((SELECT sum(b.on_hand_milli) FROM stock_balances b JOIN warehouses w ON w.id = b.warehouse_id
  WHERE b.product_id = r.id AND (w.is_sellable = 1 OR w.kind = 'transit')), 0)`

/**
 * The inventory position (on hand + in transit + on order - reserved by open orders) is at or below the reorder point that the
 * seller set. A point of 0 says that none is kept: it speaks only where more is wanted than there is.
 */
export const belowReorder: AlertRule = {
  id: 'stock/below-reorder',
  screen: 'products',
  records: ['product'],
  step: { action: 'seeStock', place: 'page' },
  find: (db, question) => {
    const { record } = question
    // Of one product alone what is reserved is found by it, not among all that open orders want.
    const reserved = record
      ? { join: '', sql: String(reservedOf(db, record.id)) }
      : { join: `LEFT JOIN (${reservedSql}) v ON v.product_id = r.id`, sql: 'coalesce(v.milli, 0)' }
    const { by, own, ownParams } = rowsBy('products_with_reorder', question)
    return {
      sql: `SELECT 'product' AS record_kind, q.id AS record_id, '' AS detail, CAST(q.position AS TEXT) AS cause, NULL AS day_on,
          iif(q.there <= 0, 0, 1) AS severity,
          json_object('position', q.position / 1000.0, 'reorder', q.reorder_milli / 1000.0, 'there', q.there / 1000.0,
            'onOrder', q.coming / 1000.0, 'reserved', q.reserved / 1000.0, 'unit', q.unit) AS facts
        FROM (SELECT p.*, p.there + p.coming - p.reserved AS position FROM (
          SELECT r.id, r.unit, r.reorder_milli, ${there} AS there, coalesce(${onOrderSql('r.id')}, 0) AS coming,
            ${reserved.sql} AS reserved
          FROM products r ${by} ${reserved.join}
          WHERE r.reorder_milli IS NOT NULL AND r.kind <> 'family' AND r.status <> 'discontinued' AND r.deleted = 0
            AND r.archived = 0${own}) p) q
        WHERE q.position < q.reorder_milli OR (q.position = q.reorder_milli AND q.reorder_milli > 0)`,
      params: ownParams,
    }
  },
}
