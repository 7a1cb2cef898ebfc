// From figures to a score: a value on its scale, the weighted mean of what can be scored, the pull of few cases towards the
// peers, the weight of old ones, ranks and grades.
import type { Grade } from '#shared/schemas/score-settings.ts'

export type Scale = { floor: number; target: number }

/** 0 at the floor, 100 at the target, between them in a straight line; lower-is-better has the floor above the target. Null: no value. */
export function linearScore(value: number | null, { floor, target }: Scale): number | null {
  if (floor === target || !Number.isFinite(floor) || !Number.isFinite(target))
    throw new RangeError('floor and target must differ')
  if (value === null) return null
  if (!Number.isFinite(value)) throw new RangeError('not a number')
  return Math.min(1, Math.max(0, (value - floor) / (target - floor))) * 100
}

export type WeightedScore = { weight: number; score: number | null }

export type TotalScore = {
  score: number
  /** Share of the weights that could be scored. */
  coverage: number
}

/**
 * The weighted mean of what has a score. `undefined`: nothing has one; `invalid`: a negative weight, or none above 0.
 */
export function totalScore(criteria: readonly WeightedScore[]): TotalScore | 'undefined' | 'invalid' {
  let [all, scored, sum] = [0, 0, 0]
  for (const { weight, score } of criteria) {
    if (!(weight >= 0) || !Number.isFinite(weight)) return 'invalid'
    all += weight
    if (score === null) continue
    scored += weight
    sum += weight * score
  }
  if (criteria.length > 0 && all === 0) return 'invalid'
  return scored === 0 ? 'undefined' : { score: sum / scored, coverage: scored / all }
}

/** What of a score is a supplier's own with so many cases: n/(n+k). */
export function ownShare(cases: number, k: number): number {
  return k === 0 ? 1 : cases / (cases + k)
}

export function pulled(own: number, peers: number | null, share: number): number {
  return peers === null ? own : share * own + (1 - share) * peers
}

/** How much a case of so many days ago counts: half after each half-life; null: all alike. */
export function recencyWeight(ageDays: number, halfLifeDays: number | null): number {
  return halfLifeDays === null || ageDays <= 0 ? 1 : 0.5 ** (ageDays / halfLifeDays)
}

/** Binary noise neither separates equals nor costs a grade. */
const guard = 1e-9

/** Competition ranks 1, 2, 2, 4, in the order of the scores given; no score, no rank. */
export function ranksOf(scores: readonly (number | null)[]): (number | null)[] {
  const order = scores
    .flatMap((score, index) => (score === null ? [] : [{ score, index }]))
    .sort((one, other) => other.score - one.score)
  const ranks: (number | null)[] = scores.map(() => null)
  let held = { score: Number.POSITIVE_INFINITY, rank: 0 }
  for (const [place, { score, index }] of order.entries()) {
    if (held.score - score > guard) held = { score, rank: place + 1 }
    ranks[index] = held.rank
  }
  return ranks
}

export type GradeLimits = { A: number; B: number; C: number }

/** A limit belongs to the better grade. Null without a score. */
export function gradeOf(score: number | null, from: GradeLimits): Grade | null {
  if (score === null) return null
  for (const grade of ['A', 'B', 'C'] as const) if (score >= from[grade] - guard) return grade
  return 'D'
}

/** Whether the first grade is worse than the second. */
export function isWorse(grade: Grade, than: Grade): boolean {
  return grade > than
}
