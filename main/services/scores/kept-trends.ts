// How scores went over the periods that were kept.
import type { ReadDb } from '#main/db/database.ts'
import { newestRunFirst } from '#main/services/scores/held-grades.ts'
import type { Id } from '#shared/ids.ts'

/** Periods that a small line on the board shows. */
const shownPeriods = 12

/** Of each supplier that is in one of the newest periods its scores, the oldest first; null where it had none. */
export function keptTrends(db: ReadDb): Map<Id, (number | null)[]> {
  const runs = db.raw(`SELECT r.id FROM score_runs r ORDER BY ${newestRunFirst} LIMIT ?`, shownPeriods).reverse() as [
    Id,
  ][]
  const trends = new Map<Id, (number | null)[]>()
  for (const [at, [runId]] of runs.entries()) {
    const items = db.raw(
      'SELECT party_id, score FROM score_run_items INDEXED BY score_run_items_by_run WHERE run_id = ?',
      runId,
    ) as [Id, number | null][]
    for (const [partyId, score] of items) {
      const trend = trends.get(partyId) ?? []
      while (trend.length < at) trend.push(null)
      trend.push(score)
      trends.set(partyId, trend)
    }
  }
  return trends
}
