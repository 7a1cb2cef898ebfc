// Suppliers by what is spent with them and how well they do.
import type { Quadrant } from '#shared/schemas/scores.ts'

export function quadrantOf(
  point: { spend: number; score: number },
  limits: { spend: number; score: number },
): Quadrant {
  const isLarge = point.spend >= limits.spend
  if (point.score >= limits.score) return isLarge ? 'strategic' : 'grow'
  return isLarge ? 'develop' : 'replaceable'
}

/** The spend of the last of the largest who together make 80 % of all; 0 without any. */
export function usualSpendLimit(spends: readonly number[]): number {
  const sorted = spends.filter((spend) => spend > 0).sort((one, other) => other - one)
  const most = sorted.reduce((sum, spend) => sum + spend, 0) * 0.8
  let before = 0
  for (const spend of sorted) {
    before += spend
    if (before >= most) return spend
  }
  return 0
}
