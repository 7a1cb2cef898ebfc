// Currencies that need someone: without any rate that serves, or with one that has grown old.
import type { ReadDb } from '#main/db/database.ts'
import { type AlertFinding, type AlertRule, sourceOf } from '#main/services/alerts/alert-rule.ts'
import { baseCurrency, bookFacts } from '#main/services/book/book-queries.ts'
import { currenciesAsking } from '#main/services/rates/rate-currencies.ts'
import { rateFinder } from '#main/services/rates/rate-finder.ts'
import { addDays, type Day } from '#shared/dates.ts'

/** Orders wait for a rate of the currency, or products use it and it never had one. */
export const currenciesWithoutRate: AlertRule = {
  id: 'rates/missing',
  screen: 'rates',
  records: [],
  step: { action: 'giveRate', place: 'rates' },
  find: (db) =>
    sourceOf(
      currenciesAsking(db).map(({ currency, ordersWithoutRate, lastRateOn }) => ({
        record: null,
        detail: currency,
        cause: lastRateOn ?? '',
        dayOn: null,
        severity: 'warning',
        facts: { currency, orders: ordersWithoutRate, lastRateOn },
      })),
    ),
}

/** Ordered in lately, or a product's own, and the last rate is older than the book takes without asking. */
export const currenciesWithOldRate: AlertRule = {
  id: 'rates/stale',
  screen: 'rates',
  records: [],
  defaultDays: (db) => bookFacts(db).rateMaxAgeDays,
  step: { action: 'giveRate', place: 'rates' },
  find: (db, { today, days }) => sourceOf(staleRates(db, today, days)),
}

/** Whoever ordered in a currency within these days may order in it again. */
const lately = 90

function staleRates(db: ReadDb, today: Day, days: number): AlertFinding[] {
  const base = baseCurrency(db)
  const find = rateFinder(db)
  const oldest = addDays(today, -days)
  return currenciesLately(db, addDays(today, -lately))
    .filter((currency) => currency !== base)
    .flatMap((currency) => {
      const answer = find(currency, base, today)
      if (answer.status === 'missing' || answer.rateOn >= oldest) return []
      const facts = { currency, lastRateOn: answer.rateOn }
      return [{ record: null, detail: currency, cause: answer.rateOn, dayOn: null, severity: 'info' as const, facts }]
    })
}

/** By leaps through the index from one currency to the next, however many orders there are. */
function currenciesLately(db: ReadDb, since: Day): string[] {
  return db
    .raw(
      `WITH RECURSIVE used (currency) AS (
         SELECT (SELECT currency FROM sales_orders INDEXED BY sales_orders_by_currency WHERE deleted = 0 ORDER BY currency LIMIT 1)
         UNION ALL SELECT (SELECT o.currency FROM sales_orders o INDEXED BY sales_orders_by_currency
           WHERE o.deleted = 0 AND o.currency > used.currency ORDER BY o.currency LIMIT 1) FROM used WHERE used.currency IS NOT NULL)
       SELECT currency FROM used WHERE EXISTS (SELECT 1 FROM sales_orders o INDEXED BY sales_orders_by_currency
         WHERE o.deleted = 0 AND o.currency = used.currency AND o.ordered_on >= ?)
       UNION SELECT price_currency FROM live_products WHERE archived = 0 AND price_currency IS NOT NULL
       UNION SELECT cost_currency FROM live_products WHERE archived = 0 AND cost_currency IS NOT NULL ORDER BY 1`,
      since,
    )
    .map((row) => row[0] as string)
}
