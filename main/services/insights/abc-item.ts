// What stands behind one product's place in the ABC analysis: its figure, what comes before it, and its order lines.
import type { ReadDb } from '#main/db/database.ts'
import { baseCurrency } from '#main/services/book/book-queries.ts'
import { type AbcQuestion, abcRanking, figureOf } from '#main/services/insights/abc-analysis.ts'
import { asksOrders, orderFilterSql } from '#main/services/insights/order-filter.ts'
import { daysOf } from '#main/services/insights/sold-lines.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import { microsToDecimal, minorText, minorToDecimal } from '#shared/money.ts'
import type { AbcItemDetail } from '#shared/schemas/insights.ts'

export type AbcItemQuestion = AbcQuestion & { productId: Id; limit: number }

/** The formula card of a product. `value` is null where the basis has none for it: no rate, no cost, nothing sold. */
export function abcItem(db: ReadDb, question: AbcItemQuestion): AbcItemDetail {
  const { productId } = question
  const product = db.get<{ sku: string; name: string }>(
    "SELECT sku, coalesce(nullif(name_en, ''), name_zh) AS name FROM products WHERE id = ?",
    productId,
  )
  if (!product) throw new AppError('catalog/product-not-found')
  const { ranking, currency } = abcRanking(db, question)
  const item = ranking.items.find((candidate) => candidate.entry.productId === productId)
  const show = figureOf(question.basis, currency)
  return {
    productId,
    ...product,
    value: item ? show(item.entry.value) : null,
    currency,
    before: show(item?.before ?? ranking.total),
    total: show(ranking.total),
    class: item?.class ?? 'C',
    ...(question.basis === 'stockValue' ? { lineCount: 0, lines: [] } : soldLinesOf(db, question)),
  }
}

type SoldLine = Omit<AbcItemDetail['lines'][number], 'unitPrice' | 'total' | 'baseTotal' | 'cost'> & {
  priceMicros: number
  totalMinor: number
  baseMinor: number | null
  costMinor: number | null
}

/** The lines that were added up, newest first, as far as the limit goes, and how many there are. */
function soldLinesOf(db: ReadDb, question: AbcItemQuestion): Pick<AbcItemDetail, 'lineCount' | 'lines'> {
  const { days, params } = daysOf(question)
  const { joins, where, params: asked } = orderFilterSql(question.filter)
  const which = `l.product_id = ? AND l.sold_on IS NOT NULL${days}${where}`
  const base = baseCurrency(db)
  const lines = db.all<SoldLine>(
    `SELECT l.order_id AS orderId, o.number, l.sold_on AS soldOn, coalesce(c.name, '') AS customer, coalesce(c.name_zh, '') AS customerZh,
       l.qty_milli / 1000.0 AS quantity, l.discount_ppm / 10000.0 AS discountPercent, o.currency,
       l.price_micros AS priceMicros, l.total_minor AS totalMinor, l.base_minor AS baseMinor, l.cost_base_minor AS costMinor
     FROM order_lines l INDEXED BY order_lines_sold_by_product JOIN sales_orders o ON o.id = l.order_id
     LEFT JOIN parties c ON c.id = o.customer_id${joins} WHERE ${which} ORDER BY l.sold_on DESC, l.id DESC LIMIT ?`,
    question.productId,
    ...params,
    ...asked,
    question.limit,
  )
  const orders = asksOrders(question.filter) ? ` JOIN sales_orders o ON o.id = l.order_id${joins}` : ''
  const count = `SELECT count(*) AS n FROM order_lines l INDEXED BY order_lines_sold_by_product${orders} WHERE ${which}`
  return {
    lineCount: db.get<{ n: number }>(count, question.productId, ...params, ...asked)?.n ?? 0,
    lines: lines.map(({ priceMicros, totalMinor, baseMinor, costMinor, ...line }) => ({
      ...line,
      unitPrice: microsToDecimal(priceMicros, line.currency),
      total: minorToDecimal(totalMinor, line.currency),
      baseTotal: minorText(baseMinor, base),
      cost: minorText(costMinor, base),
    })),
  }
}
