// Weights from pairwise comparisons (Saaty's analytic hierarchy process): the principal eigenvector of a positive reciprocal
// matrix, and how far the comparisons contradict one another.

export type AhpWeights = {
  status: 'ok'
  weights: number[]
  lambdaMax: number
  ci: number
  /** Consistency ratio; null beyond ten criteria, for which there is no random index. */
  cr: number | null
}
export type AhpRefused = { status: 'invalid'; reason: 'not-square' | 'not-positive' | 'not-reciprocal' }

/** The mean consistency index of random matrices of 1 to 10 rows (Saaty 1980). */
const randomIndex = [0, 0, 0.58, 0.9, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49]

/** Above it the comparisons should be looked at again. */
export const worstConsistency = 0.1

export type Consistency = 'consistent' | 'acceptable' | 'bad' | 'unknown'

/** What a consistency ratio means; `unknown` where there is none. */
export function consistencyOf(cr: number | null): Consistency {
  if (cr === null) return 'unknown'
  if (cr > worstConsistency) return 'bad'
  return cr < ratioGuard ? 'consistent' : 'acceptable'
}

/** Binary noise of a matrix without any contradiction. */
const ratioGuard = 1e-9
const reciprocalGuard = 1e-6

export function ahpWeights(matrix: readonly (readonly number[])[]): AhpWeights | AhpRefused {
  const problem = problemOf(matrix)
  if (problem !== null) return { status: 'invalid', reason: problem }
  const n = matrix.length
  const weights = principalVector(matrix)
  const lambdaMax = eigenvalue(matrix, weights)
  const ci = n <= 2 ? 0 : (lambdaMax - n) / (n - 1)
  return { status: 'ok', weights, lambdaMax, ci, cr: ratio(ci, n) }
}

function ratio(ci: number, n: number): number | null {
  if (n <= 2) return 0
  const random = randomIndex[n - 1]
  return random === undefined ? null : ci / random
}

function problemOf(matrix: readonly (readonly number[])[]): AhpRefused['reason'] | null {
  const n = matrix.length
  if (n === 0 || matrix.some((row) => row.length !== n)) return 'not-square'
  if (matrix.some((row) => row.some((entry) => !(entry > 0) || !Number.isFinite(entry)))) return 'not-positive'
  for (const [i, row] of matrix.entries()) {
    for (const [j, entry] of row.entries()) {
      if (Math.abs(entry * (matrix[j]?.[i] ?? 0) - 1) > reciprocalGuard) return 'not-reciprocal'
    }
  }
  return null
}

const iterations = 100_000

/** Power iteration; the mean of successive iterates converges where they would go round in a circle. */
function principalVector(matrix: readonly (readonly number[])[]): number[] {
  let weights = matrix.map(() => 1 / matrix.length)
  for (let count = 0; count < iterations; count += 1) {
    const image = normalised(times(matrix, weights))
    const next = weights.map((weight, index) => (weight + (image[index] ?? 0)) / 2)
    const moved = next.reduce((most, weight, index) => Math.max(most, Math.abs(weight - (weights[index] ?? 0))), 0)
    weights = next
    if (moved < 1e-16) break
  }
  return normalised(weights)
}

function times(matrix: readonly (readonly number[])[], vector: readonly number[]): number[] {
  return matrix.map((row) => row.reduce((sum, entry, index) => sum + entry * (vector[index] ?? 0), 0))
}

function normalised(vector: readonly number[]): number[] {
  const sum = vector.reduce((all, value) => all + value, 0)
  return vector.map((value) => value / sum)
}

/** Weights sum to 1, so the sum of their image is the eigenvalue. */
function eigenvalue(matrix: readonly (readonly number[])[], weights: readonly number[]): number {
  return times(matrix, weights).reduce((sum, value) => sum + value, 0)
}
