// Simple exponential smoothing: a level that follows the demand.
import { type NoFigure, noFigure } from '../no-figure.ts'
import { checkSeries, type Fit, type FitOptions, repeated, type Start } from './fit.ts'
import { fitSmoothing, type Trace } from './fit-smoothing.ts'

const starts = [0.05, 0.3, 0.6, 0.95].map((alpha) => [alpha])

/** Level l = a*y + (1 - a)*l, forecast l for every period to come. Starts with the first value (formulas.md, section 3). */
export function fitSes(series: readonly number[], options: FitOptions = {}): Fit | NoFigure {
  checkSeries(series)
  const start = options.start ?? firstValue(series)
  if (start === null) return noFigure('too-few-periods', { needs: 1, has: 0 })
  const smoothing = {
    method: 'ses' as const,
    names: ['alpha'] as const,
    starts,
    start,
    run: (values: readonly number[], trace?: Trace) => run(series, { start, alpha: values[0] as number, trace }),
    forecast: ({ level }: { level: number }, { horizon }: { horizon: number }) => repeated(level, horizon),
  }
  return fitSmoothing(series, smoothing, options)
}

function firstValue(series: readonly number[]): Start | null {
  const [level] = series
  return level === undefined ? null : { t0: 1, level }
}

type Given = { start: Start; alpha: number; trace: Trace | undefined }

function run(series: readonly number[], { start, alpha, trace }: Given): number {
  let { level } = start
  let squares = 0
  for (let at = start.t0; at < series.length; at += 1) {
    const error = (series[at] as number) - level
    squares += error * error
    trace?.oneStep.push(level)
    level += alpha * error
  }
  if (trace) trace.state = { level }
  return squares
}
