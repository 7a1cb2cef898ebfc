// Mistakes that were put right on their own day: the movement and its reversal both leave the reckoning of costs.
import type { Id } from '#shared/ids.ts'
import type { CostEntry } from './cost-types.ts'

/**
 * The ids of movements that cost nothing because they cancel out: a movement and its whole reversal, on one day, in one
 * place, and nothing else points at the movement. What was sold in between then costs what it would have without the
 * mistake. A reversal on a later day is a return at the reversed movement's own cost: between the two the goods were there.
 */
export function cancelledPairs(entries: readonly CostEntry[]): ReadonlySet<Id> {
  const cancelled = new Set<Id>()
  const reversals = entries.filter((entry) => entry.reversesId !== null)
  if (reversals.length === 0) return cancelled
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  const pointers = pointersAt(entries)
  const isPointedAt = (id: Id, but: Id) => (pointers.get(id) ?? []).some((by) => by !== but && !cancelled.has(by))
  // What falls away may have been all that held another pair: again until nothing does. A reversal that was itself
  // reversed has that one pointing at it, so its movement stays.
  for (let count = -1; count !== cancelled.size; ) {
    count = cancelled.size
    for (const reversal of reversals) {
      const target = byId.get(reversal.reversesId ?? 0)
      if (!target || cancelled.has(reversal.id) || cancelled.has(target.id) || !isWhole(target, reversal)) continue
      if (isPointedAt(target.id, reversal.id) || isPointedAt(reversal.id, reversal.id)) continue
      cancelled.add(target.id).add(reversal.id)
    }
  }
  return cancelled
}

function isWhole(target: CostEntry, reversal: CostEntry): boolean {
  return (
    target.on === reversal.on && target.warehouseId === reversal.warehouseId && target.qtyMilli === -reversal.qtyMilli
  )
}

function pointersAt(entries: readonly CostEntry[]): Map<Id, Id[]> {
  const pointers = new Map<Id, Id[]>()
  for (const { id, reversesId, originId } of entries) {
    for (const at of [reversesId, originId]) {
      if (at === null) continue
      const list = pointers.get(at)
      if (list) list.push(id)
      else pointers.set(at, [id])
    }
  }
  return pointers
}
