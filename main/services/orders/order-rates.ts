// The rate an order is made with. It is taken once; a later rate of the table reaches only orders that have none.
import type { ReadDb, WriteTx } from '#main/db/database.ts'
import { minorConverter } from '#main/domain/rates/conversion.ts'
import { baseCurrency } from '#main/services/book/book-queries.ts'
import { settleOrders } from '#main/services/orders/order-derived.ts'
import { type RateFinder, rateFinder } from '#main/services/rates/rate-finder.ts'
import type { Day } from '#shared/dates.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import { isRate } from '#shared/rates.ts'

/** 1 of the order's currency = `rate` of the base currency, by the rate of `rateOn`. Both null: not known. */
export type OrderRate = { rate: string; rateOn: Day } | { rate: null; rateOn: null }

/** The table's rate for an order. One older than the book's limit is not taken without being asked for. */
export function tableRate(findRate: RateFinder, currency: string, base: string, on: Day): OrderRate {
  const found = findRate(currency, base, on)
  return found.status === 'ok' ? { rate: found.rate, rateOn: found.rateOn } : { rate: null, rateOn: null }
}

type RatedDocument = { currency: string; rate: string; orderedOn: Day }
type RateContext = { base: string; before: { currency: string; rate: string | null; rate_on: string | null } | null }

/**
 * The rate typed in, else the one the document has, else the table's. A rate belongs to its currency: one left over from
 * before the currency was changed is not taken along.
 */
export function documentRate(db: ReadDb, document: RatedDocument, { base, before }: RateContext): OrderRate {
  const { currency, rate, orderedOn } = document
  if (currency === base) return { rate: '1', rateOn: orderedOn }
  const kept = before?.currency === currency ? before : null
  if (kept?.rate && (rate === '' || rate === kept.rate)) return { rate: kept.rate, rateOn: kept.rate_on as Day }
  if (rate !== '' && rate !== before?.rate) {
    if (!isRate(rate)) throw new AppError('orders/bad-rate', { rate, field: 'rate' })
    return { rate, rateOn: orderedOn }
  }
  return tableRate(rateFinder(db), currency, base, orderedOn)
}

/** A line's total in base currency by the order's own rate: for one order, any number of lines. */
export function baseConverter(currency: string, base: string, rate: string | null): (minor: number) => number | null {
  return rate === null ? () => null : minorConverter(currency, base, { multiply: rate, divide: '1' })
}

const withoutRate = 'sales_orders INDEXED BY sales_orders_without_rate'

/** Gives orders that have no rate theirs, as far as the table knows one now. Says how many got one. */
export function fillMissingRates(tx: WriteTx): number {
  const base = baseCurrency(tx)
  const findRate = rateFinder(tx)
  const waiting = tx.all<{ currency: string; on: Day }>(
    `SELECT DISTINCT currency, ordered_on AS "on" FROM ${withoutRate} WHERE rate IS NULL AND deleted = 0`,
  )
  const filled = waiting.flatMap(({ currency, on }) => {
    const found = tableRate(findRate, currency, base, on)
    return found.rate === null ? [] : fillOrders(tx, { currency, base, on, ...found })
  })
  settleOrders(tx, filled)
  return filled.length
}

type Filling = { currency: string; base: string; on: Day; rate: string; rateOn: Day }

function fillOrders(tx: WriteTx, { currency, base, on, rate, rateOn }: Filling): Id[] {
  const orders = tx
    .raw(
      `SELECT id FROM ${withoutRate} WHERE rate IS NULL AND currency = ? AND ordered_on = ? AND deleted = 0`,
      currency,
      on,
    )
    .map((row) => row[0] as Id)
  const toBase = minorConverter(currency, base, { multiply: rate, divide: '1' })
  for (const id of orders) {
    tx.run('UPDATE sales_orders SET rate = ?, rate_on = ? WHERE id = ?', rate, rateOn, id)
    for (const line of tx.raw('SELECT id, total_minor FROM order_lines WHERE order_id = ? AND deleted = 0', id)) {
      tx.run('UPDATE order_lines SET base_minor = ? WHERE id = ?', toBase(line[1] as number), line[0] as Id)
    }
  }
  return orders
}
