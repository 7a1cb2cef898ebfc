// Margin: what of the revenue is profit.
import { Decimal } from '#shared/decimal.ts'

/** Profit as percent of revenue, two decimals; null without revenue: nothing is earned on nothing. */
export function marginPercent(profitMinor: number | null, revenueMinor: number | null): string | null {
  if (profitMinor === null || revenueMinor === null || revenueMinor <= 0) return null
  return new Decimal(profitMinor).times(100).div(revenueMinor).round(2, 1).toFixed(2)
}
