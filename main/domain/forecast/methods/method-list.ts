// Every method by its name.
import type { ForecastMethod } from '#shared/schemas/forecasts.ts'
import type { FitOptions, Method } from './fit.ts'
import { fitDampedHolt, fitHolt } from './holt.ts'
import { fitHoltWinters } from './holt-winters.ts'
import { fitCroston, fitSba, fitTsb } from './intermittent.ts'
import { fitMean, fitMovingAverage, fitNaive, fitSeasonalNaive } from './plain.ts'
import { fitSes } from './ses.ts'

export const methods: Readonly<Record<ForecastMethod, Method>> = {
  naive: fitNaive,
  seasonalNaive: fitSeasonalNaive,
  movingAverage: fitMovingAverage,
  mean: fitMean,
  ses: fitSes,
  holt: fitHolt,
  dampedHolt: fitDampedHolt,
  holtWintersAdditive: (series: readonly number[], options?: FitOptions) => fitHoltWinters(series, 'additive', options),
  holtWintersMultiplicative: (series: readonly number[], options?: FitOptions) =>
    fitHoltWinters(series, 'multiplicative', options),
  croston: fitCroston,
  sba: fitSba,
  tsb: fitTsb,
}
