// The names of parties, for lists and reports that show who it is about.
import type { ReadDb } from '#main/db/database.ts'
import type { Id } from '#shared/ids.ts'

export type PartyName = { name: string; nameZh: string; country: string }

/** Of living and deleted parties alike; an id that the book does not know is not in it. */
export function partyNames(db: ReadDb, ids: readonly (Id | null)[]): Map<Id, PartyName> {
  const rows = db.raw(
    'SELECT id, name, name_zh, country FROM parties WHERE id IN (SELECT value FROM json_each(?))',
    JSON.stringify(ids.filter((id) => id !== null)),
  ) as [Id, string, string, string][]
  return new Map(rows.map(([id, name, nameZh, country]) => [id, { name, nameZh, country }]))
}
