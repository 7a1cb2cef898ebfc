// A forecast as far as replenishment and lists ask for it, small enough to be kept for every product.
import { type DemandForecast, forecastDemand } from '#main/domain/forecast/forecast-demand.ts'
import { isNoFigure } from '#main/domain/forecast/no-figure.ts'
import { periodAfter, periodsBetween } from '#main/domain/forecast/periods.ts'
import type { ForecastPeriod } from '#main/domain/inventory/replenishment/replenishment-types.ts'
import type { ProductBasis } from '#main/services/planning/forecast-basis.ts'
import { type Day, daysBetween } from '#shared/dates.ts'
import type { ForecastGap, ForecastMethod } from '#shared/schemas/forecasts.ts'

export type ForecastSummary = {
  /** The first day of the first month. */
  from: Day
  /** Thousandths that count per month, overruled ones included; empty where nothing can be said. */
  months: number[]
  /** Root of the mean squared one-step error, thousandths per month; null where none may be reckoned with. */
  rmseMilli: number | null
  method: ForecastMethod | null
  /** Mean absolute errors of the test, thousandths: of the method and of the naive forecast. */
  mae: number | null
  naiveMae: number | null
  /** Why there is no forecast to reckon with: no demand, or a history too short to choose a method by. */
  gap: ForecastGap | null
}

/** Works it out: a millisecond for two years. */
export function forecastSummary(basis: ProductBasis, ahead: { from: Day; horizon: number }): ForecastSummary {
  const forecast = basis.input && forecastDemand(basis.input)
  if (forecast === null) return saidOnly(basis, ahead, { reason: 'no-demand' })
  if (isNoFigure(forecast)) return saidOnly(basis, ahead, gapOf(forecast))
  const { choice, method, rmse } = forecast
  if (choice.chosenBy === 'rule')
    return saidOnly(basis, ahead, choice.why ? gapOf(choice.why) : { reason: 'too-few-periods' })
  return {
    from: ahead.from,
    months: forecast.forecasts.map(({ used }) => Math.round(used * 1000)),
    rmseMilli: isNoFigure(rmse) ? null : Math.round(rmse.value * 1000),
    method: method.method,
    mae: maeOf(choice.candidates.find(({ name }) => name === choice.name)),
    naiveMae: maeOf(isNoFigure(choice.naive) ? undefined : choice.naive),
    gap: null,
  }
}

/** No method can be trusted: what people said of months to come is all there is, and where they said nothing there is none. */
function saidOnly(
  { overrides }: ProductBasis,
  { from, horizon }: { from: Day; horizon: number },
  gap: ForecastGap,
): ForecastSummary {
  const months: number[] = []
  for (const { monthOn, milli } of overrides) {
    const at = periodsBetween(from, monthOn, 'month')
    if (at < 0 || at >= horizon) continue
    while (months.length < at) months.push(0)
    months[at] = milli
  }
  return { from, months, rmseMilli: null, method: null, mae: null, naiveMae: null, gap }
}

function maeOf(candidate: DemandForecast['choice']['candidates'][number] | undefined): number | null {
  if (!candidate || isNoFigure(candidate.accuracy) || candidate.accuracy.mae === null) return null
  return Math.round(candidate.accuracy.mae * 1000)
}

export function gapOf({ reason, needs, has }: ForecastGap): ForecastGap {
  return { reason, ...(needs === undefined ? {} : { needs }), ...(has === undefined ? {} : { has }) }
}

/** The months as stretches of days, as replenishment walks through them. */
export function monthsAhead({ from, months }: Pick<ForecastSummary, 'from' | 'months'>): ForecastPeriod[] {
  return months.map((qtyMilli, at) => {
    const first = periodAfter(from, 'month', at)
    return { from: first, days: daysBetween(first, periodAfter(first, 'month')), qtyMilli }
  })
}
