// What two copies said at odds of how far an order is, and of how selling is set.
import { rowsOf } from '#main/services/clashes/clash-rows.ts'
import { type ClashRule, clashOf, updateOthers } from '#main/services/clashes/clash-rule.ts'
import { doubledRows } from '#main/services/clashes/doubled-rows.ts'
import { followOrders } from '#main/services/dispatch/write-dispatch.ts'
import type { Id } from '#shared/ids.ts'

/** Said to have arrived, with a dispatch taken back and goods that never left again. */
const deliveredUnsentSql = `SELECT DISTINCT r.id, r.number, r.status
  FROM dispatches d INDEXED BY dispatches_reversed CROSS JOIN sales_orders r ON r.id = d.order_id
  WHERE d.status = 'reversed' AND d.deleted = 0 AND r.deleted = 0 AND r.document = 'order' AND r.is_history = 0
    AND r.status = 'delivered' AND EXISTS (SELECT 1 FROM order_lines l INDEXED BY order_lines_by_order WHERE l.order_id = r.id
      AND l.deleted = 0 AND l.product_id IS NOT NULL AND l.shipped_milli < l.qty_milli - l.cancelled_milli)`

/** Each copy sent a part, or one sent what the other changed: the state is the later copy's, the goods are of both. */
export const stateAtOdds: ClashRule = {
  id: 'orders/state-at-odds',
  tables: ['sales_orders', 'order_lines', 'dispatches', 'dispatch_lines'],
  find(db) {
    const rows = db.raw(
      `SELECT r.id, r.number, r.status FROM sales_orders r INDEXED BY sales_orders_at_odds
       WHERE r.deleted = 0 AND r.document = 'order' AND r.is_history = 0
         AND (r.status = 'confirmed' AND r.shipping_state IN ('part', 'sent')
           OR r.status = 'part_shipped' AND r.shipping_state IN ('open', 'sent')
           OR r.status = 'shipped' AND r.shipping_state IN ('open', 'part'))
         -- A file may say that it was sent, and nothing of how: that is no clash.
         AND EXISTS (SELECT 1 FROM dispatches d INDEXED BY dispatches_by_order WHERE d.order_id = r.id AND d.deleted = 0)`,
    ) as [Id, string, string][]
    const all = [...rows, ...(db.raw(deliveredUnsentSql) as typeof rows)]
    return all.map(([id, number, status]) => clashOf([id], { number, status }))
  },
  rows: rowsOf('sales_orders'),
  suggests: () => ['follow'],
  mendings: [{ id: 'follow', mend: ({ tx }, { keep }) => followOrders(tx, [keep]) }],
}

export const salesSettingTwins: ClashRule = {
  id: 'sales/same-setting',
  tables: ['sales_settings'],
  find: (db) =>
    doubledRows(db, {
      table: 'sales_settings',
      index: 'sales_settings_by_key',
      columns: ['key'],
      isLiving: 'r.deleted = 0',
      facts: ([key]) => ({ key: String(key) }),
    }),
  rows: rowsOf('sales_settings'),
  mendings: [
    { id: 'keepNewest', keeps: 'newest', mend: updateOthers('sales_settings', { deleted: 1 }) },
    { id: 'keepOne', mend: updateOthers('sales_settings', { deleted: 1 }) },
  ],
}
