// One product's demand as a screen shows it: per complete period, with the days it was out of stock.

import type { z } from 'zod'
import type { ReadDb } from '#main/db/database.ts'
import { lastPeriods } from '#main/domain/demand/period-window.ts'
import { demandHistory } from '#main/services/planning/demand-history.ts'
import { planningSetting } from '#main/services/planning/planning-settings.ts'
import { periodsOut, stockOutDays } from '#main/services/planning/stock-out-days.ts'
import type { Day } from '#shared/dates.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import type { DemandSeries, demandInput } from '#shared/schemas/planning.ts'

type DemandSeriesQuestion = Omit<z.output<typeof demandInput>, 'on'> & { on: Day }

/** `catalog/product-not-found` where there is none. */
export function demandSeriesOf(db: ReadDb, question: DemandSeriesQuestion): DemandSeries {
  const { productId, period } = question
  const product = db.get<{ sku: string; name: string; unit: string }>(
    "SELECT sku, coalesce(nullif(name_en, ''), name_zh) AS name, unit FROM live_products WHERE id = ?",
    productId,
  )
  if (!product) throw new AppError('catalog/product-not-found')
  const { basis, stockOutShare } = planningSetting(db, 'demand')
  const window = lastPeriods(period, question.count, question.on)
  const demand = demandHistory(db, { basis, window, products: [productId] }).get(productId as Id)
  const outs = stockOutDays(db, window, [productId]).get(productId as Id)
  const without = new Set(outs ? periodsOut(window, outs.days, stockOutShare) : [])
  const rows = window.periods.map(({ first, last, days }, at) => ({
    from: first,
    to: last,
    quantity: (demand?.quantities[at] ?? 0) / 1000,
    days,
    daysOut: outs && outs.knownFrom <= last ? (outs.days[at] ?? 0) : null,
    isOutOfStock: without.has(at),
  }))
  return {
    productId,
    ...product,
    basis,
    period,
    firstOn: demand?.firstOn ?? null,
    rows: rows.slice(demand?.start ?? rows.length),
  }
}
