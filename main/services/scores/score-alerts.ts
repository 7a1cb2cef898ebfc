// Suppliers that need someone: a grade that fell with the last period kept, products that hang on one supplier.
import type { AlertRule } from '#main/services/alerts/alert-rule.ts'
import { newestRunFirst } from '#main/services/scores/held-grades.ts'
import { supplySetting } from '#main/services/suppliers/supply-settings.ts'
import { addDays } from '#shared/dates.ts'

/** Worse in the newest period than before it; who is blocked or archived is nobody's concern any more. */
export const fallenGrades: AlertRule = {
  id: 'suppliers/grade-fallen',
  screen: 'suppliers',
  records: ['party'],
  step: { action: 'seeScore', place: 'score' },
  find: (_db, { record }) => ({
    sql: `SELECT 'party' AS record_kind, i.party_id AS record_id, '' AS detail, CAST(i.run_id AS TEXT) AS cause, NULL AS day_on,
        iif(i.grade = 'D', 0, 1) AS severity,
        json_object('grade', i.grade, 'previous', i.previous_grade, 'day', n.to_on) AS facts
      FROM (SELECT r.id, r.to_on FROM score_runs r INDEXED BY score_runs_by_period
        WHERE r.to_on = (SELECT max(to_on) FROM score_runs) ORDER BY ${newestRunFirst} LIMIT 1) n
      CROSS JOIN score_run_items i INDEXED BY score_run_items_by_run ON i.run_id = n.id
      CROSS JOIN parties p ON p.id = i.party_id
      WHERE i.previous_grade <> '' AND i.grade > i.previous_grade AND p.deleted = 0 AND p.archived = 0
        AND p.supply_status <> 'blocked'${record ? ' AND i.party_id = ?' : ''}`,
    params: record ? [record.id] : [],
  }),
}

/**
 * Bought from one supplier for more than a share, of products that are a good part of all purchases: the first sum is of an
 * index alone, and only the few products that it leaves are looked at by supplier. What came from places of our own is no
 * purchase, and no part of either sum.
 */
export const singleSources: AlertRule = {
  id: 'suppliers/single-source',
  screen: 'suppliers',
  records: ['product'],
  defaultDays: () => 365,
  step: { action: 'seeOffers', place: 'page' },
  onlyInforms: true,
  find: (db, { today, days, record }) => {
    const { singleSourceShare, singleSourceLeast } = supplySetting(db, 'scoring')
    const since = addDays(today, -days)
    const lines = 'purchase_lines l INDEXED BY purchase_lines_bought_by_product'
    const counts = 'l.bought_on IS NOT NULL AND l.product_id IS NOT NULL AND l.bought_on > ?'
    return {
      sql: `SELECT 'product' AS record_kind, bought.product_id AS record_id, '' AS detail,
          CAST(bought.supplier_id AS TEXT) AS cause, NULL AS day_on, 2 AS severity,
          json_object('percent', CAST(round(100.0 * bought.minor / bought.whole) AS INTEGER), 'supplier', s.name,
            'supplierZh', s.name_zh) AS facts
        FROM (SELECT bought.product_id, bought.whole, o.supplier_id, sum(l.net_base_minor) AS minor
          FROM (SELECT bought.product_id, bought.minor - coalesce(own.minor, 0) AS whole,
              sum(bought.minor - coalesce(own.minor, 0)) OVER () AS everything
            FROM (SELECT l.product_id, sum(l.net_base_minor) AS minor FROM ${lines} WHERE ${counts} GROUP BY l.product_id) bought
            LEFT JOIN (${ownSql(counts)}) own ON own.product_id = bought.product_id) bought
          CROSS JOIN ${lines} ON l.product_id = bought.product_id AND ${counts}
          CROSS JOIN purchase_orders o ON o.id = l.order_id
          WHERE bought.whole > 0 AND bought.whole >= CAST(? AS REAL) * bought.everything AND o.supplier_id IS NOT NULL${record ? ' AND bought.product_id = ?' : ''}
          GROUP BY bought.product_id, o.supplier_id) bought
        CROSS JOIN products p ON p.id = bought.product_id CROSS JOIN parties s ON s.id = bought.supplier_id
        WHERE bought.minor >= CAST(? AS REAL) * bought.whole AND p.deleted = 0 AND p.archived = 0 AND s.supply_kind <> 'own'`,
      params: [since, since, since, singleSourceLeast, ...(record ? [record.id] : []), singleSourceShare],
    }
  },
}

const ownSql = (counts: string) => `SELECT l.product_id, sum(l.net_base_minor) AS minor
  FROM parties s INDEXED BY parties_own CROSS JOIN purchase_orders o INDEXED BY purchase_orders_by_supplier ON o.supplier_id = s.id
  CROSS JOIN purchase_lines l INDEXED BY purchase_lines_by_order ON l.order_id = o.id
  WHERE s.supply_kind = 'own' AND ${counts} GROUP BY l.product_id`
