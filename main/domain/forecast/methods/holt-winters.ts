// Holt-Winters: level, trend and season, in the classic form of Winters (1960), which is that of R's stats::HoltWinters.
import { type NoFigure, noFigure } from '../no-figure.ts'
import { checkedCount, checkedHorizon, checkSeries, type Fit, type FitOptions, type Start, type State } from './fit.ts'
import { fitSmoothing, type Trace } from './fit-smoothing.ts'

export type SeasonKind = 'additive' | 'multiplicative'

/** The last ones lie in the narrow valley of a level that hardly moves and a trend that follows it wholly. */
const starts = [
  ...[0.1, 0.4, 0.8].flatMap((alpha) => [0.02, 0.3].flatMap((beta) => [0.1, 0.5].map((gamma) => [alpha, beta, gamma]))),
  [0.01, 0.95, 0.2],
  [0.01, 0.95, 0.6],
]

/** Whether a season can be estimated: two whole ones, and demand above 0 throughout where it multiplies. */
export function holtWintersEligibility(given: {
  periods: number
  seasonLength: number
  smallest: number
  kind: SeasonKind
}): NoFigure | null {
  const needs = 2 * checkedCount(given.seasonLength, 'season length')
  if (given.periods < needs) return noFigure('not-two-seasons', { needs, has: given.periods })
  return given.kind === 'multiplicative' && given.smallest <= 0 ? noFigure('not-all-positive') : null
}

/**
 * Additive: l = a(y - s) + (1 - a)(l + b), b = B(l - l before) + (1 - B)b, s = g(y - l) + (1 - g)s, forecast l + h*b + s;
 * multiplicative with y / s, y / l and (l + h*b) * s. Starts from the means of the first two seasons; the recursion begins
 * with the second (formulas.md, section 3).
 */
export function fitHoltWinters(series: readonly number[], kind: SeasonKind, options: FitOptions = {}): Fit | NoFigure {
  checkSeries(series)
  const seasonLength = checkedCount(options.seasonLength, 'season length')
  const smallest = series.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY)
  const refusal = holtWintersEligibility({ periods: series.length, seasonLength, smallest, kind })
  if (refusal) return refusal
  const start = { ...firstSeasons(series, { seasonLength, kind }), ...options.start }
  const multiplies = kind === 'multiplicative'
  const season = new Float64Array(seasonLength)
  const smoothing = {
    method: multiplies ? ('holtWintersMultiplicative' as const) : ('holtWintersAdditive' as const),
    names: ['alpha', 'beta', 'gamma'] as const,
    starts,
    start,
    run(values: readonly number[], trace?: Trace) {
      season.set(start.season ?? [])
      return multiplies
        ? runMultiplicative(series, { start, season, values, trace })
        : runAdditive(series, { start, season, values, trace })
    },
    forecast: (state: State, { horizon }: { horizon: number }) => seasonalForecast(state, { kind, horizon }),
  }
  return fitSmoothing(series, smoothing, options)
}

function firstSeasons(
  series: readonly number[],
  { seasonLength, kind }: { seasonLength: number; kind: SeasonKind },
): Start {
  const meanFrom = (from: number) =>
    series.slice(from, from + seasonLength).reduce((sum, value) => sum + value, 0) / seasonLength
  const level = meanFrom(0)
  const first = series.slice(0, seasonLength)
  return {
    t0: seasonLength,
    level,
    trend: (meanFrom(seasonLength) - level) / seasonLength,
    season: first.map((value) => (kind === 'additive' ? value - level : value / level)),
  }
}

/** `season` holds the indices from the first period after the start on; it is written over, place by place. */
type Given = { start: Start; season: Float64Array; values: readonly number[]; trace: Trace | undefined }

function runAdditive(series: readonly number[], { start, season, values, trace }: Given): number {
  const [alpha, beta, gamma] = values as [number, number, number]
  const count = season.length
  let { level, trend = 0 } = start
  let squares = 0
  let place = 0
  for (let at = start.t0; at < series.length; at += 1) {
    const y = series[at] as number
    const s = season[place] as number
    const expected = level + trend
    const error = y - (expected + s)
    squares += error * error
    trace?.oneStep.push(expected + s)
    const before = level
    level = expected + alpha * error
    trend = beta * (level - before) + (1 - beta) * trend
    season[place] = gamma * (y - level) + (1 - gamma) * s
    place = place + 1 === count ? 0 : place + 1
  }
  if (trace) trace.state = { level, trend, season: fromPlace(season, place) }
  return squares
}

function runMultiplicative(series: readonly number[], { start, season, values, trace }: Given): number {
  const [alpha, beta, gamma] = values as [number, number, number]
  const count = season.length
  let { level, trend = 0 } = start
  let squares = 0
  let place = 0
  for (let at = start.t0; at < series.length; at += 1) {
    const y = series[at] as number
    const s = season[place] as number
    const expected = level + trend
    const error = y - expected * s
    squares += error * error
    trace?.oneStep.push(expected * s)
    const before = level
    level = (alpha * y) / s + (1 - alpha) * expected
    trend = beta * (level - before) + (1 - beta) * trend
    season[place] = (gamma * y) / level + (1 - gamma) * s
    place = place + 1 === count ? 0 : place + 1
  }
  if (trace) trace.state = { level, trend, season: fromPlace(season, place) }
  return squares
}

/** The indices beginning with that of the next period. */
function fromPlace(season: Float64Array, place: number): number[] {
  return [...season.subarray(place), ...season.subarray(0, place)]
}

/** The forecast of a state: step h takes the latest index of its season, place (h - 1) mod m. */
export function seasonalForecast(
  { level, trend = 0, season = [] }: State,
  { kind, horizon }: { kind: SeasonKind; horizon: number },
): number[] {
  checkedCount(season.length, 'season length')
  return Array.from({ length: checkedHorizon(horizon) }, (_, index) => {
    const line = level + (index + 1) * trend
    const s = season[index % season.length] as number
    return kind === 'additive' ? line + s : line * s
  })
}
