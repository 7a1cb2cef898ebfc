// What the findings of a sample mean by the plan: passed or failed, for each severity and in all. The person decides.
import { codeLetter, samplingPlan } from '#main/domain/inspection/sampling-plan.ts'
import type {
  Aql,
  InspectionLevel,
  InspectionVerdict,
  SamplingPlan,
  Severity,
  SeverityPlan,
  SeverityVerdict,
} from '#shared/schemas/inspections.ts'
import { severities } from '#shared/schemas/inspections.ts'

export type Scheme = { level: InspectionLevel; aqls: Readonly<Record<Severity, '' | Aql>> }

/** The plan for each severity with a limit; the sample to draw is the largest of them. Null without a lot of one piece at least. */
export function planFor(lot: number | null, { level, aqls }: Scheme): SamplingPlan | null {
  if (lot === null || lot <= 0) return null
  // A part of a piece is looked at as a whole one.
  const pieces = Math.ceil(lot - 1e-9)
  const plans = severities.flatMap((severity): SeverityPlan[] => {
    const aql = aqls[severity]
    return aql === '' ? [] : [{ severity, aql, ...samplingPlan(pieces, level, aql) }]
  })
  const sampleSize = Math.max(0, ...plans.map((plan) => plan.sampleSize))
  return { lot: pieces, level, letter: codeLetter(pieces, level), sampleSize, plans }
}

type Looked = {
  plan: SamplingPlan | null
  /** Pieces looked at; null: as many as the plan asks for. */
  sampleSize: number | null
  findings: readonly { severity: Severity; pieces: number }[]
}

/**
 * One critical piece fails a lot unless a limit for critical ones was set; without a plan nothing else can be said. A sample
 * smaller than planned can fail a lot, and cannot pass it.
 */
export function verdictOf({ plan, sampleSize, findings }: Looked): InspectionVerdict {
  const drawn = sampleSize ?? plan?.sampleSize ?? 0
  const parts = severities.map((severity): SeverityVerdict => {
    const found = findings.reduce((sum, one) => sum + (one.severity === severity ? one.pieces : 0), 0)
    const own = plan?.plans.find((one) => one.severity === severity)
    if (own === undefined) {
      if (severity !== 'critical') return { severity, found, accept: null, verdict: 'no-limit' }
      return { severity, found, accept: 0, verdict: found > 0 ? 'failed' : 'passed' }
    }
    if (found > own.accept) return { severity, found, accept: own.accept, verdict: 'failed' }
    const isSmall = drawn < own.sampleSize
    return { severity, found, accept: own.accept, verdict: isSmall ? 'sample-too-small' : 'passed' }
  })
  if (parts.some(({ verdict }) => verdict === 'failed')) return { result: 'failed', reason: '', severities: parts }
  if (plan === null) return { result: null, reason: 'no-lot', severities: parts }
  if (parts.some(({ verdict }) => verdict === 'sample-too-small')) {
    return { result: null, reason: 'sample-too-small', severities: parts }
  }
  return { result: 'passed', reason: '', severities: parts }
}
