// How far what a charge really came to lies from what was expected of it.
import { Decimal, roundDecimal } from '#shared/decimal.ts'

export type SideMoney = { minor: number; currency: string; baseMinor: number | null }
export type Variance = { minor: number; currency: string; percent: string | null }

/**
 * Actual less estimate: in their currency where it is one, else in base; null where either is missing or has no rate. Percent
 * of the estimate, two decimals; none of an estimate of 0.
 */
export function chargeVariance(estimate: SideMoney | null, actual: SideMoney | null, base: string): Variance | null {
  if (!estimate || !actual) return null
  if (estimate.currency === actual.currency) return varianceOf(estimate.minor, actual.minor, estimate.currency)
  if (estimate.baseMinor === null || actual.baseMinor === null) return null
  return varianceOf(estimate.baseMinor, actual.baseMinor, base)
}

export function varianceOf(estimateMinor: number, actualMinor: number, currency: string): Variance {
  const minor = actualMinor - estimateMinor
  return { minor, currency, percent: variancePercent(estimateMinor, minor) }
}

function variancePercent(estimateMinor: number, minor: number): string | null {
  if (estimateMinor === 0) return null
  return roundDecimal(new Decimal(minor).times(100).div(Math.abs(estimateMinor)), 2)
}
