// The book at one glance: what it earned by month, with whom, on what, and what is lacking to say more.
import type { ReadDb } from '#main/db/database.ts'
import { baseCurrency } from '#main/services/book/book-queries.ts'
import { type AbcWindow, daysOf, isSold, soldLines } from '#main/services/insights/abc-values.ts'
import { linesWithoutRate } from '#main/services/insights/lines-without-rate.ts'
import { minorToDecimal } from '#shared/money.ts'
import type { Overview } from '#shared/schemas/overview.ts'

const shown = 5

export function overview(db: ReadDb, window: AbcWindow): Overview {
  const base = baseCurrency(db)
  const money = (minor: number) => minorToDecimal(minor, base)
  const months = soldMonths(db, window)
  const profit = grossProfit(db, window)
  return {
    baseCurrency: base,
    revenue: money(months.reduce((sum, month) => sum + month.minor, 0)),
    grossProfit: profit === null ? null : money(profit),
    orderCount: months.reduce((sum, month) => sum + month.orderCount, 0),
    firstDay: months[0]?.firstDay ?? null,
    lastDay: months.at(-1)?.lastDay ?? null,
    months: withoutGaps(months).map(({ month, minor, orderCount }) => ({ month, revenue: money(minor), orderCount })),
    topProducts: topProducts(db, window).map(({ minor, ...product }) => ({ ...product, revenue: money(minor) })),
    topCustomers: topCustomers(db, window).map(({ minor, ...customer }) => ({ ...customer, revenue: money(minor) })),
    lacking: lacking(db, window),
    records: records(db),
  }
}

type Month = { month: string; minor: number; orderCount: number; firstDay: string; lastDay: string }

/** Orders that are sales: an order's total is the sum of its lines, so the lines need not be read. */
function soldOrders({ from, to }: AbcWindow): { where: string; params: string[] } {
  const days = `${from ? ' AND o.ordered_on >= ?' : ''}${to ? ' AND o.ordered_on <= ?' : ''}`
  const params = [...(from ? [from] : []), ...(to ? [to] : [])]
  return { where: `o.deleted = 0 AND o.status NOT IN ('draft', 'cancelled') AND o.line_count > 0${days}`, params }
}

function soldMonths(db: ReadDb, window: AbcWindow): Month[] {
  const { where, params } = soldOrders(window)
  return db.all<Month>(
    `SELECT substr(o.ordered_on, 1, 7) AS month, coalesce(sum(o.base_total_minor), 0) AS minor, count(*) AS orderCount,
       min(o.ordered_on) AS firstDay, max(o.ordered_on) AS lastDay
     FROM sales_orders o WHERE ${where} GROUP BY month ORDER BY month`,
    ...params,
  )
}

/** A month without an order earned nothing; left out, a chart would hide that. */
function withoutGaps(months: readonly Month[]): Pick<Month, 'month' | 'minor' | 'orderCount'>[] {
  const byMonth = new Map(months.map((month) => [month.month, month]))
  const last = months.at(-1)?.month ?? ''
  const filled = []
  for (let month = months[0]?.month; month !== undefined && month <= last; month = monthAfter(month)) {
    filled.push(byMonth.get(month) ?? { month, minor: 0, orderCount: 0 })
  }
  return filled
}

function monthAfter(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return number === 12
    ? `${String(year + 1).padStart(4, '0')}-01`
    : `${month.slice(0, 5)}${String(number + 1).padStart(2, '0')}`
}

function grossProfit(db: ReadDb, window: AbcWindow): number | null {
  const { days, params } = daysOf(window)
  return (
    db.get<{ minor: number | null }>(
      `SELECT sum(base_minor - cost_base_minor) AS minor FROM ${soldLines} WHERE ${isSold}${days}`,
      ...params,
    )?.minor ?? null
  )
}

type TopProduct = Omit<Overview['topProducts'][number], 'revenue'> & { minor: number }

function topProducts(db: ReadDb, window: AbcWindow): TopProduct[] {
  const { days, params } = daysOf(window)
  return db.all<TopProduct>(
    `SELECT l.product_id AS productId, p.sku, coalesce(nullif(p.name_en, ''), p.name_zh) AS name, p.name_zh AS nameZh, l.minor
     FROM (SELECT product_id, sum(base_minor) AS minor FROM ${soldLines} WHERE ${isSold}${days} GROUP BY product_id) l
     JOIN products p ON p.id = l.product_id WHERE l.minor > 0 ORDER BY l.minor DESC, p.sku LIMIT ${shown}`,
    ...params,
  )
}

type TopCustomer = Omit<Overview['topCustomers'][number], 'revenue'> & { minor: number }

function topCustomers(db: ReadDb, window: AbcWindow): TopCustomer[] {
  const { where, params } = soldOrders(window)
  return db.all<TopCustomer>(
    `SELECT s.customer_id AS customerId, c.name, c.country, s.minor, s.orderCount
     FROM (SELECT o.customer_id, sum(o.base_total_minor) AS minor, count(*) AS orderCount FROM sales_orders o
       WHERE ${where} AND o.customer_id IS NOT NULL GROUP BY o.customer_id) s
     JOIN parties c ON c.id = s.customer_id WHERE s.minor > 0 ORDER BY s.minor DESC, c.name, c.id LIMIT ${shown}`,
    ...params,
  )
}

function lacking(db: ReadDb, window: AbcWindow): Overview['lacking'] {
  const { days, params } = daysOf(window)
  const sold = soldOrders(window)
  const currencies = db.all<{ currency: string; n: number }>(
    `SELECT o.currency, count(*) AS n FROM sales_orders o INDEXED BY sales_orders_without_rate
     WHERE o.rate IS NULL AND ${sold.where} GROUP BY o.currency ORDER BY o.currency`,
    ...sold.params,
  )
  const withoutCost = `SELECT count(DISTINCT product_id) AS n FROM ${soldLines} WHERE ${isSold} AND cost_base_minor IS NULL${days}`
  return {
    productsWithoutCost: db.get<{ n: number }>(withoutCost, ...params)?.n ?? 0,
    ordersWithoutRate: currencies.reduce((sum, row) => sum + row.n, 0),
    linesWithoutRate: linesWithoutRate(db, window),
    currenciesWithoutRate: currencies.map((row) => row.currency),
  }
}

/** Living records, archived ones left out: what the lists show. */
function records(db: ReadDb): Overview['records'] {
  const count = (which: string) => db.get<{ n: number }>(`SELECT count(*) AS n FROM ${which} AND archived = 0`)?.n ?? 0
  return {
    products: count('live_products WHERE true'),
    customers: count('live_parties WHERE is_customer = 1'),
    suppliers: count('live_parties WHERE is_supplier = 1'),
    orders: count('live_sales_orders WHERE true'),
  }
}
