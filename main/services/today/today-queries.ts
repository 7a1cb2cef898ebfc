// What needs attention today. Each part counts all and shows the first few; nothing to do is said as 0, not left out.
import type { ReadDb } from '#main/db/database.ts'
import { settledStatuses } from '#main/domain/orders/order-status.ts'
import { currenciesInUse } from '#main/services/rates/rate-currencies.ts'
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

function hasRecords(db: ReadDb): boolean {
  const tables = ['live_products', 'live_parties', 'live_sales_orders']
  return tables.some((table) => db.get(`SELECT 1 FROM ${table} LIMIT 1`) !== undefined)
}

type LateRow = Omit<LateOrder, 'daysLate' | 'total'> & { totalMinor: number }

/** Past the day the customer asked for, and the goods have not left; the longest overdue first. */
function lateOrders(db: ReadDb, today: Day): Today['lateOrders'] {
  const settled = settledStatuses.map((status) => `'${status}'`).join(', ')
  const late = `FROM live_sales_orders o LEFT JOIN parties c ON c.id = o.customer_id WHERE o.archived = 0
    AND o.required_on < ? AND o.shipped_on IS NULL AND o.status NOT IN (${settled})`
  const rows = db.all<LateRow>(
    `SELECT o.id, o.number, coalesce(c.name, '') AS customer, o.required_on AS requiredOn, o.status, o.currency,
       o.total_minor AS totalMinor ${late} ORDER BY o.required_on, o.id LIMIT ${shown}`,
    today,
  )
  return {
    count: count(db, `SELECT count(*) AS n ${late}`, today),
    rows: rows.map(({ totalMinor, ...row }) => ({
      ...row,
      daysLate: daysBetween(row.requiredOn as Day, today),
      total: minorToDecimal(totalMinor, row.currency),
    })),
  }
}

type CostlessRow = Omit<CostlessProduct, 'isSold'> & { isSold: number }

/** Products in use that have no cost; those already sold first, since their profit is missing. Families cost nothing. */
function productsWithoutCost(db: ReadDb): Today['productsWithoutCost'] {
  const costless = `FROM live_products p WHERE p.archived = 0 AND p.cost_micros IS NULL AND p.kind <> 'family'
    AND p.status <> 'discontinued'`
  const isSold = `EXISTS (SELECT 1 FROM order_lines l INDEXED BY order_lines_sold_by_product
    WHERE l.product_id = p.id AND l.sold_on IS NOT NULL)`
  const rows = db.all<CostlessRow>(
    `SELECT p.id, p.sku, coalesce(nullif(p.name_en, ''), p.name_zh) AS name, p.name_zh AS nameZh, ${isSold} AS isSold
     ${costless} ORDER BY isSold DESC, p.sku LIMIT ${shown}`,
  )
  return {
    count: count(db, `SELECT count(*) AS n ${costless}`),
    rows: rows.map((row) => ({ ...row, isSold: row.isSold === 1 })),
  }
}

/** Currencies that orders wait in, or that have no rate into the base currency at all. */
function currenciesWithoutRate(db: ReadDb): Today['currenciesWithoutRate'] {
  const asking = currenciesInUse(db).currencies.filter((row) => row.ordersWithoutRate > 0 || row.lastRateOn === null)
  return {
    count: asking.length,
    rows: asking.slice(0, shown).map(({ currency, ordersWithoutRate, lastRateOn }) => ({
      currency,
      orders: ordersWithoutRate,
      lastRateOn,
    })),
  }
}

function count(db: ReadDb, sql: string, ...params: string[]): number {
  return db.get<{ n: number }>(sql, ...params)?.n ?? 0
}
