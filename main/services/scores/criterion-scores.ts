// Criteria applied to all suppliers of a board: values to scores by floor and target, few cases pulled towards the mean of the
// peers, all weighted into one score with its coverage, its rank and its grade.
import { gradeOf, linearScore, ownShare, pulled, ranksOf, totalScore } from '#main/domain/suppliers/score.ts'
import type { Judged } from '#main/services/scores/judged-scores.ts'
import type { FullQuestion } from '#main/services/scores/score-question.ts'
import type { Measured } from '#main/services/scores/supplier-figures.ts'
import type { Criterion, Grade, JudgedDimension, ScoredFigure } from '#shared/schemas/score-settings.ts'
import type { CriterionScore, NoDataReason } from '#shared/schemas/scores.ts'

export type Contender = {
  measured: Measured
  judged: (dimension: JudgedDimension) => Judged | null
  /** A place of our own has figures, and neither score nor rank. */
  isRanked: boolean
}

export type Scored = {
  score: number | null
  ownScore: number | null
  coverage: number
  rank: number | null
  grade: Grade | null
  criteria: CriterionScore[]
}

type Value = { value: number | null; weightedValue: number | null; n: number; reason: NoDataReason | null }

export function scoreAll(contenders: readonly Contender[], { criteria, scoring, grades }: FullQuestion): Scored[] {
  const columns = criteria.list.map((criterion) => {
    const values = contenders.map((contender) => criterionValue(contender, criterion))
    const own = values.map(({ weightedValue }, index) =>
      contenders[index]?.isRanked ? linearScore(weightedValue, criterion) : null,
    )
    return { criterion, values, own, peers: meanOf(own) }
  })
  const totals = contenders.map((_, index): Scored => {
    const parts = columns.map(({ criterion, values, own, peers }): CriterionScore => {
      const value = values[index] ?? noValue
      const score = own[index] ?? null
      // People have looked at what they judge: that is not pulled.
      const share = isJudged(criterion) ? 1 : ownShare(value.n, scoring.shrinkage)
      return {
        ...criterion,
        ...value,
        own: score,
        peers,
        ownShare: share,
        score: score === null ? null : pulled(score, peers, share),
      }
    })
    return { ...totalOf(parts), rank: null, grade: null, criteria: parts }
  })
  const ranks = ranksOf(totals.map(({ score }) => score))
  return totals.map((total, index) => ({
    ...total,
    rank: ranks[index] ?? null,
    grade: total.coverage >= grades.leastCoverage ? gradeOf(total.score, grades.from) : null,
  }))
}

const noValue: Value = { value: null, weightedValue: null, n: 0, reason: 'no-lines' }

function totalOf(parts: readonly CriterionScore[]) {
  const total = totalScore(parts.map(({ weight, score }) => ({ weight, score })))
  const own = totalScore(parts.map(({ weight, own: score }) => ({ weight, score })))
  if (typeof total === 'string') return { score: null, ownScore: null, coverage: 0 }
  return { score: total.score, ownScore: typeof own === 'string' ? null : own.score, coverage: total.coverage }
}

function isJudged({ source }: Criterion): boolean {
  return source.startsWith('judged.')
}

function criterionValue({ measured, judged }: Contender, criterion: Criterion): Value {
  if (isJudged(criterion)) {
    const found = judged(criterion.source.slice('judged.'.length) as JudgedDimension)
    const value = found?.score ?? null
    return { value, weightedValue: value, n: found?.judges ?? 0, reason: found ? null : 'no-judgement' }
  }
  const figure = criterion.source as ScoredFigure
  const value = measured.figures[figure]
  return {
    value,
    weightedValue: value === null ? null : (measured.recent[figure] ?? null),
    n: measured.figures.n[figure] ?? 0,
    reason: measured.figures.reasons[figure] ?? null,
  }
}

function meanOf(scores: readonly (number | null)[]): number | null {
  let [sum, count] = [0, 0]
  for (const score of scores) {
    if (score === null) continue
    sum += score
    count += 1
  }
  return count === 0 ? null : sum / count
}
