// The company's logo and the picture of its stamp, as papers carry them. The bytes are kept once per content.
import { readFileSync } from 'node:fs'
import type { ReadDb, WriteTx } from '#main/db/database.ts'
import { keepBytes, pictureDataUri } from '#main/services/attachments/keep-content.ts'
import { pictureType } from '#main/services/attachments/picture-format.ts'
import type { ShelvedFile } from '#main/services/files/file-shelf.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import { type CompanyPicture, companyPictureLimitMb } from '#shared/schemas/book.ts'

const limitMb = companyPictureLimitMb
const limitBytes = limitMb * 1024 * 1024
/** What every engine that makes papers shows alike; drawings (SVG) may hold anything and are refused. */
const taken: readonly (string | null)[] = ['image/png', 'image/jpeg']
const columns = { logo: 'logo_id', stamp: 'stamp_id' } as const

export type NewCompanyPicture = {
  which: CompanyPicture
  file: Pick<ShelvedFile, 'name' | 'path' | 'size'>
  thumbnail: string | null
}

/** Puts a picture in the place of the one there was, or refuses it (`book/not-a-company-picture`, `catalog/picture-too-large`). */
export function setCompanyPicture(tx: WriteTx, { which, file, thumbnail }: NewCompanyPicture): void {
  if (file.size > limitBytes) throw new AppError('catalog/picture-too-large', { name: file.name, limitMb })
  const content = readFileSync(file.path)
  if (!taken.includes(pictureType(content))) throw new AppError('book/not-a-company-picture', { name: file.name })
  const { id } = keepBytes(tx, { name: file.name, content, thumbnail })
  tx.update('books', 1, { [columns[which]]: id })
}

/** The content stays, as papers that were sent may show it. */
export function removeCompanyPicture(tx: WriteTx, which: CompanyPicture): void {
  tx.update('books', 1, { [columns[which]]: null })
}

/** The picture as a data URI; null where there is none. */
export function companyPicture(db: ReadDb, which: CompanyPicture): string | null {
  const row = db.get<{ id: Id | null }>(`SELECT ${columns[which]} AS id FROM books WHERE id = 1`)
  return row?.id == null ? null : pictureDataUri(db, row.id)
}
