// The figures that classes rest on, by product: what it is worth by the basis, and how its demand varies.
import type { ReadDb } from '#main/db/database.ts'
import { type Variation, variationOfSums } from '#main/domain/inventory/xyz.ts'
import { summed, type ValueSum, valueSums } from '#main/services/insights/abc-values.ts'
import { demandWindow } from '#main/services/insights/class-question.ts'
import { sumsOfParts } from '#main/services/insights/kit-values.ts'
import { orderCounts } from '#main/services/insights/order-counts.ts'
import { asksOrders } from '#main/services/insights/order-filter.ts'
import { demandHistory, type ProductDemand } from '#main/services/planning/demand-history.ts'
import { kitShares } from '#main/services/planning/kit-shares.ts'
import { type SoldDays, soldDaysWithSums } from '#main/services/planning/sold-days.ts'
import { periodsOut, type StockOuts, stockOutDays } from '#main/services/planning/stock-out-days.ts'
import type { Id } from '#shared/ids.ts'
import type { ClassesQuestion } from '#shared/schemas/classes.ts'

export type ClassFigures = { values: readonly ValueSum[]; demand: DemandFigures }

/** Both, in one pass over the lines where both are sums of the same ones. */
export function classFigures(db: ReadDb, question: ClassesQuestion): ClassFigures {
  const { basis, from, to, period, demandBasis, filter } = question
  const isOnePass =
    (basis === 'revenue' || basis === 'quantity') &&
    period === 'month' &&
    demandBasis === 'ordered' &&
    !asksOrders(filter)
  if (!isOnePass) return { values: classValues(db, question), demand: demandFigures(db, question) }
  const { sold, sums } = soldDaysWithSums(db, { from, to }, summed[basis])
  return { values: countedForParts(db, question, sums), demand: demandFigures(db, question, { sold }) }
}

function classValues(db: ReadDb, question: ClassesQuestion): readonly ValueSum[] {
  const asked = { ...question, on: question.to }
  // Stock lies as what it is: a kit on the shelf is a kit.
  if (question.basis === 'stockValue') return valueSums(db, asked)
  if (question.basis !== 'orders') return countedForParts(db, question, valueSums(db, asked))
  return question.kits === 'sold' ? valueSums(db, asked) : orderCounts(db, asked, kitShares(db))
}

function countedForParts(db: ReadDb, { basis, kits, to }: ClassesQuestion, sums: readonly ValueSum[]) {
  if (kits === 'sold') return sums
  return sumsOfParts(db, sums, { kits: kitShares(db), by: basis === 'quantity' ? 'quantity' : 'cost', on: to })
}

export type DemandFigures = {
  demand: ReadonlyMap<Id, ProductDemand>
  outs: ReadonlyMap<Id, StockOuts>
  /** How a product's demand varies over the periods that count. */
  variationOf(demand: ProductDemand, id: Id): Variation
}

function demandFigures(
  db: ReadDb,
  question: ClassesQuestion,
  { sold }: { sold?: readonly SoldDays[] } = {},
): DemandFigures {
  const window = demandWindow(question)
  const { demandBasis, filter, stockOutShare } = question
  const demand = demandHistory(db, { basis: demandBasis, window, filter, sold, kits: question.kits })
  const outs = stockOutShare === null ? new Map<Id, StockOuts>() : stockOutDays(db, window)
  return {
    demand,
    outs,
    variationOf({ start, quantities }, id) {
      const days = outs.size === 0 ? undefined : outs.get(id)?.days
      const without = days === undefined ? [] : periodsOut(window, days, stockOutShare)
      let [periods, sum, sumOfSquares] = [0, 0, 0]
      for (let at = start; at < quantities.length; at += 1) {
        if (without.length > 0 && without.includes(at)) continue
        const quantity = quantities[at] ?? 0
        periods += 1
        sum += quantity
        sumOfSquares += quantity * quantity
      }
      return variationOfSums({ periods, sum, sumOfSquares })
    },
  }
}
