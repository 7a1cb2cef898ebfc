// What the smoothing recursions share: parameters estimated where none are given, and the fit made from a last run.
import type { ForecastMethod } from '#shared/schemas/forecasts.ts'
import { minimiseInBox } from '../minimise-in-box.ts'
import { type NoFigure, noFigure } from '../no-figure.ts'
import { checkedShare, type Fit, type FitOptions, type Parameters, type Start, type State } from './fit.ts'

export type SmoothingName = 'alpha' | 'beta' | 'gamma' | 'phi'

/** What a run leaves behind when asked to: its forecasts on the way, and the state at the end. */
export type Trace = { oneStep: number[]; state: State }

export type Smoothing = {
  readonly method: ForecastMethod
  readonly names: readonly SmoothingName[]
  /** Bounds other than 0 and 1. */
  readonly bounds?: Partial<Record<SmoothingName, readonly [low: number, high: number]>>
  /** Where the search for parameters begins, in the order of `names`. */
  readonly starts: readonly (readonly number[])[]
  readonly start: Start
  /** Runs over the series from the start and returns the sum of squared one-step errors. */
  run(values: readonly number[], trace?: Trace): number
  forecast(state: State, given: { values: readonly number[]; horizon: number }): number[]
}

/**
 * Fits a recursion: parameters that are not given minimise the sum of squared one-step errors (formulas.md, section 3).
 * There must be more errors than parameters to estimate.
 */
export function fitSmoothing(
  series: readonly number[],
  smoothing: Smoothing,
  { parameters = {}, near }: FitOptions,
): Fit | NoFigure {
  const { method, names, start } = smoothing
  const free = names.filter((name) => parameters[name] === undefined)
  const errors = series.length - start.t0
  if (free.length > 0 && errors <= free.length) {
    return noFigure('too-few-periods', { needs: start.t0 + free.length + 1, has: series.length })
  }
  const values = free.length === 0 ? givenValues(smoothing, parameters) : estimate(smoothing, { parameters, near })
  const trace: Trace = { oneStep: [], state: start }
  smoothing.run(values, trace)
  if (!isFiniteState(trace)) return noFigure('not-computable')
  const { oneStep, state } = trace
  return {
    method,
    parameters: Object.fromEntries(names.map((name, index) => [name, values[index] as number])),
    estimated: free.length,
    start,
    state,
    firstForecast: start.t0,
    oneStep,
    forecast: (horizon) => smoothing.forecast(state, { values, horizon }),
  }
}

function givenValues({ names }: Smoothing, parameters: Parameters): number[] {
  return names.map((name) => checkedShare(parameters[name] as number, name))
}

/** A given parameter is a side of the box without length. */
function estimate(smoothing: Smoothing, { parameters, near }: { parameters: Parameters; near?: Parameters }): number[] {
  const { names, bounds = {} } = smoothing
  const sides = names.map((name) => {
    const given = parameters[name]
    return given === undefined ? (bounds[name] ?? ([0, 1] as const)) : ([given, checkedShare(given, name)] as const)
  })
  const nearby = near && names.map((name, index) => near[name] ?? (smoothing.starts[0]?.[index] as number))
  const { point } = minimiseInBox((values) => smoothing.run(values), {
    lower: sides.map(([low]) => low),
    upper: sides.map(([, high]) => high),
    starts: nearby ? [nearby] : smoothing.starts,
    searches: nearby ? 1 : 4,
    edges: nearby ? [0.1] : [0.25, 0.1],
    tolerance: nearby ? 1e-5 : 1e-8,
  })
  return [...point]
}

function isFiniteState({ oneStep, state: { level, trend = 0, season = [] } }: Trace): boolean {
  return [level, trend, ...season, ...oneStep].every(Number.isFinite)
}
