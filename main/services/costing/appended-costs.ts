// The newest movements of a product costed from where its costs stand, without its past.
import type { ReadDb } from '#main/db/database.ts'
import { appendCosts, missingFootprints } from '#main/domain/costing/append-costs.ts'
import type { CostEntry, CostRun, CostState, Footprint } from '#main/domain/costing/cost-types.ts'
import type { HistorySource } from '#main/services/costing/cost-history.ts'
import { keptState } from '#main/services/costing/cost-store.ts'
import { keptFootprint } from '#main/services/costing/kept-footprint.ts'
import type { Id } from '#shared/ids.ts'

type Posted = { productId: Id; posted: readonly Id[] }

type Appended = { entries: readonly CostEntry[]; run: CostRun }

/** Null where the past has to be looked at: something is back-dated, or points at what only a replay knows. */
export function appendedCosts(db: ReadDb, source: HistorySource, { productId, posted }: Posted): Appended | null {
  const state = keptState(db, productId, source.method)
  if (!state) return null
  const entries = source.entriesOf(productId, posted)
  if (entries.length === 0) return null
  // What enters a closed period is told of on the first open day.
  if (entries.some(({ on }) => source.closedThrough !== null && on <= source.closedThrough)) return null
  const whole = withFootprints(db, state, entries)
  const run = whole && appendCosts(whole, entries)
  return run && { entries, run }
}

function withFootprints(db: ReadDb, state: CostState, entries: readonly CostEntry[]): CostState | null {
  const footprints = new Map<Id, Footprint>()
  const known = { ...state, footprints }
  const but = new Set(entries.map(({ id }) => id))
  for (
    let missing = missingFootprints(known, entries);
    missing.length > 0;
    missing = missingFootprints(known, entries)
  ) {
    for (const id of missing) {
      const footprint = keptFootprint(db, id, but)
      if (!footprint) return null
      footprints.set(id, footprint)
    }
  }
  return known
}
