// What figures suggest to do with a supplier: grow, keep, improve or replace. The seller decides.

import type { Proposal, ProposalReason } from '#shared/schemas/score-records.ts'
import type { Grade } from '#shared/schemas/score-settings.ts'

export type SupplierStanding = {
  grade: Grade | null
  /** The grade of the period before the one that holds. */
  previousGrade: Grade | null
  /** Scores of the kept periods, the oldest first. */
  scores: readonly (number | null)[]
  /** Share of all that is bought; null: not known. */
  spendShare: number | null
  cases: number
}

/** Points of score that make a trend between the last period and those before it. */
const trendPoints = 3
const largeShare = 0.3
const smallShare = 0.1
const fewCases = 5

export type Trend = 'rising' | 'falling' | 'steady'

export function proposeDecision(standing: SupplierStanding): Proposal {
  const { grade } = standing
  if (grade === null) return { decision: null, reasons: [] }
  const trend = trendOf(standing.scores)
  const reasons: ProposalReason[] = [gradeReason[grade], trend ?? 'steady']
  const share = standing.spendShare
  const isLarge = share !== null && share >= largeShare
  const isSmall = share !== null && share < smallShare
  if (isLarge) reasons.push('large-share')
  else if (isSmall) reasons.push('small-share')
  const isFew = standing.cases < fewCases
  if (isFew) reasons.push('few-cases')
  if (grade === 'A') return { decision: trend === 'falling' || isLarge || isFew ? 'keep' : 'grow', reasons }
  if (grade === 'B') {
    if (trend === 'falling') return { decision: 'improve', reasons }
    return { decision: trend === 'rising' && isSmall && !isFew ? 'grow' : 'keep', reasons }
  }
  if (grade === 'C') return { decision: 'improve', reasons }
  const isAgain = standing.previousGrade === 'D'
  if (isAgain) reasons.push('bad-again')
  // Few cases, a way up, or a supplier on whom much hangs: first let them mend it.
  const mayMend = isFew || trend === 'rising' || (isLarge && !isAgain)
  return { decision: mayMend ? 'improve' : 'replace', reasons }
}

const gradeReason: Readonly<Record<Grade, ProposalReason>> = {
  A: 'grade-top',
  B: 'grade-good',
  C: 'grade-weak',
  D: 'grade-bad',
}

/** The last score against the mean of up to three before it; null with fewer than two. */
export function trendOf(scores: readonly (number | null)[]): Trend | null {
  const known = scores.filter((score) => score !== null)
  const last = known.at(-1)
  const before = known.slice(-4, -1)
  if (last === undefined || before.length === 0) return null
  const moved = last - before.reduce((sum, score) => sum + score, 0) / before.length
  return moved >= trendPoints ? 'rising' : moved <= -trendPoints ? 'falling' : 'steady'
}
