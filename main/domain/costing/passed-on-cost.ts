// Kits: what is put together costs what its parts did, and what is taken apart passes its cost on to the parts.
import type { Day } from '#shared/dates.ts'
import { allocateMinor } from '#shared/money.ts'
import type { ValueRow } from './cost-types.ts'

/** What goods cost that were made of others: on their own day, and what came later, as late costs of theirs. */
export type PassedOnCost = {
  /** Null: some of what went in has no known cost. */
  valueMinor: number | null
  later: { on: Day; amountMinor: number }[]
}

/**
 * The cost of what was made from the value rows of what went out for it (of other products, from their replay). A later
 * cost of a part is a later cost of the kit, on the same day. Variances stay with the part.
 */
export function passedOnCost(rows: readonly ValueRow[]): PassedOnCost {
  const own = rows.filter((row) => row.cause === 'movement')
  const isKnown = own.every((row) => row.uncostedMilli === 0)
  const later = new Map<Day, number>()
  for (const { cause, on, valueMinor } of rows)
    if (cause === 'landed_cost' || cause === 'revaluation') later.set(on, (later.get(on) ?? 0) - valueMinor)
  return {
    valueMinor: isKnown ? own.reduce((sum, row) => sum - row.valueMinor, 0) : null,
    later: [...later].map(([on, amountMinor]) => ({ on, amountMinor })),
  }
}

/**
 * The same divided over several (taking a kit apart): in proportion to `weights`, what each part is worth by itself. The
 * parts add up to the whole. Null where the weights are all 0 or one is negative.
 */
export function dividedCost(cost: PassedOnCost, weights: readonly number[]): PassedOnCost[] | null {
  const values = cost.valueMinor === null ? null : allocateMinor(cost.valueMinor, weights)
  const later = cost.later.map(({ on, amountMinor }) => ({ on, parts: allocateMinor(amountMinor, weights) }))
  if (allocateMinor(0, weights) === null) return null
  return weights.map((_, at) => ({
    valueMinor: values?.[at] ?? null,
    later: later.map(({ on, parts }) => ({ on, amountMinor: parts?.[at] ?? 0 })),
  }))
}
