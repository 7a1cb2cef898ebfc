// The forecasts that replenishment reckons with: those that are kept and still hold, some worked out on the way, else the
// mean of the last months.
import type { ReadDb } from '#main/db/database.ts'
import type { RecentMean } from '#main/domain/inventory/replenishment/replenishment-types.ts'
import {
  type BasisQuestion,
  type ForecastBasis,
  forecastBasis,
  type ProductBasis,
} from '#main/services/planning/forecast-basis.ts'
import { type ForecastSummary, forecastSummary } from '#main/services/planning/forecast-summary.ts'
import { type Kept, keptForecasts } from '#main/services/planning/kept-forecasts.ts'
import { planningSetting } from '#main/services/planning/planning-settings.ts'
import type { Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import type { forecastStates } from '#shared/schemas/replenishment.ts'

export type PlannedForecast = {
  state: (typeof forecastStates)[number]
  /** Null where none was worked out. */
  summary: ForecastSummary | null
  madeOn: Day | null
  recent: RecentMean | null
  fingerprint: string
}

/** So many are worked out while someone waits; a book with more of them has them worked out as a job. */
const workedOutAtOnce = 300

export type ForecastSource = {
  basis: ForecastBasis
  of(productId: Id): PlannedForecast
}

export type ForecastWish = BasisQuestion & {
  /** How many may be worked out on the way. */
  mostLive?: number
  /** False: what is kept is worked out anew. */
  takesKept?: boolean
}

export function plannedForecasts(
  db: ReadDb,
  { mostLive = workedOutAtOnce, takesKept = true, ...question }: ForecastWish,
): ForecastSource {
  const basis = forecastBasis(db, question)
  const kept = takesKept ? keptForecasts(db, question.products) : new Map<Id, Kept>()
  const { recentMonths } = planningSetting(db, 'replenishment')
  const ahead = { from: basis.firstAhead, horizon: basis.settings.horizon }
  let left = mostLive
  return {
    basis,
    of(productId) {
      const product = basis.of(productId)
      const { fingerprint } = product
      const recent = recentMean(product, recentMonths)
      const known = kept.get(productId)
      if (known?.fingerprint === fingerprint) return { ...stateOf(known), recent, fingerprint }
      // Without history there is nothing to work out.
      if (left > 0 || product.input === null) {
        if (product.input !== null) left -= 1
        return {
          ...stateOf({ madeOn: basis.on, fingerprint, summary: forecastSummary(product, ahead) }),
          recent,
          fingerprint,
        }
      }
      if (known) return { ...stateOf(known), state: 'outdated', recent, fingerprint }
      return { state: 'missing', summary: null, madeOn: null, recent, fingerprint }
    },
  }
}

function stateOf({ madeOn, summary }: Kept): Pick<PlannedForecast, 'state' | 'summary' | 'madeOn'> {
  return { state: summary.gap === null ? 'current' : 'none', summary, madeOn }
}

/** Demand of the last complete months by their days in stock; null before the first month is over. */
function recentMean({ periods, demand, daysOut }: ProductBasis, months: number): RecentMean | null {
  const from = Math.max(0, periods.length - months)
  let [milli, days] = [0, 0]
  for (let at = from; at < periods.length; at += 1) {
    milli += demand[at] ?? 0
    days += (periods[at]?.days ?? 0) - (daysOut[at] ?? 0)
  }
  if (periods.length === 0 || days <= 0) return null
  return { milliPerDay: Math.max(0, milli) / days, periods: periods.length - from }
}
