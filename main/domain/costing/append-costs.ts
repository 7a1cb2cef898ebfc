// The newest movements of a product onto where its costs stand, without its past.
import type { Id } from '#shared/ids.ts'
import { applyEntry } from './apply-entry.ts'
import { cancelledPairs } from './cancelled-pairs.ts'
import { bookState, openBook } from './cost-book.ts'
import type { CostEntry, CostRun, CostState } from './cost-types.ts'
import { cancelledOutcome } from './outcome.ts'
import { rowsOf, runOf } from './value-rows.ts'

/**
 * Movements that come after all that `state` holds, by day, clock and id (that none is older than the last by clock is the
 * caller's word). The run tells of these movements only. Null where the past has to be replayed: a day before the last
 * one, a movement pointed at that the state does not know, or one put right on its own day.
 */
export function appendCosts(state: CostState, entries: readonly CostEntry[]): CostRun | null {
  if (missingFootprints(state, entries).length > 0 || !entries.every((entry) => comesAfter(state, entry))) return null
  const cancelled = cancelledPairs(entries)
  const book = openBook(state)
  const outcomes = entries.map((entry) => (cancelled.has(entry.id) ? cancelledOutcome(entry) : applyEntry(book, entry)))
  return runOf({ outcomes, rows: outcomes.flatMap(rowsOf), waiting: [], state: bookState(book) })
}

/**
 * Movements that these point at and whose footprints the state lacks: to be loaded, and asked again until there are none
 * (a reversal also gives goods back to what its movement pointed at).
 */
export function missingFootprints(state: CostState, entries: readonly CostEntry[]): Id[] {
  const isNew = new Set(entries.map((entry) => entry.id))
  const missing = new Set<Id>()
  const need = (id: Id | null) => {
    if (id !== null && !isNew.has(id) && !state.footprints.has(id)) missing.add(id)
  }
  for (const { reversesId, originId } of entries) {
    need(reversesId)
    need(originId)
    if (reversesId !== null) need(state.footprints.get(reversesId)?.refId ?? null)
  }
  return [...missing]
}

function comesAfter(state: CostState, entry: CostEntry): boolean {
  if (state.lastOn !== null && entry.on < state.lastOn) return false
  const reversed = entry.reversesId === null ? undefined : state.footprints.get(entry.reversesId)
  // On one day the two may cancel out, and then the movement must never have been.
  return reversed?.on !== entry.on
}
