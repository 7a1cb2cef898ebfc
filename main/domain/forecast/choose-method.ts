// The method for one product: the best of its candidates, the one a person asked for, or the plain mean with the reason.
import type { ForecastMethod } from '#shared/schemas/forecasts.ts'
import { candidatesFor, firstOriginOf, isSeasonal, leastPeriods, naiveCandidate } from './candidates.ts'
import type { DemandClass } from './demand-class.ts'
import type { Fit } from './methods/fit.ts'
import { methods } from './methods/method-list.ts'
import { fitMean } from './methods/plain.ts'
import { isNoFigure, type NoFigure, noFigure } from './no-figure.ts'
import { type Candidate, type CandidateResult, rollingSelect } from './rolling-selection.ts'

export type Choice = {
  fit: Fit
  /** The name of the candidate that was taken. */
  name: string
  /** By test: lowest MAE. By hand: asked for. By rule: the plain mean, for the reason in `why`. */
  chosenBy: 'test' | 'hand' | 'rule'
  why: NoFigure | null
  /** Every method that was tried, simplest first, with its errors or why it could not be tried. */
  candidates: CandidateResult[]
  /** The errors of the naive forecast over the same periods. */
  naive: CandidateResult | NoFigure
  /** Periods that the first tested forecast knew; null where nothing was tested. */
  firstOrigin: number | null
  /** Indices of the periods that were tested. */
  tested: number[]
}

export type ChoiceInput = {
  readonly demandClass: DemandClass
  readonly seasonLength: number
  /** Asked for by hand; null leaves the choice to the test. */
  readonly wanted: ForecastMethod | null
  /** Periods were left out of the series, so that its seasons have lost their places. */
  readonly hasGaps: boolean
  /** Indices of figures that were made up. */
  readonly notJudged: ReadonlySet<number>
}

/** Null for an empty series: there is nothing to forecast from. */
export function chooseMethod(series: readonly number[], input: ChoiceInput): Choice | null {
  const mean = fitMean(series)
  if (isNoFigure(mean)) return null
  const tried = testAll(series, input)
  const byRule = (why: NoFigure): Choice => ({ ...tried, fit: mean, name: 'mean', chosenBy: 'rule', why })
  if (input.wanted !== null) {
    const fit = fitWanted(series, input.wanted, input)
    if (isNoFigure(fit)) return byRule(fit)
    return { ...tried, fit, name: input.wanted, chosenBy: 'hand', why: fit.fallback ?? null }
  }
  if (isNoFigure(tried.best)) return byRule(tried.best)
  const best = tried.candidates.find(({ name }) => name === tried.best)
  const fit = best && methods[best.method](series, { parameters: best.parameters, seasonLength: input.seasonLength })
  if (!fit || isNoFigure(fit)) return byRule(fit ?? noFigure('nothing-to-test-on'))
  return { ...tried, fit, name: best.name, chosenBy: 'test', why: fit.fallback ?? null }
}

type Tried = Pick<Choice, 'candidates' | 'naive' | 'firstOrigin' | 'tested'> & { best: string | NoFigure }

function testAll(
  series: readonly number[],
  { demandClass, seasonLength, hasGaps, notJudged, wanted }: ChoiceInput,
): Tried {
  if (series.length < leastPeriods) {
    const short = noFigure('too-few-periods', { needs: leastPeriods, has: series.length })
    return { best: short, candidates: [], naive: short, firstOrigin: null, tested: [] }
  }
  const firstOrigin = firstOriginOf(series.length, seasonLength)
  const all = withWanted(candidatesFor(demandClass), wanted)
  const given = { firstOrigin, seasonLength, notJudged }
  const possible = all.filter(({ method }) => !(hasGaps && isSeasonal(method)))
  const { best, candidates, tested } = rollingSelect(series, { candidates: possible, ...given })
  const naive =
    candidates.find(({ name }) => name === naiveCandidate.name) ??
    rollingSelect(series, { candidates: [naiveCandidate], ...given }).candidates[0]
  const results = all.map(
    (candidate): CandidateResult =>
      candidates.find(({ name }) => name === candidate.name) ?? {
        ...candidate,
        forecasts: [],
        accuracy: noFigure('periods-left-out'),
      },
  )
  return { best, candidates: results, naive: naive ?? noFigure('nothing-to-test-on'), firstOrigin, tested }
}

/** The method asked for is tested with the others, so that its errors stand beside theirs. */
function withWanted(candidates: readonly Candidate[], wanted: ForecastMethod | null): readonly Candidate[] {
  if (wanted === null || candidates.some(({ name }) => name === wanted)) return candidates
  return [...candidates, { name: wanted, method: wanted }]
}

function fitWanted(
  series: readonly number[],
  wanted: ForecastMethod,
  { seasonLength, hasGaps }: ChoiceInput,
): Fit | NoFigure {
  return hasGaps && isSeasonal(wanted) ? noFigure('periods-left-out') : methods[wanted](series, { seasonLength })
}
