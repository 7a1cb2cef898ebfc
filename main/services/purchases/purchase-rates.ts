// Purchase orders that have no rate yet get theirs as soon as the table knows one; a rate once taken stays.
import type { WriteTx } from '#main/db/database.ts'
import { baseCurrency } from '#main/services/book/book-queries.ts'
import { settlePurchases } from '#main/services/purchases/purchase-derived.ts'
import { baseConverter, tableRate } from '#main/services/rates/document-rate.ts'
import { rateFinder } from '#main/services/rates/rate-finder.ts'
import type { Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'

const withoutRate = 'purchase_orders INDEXED BY purchase_orders_without_rate'

/** Says how many got one. */
export function fillMissingPurchaseRates(tx: WriteTx): number {
  const base = baseCurrency(tx)
  const findRate = rateFinder(tx)
  const waiting = tx.all<{ id: Id; currency: string; on: Day }>(
    `SELECT id, currency, ordered_on AS "on" FROM ${withoutRate} WHERE rate IS NULL AND deleted = 0`,
  )
  const filled = waiting.filter(({ id, currency, on }) => {
    const { rate, rateOn } = tableRate(findRate, currency, base, on)
    if (rate === null) return false
    tx.run('UPDATE purchase_orders SET rate = ?, rate_on = ? WHERE id = ?', rate, rateOn, id)
    const toBase = baseConverter(currency, base, rate)
    for (const line of tx.raw('SELECT id, total_minor FROM purchase_lines WHERE order_id = ? AND deleted = 0', id)) {
      tx.run('UPDATE purchase_lines SET base_minor = ? WHERE id = ?', toBase(line[1] as number), line[0] as Id)
    }
    return true
  })
  settlePurchases(
    tx,
    filled.map(({ id }) => id),
  )
  return filled.length
}
