// What the stock of each product is worth: by its cost in the ledger where that is known, else on hand x present cost.
import type { ReadDb } from '#main/db/database.ts'
import { costConverter } from '#main/domain/rates/conversion.ts'
import { baseCurrency } from '#main/services/book/book-queries.ts'
import type { ValueSum } from '#main/services/insights/abc-values.ts'
import type { InsightFilter } from '#main/services/insights/order-filter.ts'
import { rateFinder } from '#main/services/rates/rate-finder.ts'
import type { Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'

type StockRow = [productId: Id, milli: number, worth: number | null, micros: number | null, currency: string]

/** In minor units of base currency. Stock below zero is worth less than nothing. Null: no cost, or no rate for it. */
export function stockWorths(db: ReadDb, { filter, on }: { filter?: InsightFilter | undefined; on: Day }): ValueSum[] {
  const base = baseCurrency(db)
  const findRate = rateFinder(db)
  const place = filter?.warehouseId
  const rows = db.raw(
    `SELECT s.product_id, s.milli, s.worth, p.cost_micros, p.cost_currency
     FROM (SELECT product_id, sum(on_hand_milli) AS milli,
         CASE WHEN count(value_minor) = count(*) AND sum(uncosted_milli) = 0 THEN sum(value_minor) END AS worth
       FROM stock_balances WHERE on_hand_milli <> 0${place === undefined ? '' : ' AND warehouse_id = ?'} GROUP BY product_id) s
     JOIN products p ON p.id = s.product_id WHERE s.milli <> 0`,
    ...(place === undefined ? [] : [place]),
  ) as StockRow[]
  return rows.map(([productId, milli, worth, micros, currency]): ValueSum => {
    if (worth !== null) return [productId, worth, 0]
    const found = micros === null ? null : findRate(currency, base, on)
    if (micros === null || found?.status !== 'ok') return [productId, null, 1]
    return [productId, costConverter(base, found.by)(micros, milli), 0]
  })
}
