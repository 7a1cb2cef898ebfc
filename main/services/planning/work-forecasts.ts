// Forecasts of the whole book worked out: on a thread that only reads, as a job; the writer then keeps what came of it.
import type { ReadDb } from '#main/db/database.ts'
import type { JobHandle } from '#main/services/jobs/job.ts'
import { forecastBasis } from '#main/services/planning/forecast-basis.ts'
import { forecastMarks, type KeptForecast } from '#main/services/planning/kept-forecasts.ts'
import { plannedProducts } from '#main/services/planning/planned-products.ts'
import { type Planned, replenisher } from '#main/services/planning/replenish.ts'
import type { Day } from '#shared/dates.ts'
import type { ForecastState, ForecastWork } from '#shared/schemas/forecasts.ts'

/** Forecasts between two looks at whether to stop: a few milliseconds. */
const atOnce = 20

export type WorkedForecasts = { rows: KeptForecast[]; work: ForecastWork }

/** Those that are missing or no longer hold, or all of them. Throws `job/cancelled` when told to stop. */
export function workOutForecasts(
  db: ReadDb,
  { on, all, job }: { on: Day; all: boolean; job: JobHandle },
): WorkedForecasts {
  const from = replenisher(db, { on, mostLive: Number.POSITIVE_INFINITY, takesKept: !all })
  const marks = forecastMarks(db)
  const rows: KeptForecast[] = []
  const work: ForecastWork = { made: 0, withoutForecast: 0, kept: 0 }
  const products = from.products.filter(({ id }) => from.basis.isKnown(id))
  products.forEach((product, at) => {
    if (at % atOnce === 0) {
      job.stopIfCancelled()
      job.progress('forecasts.working', at, products.length)
    }
    const row = keptRow(from.plan(product), on)
    const mark = marks.get(product.id)
    const holds = !all && mark?.fingerprint === row.fingerprint
    if (holds) work.kept += 1
    else work.made += 1
    if (row.summary?.gap) work.withoutForecast += 1
    // Reorder points follow from classes and lead times as well: one may be another though its forecast holds.
    if (!holds || mark?.reorderMilli !== row.kept.reorderMilli || mark.dailyMilli !== row.kept.dailyMilli)
      rows.push(row.kept)
  })
  return { rows, work }
}

function keptRow(planned: Planned, on: Day) {
  const { product, forecast } = planned
  const { fingerprint, summary } = forecast
  const kept: KeptForecast = {
    productId: product.id,
    madeOn: forecast.madeOn ?? on,
    fingerprint,
    ...levelsFor(planned),
    content: JSON.stringify(summary),
  }
  return { fingerprint, summary, kept }
}

/**
 * What alerts ask. A reorder point that someone set is left to the product itself, which knows it of now; what is bought to
 * order, or hardly ever asked for, is waited for by nobody.
 */
function levelsFor({
  product,
  isToOrder,
  coversOrders,
  result,
}: Planned): Pick<KeptForecast, 'reorderMilli' | 'dailyMilli'> {
  const { rule, reorderPointMilli, milliPerDay } = result.levels
  const isKept = !isToOrder && (milliPerDay ?? 0) * 365 >= 1000
  const dailyMilli = isKept && milliPerDay !== null ? Math.round(milliPerDay) : null
  // Alerts take a point that is nowhere for 0; one of a product that is phased out holds no more.
  if (coversOrders || rule === 'none') return { reorderMilli: product.reorderMilli === null ? null : 0, dailyMilli }
  const isWorkedOut = rule === 'statistics' || rule === 'recent-mean'
  return { reorderMilli: isWorkedOut ? (isKept ? reorderPointMilli : 0) : null, dailyMilli }
}

/** How many forecasts of bought products hold, and how many do not. */
export function forecastState(db: ReadDb, on: Day): ForecastState {
  const basis = forecastBasis(db, { on })
  const marks = forecastMarks(db)
  const state: ForecastState = { products: 0, current: 0, outdated: 0, missing: 0, oldestOn: null, newestOn: null }
  for (const { id } of plannedProducts(db)) {
    if (!basis.isKnown(id)) continue
    const mark = marks.get(id)
    state.products += 1
    if (!mark) state.missing += 1
    else if (mark.fingerprint === basis.of(id).fingerprint) state.current += 1
    else state.outdated += 1
    if (mark && (state.oldestOn === null || mark.madeOn < state.oldestOn)) state.oldestOn = mark.madeOn
    if (mark && (state.newestOn === null || mark.madeOn > state.newestOn)) state.newestOn = mark.madeOn
  }
  return state
}
