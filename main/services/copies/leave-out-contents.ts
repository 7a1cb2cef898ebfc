// Files without what they hold: name, size and hash stay, so that the content comes back where a copy that has it is merged.
import type { ReadDb, WriteTx } from '#main/db/database.ts'

/** Contents that another copy has: never to be told as damage. Erased ones have no hash any more. */
export const isLeftOut = "length(content) = 0 AND size > 0 AND hash <> ''"

/** Empties the contents of files and pictures; the company's logo and stamp stay, since its papers show them. */
export function leaveOutContents(tx: WriteTx): number {
  return tx.run(
    `UPDATE attachments SET content = zeroblob(0) WHERE length(content) > 0
     AND id NOT IN (SELECT logo_id FROM books WHERE logo_id IS NOT NULL UNION SELECT stamp_id FROM books WHERE stamp_id IS NOT NULL)`,
  )
}

export function countLeftOut(db: ReadDb): number {
  return db.get<{ n: number }>(`SELECT count(*) AS n FROM attachments WHERE ${isLeftOut}`)?.n ?? 0
}
