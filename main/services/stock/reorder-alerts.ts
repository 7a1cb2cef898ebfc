// Products of which there is too little to wait longer with ordering, even with what is on its way; and those that run out
// before anything arrives. Forecasts are not worked out for it: what was last kept of them is asked.

import type { ReadDb } from '#main/db/database.ts'
import { type AlertRule, rowsBy } from '#main/services/alerts/alert-rule.ts'
import { nextArrivalSql, onOrderSql } from '#main/services/expected/on-order.ts'
import { reservedOf, reservedSql } from '#main/services/stock/reserved.ts'
import type { RecordRef } from '#shared/schemas/records.ts'

const onHandIn = (places: string) => `coalesce((SELECT sum(b.on_hand_milli) FROM stock_balances b
  JOIN warehouses w ON w.id = b.warehouse_id WHERE b.product_id = r.id AND ${places}), 0)`

/** On hand where it may be sold, and on its way between places. */
const there = onHandIn("(w.is_sellable = 1 OR w.kind = 'transit')")
const sellable = onHandIn("w.is_sellable = 1 AND w.kind <> 'transit'")

/** Of one product alone what is reserved is found by it, not among all that open orders want. */
function reservedFor(db: ReadDb, record: RecordRef | null): { join: string; sql: string } {
  return record
    ? { join: '', sql: String(reservedOf(db, record.id)) }
    : { join: `LEFT JOIN (${reservedSql}) v ON v.product_id = r.id`, sql: 'coalesce(v.milli, 0)' }
}

const isBought = "r.kind <> 'family' AND r.status <> 'discontinued' AND r.deleted = 0 AND r.archived = 0"

/**
 * The inventory position (on hand + in transit + on order - reserved by open orders) is at or below the reorder point: the one
 * that was worked out with the forecast, else the one that the seller set. A point of 0 or none says that nothing is kept in
 * stock: it speaks only where more is wanted than there is.
 */
export const belowReorder: AlertRule = {
  id: 'stock/below-reorder',
  screen: 'products',
  records: ['product'],
  step: { action: 'seeStock', place: 'page' },
  find: (db, question) => {
    const reserved = reservedFor(db, question.record)
    const { by, own, ownParams } = rowsBy('products_with_reorder', question)
    const figures = (reorder: string) => `SELECT r.id, r.unit, ${reorder} AS reorder_milli, ${there} AS there,
      coalesce(${onOrderSql('r.id')}, 0) AS coming, ${reserved.sql} AS reserved`
    return {
      sql: `SELECT 'product' AS record_kind, q.id AS record_id, '' AS detail, CAST(q.position AS TEXT) AS cause, NULL AS day_on,
          iif(q.there <= 0, 0, 1) AS severity,
          json_object('position', q.position / 1000.0, 'reorder', q.reorder_milli / 1000.0, 'there', q.there / 1000.0,
            'onOrder', q.coming / 1000.0, 'reserved', q.reserved / 1000.0, 'unit', q.unit) AS facts
        FROM (SELECT a.*, a.there + a.coming - a.reserved AS position FROM (
          ${figures('coalesce(f.reorder_milli, r.reorder_milli)')}
          FROM products r ${by} LEFT JOIN forecasts f INDEXED BY forecasts_levels ON f.product_id = r.id ${reserved.join}
          WHERE r.reorder_milli IS NOT NULL AND ${isBought}${own}
          UNION ALL
          ${figures('coalesce(f.reorder_milli, 0)')}
          FROM forecasts f INDEXED BY forecasts_levels CROSS JOIN products r ON r.id = f.product_id ${reserved.join}
          WHERE r.reorder_milli IS NULL AND ${isBought}${own}) a) q
        WHERE q.position < q.reorder_milli OR (q.position = q.reorder_milli AND q.reorder_milli > 0)`,
      params: [...ownParams, ...ownParams],
    }
  },
}

/**
 * What may be sold, less what open orders reserve, lasts at the expected demand for no more than so many days, and nothing is
 * to arrive on or before the day it runs out. Goods on order without a day, or late, are not counted on.
 */
export const runsOut: AlertRule = {
  id: 'stock/runs-out',
  screen: 'products',
  records: ['product'],
  defaultDays: () => 14,
  step: { action: 'seeStock', place: 'page' },
  find: (db, question) => {
    const reserved = reservedFor(db, question.record)
    const { own, ownParams } = rowsBy('', question)
    return {
      sql: `SELECT 'product' AS record_kind, q.id AS record_id, '' AS detail, q.out_on AS cause, q.out_on AS day_on,
          iif(q.out_on <= ?, 0, 1) AS severity,
          json_object('quantity', max(0, q.free) / 1000.0, 'unit', q.unit, 'day', q.out_on, 'arrival', q.arrives_on) AS facts
        FROM (SELECT p.*, ${nextArrivalSql('p.id')} AS arrives_on
          FROM (SELECT l.*, date(?, '+' || CAST(max(0, l.free) / l.daily_milli AS INTEGER) || ' days') AS out_on
            FROM (SELECT r.id, r.unit, f.daily_milli, ${sellable} - ${reserved.sql} AS free
              FROM forecasts f INDEXED BY forecasts_levels CROSS JOIN products r ON r.id = f.product_id ${reserved.join}
              WHERE f.daily_milli > 0 AND ${isBought}${own}) l
            WHERE max(0, l.free) / l.daily_milli <= CAST(? AS INTEGER)) p) q
        WHERE q.arrives_on IS NULL OR q.arrives_on > q.out_on`,
      params: [question.today, question.today, question.today, question.today, ...ownParams, question.days],
    }
  },
}
