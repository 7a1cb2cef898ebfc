// Products that need someone: without a cost, or sold abroad without what customs asks for.
import { type AlertRule, rowsBy } from '#main/services/alerts/alert-rule.ts'
import { addDays } from '#shared/dates.ts'

const isSold = `EXISTS (SELECT 1 FROM order_lines l INDEXED BY order_lines_sold_by_product
  WHERE l.product_id = r.id AND l.sold_on IS NOT NULL)`

/** In use and without a cost: what sold ones earned cannot be told. Families cost nothing. */
export const productsWithoutCost: AlertRule = {
  id: 'products/no-cost',
  screen: 'products',
  records: ['product'],
  step: { action: 'giveCost', place: 'edit' },
  find: (_db, question) => {
    const { by, own, ownParams } = rowsBy('products_without_cost', question)
    return {
      sql: `SELECT 'product' AS record_kind, r.id AS record_id, '' AS detail,
          CASE WHEN ${isSold} THEN 'sold' ELSE 'unsold' END AS cause, NULL AS day_on,
          CASE WHEN ${isSold} THEN 1 ELSE 2 END AS severity,
          json_object('isSold', CASE WHEN ${isSold} THEN 1 ELSE 0 END) AS facts
        FROM products r ${by} WHERE r.cost_micros IS NULL AND r.kind <> 'family' AND r.status <> 'discontinued'
          AND r.deleted = 0 AND r.archived = 0${own}`,
      params: ownParams,
    }
  },
}

/** Where an order goes; empty where nobody said. */
const goesTo = "coalesce(nullif(o.ship_to_country, ''), c.country, '')"

const soldAbroad = `EXISTS (SELECT 1 FROM order_lines l INDEXED BY order_lines_sold_by_product
  CROSS JOIN sales_orders o ON o.id = l.order_id LEFT JOIN parties c ON c.id = o.customer_id
  WHERE l.product_id = r.id AND l.sold_on > ? AND l.sold_on IS NOT NULL AND ${goesTo} NOT IN ('', ?))`

/** Sold to another country within the days before today, without a customs code or a country of origin. */
export const productsWithoutCustomsData: AlertRule = {
  id: 'products/no-customs-data',
  screen: 'products',
  records: ['product'],
  defaultDays: () => 365,
  isOrdered: true,
  step: { action: 'giveCustoms', place: 'edit' },
  find: (db, question) => {
    const home = db.get<{ country: string }>('SELECT country FROM books WHERE id = 1')?.country ?? ''
    const { by, own, ownParams } = rowsBy('products_without_customs_data', question)
    const lacking = "trim(iif(r.hs_code = '', 'hs', '') || ' ' || iif(r.origin_country = '', 'origin', ''))"
    return {
      sql: `SELECT 'product' AS record_kind, r.id AS record_id, '' AS detail, ${lacking} AS cause, NULL AS day_on,
          1 AS severity, json_object('lacking', ${lacking}) AS facts
        FROM products r ${by} WHERE (r.hs_code = '' OR r.origin_country = '') AND r.kind <> 'family'
          AND r.deleted = 0 AND r.archived = 0 AND ? <> '' AND ${soldAbroad}${own}`,
      // Where the company sits must be known before anything can be abroad.
      params: [home, addDays(question.today, -question.days), home, ...ownParams],
    }
  },
}
