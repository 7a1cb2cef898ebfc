// ABC items made by the engine itself from plain values.
import { rankAbc } from '#main/domain/inventory/abc.ts'
import type { AbcItem } from '#shared/schemas/insights.ts'

/** Ranked items of products worth these whole numbers. */
export function itemsOf(values: readonly number[], thresholds: readonly [number, number] = [0.8, 0.95]): AbcItem[] {
  const entries = values.map((value, at) => ({ sku: `QS-${String(at).padStart(6, '0')}`, value }))
  const ranking = rankAbc(entries, thresholds)
  if (!ranking) throw new RangeError('thresholds out of order')
  return ranking.items.map(({ entry, rank, share, cumulativeShare, class: letter }) => ({
    productId: rank,
    sku: entry.sku,
    name: entry.sku,
    nameZh: '',
    rank,
    value: String(entry.value),
    share,
    cumulativeShare,
    class: letter,
  }))
}
