// Demand that comes now and then: Croston (1972), the correction by Syntetos and Boylan (SBA, 2005), and Teunter,
// Syntetos and Babai (TSB, 2011). A period counts as one with demand where it is above 0.
import { isNoFigure, type NoFigure, noFigure } from '../no-figure.ts'
import { checkedShare, checkSeries, type Fit, type FitOptions, repeated, type State } from './fit.ts'
import { fitMean } from './plain.ts'

/**
 * The usual smoothing of both parts. It is not estimated: with a handful of demands the squared one-step errors say little
 * about it (Kourentzes 2014), and 0.1 lies in the middle of what Syntetos and Boylan use.
 */
const usual = 0.1

type Kind = 'croston' | 'sba' | 'tsb'

/** Size of a demand over the interval between two. Starts with the first size and its place in the series. */
export function fitCroston(series: readonly number[], options: FitOptions = {}): Fit | NoFigure {
  return fitIntermittent(series, 'croston', options)
}

/** Croston's forecast times 1 - beta / 2, which takes away its bias. */
export function fitSba(series: readonly number[], options: FitOptions = {}): Fit | NoFigure {
  return fitIntermittent(series, 'sba', options)
}

/** Size of a demand times the chance of one, updated in every period: it falls when an item dies. */
export function fitTsb(series: readonly number[], options: FitOptions = {}): Fit | NoFigure {
  return fitIntermittent(series, 'tsb', options)
}

/** With fewer than two demands the plain mean stands in, and the fit says so. */
function fitIntermittent(series: readonly number[], kind: Kind, options: FitOptions): Fit | NoFigure {
  checkSeries(series)
  const alpha = checkedShare(options.parameters?.alpha ?? usual, 'alpha')
  const beta = checkedShare(options.parameters?.beta ?? usual, 'beta')
  const demands = series.filter((value) => value > 0).length
  if (demands < 2) return meanInstead(series, kind, demands)
  const run =
    kind === 'tsb' ? runTsb(series, { alpha, beta, start: options.start }) : runCroston(series, { alpha, beta })
  const level = (state: State) => perPeriod(state, { kind, beta })
  return {
    method: kind,
    parameters: { alpha, beta },
    estimated: 0,
    start: { t0: run.t0, ...run.start },
    state: run.states.at(-1) ?? run.start,
    firstForecast: run.t0,
    oneStep: [run.start, ...run.states.slice(0, -1)].slice(0, series.length - run.t0).map(level),
    forecast: (horizon) => repeated(level(run.states.at(-1) ?? run.start), horizon),
  }
}

function meanInstead(series: readonly number[], kind: Kind, demands: number): Fit | NoFigure {
  const fit = fitMean(series)
  if (isNoFigure(fit)) return fit
  return { ...fit, method: kind, fallback: noFigure('too-few-demands', { needs: 2, has: demands }) }
}

function perPeriod({ level, interval = 1, probability = 1 }: State, { kind, beta }: { kind: Kind; beta: number }) {
  if (kind === 'tsb') return probability * level
  return ((kind === 'sba' ? 1 - beta / 2 : 1) * level) / interval
}

/** `t0` periods are in the start; `states` holds the one after each period from there on. */
type Run = { t0: number; start: State; states: State[] }

function runCroston(series: readonly number[], { alpha, beta }: { alpha: number; beta: number }): Run {
  const t0 = series.findIndex((value) => value > 0) + 1
  const start = { level: series[t0 - 1] as number, interval: t0 }
  let state = start
  let since = 0
  const states = series.slice(t0).map((value) => {
    since += 1
    if (value <= 0) return state
    const { level, interval } = state
    state = { level: level + alpha * (value - level), interval: interval + beta * (since - interval) }
    since = 0
    return state
  })
  return { t0, start, states }
}

function runTsb(
  series: readonly number[],
  { alpha, beta, start: given }: { alpha: number; beta: number; start: FitOptions['start'] },
): Run {
  const first = series.find((value) => value > 0) as number
  const start = {
    level: given?.level ?? first,
    probability: given?.probability ?? series.filter((value) => value > 0).length / series.length,
  }
  const t0 = given?.t0 ?? 1
  let state = start
  const states = series.slice(t0).map((value) => {
    const { level, probability } = state
    state = {
      level: value > 0 ? level + alpha * (value - level) : level,
      probability: probability + beta * ((value > 0 ? 1 : 0) - probability),
    }
    return state
  })
  return { t0, start, states }
}
