// Currencies that need someone: without any rate that serves, or with one that has grown old.
import type { ReadDb } from '#main/db/database.ts'
import { type AlertFinding, type AlertRule, sourceOf } from '#main/services/alerts/alert-rule.ts'
import { baseCurrency, bookFacts } from '#main/services/book/book-queries.ts'
import { currenciesAsking } from '#main/services/rates/rate-currencies.ts'
import { rateFinder } from '#main/services/rates/rate-finder.ts'
import { isUsedWhere, leapsThrough, ofCosts, ofOrders, ofPrices } from '#main/services/rates/used-currencies.ts'
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

/** By leaps through the indexes, however many orders and products there are. */
function currenciesLately(db: ReadDb, since: Day): string[] {
  return db
    .raw(
      `WITH RECURSIVE ${leapsThrough('used', ofOrders)}, ${leapsThrough('priced', ofPrices)}, ${leapsThrough('bought', ofCosts)}
       SELECT currency FROM used WHERE ${isUsedWhere('used', ofOrders, 'x.ordered_on >= ?')}
       UNION SELECT currency FROM priced WHERE ${isUsedWhere('priced', ofPrices, 'x.archived = 0')}
       UNION SELECT currency FROM bought WHERE ${isUsedWhere('bought', ofCosts, 'x.archived = 0')} ORDER BY 1`,
      since,
    )
    .map((row) => row[0] as string)
}
