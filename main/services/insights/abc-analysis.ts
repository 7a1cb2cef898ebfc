// The ABC analysis of the book: values from abc-values.ts, classes from the domain, figures as they travel.
import type { ReadDb } from '#main/db/database.ts'
import { type AbcRanking, rankAbc } from '#main/domain/inventory/abc.ts'
import { baseCurrency } from '#main/services/book/book-queries.ts'
import { type ProductValue, productValues } from '#main/services/insights/abc-values.ts'
import { linesWithoutRate } from '#main/services/insights/lines-without-rate.ts'
import type { Day } from '#shared/dates.ts'
import { AppError } from '#shared/errors.ts'
import { minorToDecimal } from '#shared/money.ts'
import type { AbcBasis, AbcInput, AbcItem, AbcResult } from '#shared/schemas/insights.ts'

/** `today` serves the basis stockValue: the day of its rates where the window has no end. */
export type AbcQuestion = AbcInput & { today: Day }

/** Products by class, the most valuable first. */
export function abcAnalysis(db: ReadDb, question: AbcQuestion): AbcResult {
  const { ranking, currency, productsWithoutCost } = abcRanking(db, question)
  const isMoneyOfSales = question.basis === 'revenue' || question.basis === 'grossProfit'
  const show = figureOf(question.basis, currency)
  const counts = { A: 0, B: 0, C: 0 }
  const items = ranking.items.map(({ entry, rank, share, cumulativeShare, class: letter }): AbcItem => {
    counts[letter] += 1
    const { productId, sku, name, nameZh, value } = entry
    return { productId, sku, name, nameZh, rank, value: show(value), share, cumulativeShare, class: letter }
  })
  return {
    currency,
    total: show(ranking.total),
    counts,
    items,
    leftOut: { linesWithoutRate: isMoneyOfSales ? linesWithoutRate(db, question) : 0, productsWithoutCost },
    valuesDoNotDiffer: ranking.valuesDoNotDiffer,
  }
}

export type WorkedOut = {
  ranking: AbcRanking<ProductValue>
  /** What the ranking's units are minor units of; null for quantities, which are thousandths, and for counts. */
  currency: string | null
  productsWithoutCost: number
}

export function abcRanking(db: ReadDb, question: AbcQuestion): WorkedOut {
  const { basis, to, thresholds, today } = question
  const { values, productsWithoutCost } = productValues(db, { ...question, on: to ?? today })
  const ranking = rankAbc(values, thresholds)
  if (ranking === null) throw new AppError('insights/thresholds-out-of-order')
  return { ranking, currency: isMoney(basis) ? baseCurrency(db) : null, productsWithoutCost }
}

export function isMoney(basis: AbcBasis): boolean {
  return basis !== 'quantity' && basis !== 'orders'
}

/** Whole units as they travel: money as decimal text, a quantity or a count as a number. */
export function figureOf(basis: AbcBasis, currency: string | null): (units: number) => string | number {
  if (basis === 'orders') return (units) => units
  return currency === null ? (units) => units / 1000 : (units) => minorToDecimal(units, currency)
}
