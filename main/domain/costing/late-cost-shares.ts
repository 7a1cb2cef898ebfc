// How a cost that comes later than its goods divides: part lies on what is still there, part on what is gone.
import type { CostHistory, CostRun, LateCost } from './cost-types.ts'
import { shareOf } from './exact-share.ts'
import { replayCosts } from './replay-costs.ts'

export type LateCostShares = { toStockMinor: number; toSoldMinor: number }

type LateCostCase = { amountMinor: number; receivedMilli: number; remainingMilli: number }

/**
 * By quantity alone (`late_landed_cost`, formulas.md section 6): round(amount x gone / received) to cost of sales, the rest
 * to stock. Null where nothing was received or more is left than was.
 */
export function lateCostShares({ amountMinor, receivedMilli, remainingMilli }: LateCostCase): LateCostShares | null {
  if (receivedMilli <= 0 || remainingMilli < 0 || remainingMilli > receivedMilli) return null
  const toSoldMinor = shareOf(amountMinor, receivedMilli - remainingMilli, receivedMilli)
  return { toSoldMinor, toStockMinor: amountMinor - toSoldMinor }
}

/**
 * By what really happened to the goods, before it is posted: the history with and without the cost, on its day. Null where
 * the cost would wait (`CostRun.waiting`).
 */
export function lateCostSharesOf(history: CostHistory, late: LateCost): LateCostShares | null {
  const { method, entries, lateCosts = [] } = history
  const past = entries.filter((entry) => entry.on <= late.on)
  const known = lateCosts.filter((cost) => cost.on <= late.on)
  const after = replayCosts({ method, entries: past, lateCosts: [...known, late] })
  if (after.waiting.includes(late)) return null
  const before = replayCosts({ method, entries: past, lateCosts: known })
  const toStockMinor = stockMinor(after) - stockMinor(before)
  return { toStockMinor, toSoldMinor: late.amountMinor - toStockMinor }
}

function stockMinor({ state }: CostRun): number {
  return state.places.flatMap((place) => place.layers).reduce((sum, layer) => sum + (layer.valueMinor ?? 0), 0)
}
