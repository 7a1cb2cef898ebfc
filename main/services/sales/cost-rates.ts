// Costs of selling that have no rate yet get theirs as soon as the table knows one; a rate once taken stays.
import type { WriteTx } from '#main/db/database.ts'
import { baseCurrency } from '#main/services/book/book-queries.ts'
import { baseConverter, tableRate } from '#main/services/rates/document-rate.ts'
import { rateFinder } from '#main/services/rates/rate-finder.ts'
import type { Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'

/** Says how many got one. */
export function fillMissingCostRates(tx: WriteTx): number {
  const base = baseCurrency(tx)
  const findRate = rateFinder(tx)
  const waiting = tx.all<{ id: Id; currency: string; on: Day; minor: number }>(
    `SELECT id, currency, incurred_on AS "on", amount_minor AS minor
     FROM sales_costs INDEXED BY sales_costs_without_rate WHERE rate IS NULL AND deleted = 0`,
  )
  let filled = 0
  for (const { id, currency, on, minor } of waiting) {
    const { rate, rateOn } = tableRate(findRate, currency, base, on)
    if (rate === null) continue
    tx.update('sales_costs', id, { rate, rate_on: rateOn, base_minor: baseConverter(currency, base, rate)(minor) })
    filled += 1
  }
  return filled
}
