// What the chart of a forecast draws, month by month: history with its marks, then the months to come.
import type { ForecastHistoryMark, ProductForecast } from '#shared/schemas/forecasts.ts'

/** What is said of a month by a sign above it. */
export type PointSign = 'overruled' | 'capped' | 'stockOut'

export type ForecastPoint = {
  /** The first day of the month. */
  from: string
  demand: number | null
  fitted: number | null
  forecast: number | null
  /** As it is computed, where someone overruled any month to come: the line beside what counts. */
  computed: number | null
  interval: [number, number] | null
  sign: PointSign | null
  /** How high the sign stands: above all that is drawn of the month. */
  signAt: number | null
}

export function forecastPoints({ history, months }: Pick<ProductForecast, 'history' | 'months'>): ForecastPoint[] {
  const isOverruled = months.some(({ override }) => override !== null)
  return [
    ...history.map(({ from, demand, used, fitted, marks }) => ({
      from,
      demand,
      fitted: fitted === null ? null : Math.max(0, fitted),
      forecast: null,
      computed: null,
      interval: null,
      ...signed(signOf(marks), Math.max(demand, used ?? 0, 0)),
    })),
    ...months.map(({ from, used, computed, lower, upper, override }) => ({
      from,
      demand: null,
      fitted: null,
      forecast: used,
      computed: isOverruled && computed !== null ? Math.max(0, computed) : null,
      interval: lower === null || upper === null ? null : ([lower, upper] as [number, number]),
      ...signed(override ? 'overruled' : null, used ?? 0),
    })),
  ]
}

function signed(sign: PointSign | null, height: number) {
  return { sign, signAt: sign === null ? null : height }
}

/** A person's word goes before what was computed. */
function signOf(marks: readonly ForecastHistoryMark[]): PointSign | null {
  if (marks.includes('overruled')) return 'overruled'
  if (marks.includes('capped')) return 'capped'
  return marks.length > 0 ? 'stockOut' : null
}
