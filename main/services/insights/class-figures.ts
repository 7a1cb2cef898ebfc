// The figures that classes rest on, by product: what it is worth by the basis, and how its demand varies.
import type { ReadDb } from '#main/db/database.ts'
import { type Variation, variationOf } from '#main/domain/inventory/xyz.ts'
import { type ValueSum, valueSums } from '#main/services/insights/abc-values.ts'
import { demandWindow } from '#main/services/insights/class-question.ts'
import { sumsOfParts } from '#main/services/insights/kit-values.ts'
import { orderCounts } from '#main/services/insights/order-counts.ts'
import { demandHistory, type ProductDemand } from '#main/services/planning/demand-history.ts'
import { kitShares } from '#main/services/planning/kit-shares.ts'
import { periodsOut, type StockOuts, stockOutDays } from '#main/services/planning/stock-out-days.ts'
import type { Id } from '#shared/ids.ts'
import type { ClassesQuestion } from '#shared/schemas/classes.ts'

export function classValues(db: ReadDb, question: ClassesQuestion): readonly ValueSum[] {
  const asked = { ...question, on: question.to }
  // Stock lies as what it is: a kit on the shelf is a kit.
  if (question.kits === 'sold' || question.basis === 'stockValue') return valueSums(db, asked)
  const kits = kitShares(db)
  if (question.basis === 'orders') return orderCounts(db, asked, kits)
  const by = question.basis === 'quantity' ? 'quantity' : 'cost'
  return sumsOfParts(db, valueSums(db, asked), { kits, by, on: question.to })
}

export type DemandFigures = {
  demand: ReadonlyMap<Id, ProductDemand>
  outs: ReadonlyMap<Id, StockOuts>
  /** How a product's demand varies over the periods that count. */
  variationOf(demand: ProductDemand, id: Id): Variation
}

export function demandFigures(db: ReadDb, question: ClassesQuestion, products?: readonly Id[]): DemandFigures {
  const window = demandWindow(question)
  const { demandBasis, filter, stockOutShare } = question
  const demand = demandHistory(db, { basis: demandBasis, window, filter, products, kits: question.kits })
  const outs = stockOutShare === null ? new Map<Id, StockOuts>() : stockOutDays(db, window, products)
  return {
    demand,
    outs,
    variationOf({ start, quantities }, id) {
      const counted: (number | null)[] = Array.from(quantities)
      const days = outs.get(id)?.days
      if (days !== undefined) for (const at of periodsOut(window, days, stockOutShare)) counted[at] = null
      return variationOf(start === 0 ? counted : counted.slice(start))
    },
  }
}
