// Pictures that screens and papers show (a product's, the company's logo and stamp): kept as content, and looked at first.
import type { WriteTx } from '#main/db/database.ts'
import { keepContent, type NewContent } from '#main/services/attachments/keep-content.ts'
import { pictureType } from '#main/services/attachments/picture-format.ts'
import { firstBytes } from '#main/services/files/first-bytes.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'

const limitMb = 10
const limitBytes = limitMb * 1024 * 1024

/** Keeps a picture of at most 10 MB; what is none, or larger, is refused before it is read whole. */
export function keepPicture(tx: WriteTx, { file, thumbnail }: NewContent): Id {
  if (file.size > limitBytes) throw new AppError('catalog/picture-too-large', { name: file.name, limitMb })
  if (pictureType(firstBytes(file.path)) === null) throw new AppError('catalog/not-a-picture', { name: file.name })
  return keepContent(tx, { file, thumbnail }).id
}
