// From dated quantities to demand per period.
import { addDays, type Day } from '#shared/dates.ts'
import { type NoFigure, noFigure } from './no-figure.ts'
import { type PeriodKind, periodStart, periodsBetween } from './periods.ts'

/** A quantity asked for on a day; a return is negative. */
export type DemandLine = { readonly on: Day; readonly quantity: number }

export type DemandSeries = {
  /** The first day of the first period. */
  readonly start: Day
  /** One figure per period, oldest first. */
  readonly demand: readonly number[]
}

/**
 * Demand per period from the one of the first sale to the last that is complete as of a day (the last day of a period
 * completes it). Periods without sale are 0, returns reduce their period, the running period is left out, and so is what
 * lies before the first sale (formulas.md, section 3). Returns before any sale belong to no demand that is known.
 */
export function demandSeries(
  lines: readonly DemandLine[],
  { asOf, period }: { asOf: Day; period: PeriodKind },
): DemandSeries | NoFigure {
  // The period of the next day is the first that is not complete.
  const end = periodStart(addDays(asOf, 1), period)
  const first = firstSale(lines)
  if (first === null) return noFigure('no-demand')
  const start = periodStart(first, period)
  const count = periodsBetween(start, end, period)
  if (count < 1) return noFigure('too-few-periods', { needs: 1, has: 0 })
  const demand = Array.from({ length: count }, () => 0)
  for (const { on, quantity } of lines) {
    const at = periodsBetween(start, periodStart(on, period), period)
    if (at >= 0 && at < count) demand[at] = (demand[at] as number) + quantity
  }
  return { start, demand }
}

/** The series without the periods before the first demand. */
export function trimLeadingZeros(series: readonly number[]): number[] {
  const first = series.findIndex((value) => value !== 0)
  return first === -1 ? [] : series.slice(first)
}

function firstSale(lines: readonly DemandLine[]): Day | null {
  let first: Day | null = null
  for (const { on, quantity } of lines) if (quantity > 0 && (first === null || on < first)) first = on
  return first
}
