// What files hold, kept once: one row per content, however many records, products or papers show it. Rows never change.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { ReadDb, WriteTx } from '#main/db/database.ts'
import { mediaTypeOf, pictureType } from '#main/services/attachments/picture-format.ts'
import type { ShelvedFile } from '#main/services/files/file-shelf.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'

export type NewContent = {
  file: Pick<ShelvedFile, 'name' | 'path' | 'size'>
  /** A small JPEG in base64, made by the screen; null where it could make none. */
  thumbnail: string | null
}

export type KeptContent = { id: Id; hash: string; mediaType: string; size: number }

/** Keeps what a file holds. The caller has looked at its size before: the whole of it is read at once. */
export function keepContent(tx: WriteTx, { file, thumbnail }: NewContent): KeptContent {
  return keepBytes(tx, { name: file.name, content: readFileSync(file.path), thumbnail })
}

/** The same for bytes at hand. */
export function keepBytes(
  tx: WriteTx,
  { name, content, thumbnail }: { name: string; content: Uint8Array; thumbnail: string | null },
): KeptContent {
  const hash = createHash('sha256').update(content).digest('hex')
  const facts = { hash, mediaType: mediaTypeOf(content), size: content.byteLength }
  // A row whose content was left out of this copy does not know it: the content comes back with a row of its own.
  const known = tx.get<{ id: Id }>(
    'SELECT id FROM attachments WHERE hash = ? AND length(content) = size ORDER BY id LIMIT 1',
    hash,
  )
  if (known) return { id: known.id, ...facts }
  const id = tx.insert('attachments', {
    hash,
    media_type: facts.mediaType,
    name,
    size: facts.size,
    content,
    thumbnail: thumbnailBytes(thumbnail),
  })
  return { id, ...facts }
}

type Kept = { mediaType: string; content: Uint8Array }

/**
 * A kept content with its bytes, or undefined. Where this row has none, because they were left out of an exported copy,
 * another row may have brought the same back; else `attachments/left-out`.
 */
export function contentOf(db: ReadDb, attachmentId: Id): Kept | undefined {
  const row = db.get<Kept & { hash: string; size: number; name: string }>(
    'SELECT media_type AS mediaType, content, hash, size, name FROM attachments WHERE id = ?',
    attachmentId,
  )
  const isLeftOut = row !== undefined && row.content.byteLength === 0 && row.size > 0 && row.hash !== ''
  if (!isLeftOut) return row
  const brought = db.get<Kept>(
    'SELECT media_type AS mediaType, content FROM attachments WHERE hash = ? AND length(content) = size LIMIT 1',
    row.hash,
  )
  if (!brought) throw new AppError('attachments/left-out', { name: row.name })
  return brought
}

/** SQL: whether the bytes of content `a` are nowhere in this copy. Erased ones have no hash any more. */
export const isLeftOutSql = `(a.size > 0 AND length(a.content) = 0 AND a.hash <> ''
  AND NOT EXISTS (SELECT 1 FROM attachments b WHERE b.hash = a.hash AND length(b.content) = b.size))`

/** A kept picture as a data URI; null where the content is no picture, or not there, or in another copy. */
export function pictureDataUri(db: ReadDb, attachmentId: Id): string | null {
  const isLeftOut = db.get(`SELECT 1 FROM attachments a WHERE a.id = ? AND ${isLeftOutSql}`, attachmentId) !== undefined
  const kept = isLeftOut ? undefined : contentOf(db, attachmentId)
  if (!kept?.mediaType.startsWith('image/')) return null
  return `data:${kept.mediaType};base64,${Buffer.from(kept.content).toString('base64')}`
}

/** Screens show thumbnails as JPEG, so anything else is none. */
function thumbnailBytes(base64: string | null): Uint8Array | null {
  const bytes = base64 === null ? null : Buffer.from(base64, 'base64')
  return bytes && pictureType(bytes) === 'image/jpeg' ? bytes : null
}
