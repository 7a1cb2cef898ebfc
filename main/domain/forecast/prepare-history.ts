// From demand as it was recorded to the series that a forecast is made from, with a mark on every figure that was changed.
import type { Day } from '#shared/dates.ts'
import { capOutliers } from './cap-outliers.ts'
import { fillStockOuts, type StockOutMark, type StockOutTreatment } from './fill-stock-outs.ts'
import { type Override, overridesByStart } from './overrides.ts'
import { type PeriodKind, periodAfter, seasonLengths } from './periods.ts'

export type HistoryMark = 'overruled' | 'capped' | StockOutMark

export type HistoryPeriod = {
  readonly start: Day
  /** As recorded. */
  readonly demand: number
  /** Share of the days in stock; null where it is not known. */
  readonly inStock: number | null
  /** What the forecast is made from; null where the period is left out. */
  readonly used: number | null
  readonly marks: readonly HistoryMark[]
}

export type History = {
  /** From the first demand on. */
  periods: HistoryPeriod[]
  /** What outliers were capped to; null where nothing could be called unusual, or capping is off. */
  outlierLimit: number | null
}

export type HistoryInput = {
  readonly period: PeriodKind
  /** The first day of the first period. */
  readonly start: Day
  readonly demand: readonly number[]
  readonly inStock?: readonly (number | null)[]
  readonly overrides?: readonly Override[]
  readonly stockOuts: StockOutTreatment
  readonly leastInStock: number
  readonly outliers: 'cap' | 'keep'
}

/**
 * First what people said of a period, which nothing later changes; then periods without stock; then outliers. Periods
 * before the first demand are dropped.
 */
export function prepareHistory(input: HistoryInput): History {
  const given = trimmed(input)
  const filled = fillStockOuts(
    given.map(({ value }) => value),
    {
      treatment: input.stockOuts,
      leastShare: input.leastInStock,
      inStock: given.map(({ inStock, overruled }) => (overruled ? 1 : inStock)),
    },
  )
  const isFixed = (at: number) => given[at]?.overruled !== null || filled[at]?.mark === 'bridged'
  const { limit, capped, series } =
    input.outliers === 'keep'
      ? { limit: null, capped: [], series: filled.map(({ used }) => used) }
      : capOutliers(
          filled.map(({ used }) => used),
          { seasonLength: seasonLengths[input.period], isFixed },
        )
  const periods = given.map(({ start, demand, inStock, overruled }, at): HistoryPeriod => {
    const marks: (HistoryMark | null | undefined)[] = [
      overruled && 'overruled',
      filled[at]?.mark,
      capped.includes(at) ? 'capped' : null,
    ]
    return { start, demand, inStock, used: series[at] ?? null, marks: marks.filter((mark) => mark != null) }
  })
  return { periods, outlierLimit: limit }
}

type Given = { start: Day; demand: number; inStock: number | null; overruled: Override | null; value: number }

function trimmed({ period, start, demand, inStock = [], overrides = [] }: HistoryInput): Given[] {
  const byStart = overridesByStart(overrides)
  const given = demand.map((recorded, at): Given => {
    const first = periodAfter(start, period, at)
    const overruled = byStart.get(first) ?? null
    return {
      start: first,
      demand: recorded,
      inStock: inStock[at] ?? null,
      overruled,
      value: overruled?.demand ?? recorded,
    }
  })
  const first = given.findIndex(({ value }) => value !== 0)
  return first === -1 ? [] : given.slice(first)
}
