// Sales orders that have no rate yet get theirs as soon as the table knows one; a rate once taken stays.
import type { WriteTx } from '#main/db/database.ts'
import { minorConverter } from '#main/domain/rates/conversion.ts'
import { baseCurrency } from '#main/services/book/book-queries.ts'
import { settleOrders } from '#main/services/orders/order-derived.ts'
import { tableRate } from '#main/services/rates/document-rate.ts'
import { rateFinder } from '#main/services/rates/rate-finder.ts'
import type { Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'

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

/** What lines earned: without the tax where prices have it in them. */
const netOfLines = `SELECT l.id, l.total_minor - iif(o.tax_included = 1, l.tax_minor, 0)
  FROM sales_orders o CROSS JOIN order_lines l INDEXED BY order_lines_by_order ON l.order_id = o.id
  WHERE o.id = ? AND l.deleted = 0`

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
    for (const [lineId, net] of tx.raw(netOfLines, id) as [Id, number][]) {
      tx.run('UPDATE order_lines SET base_minor = ? WHERE id = ?', toBase(net), lineId)
    }
  }
  return orders
}
