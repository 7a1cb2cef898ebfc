// What needs attention today. Each part counts all and shows the first few; nothing to do is said as 0, not left out.
import type { ReadDb } from '#main/db/database.ts'
import { settledStatuses } from '#main/domain/orders/order-status.ts'
import { currenciesAsking } from '#main/services/rates/rate-currencies.ts'
import { type Day, daysBetween } from '#shared/dates.ts'
import { minorToDecimal } from '#shared/money.ts'
import type { CostlessProduct, LateOrder, Today } from '#shared/schemas/today.ts'

const shown = 5

export function todayOf(db: ReadDb, today: Day): Today {
  return {
    today,
    hasRecords: hasRecords(db),
    lateOrders: lateOrders(db, today),
    productsWithoutCost: productsWithoutCost(db),
    currenciesWithoutRate: currenciesWithoutRate(db),
  }
}

export function hasRecords(db: ReadDb): boolean {
  const tables = ['live_products', 'live_parties', 'live_sales_orders']
  return tables.some((table) => db.get(`SELECT 1 FROM ${table} LIMIT 1`) !== undefined)
}

/** How many rows match in all, beside each row of a page: one pass instead of two. */
const countOfAll = 'count(*) OVER () AS ofAll'
type OfAll = { ofAll: number }

type LateRow = Omit<LateOrder, 'daysLate' | 'total'> & OfAll & { totalMinor: number }

/** Past the day the customer asked for, and the goods have not left; the longest overdue first. */
function lateOrders(db: ReadDb, today: Day): Today['lateOrders'] {
  const settled = settledStatuses.map((status) => `'${status}'`).join(', ')
  const rows = db.all<LateRow>(
    `SELECT o.id, o.number, coalesce(c.name, '') AS customer, o.required_on AS requiredOn, o.status, o.currency,
       o.total_minor AS totalMinor, ${countOfAll}
     FROM live_sales_orders o LEFT JOIN parties c ON c.id = o.customer_id
     WHERE o.archived = 0 AND o.required_on < ? AND o.shipped_on IS NULL AND o.status NOT IN (${settled})
     ORDER BY o.required_on, o.id LIMIT ${shown}`,
    today,
  )
  return {
    count: rows[0]?.ofAll ?? 0,
    rows: rows.map(({ totalMinor, ofAll, ...row }) => ({
      ...row,
      daysLate: daysBetween(row.requiredOn as Day, today),
      total: minorToDecimal(totalMinor, row.currency),
    })),
  }
}

type CostlessRow = Omit<CostlessProduct, 'isSold'> & OfAll & { isSold: number }

/** Products in use that have no cost; those already sold first, since their profit is missing. Families cost nothing. */
function productsWithoutCost(db: ReadDb): Today['productsWithoutCost'] {
  const rows = db.all<CostlessRow>(
    `SELECT p.id, p.sku, coalesce(nullif(p.name_en, ''), p.name_zh) AS name, p.name_zh AS nameZh, ${countOfAll},
       EXISTS (SELECT 1 FROM order_lines l INDEXED BY order_lines_sold_by_product
         WHERE l.product_id = p.id AND l.sold_on IS NOT NULL) AS isSold
     FROM live_products p WHERE p.archived = 0 AND p.cost_micros IS NULL AND p.kind <> 'family'
       AND p.status <> 'discontinued' ORDER BY isSold DESC, p.sku LIMIT ${shown}`,
  )
  return {
    count: rows[0]?.ofAll ?? 0,
    rows: rows.map(({ ofAll, ...row }) => ({ ...row, isSold: row.isSold === 1 })),
  }
}

/** Currencies that orders wait in, or that products use without any rate into the base currency. */
function currenciesWithoutRate(db: ReadDb): Today['currenciesWithoutRate'] {
  const asking = currenciesAsking(db)
  return {
    count: asking.length,
    rows: asking.slice(0, shown).map(({ currency, ordersWithoutRate, lastRateOn }) => ({
      currency,
      orders: ordersWithoutRate,
      lastRateOn,
    })),
  }
}
