// Stock that cannot be: less than nothing on hand.
import { type AlertRule, rowsBy } from '#main/services/alerts/alert-rule.ts'

export const negativeStock: AlertRule = {
  id: 'stock/negative',
  screen: 'products',
  records: ['product'],
  step: { action: 'seeStock', place: 'page' },
  find: (_db, question) => {
    const { by } = rowsBy('stock_balances_negative', question)
    const record = question.record
    return {
      sql: `SELECT 'product' AS record_kind, r.product_id AS record_id, CAST(r.warehouse_id AS TEXT) AS detail,
          CAST(r.on_hand_milli AS TEXT) AS cause, NULL AS day_on, 1 AS severity,
          json_object('quantity', r.on_hand_milli / 1000.0, 'unit', p.unit, 'warehouse', w.name) AS facts
        FROM stock_balances r ${by} CROSS JOIN products p ON p.id = r.product_id JOIN warehouses w ON w.id = r.warehouse_id
        WHERE r.on_hand_milli < 0 AND p.deleted = 0${record ? ' AND r.product_id = ?' : ''}`,
      params: record ? [record.id] : [],
    }
  },
}
