// Which currencies the book works with, and whether they have rates: what asks for a rate is found here.
import type { ReadDb } from '#main/db/database.ts'
import { baseCurrency } from '#main/services/book/book-queries.ts'
import { rateFinder } from '#main/services/rates/rate-finder.ts'
import { leapsThrough, ofCosts, ofPrices } from '#main/services/rates/used-currencies.ts'
import type { Day } from '#shared/dates.ts'

export type CurrencyInUse = {
  currency: string
  orders: number
  /** Orders that wait for a rate and are left out of sums in base currency. */
  ordersWithoutRate: number
  /** Products priced or bought in it. */
  products: number
  /** The last day with a rate into the base currency; null when there is none at all: it must be asked for. */
  lastRateOn: Day | null
}

/** Currencies other than the base that orders or products use, ascending. */
export function currenciesInUse(db: ReadDb): { baseCurrency: string; currencies: CurrencyInUse[] } {
  const base = baseCurrency(db)
  const lastRateOn = lastRateDay(db, base)
  const currencies = db
    .all<Omit<CurrencyInUse, 'lastRateOn'>>(usage, base)
    .map((row) => ({ ...row, lastRateOn: lastRateOn(row.currency) }))
  return { baseCurrency: base, currencies }
}

export type CurrencyAsking = Pick<CurrencyInUse, 'currency' | 'ordersWithoutRate' | 'lastRateOn'>

/** Only the currencies that someone must give a rate for: orders wait in them, or products use them without any rate. */
export function currenciesAsking(db: ReadDb): CurrencyAsking[] {
  const base = baseCurrency(db)
  const lastRateOn = lastRateDay(db, base)
  return db
    .all<Omit<CurrencyAsking, 'lastRateOn'>>(asking, base)
    .map((row) => ({ ...row, lastRateOn: lastRateOn(row.currency) }))
    .filter((row) => row.ordersWithoutRate > 0 || row.lastRateOn === null)
}

function lastRateDay(db: ReadDb, base: string): (currency: string) => Day | null {
  const find = rateFinder(db)
  return (currency) => {
    const answer = find(currency, base, '9999-12-31' as Day)
    return answer.status === 'missing' ? null : answer.rateOn
  }
}

const productCurrencies = `SELECT id, price_currency AS currency FROM live_products WHERE price_currency IS NOT NULL
  UNION SELECT id, cost_currency FROM live_products WHERE cost_currency IS NOT NULL`

const usage = `SELECT currency, sum(orders) AS orders, sum(without) AS ordersWithoutRate, sum(products) AS products FROM (
    SELECT currency, count(*) AS orders, count(*) - count(rate) AS without, 0 AS products
    FROM live_sales_orders GROUP BY currency
    UNION ALL
    SELECT currency, count(*), count(*) - count(rate), 0 FROM live_purchase_orders GROUP BY currency
    UNION ALL
    SELECT currency, 0, 0, count(*) FROM (${productCurrencies}) GROUP BY currency)
  WHERE currency <> ? GROUP BY currency ORDER BY currency`

/** Reads the few orders that have no rate, not all orders, and no product but one of each currency. */
const asking = `WITH RECURSIVE ${leapsThrough('priced', ofPrices)}, ${leapsThrough('bought', ofCosts)}
  SELECT currency, sum(waiting) AS ordersWithoutRate FROM (
    SELECT currency, count(*) AS waiting FROM sales_orders INDEXED BY sales_orders_without_rate
    WHERE rate IS NULL AND deleted = 0 GROUP BY currency
    UNION ALL
    SELECT currency, count(*) FROM purchase_orders INDEXED BY purchase_orders_without_rate
    WHERE rate IS NULL AND deleted = 0 GROUP BY currency
    UNION ALL SELECT currency, 0 FROM priced UNION ALL SELECT currency, 0 FROM bought)
  WHERE currency <> ? GROUP BY currency ORDER BY currency`
