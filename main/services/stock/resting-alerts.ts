// Stock that loses its worth while it lies: batches that expire, goods that nobody has asked for in a long time.
import { type AlertRule, rowsBy } from '#main/services/alerts/alert-rule.ts'
import { addDays } from '#shared/dates.ts'

/** A batch of which something is left, expired or to expire within so many days. */
export const expiringBatches: AlertRule = {
  id: 'stock/expiring',
  screen: 'products',
  records: ['batch'],
  defaultDays: () => 60,
  step: { action: 'seeBatch', place: 'page' },
  find: (_db, question) => {
    const { by, own, ownParams } = rowsBy('batches_by_expiry', question)
    return {
      sql: `SELECT 'batch' AS record_kind, r.id AS record_id, '' AS detail, r.expires_on AS cause, r.expires_on AS day_on,
          iif(r.expires_on < ?, 0, 1) AS severity,
          json_object('quantity', sum(s.on_hand_milli) / 1000.0, 'unit', p.unit, 'product', p.sku, 'day', r.expires_on) AS facts
        FROM batches r ${by} CROSS JOIN products p ON p.id = r.product_id
        CROSS JOIN batch_balances s ON s.batch_id = r.id
        WHERE r.expires_on IS NOT NULL AND r.deleted = 0 AND r.expires_on <= ? AND r.archived = 0${own}
        GROUP BY r.id HAVING sum(s.on_hand_milli) > 0`,
      params: [question.today, addDays(question.today, question.days), ...ownParams],
    }
  },
}

/** On hand in a place, where nothing has moved and nothing of the product was sold for so many days. */
export const deadStock: AlertRule = {
  id: 'stock/dead',
  screen: 'products',
  records: ['product'],
  defaultDays: () => 180,
  isOrdered: true,
  step: { action: 'seeStock', place: 'page' },
  find: (_db, question) => {
    const { record } = question
    const by = record ? '' : 'INDEXED BY stock_balances_resting'
    const cutoff = addDays(question.today, -question.days)
    return {
      sql: `SELECT 'product' AS record_kind, r.product_id AS record_id, CAST(r.warehouse_id AS TEXT) AS detail,
          r.last_on AS cause, NULL AS day_on, 2 AS severity,
          json_object('quantity', r.on_hand_milli / 1000.0, 'unit', p.unit, 'warehouse', coalesce(nullif(w.name, ''), w.code),
            'day', r.last_on) AS facts
        FROM stock_balances r ${by} CROSS JOIN products p ON p.id = r.product_id
        CROSS JOIN warehouses w ON w.id = r.warehouse_id
        WHERE r.on_hand_milli > 0 AND r.last_on <= ? AND w.kind <> 'transit' AND p.deleted = 0 AND p.archived = 0
          AND NOT EXISTS (SELECT 1 FROM order_lines l INDEXED BY order_lines_sold_by_product
            WHERE l.product_id = r.product_id AND l.sold_on > ? AND l.sold_on IS NOT NULL)${record ? ' AND r.product_id = ?' : ''}`,
      params: [cutoff, cutoff, ...(record ? [record.id] : [])],
    }
  },
}
