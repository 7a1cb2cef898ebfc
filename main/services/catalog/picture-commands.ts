// Pictures of products. The bytes are kept once per content, however many products show them.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { ReadDb, WriteTx } from '#main/db/database.ts'
import { pictureType } from '#main/services/catalog/picture-format.ts'
import type { ShelvedFile } from '#main/services/files/file-shelf.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'

const limitMb = 10
const limitBytes = limitMb * 1024 * 1024

export type NewPicture = {
  productId: Id
  file: Pick<ShelvedFile, 'name' | 'path' | 'size'>
  /** A small JPEG in base64, made by the screen; null where it could make none. */
  thumbnail: string | null
}

/** Adds a picture behind the others of its product. The same picture again is refused quietly: it is there already. */
export function addPicture(tx: WriteTx, { productId, file, thumbnail }: NewPicture): Id {
  if (!tx.get('SELECT 1 FROM live_products WHERE id = ?', productId)) throw new AppError('catalog/product-not-found')
  const attachmentId = keepContent(tx, file, thumbnail)
  const shown = tx.all<{ id: Id; attachment_id: Id; position: number }>(
    'SELECT id, attachment_id, position FROM live_product_pictures WHERE product_id = ? ORDER BY position, id',
    productId,
  )
  const same = shown.find((picture) => picture.attachment_id === attachmentId)
  if (same) return same.id
  const position = (shown.at(-1)?.position ?? 0) + 1
  return tx.insert('product_pictures', { product_id: productId, attachment_id: attachmentId, position })
}

/** Takes a picture off its product; the content stays, as all that was ever attached. */
export function removePicture(tx: WriteTx, id: Id): void {
  if (!tx.get('SELECT 1 FROM live_product_pictures WHERE id = ?', id)) throw new AppError('catalog/picture-not-found')
  tx.update('product_pictures', id, { deleted: 1 })
}

/** A picture in full, as a data URI. */
export function pictureSource(db: ReadDb, attachmentId: Id): string {
  const row = db.get<{ media_type: string; content: Uint8Array }>(
    'SELECT media_type, content FROM attachments WHERE id = ?',
    attachmentId,
  )
  if (!row?.media_type.startsWith('image/')) throw new AppError('catalog/picture-not-found')
  return `data:${row.media_type};base64,${Buffer.from(row.content).toString('base64')}`
}

function keepContent(tx: WriteTx, file: NewPicture['file'], thumbnail: string | null): Id {
  if (file.size > limitBytes) throw new AppError('catalog/picture-too-large', { name: file.name, limitMb })
  const content = readFileSync(file.path)
  const mediaType = pictureType(content)
  if (mediaType === null) throw new AppError('catalog/not-a-picture', { name: file.name })
  const hash = createHash('sha256').update(content).digest('hex')
  const known = tx.get<{ id: Id }>('SELECT id FROM attachments WHERE hash = ? ORDER BY id LIMIT 1', hash)
  if (known) return known.id
  return tx.insert('attachments', {
    hash,
    media_type: mediaType,
    name: file.name,
    size: content.byteLength,
    content,
    thumbnail: thumbnailBytes(thumbnail),
  })
}

/** Grids show thumbnails as JPEG, so anything else is none. */
function thumbnailBytes(base64: string | null): Uint8Array | null {
  const bytes = base64 === null ? null : Buffer.from(base64, 'base64')
  return bytes && pictureType(bytes) === 'image/jpeg' ? bytes : null
}
