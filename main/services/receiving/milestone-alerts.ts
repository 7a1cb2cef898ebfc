// Milestones planned for a day that is over, and not reached: of orders whose goods are still waited for.
import { type AlertRule, rowsBy } from '#main/services/alerts/alert-rule.ts'

export const lateMilestones: AlertRule = {
  id: 'purchases/milestone-late',
  screen: 'purchases',
  records: ['purchase'],
  step: { action: 'chase', place: 'page' },
  find: (_db, { today, record, ...rest }) => {
    const { by } = rowsBy(record ? 'milestones_by_order' : 'milestones_waiting', { today, ...rest, record: null })
    return {
      sql: `SELECT 'purchase' AS record_kind, r.order_id AS record_id, CAST(r.id AS TEXT) AS detail, r.planned_on AS cause,
          r.planned_on AS day_on, 1 AS severity, json_object('kind', r.kind, 'name', r.title, 'day', r.planned_on) AS facts
        FROM milestones r ${by} CROSS JOIN purchase_orders o ON o.id = r.order_id
        WHERE r.planned_on IS NOT NULL AND r.actual_on IS NULL AND r.deleted = 0 AND r.planned_on < ? AND o.deleted = 0
          AND o.archived = 0 AND o.is_history = 0 AND o.status IN ('sent', 'confirmed')${record ? ' AND r.order_id = ?' : ''}`,
      params: [today, ...(record ? [record.id] : [])],
    }
  },
}
