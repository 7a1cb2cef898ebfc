// What an issued paper was made of and what came out: kept once, by the hash of all three.
import { createHash } from 'node:crypto'
import { deflateSync, inflateSync } from 'node:zlib'
import type { ReadDb, WriteTx } from '#main/db/database.ts'
import type { Id } from '#shared/ids.ts'

export type PaperContent = { template: string; data: string; html: string }

type KeptContent = Omit<PaperContent, 'html'> & { hash: string; html: Uint8Array }

/** The id of the content, kept now unless it was before. */
export function keepPaperContent(tx: WriteTx, content: PaperContent): Id {
  const hash = hashOf(content)
  const known = tx.get<{ id: Id }>('SELECT id FROM paper_contents WHERE hash = ? ORDER BY id LIMIT 1', hash)
  if (known) return known.id
  return tx.insert('paper_contents', keptForm(content))
}

/** The columns of a content's row. */
export function keptForm({ template, data, html }: PaperContent): KeptContent {
  return { hash: hashOf({ template, data, html }), template, data, html: deflateSync(html) }
}

/** No page comes near it; what another copy brings might unpack to the whole memory. */
const longestPage = 2 ** 28

/** The page of a kept content as text. */
export function pageText(html: Uint8Array): string {
  return inflateSync(html, { maxOutputLength: longestPage }).toString('utf8')
}

/** Ids of contents that are not what was issued. One is read at a time: pages may be long; erased ones have no hash. */
export function alteredPaperContents(db: ReadDb): Id[] {
  const ids = db.raw("SELECT id FROM paper_contents WHERE hash <> '' ORDER BY id").map((row) => row[0] as Id)
  return ids.filter((id) => isAlteredPaper(db, id))
}

export function isAlteredPaper(db: ReadDb, id: Id): boolean {
  const row = db.get<KeptContent>('SELECT hash, template, data, html FROM paper_contents WHERE id = ?', id)
  if (!row) return false
  try {
    return hashOf({ ...row, html: pageText(row.html) }) !== row.hash
  } catch {
    // Not even a deflated page any more.
    return true
  }
}

function hashOf({ template, data, html }: PaperContent): string {
  const hash = createHash('sha256')
  for (const part of [template, data, html]) hash.update(`${part.length}\n`).update(part)
  return hash.digest('hex')
}
