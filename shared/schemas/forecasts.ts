// Forecasts as they travel: one product's with all that its card shows, months that someone overruled, and where the
// forecasts of the whole book stand. Quantities are in the product's unit.
import { z } from 'zod'
import { dayField, idField, lineField, planDayField, quantityField } from '#shared/schemas/fields.ts'
import type { DemandBasis } from '#shared/schemas/planning.ts'

export const forecastMethods = [
  'naive',
  'seasonalNaive',
  'movingAverage',
  'mean',
  'ses',
  'holt',
  'dampedHolt',
  'holtWintersAdditive',
  'holtWintersMultiplicative',
  'croston',
  'sba',
  'tsb',
] as const
export type ForecastMethod = (typeof forecastMethods)[number]

/** Methods that compete, by name: two windows of the moving average, the others as they are called. */
export type ForecastCandidateName =
  | Exclude<ForecastMethod, 'movingAverage'>
  | 'movingAverage'
  | 'movingAverage3'
  | 'movingAverage6'

export type DemandPatternName = 'smooth' | 'erratic' | 'intermittent' | 'lumpy'

/** Why a figure is not there: shown as a dash with the reason. */
export const forecastGaps = [
  /** Nothing was ever asked for. */
  'no-demand',
  /** Fewer periods than the figure needs. */
  'too-few-periods',
  /** Fewer than two periods with demand. */
  'too-few-demands',
  /** Fewer than two whole seasons. */
  'not-two-seasons',
  /** A multiplicative season needs demand above 0 in every period. */
  'not-all-positive',
  /** Periods without stock were left out, so the season has lost its place. */
  'periods-left-out',
  /** Nothing is left of the history to test the method on. */
  'nothing-to-test-on',
  /** No more errors than parameters estimated from them. */
  'too-few-errors',
  /** The divisor is 0: no error, no demand or no change to measure against. */
  'nothing-to-divide-by',
  /** Croston's family has no model that an interval would follow from. */
  'no-consistent-model',
  /** The figures ran out of the range of numbers. */
  'not-computable',
] as const
export type ForecastGap = { reason: (typeof forecastGaps)[number]; needs?: number; has?: number }

export const forecastInput = z.object({
  productId: idField,
  /** To look at another method than the one that was chosen; nothing of it is kept. */
  method: z.enum(forecastMethods).optional(),
  on: planDayField.optional(),
})

/** What someone said of a month; the computed figure stays beside it. */
export type DemandOverride = { id: number; monthOn: string; quantity: number; reason: string }

const monthOn = dayField.refine((day) => day.endsWith('-01'), 'month')

export const overruleInput = z.object({
  productId: idField,
  /** The first day of the month: one to come, or one of the history (a figure that is known to mislead). */
  monthOn,
  quantity: quantityField.min(0, 'negative'),
  reason: lineField(300),
})
export type OverruleInput = z.output<typeof overruleInput>

export const takeBackOverruleInput = z.object({ productId: idField, monthOn })

const historyMarks = ['overruled', 'capped', 'scaled', 'bridged', 'leftOut'] as const
export type ForecastHistoryMark = (typeof historyMarks)[number]

export type ForecastHistoryRow = {
  /** The month, by its first and last day. */
  from: string
  to: string
  /** As it was sold. */
  demand: number
  /** What the forecast was made from; null where the month is left out. */
  used: number | null
  marks: ForecastHistoryMark[]
  /** What the method said of this month one month before. */
  fitted: number | null
  /** Null where stock was not yet known. */
  daysOut: number | null
  days: number
  override: DemandOverride | null
}

export type ForecastMonth = {
  from: string
  to: string
  /** As the method says; below 0 it counts as none. Null where nothing can be computed. */
  computed: number | null
  override: DemandOverride | null
  /** What counts: the word of a person where there is one, else the computed figure, never below 0. Null: neither. */
  used: number | null
  /** Ends of the interval; null where there is none. */
  lower: number | null
  upper: number | null
}

export type ForecastErrors = {
  /** Months that were forecast for the test. */
  tests: number
  mae: number | null
  rmse: number | null
  /** Percent. */
  mape: number | null
  wape: number | null
  mase: number | null
}

export type ForecastCandidate = {
  name: ForecastCandidateName
  method: ForecastMethod
  isChosen: boolean
  errors: ForecastErrors | null
  /** Why it was not tried. */
  gap: ForecastGap | null
}

export type ForecastFigures = {
  pattern: { class: DemandPatternName; periods: number; demands: number; adi: number | null; cv2: number | null }
  seasonality: { isFound: boolean; statistic: number | null; limit: number } | null
  seasonalityGap: ForecastGap | null
  /** What outliers were capped to. */
  outlierLimit: number | null
  method: {
    name: ForecastCandidateName
    method: ForecastMethod
    parameters: Partial<Record<'alpha' | 'beta' | 'gamma' | 'phi' | 'window', number>>
    /** By test: the lowest error. By hand: asked for. By rule: the plain mean, for the reason in `why`. */
    chosenBy: 'test' | 'hand' | 'rule'
    why: ForecastGap | null
  }
  /** Simplest first; the naive one always stands among them or in `naive`. */
  candidates: ForecastCandidate[]
  naive: ForecastErrors | null
  naiveGap: ForecastGap | null
  /** First days of the months that were tested. */
  tested: string[]
  /** What safety stock rests on: the root of the mean squared one-step error. */
  rmse: { value: number; from: 'test' | 'fit'; errors: number } | null
  rmseGap: ForecastGap | null
  interval: { kind: 'normal' | 'simulated'; level: number } | null
  intervalGap: ForecastGap | null
  /** Demand within past spans as long as the lead time; null where no lead time is known or too little history. */
  leadTimeSums: { months: number; spans: number; lower: number; middle: number; upper: number } | null
}

export type ProductForecast = {
  productId: number
  sku: string
  name: string
  nameZh: string
  unit: string
  basis: DemandBasis
  /** The day that it is made as of; the last complete month is before it. */
  on: string
  history: ForecastHistoryRow[]
  months: ForecastMonth[]
  /** Overruled months outside history and forecast. */
  otherOverrides: DemandOverride[]
  /** Null where nothing can be forecast, for the reason in `gap`. */
  figures: ForecastFigures | null
  gap: ForecastGap | null
}

export const forecastStateInput = z.object({ on: planDayField.optional() })

/** Where the forecasts of the whole book stand. */
export type ForecastState = {
  /** Products that were ever asked for. */
  products: number
  /** As their demand and settings are now. */
  current: number
  /** Worked out from other figures than those of now. */
  outdated: number
  /** Never worked out. */
  missing: number
  /** The oldest and the newest day on which any was worked out. */
  oldestOn: string | null
  newestOn: string | null
}

/** The job `forecasts.work`: all products whose forecast is missing or outdated, or every one. */
export const workForecastsInput = z.object({
  jobId: z.string().min(1).max(100),
  all: z.boolean().default(false),
  on: planDayField.optional(),
})

export type WorkForecastsInput = z.output<typeof workForecastsInput>

export type ForecastWork = {
  /** Forecasts that were worked out and kept. */
  made: number
  /** Of them, products of which nothing can be forecast. */
  withoutForecast: number
  /** Left as they were: still current. */
  kept: number
}
