// What was asked for within a lead time, over and over in the history: for demand that no normal interval fits.
import { quantileOfSorted } from '../stats/quantile.ts'
import { type NoFigure, noFigure } from './no-figure.ts'

export type LeadTimeSums = {
  /** Whole periods in the lead time, rounded up. */
  periods: number
  /** Spans of that length in the history; they overlap. */
  spans: number
  /** Quantiles of the sums, in the order of the probabilities asked for. */
  quantiles: number[]
}

/** At least as many spans as this must lie in the history. */
const leastSpans = 4

/** Quantiles of the demand within `periods` periods, over every such span of the history. */
export function leadTimeSums(
  series: readonly number[],
  { periods: wanted, probabilities }: { periods: number; probabilities: readonly number[] },
): LeadTimeSums | NoFigure {
  if (!(wanted > 0 && Number.isFinite(wanted))) throw new RangeError(`No lead time: ${wanted}`)
  // A lead time of 2.0000000001 months is one of 2.
  const periods = Math.max(1, Math.ceil(wanted - 1e-6))
  const spans = series.length - periods + 1
  if (spans < leastSpans) {
    return noFigure('too-few-periods', { needs: periods + leastSpans - 1, has: series.length })
  }
  const sums = new Float64Array(spans)
  for (let from = 0; from < spans; from += 1) {
    for (let at = from; at < from + periods; at += 1) sums[from] = (sums[from] as number) + (series[at] as number)
  }
  sums.sort()
  return { periods, spans, quantiles: probabilities.map((share) => quantileOfSorted(sums, share) as number) }
}
