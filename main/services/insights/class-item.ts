// What stands behind one product's two classes: its place in the ranking, and its demand period by period.
import type { ReadDb } from '#main/db/database.ts'
import { figureOf } from '#main/services/insights/abc-analysis.ts'
import { classItems, type WorkedOutClasses, workOutClasses } from '#main/services/insights/class-analysis.ts'
import { demandWindow } from '#main/services/insights/class-question.ts'
import { periodsOut } from '#main/services/planning/stock-out-days.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import type { ClassesInput, ClassItemDetail } from '#shared/schemas/classes.ts'

/** `item` is null where the question is not about this product. */
export function classItemDetail(
  db: ReadDb,
  { productId, ...input }: ClassesInput & { productId: Id },
): ClassItemDetail {
  const product = db.get<{ sku: string; name: string }>(
    "SELECT sku, coalesce(nullif(name_en, ''), name_zh) AS name FROM products WHERE id = ?",
    productId,
  )
  if (!product) throw new AppError('catalog/product-not-found')
  const worked = workOutClasses(db, input)
  const { question, currency, ranking, figures } = worked
  const show = figureOf(question.basis, currency)
  const ranked = ranking.items.find(({ entry }) => entry.productId === productId)
  const demand = figures.demand.get(productId)
  const variation = demand && figures.variationOf(demand, productId)
  return {
    question,
    currency,
    item: classItems(worked).find((item) => item.productId === productId) ?? null,
    ...product,
    before: ranked ? show(ranked.before) : null,
    total: show(ranking.total),
    mean: variation?.mean == null ? null : variation.mean / 1000,
    sd: variation?.sd == null ? null : variation.sd / 1000,
    firstOn: demand?.firstOn ?? null,
    rows: demandRows(worked, productId),
  }
}

function demandRows({ question, figures }: WorkedOutClasses, productId: Id): ClassItemDetail['rows'] {
  const demand = figures.demand.get(productId)
  if (!demand) return []
  const window = demandWindow(question)
  const stock = figures.outs.get(productId)
  const without = new Set(stock ? periodsOut(window, stock.days, question.stockOutShare) : [])
  return window.periods.map(({ first, last }, at) => ({
    from: first,
    to: last,
    quantity: (demand.quantities[at] ?? 0) / 1000,
    counts: at >= demand.start && !without.has(at),
    daysOut: stock && stock.knownFrom <= last ? (stock.days[at] ?? 0) : null,
    isOutOfStock: without.has(at),
  }))
}
