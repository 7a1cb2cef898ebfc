// Holt's smoothing: a level and a trend, which may be damped so that it fades out.
import { type NoFigure, noFigure } from '../no-figure.ts'
import { checkedHorizon, checkSeries, type Fit, type FitOptions, type Start, type State } from './fit.ts'
import { fitSmoothing, type Trace } from './fit-smoothing.ts'

const starts = [...[0.1, 0.5, 0.9].flatMap((alpha) => [0.05, 0.5].map((beta) => [alpha, beta])), [0.01, 0.95]]
const dampedStarts = starts.map((values) => [...values, 0.9])

/**
 * l = a*y + (1 - a)(l + b), b = B(l - l before) + (1 - B)b, forecast l + h*b. Starts with the first value and the first
 * difference; two periods at least (formulas.md, section 3).
 */
export function fitHolt(series: readonly number[], options: FitOptions = {}): Fit | NoFigure {
  return fitTrend(series, options, false)
}

/**
 * Gardner and McKenzie's damped trend (1985): b counts phi times in every next period. phi lies between 0.8 and 0.98 where
 * it is estimated: nearer to 1 it cannot be told from Holt, lower it is no trend any more (Hyndman, Athanasopoulos, 8.2).
 */
export function fitDampedHolt(series: readonly number[], options: FitOptions = {}): Fit | NoFigure {
  return fitTrend(series, options, true)
}

function fitTrend(series: readonly number[], options: FitOptions, isDamped: boolean): Fit | NoFigure {
  checkSeries(series)
  const start = options.start ?? firstTwo(series)
  if (start === null) return noFigure('too-few-periods', { needs: 2, has: series.length })
  const smoothing = {
    method: isDamped ? ('dampedHolt' as const) : ('holt' as const),
    names: isDamped ? (['alpha', 'beta', 'phi'] as const) : (['alpha', 'beta'] as const),
    bounds: { phi: [0.8, 0.98] as const },
    starts: isDamped ? dampedStarts : starts,
    start,
    run: (values: readonly number[], trace?: Trace) => run(series, { start, values, trace }),
    forecast: (state: State, { values, horizon }: { values: readonly number[]; horizon: number }) =>
      trendForecast(state, { phi: values[2] ?? 1, horizon }),
  }
  return fitSmoothing(series, smoothing, options)
}

function firstTwo(series: readonly number[]): Start | null {
  const [first, second] = series
  return first === undefined || second === undefined ? null : { t0: 1, level: first, trend: second - first }
}

type Given = { start: Start; values: readonly number[]; trace: Trace | undefined }

function run(series: readonly number[], { start, values, trace }: Given): number {
  const [alpha, beta, phi = 1] = values as [number, number, number?]
  let { level, trend = 0 } = start
  let squares = 0
  for (let at = start.t0; at < series.length; at += 1) {
    const forecast = level + phi * trend
    const error = (series[at] as number) - forecast
    squares += error * error
    trace?.oneStep.push(forecast)
    const before = level
    level = forecast + alpha * error
    trend = beta * (level - before) + (1 - beta) * phi * trend
  }
  if (trace) trace.state = { level, trend }
  return squares
}

function trendForecast({ level, trend = 0 }: State, { phi, horizon }: { phi: number; horizon: number }): number[] {
  let factor = 0
  let power = 1
  return Array.from({ length: checkedHorizon(horizon) }, () => {
    power *= phi
    factor += power
    return level + factor * trend
  })
}
