// The automatic choice: every candidate forecasts the end of the history from what came before it, and the one that was
// off least is taken (Tashman 2000; formulas.md, section 3).
import type { ForecastMethod } from '#shared/schemas/forecasts.ts'
import { type Accuracy, accuracy } from './accuracy.ts'
import type { Fit, Parameters } from './methods/fit.ts'
import { methods } from './methods/method-list.ts'
import { isNoFigure, type NoFigure, noFigure } from './no-figure.ts'

export type Candidate = { readonly name: string; readonly method: ForecastMethod; readonly parameters?: Parameters }

export type CandidateResult = Candidate & {
  /** The forecasts of the periods that were tested; empty where there are none. */
  forecasts: readonly number[]
  accuracy: Accuracy | NoFigure
}

export type Selection = {
  /** The name of the candidate with the lowest MAE, or why none could be tested. */
  best: string | NoFigure
  candidates: CandidateResult[]
  /** Indices of the periods that were forecast. */
  tested: number[]
}

export type SelectionInput = {
  /** From the simplest on: a tie goes to the earlier. */
  readonly candidates: readonly Candidate[]
  /** Periods that the first forecast may know. */
  readonly firstOrigin: number
  readonly seasonLength: number
  /** Periods whose figure was made up, so that no forecast is held against it. */
  readonly notJudged?: ReadonlySet<number>
}

const tie = 1e-12

/**
 * For each t from `firstOrigin` to n - 1 every candidate forecasts period t + 1 from periods 1..t alone. Parameters that a
 * candidate names stay as they are; the others are estimated anew at each t, from those periods alone, the search going
 * on from the parameters before. A candidate that cannot forecast every tested period is out, with the reason.
 */
export function rollingSelect(series: readonly number[], input: SelectionInput): Selection {
  const tested: number[] = []
  for (let at = Math.max(1, input.firstOrigin); at < series.length; at += 1) {
    if (!input.notJudged?.has(at)) tested.push(at)
  }
  const candidates = input.candidates.map((candidate) => testCandidate(series, { candidate, tested, ...input }))
  return { best: bestOf(candidates), candidates, tested }
}

type Test = { candidate: Candidate; tested: readonly number[]; firstOrigin: number; seasonLength: number }

function testCandidate(series: readonly number[], { candidate, tested, firstOrigin, seasonLength }: Test) {
  const forecasts = rollingForecasts(series, { candidate, tested, seasonLength })
  if (isNoFigure(forecasts)) return { ...candidate, forecasts: [], accuracy: forecasts }
  if (tested.length === 0) return { ...candidate, forecasts, accuracy: noFigure('nothing-to-test-on') }
  const actual = tested.map((at) => series[at] as number)
  const training = { series: series.slice(0, firstOrigin), seasonLength: 1 }
  return { ...candidate, forecasts, accuracy: accuracy(actual, forecasts, training) }
}

function rollingForecasts(
  series: readonly number[],
  { candidate: { method, parameters }, tested, seasonLength }: Pick<Test, 'candidate' | 'tested' | 'seasonLength'>,
): number[] | NoFigure {
  const forecasts: number[] = []
  let near: Parameters | undefined
  for (const at of tested) {
    const fit: Fit | NoFigure = methods[method](series.slice(0, at), { parameters, seasonLength, near })
    if (isNoFigure(fit)) return fit
    near = fit.parameters
    forecasts.push(fit.forecast(1)[0] as number)
  }
  return forecasts
}

function bestOf(candidates: readonly CandidateResult[]): string | NoFigure {
  let best: { name: string; mae: number } | null = null
  for (const { name, accuracy: found } of candidates) {
    if (isNoFigure(found) || found.mae === null) continue
    if (best === null || found.mae < best.mae - tie * Math.max(1, best.mae)) best = { name, mae: found.mae }
  }
  return best?.name ?? noFigure('nothing-to-test-on')
}
