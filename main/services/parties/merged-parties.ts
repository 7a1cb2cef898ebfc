// Parties that were merged into others as duplicates of them. Their rows stay, deleted: a ledger that names them is never
// rewritten, and is read as the kept one's.
import type { ReadDb } from '#main/db/database.ts'
import type { Id } from '#shared/ids.ts'

/** The party itself and all that became part of it, however long ago. */
export function idsOfParty(db: ReadDb, id: Id): Id[] {
  return db.raw(ownIdsSql, id).map(([own]) => own as Id)
}

/** The same as SQL, with one `?` for the party. */
export const ownIdsSql = `WITH RECURSIVE own (id) AS (
    VALUES (CAST(? AS INTEGER)) UNION
    SELECT p.id FROM own JOIN parties p INDEXED BY parties_merged ON p.merged_into_id = own.id)
  SELECT id FROM own`

/** SQL of the party that `column` stands for today: itself, or the one that it was merged into. NULL stays NULL. */
export function keptPartySql(column: string): string {
  return `(WITH RECURSIVE kept (id, into_id) AS (
      SELECT k.id, k.merged_into_id FROM parties k WHERE k.id = ${column} UNION
      SELECT k.id, k.merged_into_id FROM kept JOIN parties k ON k.id = kept.into_id)
    SELECT id FROM kept WHERE into_id IS NULL LIMIT 1)`
}
