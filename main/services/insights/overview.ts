// The book at one glance: what it earned by month, with whom, on what, and what is lacking to say more.
import type { ReadDb } from '#main/db/database.ts'
import { baseCurrency } from '#main/services/book/book-queries.ts'
import { linesWithoutRate } from '#main/services/insights/lines-without-rate.ts'
import { type AbcWindow, daysOf, isSold, soldLines } from '#main/services/insights/sold-lines.ts'
import { type CustomerSum, soldOrders, whichSold } from '#main/services/insights/sold-orders.ts'
import type { Id } from '#shared/ids.ts'
import { minorToDecimal } from '#shared/money.ts'
import type { Overview } from '#shared/schemas/overview.ts'

const shown = 5

type Money = (minor: number) => string

export function overview(db: ReadDb, window: AbcWindow): Overview {
  const base = baseCurrency(db)
  const money = (minor: number) => minorToDecimal(minor, base)
  const orders = soldOrders(db, window)
  const products = soldProducts(db, window)
  return {
    baseCurrency: base,
    revenue: money(orders.minor),
    grossProfit: products.profit === null ? null : money(products.profit),
    orderCount: orders.orderCount,
    firstDay: orders.firstDay,
    lastDay: orders.lastDay,
    months: orders.months.map(({ month, minor, orderCount }) => ({ month, revenue: money(minor), orderCount })),
    topProducts: topProducts(db, products.top, money),
    topCustomers: topCustomers(db, orders.customers, money),
    lacking: { productsWithoutCost: products.withoutCost, ...withoutRate(db, window) },
    records: records(db),
  }
}

type Sold = { profit: number | null; top: ProductSum[]; withoutCost: number }
type ProductSum = [productId: Id, minor: number | null, profit: number | null, isCostMissing: number]

/** What products sold for, earned and lack, in one pass over the index that ABC reads. */
function soldProducts(db: ReadDb, window: AbcWindow): Sold {
  const { days, params } = daysOf(window)
  const sums = db.raw(
    `SELECT product_id, sum(base_minor), sum(base_minor - cost_base_minor), max(cost_base_minor IS NULL)
     FROM ${soldLines} WHERE ${isSold}${days} GROUP BY product_id`,
    ...params,
  ) as ProductSum[]
  const profits = sums.flatMap(([, , profit]) => profit ?? [])
  return {
    profit: profits.length === 0 ? null : profits.reduce((sum, profit) => sum + profit, 0),
    top: sums
      .filter(([, minor]) => minor !== null && minor > 0)
      .sort((a, b) => (b[1] ?? 0) - (a[1] ?? 0) || a[0] - b[0]),
    withoutCost: sums.reduce((sum, [, , , isCostMissing]) => sum + isCostMissing, 0),
  }
}

function topProducts(
  db: ReadDb,
  top: readonly ProductSum[],
  money: (minor: number) => string,
): Overview['topProducts'] {
  return top.slice(0, shown).flatMap(([productId, minor]) => {
    const named = db.get<{ sku: string; name: string; nameZh: string }>(
      "SELECT sku, coalesce(nullif(name_en, ''), name_zh) AS name, name_zh AS nameZh FROM products WHERE id = ?",
      productId,
    )
    return named ? [{ productId, ...named, revenue: money(minor ?? 0) }] : []
  })
}

function topCustomers(db: ReadDb, customers: readonly CustomerSum[], money: Money): Overview['topCustomers'] {
  return customers
    .filter((sum) => sum.minor > 0)
    .sort((a, b) => b.minor - a.minor || a.customerId - b.customerId)
    .slice(0, shown)
    .flatMap(({ customerId, minor, orderCount }) => {
      const named = db.get<{ name: string; country: string }>(
        'SELECT name, country FROM parties WHERE id = ?',
        customerId,
      )
      return named ? [{ customerId, ...named, revenue: money(minor), orderCount }] : []
    })
}

function withoutRate(db: ReadDb, window: AbcWindow): Omit<Overview['lacking'], 'productsWithoutCost'> {
  const { where, params } = whichSold(window)
  const currencies = db.all<{ currency: string; n: number }>(
    `SELECT o.currency, count(*) AS n FROM sales_orders o INDEXED BY sales_orders_without_rate
     WHERE o.rate IS NULL AND ${where} GROUP BY o.currency ORDER BY o.currency`,
    ...params,
  )
  return {
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
