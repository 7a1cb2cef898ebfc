// Demand day by day, from forecasts by week or month.

import type { Day } from '#shared/dates.ts'
import { daysBetween } from '#shared/dates.ts'
import type { ForecastPeriod } from './replenishment-types.ts'

export type DailyDemand = {
  /** Of today, tomorrow and so on; as many days as were asked for. */
  perDay: Float64Array
  /** Days from today that the forecast itself covers. */
  coveredDays: number
}

/** A period counts on each of its days alike. Beyond the last one its pace goes on, before the first one that of the first. */
export function dailyDemand(today: Day, forecast: readonly ForecastPeriod[], days: number): DailyDemand {
  const perDay = new Float64Array(days)
  let filled = 0
  let pace = 0
  for (const period of [...forecast].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    if (period.days <= 0) continue
    const start = daysBetween(today, period.from)
    const next = Math.max(0, period.qtyMilli) / period.days
    if (filled === 0) pace = next
    if (start + period.days <= filled) continue
    perDay.fill(pace, filled, Math.max(filled, start))
    perDay.fill(next, Math.max(filled, start), Math.max(filled, start + period.days))
    filled = start + period.days
    pace = next
  }
  perDay.fill(pace, Math.min(filled, days))
  return { perDay, coveredDays: filled }
}

/** The demand of the first `days` days, of which the last may be a part. The last day's pace goes on beyond. */
export function demandOver(perDay: Float64Array, days: number): number {
  const whole = Math.min(Math.floor(days), perDay.length)
  let sum = 0
  for (let day = 0; day < whole; day += 1) sum += perDay[day] ?? 0
  return sum + (days - whole) * (perDay[whole] ?? perDay.at(-1) ?? 0)
}

/** Mean demand of a day over so many days; that of today where they are none. */
export function meanDailyDemand(perDay: Float64Array, days: number): number {
  return days > 0 ? demandOver(perDay, days) / days : (perDay[0] ?? 0)
}

/**
 * What a forecast leaves once the open orders that fall into its periods are taken out of it. For a forecast of what is
 * shipped: an open order is a part of it then, and would count twice beside it.
 */
export function withoutOpenDemand(
  forecast: readonly ForecastPeriod[],
  openDemand: readonly { on: Day | null; qtyMilli: number }[],
  today: Day,
): ForecastPeriod[] {
  return forecast.map((period) => {
    const within = openDemand.filter(({ on }) => {
      const offset = daysBetween(period.from, on === null || on < today ? today : on)
      return offset >= 0 && offset < period.days
    })
    const taken = within.reduce((sum, { qtyMilli }) => sum + qtyMilli, 0)
    return { ...period, qtyMilli: Math.max(0, period.qtyMilli - taken) }
  })
}
