// Ledgers keep the party that they were written with; who it was merged into, as a duplicate, is looked up when they are read.
import type { ReadDb } from '#main/db/database.ts'
import type { Id } from '#shared/ids.ts'

/** Merges of merges; more than this is a circle. */
const mostMerges = 20

/** The record that stands for a party now: itself, or the one that it was merged into. */
export function livingParty(db: ReadDb, id: Id | null): Id | null {
  let at = id
  for (let step = 0; at !== null && step < mostMerges; step += 1) {
    const row = db.get<{ next: Id | null }>('SELECT merged_into_id AS next FROM parties WHERE id = ?', at)
    if (!row || row.next === null) return at
    at = row.next
  }
  return at
}

/** The party and every record that was merged into it. */
export function partiesOf(db: ReadDb, id: Id): Id[] {
  const found = db.raw(
    `WITH RECURSIVE m (id, step) AS (SELECT CAST(? AS INTEGER), 0 UNION
       SELECT p.id, m.step + 1 FROM m JOIN parties p INDEXED BY parties_merged ON p.merged_into_id = m.id
       WHERE p.merged_into_id IS NOT NULL AND m.step < ${mostMerges})
     SELECT DISTINCT id FROM m`,
    id,
  )
  return found.map(([party]) => party as Id)
}

/** Which parties were merged into which, for a whole report. */
export function mergedParties(db: ReadDb): (id: Id) => Id {
  const rows = db.raw(
    'SELECT id, merged_into_id FROM parties INDEXED BY parties_merged WHERE merged_into_id IS NOT NULL',
  ) as [Id, Id][]
  const next = new Map(rows)
  return (id) => {
    let at = id
    for (let step = 0; step < mostMerges; step += 1) at = next.get(at) ?? at
    return at
  }
}
