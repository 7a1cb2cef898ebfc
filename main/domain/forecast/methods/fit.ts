// The one shape of all forecasting methods: a series in, oldest period first, a fit out that forecasts.
import type { ForecastMethod } from '#shared/schemas/forecasts.ts'
import type { NoFigure } from '../no-figure.ts'

/**
 * `alpha` smooths the level (Croston's family: the size of a demand), `beta` the trend (Croston, SBA: the interval between
 * demands; TSB: the chance of one), `gamma` the season; `phi` damps the trend; `window` is the periods of a moving average.
 */
const parameterNames = ['alpha', 'beta', 'gamma', 'phi', 'window'] as const
export type ParameterName = (typeof parameterNames)[number]
export type Parameters = Readonly<Partial<Record<ParameterName, number>>>

/** What a recursion remembers after a period. `season` begins with the index of the next period. */
export type State = {
  readonly level: number
  readonly trend?: number
  readonly season?: readonly number[]
  /** Croston and SBA: periods between demands; `level` is then the size of one. */
  readonly interval?: number
  /** TSB: the chance that a period has demand; `level` is then its size. */
  readonly probability?: number
}

/** A start given by hand: the state after the first `t0` periods. */
export type Start = State & { readonly t0: number }

export type FitOptions = {
  /** Parameters that are given; those that are not are estimated (or have their usual value, where a method has one). */
  readonly parameters?: Parameters
  readonly start?: Start
  /** Periods in a season: 12 months, 52 weeks. */
  readonly seasonLength?: number
  /** Parameters of a fit to nearly the same series, from which a short search starts. */
  readonly near?: Parameters
}

export type Fit = {
  readonly method: ForecastMethod
  readonly parameters: Parameters
  /** How many of the parameters were estimated from the series. */
  readonly estimated: number
  readonly start?: Start
  readonly state: State
  /** Index of the first period that the method forecast before it saw it. */
  readonly firstForecast: number
  /** The forecast of every period from `firstForecast` on, made one period before. */
  readonly oneStep: readonly number[]
  /** Set where the method could not be used and the plain mean stands in for it. */
  readonly fallback?: NoFigure
  /** The next `horizon` periods; may be negative, see `shownDemand`. */
  forecast(horizon: number): number[]
}

export type Method = (series: readonly number[], options?: FitOptions) => Fit | NoFigure

/** What a seller is shown of a forecast: demand is never below 0. */
export function shownDemand(forecast: number): number {
  return Math.max(0, forecast)
}

/** Actual less forecast, for every period that was forecast one period before. */
export function oneStepErrors(series: readonly number[], { oneStep, firstForecast }: Fit): number[] {
  return oneStep.map((forecast, index) => (series[firstForecast + index] as number) - forecast)
}

export function repeated(value: number, horizon: number): number[] {
  return Array.from({ length: checkedHorizon(horizon) }, () => value)
}

export function checkedHorizon(horizon: number): number {
  if (!Number.isInteger(horizon) || horizon < 1) throw new RangeError(`No horizon: ${horizon}`)
  return horizon
}

/** Refuses what is no series: every period has a finite figure. */
export function checkSeries(series: readonly number[]): void {
  const wrong = series.find((value) => !Number.isFinite(value))
  if (wrong !== undefined) throw new RangeError(`No figure: ${wrong}`)
}

/** The number, or a RangeError where it is no share. */
export function checkedShare(value: number, name: string): number {
  if (!(value >= 0 && value <= 1)) throw new RangeError(`${name} is not between 0 and 1: ${value}`)
  return value
}

export function checkedCount(value: number | undefined, name: string): number {
  if (value === undefined || !Number.isInteger(value) || value < 1) throw new RangeError(`No ${name}: ${value}`)
  return value
}
