// Contents are digested by their hash alone, so the log proves them only as long as each still is what its hash says.
import { createHash } from 'node:crypto'
import type { ReadDb } from '#main/db/database.ts'
import type { Id } from '#shared/ids.ts'

/** Ids of files whose bytes or size are not those that were kept. One is read at a time: they may be large; erased ones have no hash. */
export function alteredContents(db: ReadDb): Id[] {
  const ids = db.raw("SELECT id FROM attachments WHERE hash <> '' ORDER BY id").map((row) => row[0] as Id)
  return ids.filter((id) => isAltered(db, id))
}

export function isAltered(db: ReadDb, id: Id): boolean {
  const row = db.get<{ hash: string; size: number; content: Uint8Array }>(
    'SELECT hash, size, content FROM attachments WHERE id = ?',
    id,
  )
  // Left out of an exported copy: another copy has it, and it comes back when they meet.
  const isLeftOut = row?.content.byteLength === 0 && row.size > 0
  if (!row || isLeftOut) return false
  const hash = createHash('sha256').update(row.content).digest('hex')
  return hash !== row.hash || row.content.byteLength !== row.size
}
