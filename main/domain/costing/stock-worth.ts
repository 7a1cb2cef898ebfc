// What a piece of a stock costs on average, and what a shortage cost once it was filled.
import { Decimal, fromUnits } from '#shared/decimal.ts'
import type { CostRun } from './cost-types.ts'
import type { Worth } from './parcels.ts'

/**
 * Value over quantity of the pieces with a known cost, in the major unit of a currency with so many digits: 165.7727, not
 * rounded to them. Null where there is none: the average of nothing is not 0.
 */
export function averageCost(worth: Worth, digits: number): string | null {
  const costedMilli = worth.qtyMilli - worth.uncostedMilli
  if (costedMilli === 0) return null
  return new Decimal(fromUnits(worth.valueMinor, digits)).times(1000).div(costedMilli).toFixed()
}

/** Whether more went out somewhere than was there: refused where negative stock is not allowed. */
export function hasShortage({ issueCosts }: CostRun): boolean {
  return issueCosts.some((cost) => cost.layerId === cost.entryId)
}

/** What a receipt cost beyond what its pieces were issued at before it came, by receipt; 0 where that was right. */
export function variances({ settlements }: CostRun): { receiptId: number; varianceMinor: number }[] {
  const byReceipt = new Map<number, number>()
  for (const { receiptId, issuedMinor, costMinor } of settlements)
    byReceipt.set(receiptId, (byReceipt.get(receiptId) ?? 0) + costMinor - (issuedMinor ?? 0))
  return [...byReceipt].map(([receiptId, varianceMinor]) => ({ receiptId, varianceMinor }))
}
