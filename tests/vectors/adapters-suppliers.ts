// The ops of suppliers: lines of purchase orders, defects, price variance, answers, scores, ranks, pairwise comparison.
import { ahpWeights, worstConsistency } from '#main/domain/suppliers/ahp.ts'
import { type BoughtLine, problemOfLines } from '#main/domain/suppliers/line-outcome.ts'
import { ppm, purchaseMetrics } from '#main/domain/suppliers/po-metrics.ts'
import { priceVariance } from '#main/domain/suppliers/price-variance.ts'
import { responseHours } from '#main/domain/suppliers/response-hours.ts'
import { linearScore, ranksOf, totalScore } from '#main/domain/suppliers/score.ts'
import { asDay, type Day, type Instant } from '#shared/dates.ts'
import type { Adapter, CaseInput } from './adapters.ts'
import { decimalText } from './decimal-text.ts'

const invalid = { status: 'invalid' }

const supplierOps: Readonly<Record<string, Adapter>> = {
  weighted_score: refusing(weightedScore),
  linear_score: refusing(linearScores),
  rank: refusing(ranks),
  ppm: refusing(ppmOfEach),
  ppv: refusing(variances),
  po_metrics: refusing(poMetrics),
  response_hours: refusing(response),
}

export const supplierAdapters: Readonly<Record<string, Readonly<Record<string, Adapter>>>> = {
  'supplier-score': supplierOps,
  'supplier-quality': supplierOps,
  'supplier-price': supplierOps,
  'supplier-po': supplierOps,
  'supplier-response': supplierOps,
  ahp: { ahp },
}

function refusing(adapter: Adapter): Adapter {
  return (input) => {
    try {
      return adapter(input)
    } catch (error) {
      if (error instanceof RangeError) return invalid
      throw error
    }
  }
}

/** A case that expects no value at all, and one that expects the other figures beside it, are both answered. */
const noValue = (isNone: boolean) => (isNone ? { status: 'undefined' } : {})

function weightedScore({ criteria }: CaseInput): unknown {
  const given = (criteria as { w: number; s?: number | null }[]).map(({ w, s }) => ({ weight: w, score: s ?? null }))
  const total = totalScore(given)
  if (total === 'invalid') return invalid
  return total === 'undefined' ? { ...noValue(true), score: null, coverage: 0 } : total
}

type ScoreCase = { value?: number | null; floor: number; target: number }

function linearScores({ cases }: CaseInput): unknown {
  return {
    scores: (cases as ScoreCase[]).map(({ value, floor, target }) => linearScore(value ?? null, { floor, target })),
  }
}

function ranks({ scores }: CaseInput): unknown {
  const given = Object.entries(scores as Record<string, number | null>)
  const ranked = ranksOf(given.map(([, score]) => score))
  return { rank: Object.fromEntries(given.map(([name], index) => [name, ranked[index] ?? null])) }
}

function ppmOfEach({ cases }: CaseInput): unknown {
  const given = cases as [rejected: number, received: number][]
  if (given.some(([rejected, received]) => rejected < 0 || received < 0 || rejected > received)) return invalid
  return { ppm: given.map(([rejected, received]) => ppm(rejected, received)) }
}

function variances({ cases }: CaseInput): unknown {
  const text = (value: unknown) => (value === null || value === undefined ? null : decimalText(value))
  const result = priceVariance(
    (cases as Record<string, unknown>[]).map(({ std, act, qty }) => ({
      standard: text(std),
      actual: text(act),
      quantity: text(qty),
    })),
  )
  if (result === null) return invalid
  return {
    ...noValue(result.share === null),
    ppv: result.each.map((variance) => (variance === null ? null : Number(variance))),
    total: Number(result.total),
    pct: result.share,
  }
}

type CaseLine = {
  order: string | null
  promised: string | null
  ordered: number
  receipts: { date: string; qty: number; rejected?: number }[]
}

function poMetrics({ as_of, grace_days = 0, under_tolerance = 0, lines }: CaseInput): unknown {
  const day = (text: string | null | undefined): Day | null => (text ? asDay(text.slice(0, 10)) : null)
  const given = (lines as CaseLine[]).map(
    ({ order, promised, ordered, receipts = [] }): BoughtLine => ({
      orderedOn: day(order),
      dueOn: day(promised),
      ordered,
      receipts: receipts.map(({ date, qty, rejected = 0 }) => ({ on: day(date), qty, rejected })),
      hasReceiptDays: true,
      hasQuantities: true,
      hasRejects: true,
    }),
  )
  const by = {
    asOf: asDay(as_of as string),
    graceDays: grace_days as number,
    underTolerance: under_tolerance as number,
  }
  if (problemOfLines(given, by) !== null) return invalid
  const { tally, metrics } = purchaseMetrics(given, by)
  return {
    ...noValue(tally.due === 0 && metrics.ppm === null),
    lines_due: tally.due,
    on_time: tally.onTime,
    on_time_rate: metrics.onTimeRate,
    in_full: tally.inFull,
    in_full_rate: metrics.inFullRate,
    otif: tally.otif,
    otif_rate: metrics.otifRate,
    on_time_qty_rate: metrics.onTimeQtyRate,
    received: tally.received,
    rejected: tally.rejected,
    ppm: metrics.ppm,
    reject_rate: metrics.rejectRate,
    fill_rate: metrics.fillRate,
    lead_time_mean: metrics.leadTimeMean,
    lead_time_sd: metrics.leadTimeSd,
    lead_time_cv: metrics.leadTimeCv,
    lead_time_n: tally.leadCount,
  }
}

function response({ pairs }: CaseInput): unknown {
  const instant = (text: string | null | undefined): Instant | null =>
    text ? (Date.parse(/[zZ]|[+-]\d\d:\d\d$/.test(text) ? text : `${text}Z`) as Instant) : null
  const given = (pairs as [string, string | null][]).map(([sent, answered]) => ({
    sentAt: instant(sent) as Instant,
    answeredAt: instant(answered),
  }))
  const result = responseHours(given)
  if (result === null) return invalid
  return {
    ...noValue(result.meanHours === null),
    mean_hours: result.meanHours,
    n: result.answered,
    unanswered: result.unanswered,
  }
}

function ahp({ matrix }: CaseInput): unknown {
  const result = ahpWeights(matrix as number[][])
  if (result.status === 'invalid') return invalid
  const isConsistent = result.cr !== null && result.cr <= worstConsistency
  return {
    weights: result.weights,
    lambda_max: result.lambdaMax,
    ci: result.ci,
    cr: result.cr,
    consistent: isConsistent,
    acceptable: isConsistent,
    warn: !isConsistent,
    warning: !isConsistent,
  }
}
