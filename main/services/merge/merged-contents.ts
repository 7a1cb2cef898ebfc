// Contents at a merge: what came in is what its hash says, and what our copy was made without comes from the other.
import { createHash } from 'node:crypto'
import type { ReadDb, WriteTx } from '#main/db/database.ts'
import type { IdSpan } from '#main/db/merge/merge-types.ts'
import { isAltered } from '#main/services/book/check-contents.ts'
import { isLeftOut } from '#main/services/copies/leave-out-contents.ts'
import { isAlteredPaper } from '#main/services/papers/paper-contents.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'

/** Throws `merge/damaged` for a content that is not what was kept. */
export function refuseAlteredContents(db: ReadDb, spans: readonly IdSpan[]): void {
  for (const { firstId, lastId } of spans) {
    const altered =
      idsIn(db, `attachments WHERE hash <> '' AND NOT (${isLeftOut})`, { firstId, lastId }).find((id) =>
        isAltered(db, id),
      ) ?? idsIn(db, "paper_contents WHERE hash <> ''", { firstId, lastId }).find((id) => isAlteredPaper(db, id))
    if (altered !== undefined) throw new AppError('merge/damaged', { where: `content ${altered}` })
  }
}

function idsIn(db: ReadDb, source: string, { firstId, lastId }: IdSpan): Id[] {
  return db.raw(`SELECT id FROM ${source} AND id BETWEEN ? AND ?`, firstId, lastId).map(([id]) => id as Id)
}

/** Puts contents in that our copy lacks and either copy has under the same hash. Gives the tables it wrote. */
export function fillContents(tx: WriteTx, foreign: ReadDb): string[] {
  const lacking = tx.raw(`SELECT id, hash FROM attachments WHERE ${isLeftOut}`) as [Id, string][]
  let filled = 0
  for (const [id, hash] of lacking) {
    const content = contentByHash(tx, hash) ?? contentByHash(foreign, hash)
    if (content)
      filled += tx.run('UPDATE attachments SET content = ? WHERE id = ? AND size = ?', content, id, content.byteLength)
  }
  return filled > 0 ? ['attachments'] : []
}

/** Only what the hash vouches for. */
function contentByHash(db: ReadDb, hash: string): Uint8Array | null {
  const rows = db.raw('SELECT content FROM attachments WHERE hash = ? AND length(content) > 0', hash) as [unknown][]
  const [found] = rows.filter(([content]) => content instanceof Uint8Array && hashOf(content) === hash)
  return (found?.[0] as Uint8Array | undefined) ?? null
}

function hashOf(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}
