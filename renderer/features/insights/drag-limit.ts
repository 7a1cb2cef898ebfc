// A limit dragged along the chart: from a place to the roundest per cent that ends a class there.
import type { AbcItem } from '#shared/schemas/insights.ts'
import type { ParetoBar } from './pareto-bars.ts'

/** How many products lie left of a place, given as a part of the chart's width. */
export function productsLeftOf(place: number, bars: readonly ParetoBar[]): number {
  const count = Math.round(Math.min(1, Math.max(0, place)) * bars.length)
  return count === 0 ? 0 : (bars[count - 1]?.last ?? 0)
}

/**
 * The limit, in per cent, under which exactly the first `count` products are in the class or a better one: those whose
 * share before them is below it. Of all that do, the one with the fewest decimals.
 */
export function limitAfter(count: number, items: readonly AbcItem[]): number {
  const last = items[Math.min(Math.max(count, 1), items.length) - 1]
  if (!last) return 100
  const above = (last.cumulativeShare - last.share) * 100
  const upTo = last.cumulativeShare * 100
  for (const digits of [0, 1, 2, 3, 4, 5]) {
    const limit = Math.floor(upTo * 10 ** digits + 1e-9) / 10 ** digits
    if (limit > above + 1e-9 && limit > 0) return Math.min(limit, 100)
  }
  return Math.min(Math.floor(upTo * 1e6) / 1e6, 100)
}

/** How far a limit may go: A stays below B, B at 100 at most. */
export function withinLimits(which: 'a' | 'b', limit: number, { a, b }: { a: number; b: number }): number {
  const finest = 0.1
  const [low, high] = which === 'a' ? [finest, b - finest] : [a + finest, 100]
  return Number(Math.min(high, Math.max(low, limit)).toFixed(6))
}
