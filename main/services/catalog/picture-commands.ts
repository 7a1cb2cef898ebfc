// Pictures of products. The bytes are kept once per content, however many products show them.
import type { ReadDb, WriteTx } from '#main/db/database.ts'
import { contentOf, type NewContent, pictureDataUri } from '#main/services/attachments/keep-content.ts'
import { keepPicture } from '#main/services/attachments/keep-picture.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'

export type NewPicture = NewContent & { productId: Id }

/** Adds a picture behind the others of its product. The same picture again is refused quietly: it is there already. */
export function addPicture(tx: WriteTx, { productId, file, thumbnail }: NewPicture): Id {
  if (!tx.get('SELECT 1 FROM live_products WHERE id = ?', productId)) throw new AppError('catalog/product-not-found')
  const attachmentId = keepPicture(tx, { file, thumbnail })
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
  const source = pictureDataUri(db, attachmentId)
  // Says so itself where the picture is in another copy.
  if (source === null) contentOf(db, attachmentId)
  if (source === null) throw new AppError('catalog/picture-not-found')
  return source
}
