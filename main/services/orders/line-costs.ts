// What the sold lines cost: quantity x the product's present cost, in base currency by the rate of the day sold. Derived:
// never logged, worked out anew whenever a cost or a rate changes. What goods issued from stock really cost is another figure
// (costing/cost-of-sales.ts): orders of before the stock's start day have none.
import type { ReadDb, WriteTx } from '#main/db/database.ts'
import { costConverter, sameCurrency } from '#main/domain/rates/conversion.ts'
import { baseCurrency, bookFacts } from '#main/services/book/book-queries.ts'
import { rateFinder } from '#main/services/rates/rate-finder.ts'
import { addDays, type Day, daysBetween } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'

export type SoldLine = { productId: Id | null; qtyMilli: number; soldOn: Day | null }

/** Gives a line's cost in minor units of base currency; null where line, cost or rate say nothing. */
export type LineCoster = (line: SoldLine) => number | null

type Cost = { micros: number; currency: string }

/** A coster that remembers costs and rates; it serves one call and is then thrown away. */
export function lineCoster(db: ReadDb): LineCoster {
  const costersOf = productCoster(db)
  const costers = new Map<Id, ProductCoster>()
  return ({ productId, qtyMilli, soldOn }) => {
    if (productId === null || soldOn === null) return null
    let costs = costers.get(productId)
    if (!costs) {
      costs = costersOf(productId)
      costers.set(productId, costs)
    }
    return costs(qtyMilli, soldOn)
  }
}

/** What a quantity of one product costs, as sold on a day. */
export type ProductCoster = (qtyMilli: number, soldOn: Day | null) => number | null

/** The same for callers that keep what they know of a product together. */
export function productCoster(db: ReadDb): (productId: Id) => ProductCoster {
  const base = baseCurrency(db)
  const findRate = rateFinder(db)
  const converters = new Map<string, Converter | null>()
  const converterOf = (currency: string, on: Day) => {
    const key = `${currency}${on}`
    let converter = converters.get(key)
    if (converter === undefined) {
      const found = findRate(currency, base, on)
      converter = found.status === 'ok' ? costConverter(base, found.by) : null
      converters.set(key, converter)
    }
    return converter
  }
  return (productId) => {
    const cost = costOf(db, productId)
    if (cost === null) return () => null
    const { micros, currency } = cost
    // In base currency no day matters.
    const always = currency === base ? costConverter(base, sameCurrency) : null
    return (qtyMilli, soldOn) => {
      if (soldOn === null) return null
      return (always ?? converterOf(currency, soldOn))?.(micros, qtyMilli) ?? null
    }
  }
}

type Converter = ReturnType<typeof costConverter>

function costOf(db: ReadDb, productId: Id): Cost | null {
  const row = db.get<{ micros: number | null; currency: string | null }>(
    'SELECT cost_micros AS micros, cost_currency AS currency FROM products WHERE id = ?',
    productId,
  )
  return row && row.micros !== null && row.currency !== null ? { micros: row.micros, currency: row.currency } : null
}

/** One product's sold lines, after its cost changed. */
export function recostProduct(tx: WriteTx, productId: Id): void {
  recost(tx, `${columns} FROM order_lines l WHERE l.product_id = ? AND l.sold_on IS NOT NULL`, productId)
}

/** The same for many products. */
export function recostProducts(tx: WriteTx, productIds: readonly Id[]): void {
  recost(
    tx,
    `${columns} FROM json_each(?) j CROSS JOIN order_lines l INDEXED BY order_lines_sold_by_product ON l.product_id = j.value
     WHERE l.sold_on IS NOT NULL`,
    JSON.stringify(productIds),
  )
}

/** The lines of some orders, or of all. */
export function recostOrders(tx: WriteTx, orderIds: readonly Id[] | 'all'): void {
  if (orderIds === 'all') recost(tx, `${columns} FROM order_lines l`)
  else {
    const ids = JSON.stringify(orderIds)
    recost(tx, `${columns} FROM order_lines l WHERE l.order_id IN (SELECT value FROM json_each(?))`, ids)
  }
}

/** Lines whose cost a rate dated between `from` and `to` can touch: products bought in another currency than the base. */
export function recostAfterRates(tx: WriteTx, from: Day, to: Day): void {
  const { baseCurrency: base, rateMaxAgeDays } = bookFacts(tx)
  recost(
    tx,
    `${columns} FROM products p CROSS JOIN order_lines l INDEXED BY order_lines_sold_by_product ON l.product_id = p.id
     WHERE p.cost_currency <> ? AND l.sold_on IS NOT NULL AND l.sold_on BETWEEN ? AND ?`,
    base,
    from,
    lastDayTouched(to, rateMaxAgeDays),
  )
}

const lastDay = '9999-12-31' as Day

/** A rate serves its day and the days after it, as long as it is not too old. */
function lastDayTouched(day: Day, maxAgeDays: number): Day {
  return maxAgeDays < daysBetween(day, lastDay) ? addDays(day, maxAgeDays) : lastDay
}

/** A credit takes cost back only with goods that can be sold again: money alone and scrap leave it where it was. */
const costedMilli = `CASE WHEN l.qty_milli < 0 AND l.goods_back NOT IN ('stock', 'second')
    AND (SELECT c.document FROM sales_orders c WHERE c.id = l.order_id) = 'credit' THEN 0 ELSE l.qty_milli END`

const columns = `SELECT l.id, l.product_id, ${costedMilli}, l.sold_on, l.cost_base_minor`

function recost(tx: WriteTx, select: string, ...params: (string | number)[]): void {
  const costOfLine = lineCoster(tx)
  const changed: [cost: number | null, id: Id][] = []
  for (const row of tx.raw(select, ...params) as [Id, Id | null, number, Day | null, number | null][]) {
    const [id, productId, qtyMilli, soldOn, before] = row
    const cost = costOfLine({ productId, qtyMilli, soldOn })
    if (cost !== before) changed.push([cost, id])
  }
  if (changed.length === 0) return
  const update = tx.statement('UPDATE order_lines SET cost_base_minor = ? WHERE id = ?')
  for (const [cost, id] of changed) update.run(cost, id)
}

/** Lines whose kept cost is not what their product and the rates say now: for `check`. */
export function linesWithStaleCost(db: ReadDb): Id[] {
  const costOfLine = lineCoster(db)
  const rows = db.raw(`${columns} FROM order_lines l`) as [Id, Id | null, number, Day | null, number | null][]
  return rows
    .filter(([, productId, qtyMilli, soldOn, kept]) => costOfLine({ productId, qtyMilli, soldOn }) !== kept)
    .map(([id]) => id)
}
