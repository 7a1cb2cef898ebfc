// The files on a record, and what one of them holds.
import type { ReadDb } from '#main/db/database.ts'
import { contentOf, isLeftOutSql } from '#main/services/attachments/keep-content.ts'
import type { FileShelf } from '#main/services/files/file-shelf.ts'
import { rowMakers } from '#main/services/history/row-makers.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import type { AttachmentContent, AttachmentTotal, RecordAttachment } from '#shared/schemas/attachments.ts'
import type { RecordRef } from '#shared/schemas/records.ts'

type Row = Pick<RecordAttachment, 'id' | 'name' | 'kind' | 'expiresOn' | 'note' | 'size'> & {
  mediaType: string
  thumbnail: Uint8Array | null
  isLeftOut: number
}

/** Newest first. Pictures that the same book keeps for other uses (a product's own) are not among them. */
export function recordAttachments(db: ReadDb, { kind, id }: RecordRef): RecordAttachment[] {
  const rows = db.all<Row>(
    `SELECT r.id, r.name, r.kind, r.expires_on AS expiresOn, r.note, a.size, a.media_type AS mediaType, a.thumbnail,
       ${isLeftOutSql} AS isLeftOut
     FROM record_attachments r INDEXED BY record_attachments_by_record JOIN attachments a ON a.id = r.attachment_id
     WHERE r.record_id = ? AND r.record_kind = ? AND r.deleted = 0`,
    id,
    kind,
  )
  const ids = rows.map((row) => row.id)
  const makers = rowMakers(db, ids)
  return rows
    .map(({ mediaType, thumbnail, isLeftOut, ...row }) => ({
      ...row,
      isLeftOut: isLeftOut === 1,
      isPicture: mediaType.startsWith('image/'),
      thumbnail: thumbnail && `data:image/jpeg;base64,${Buffer.from(thumbnail).toString('base64')}`,
      addedAt: makers.get(row.id)?.at ?? null,
      addedBy: makers.get(row.id)?.person ?? null,
    }))
    .sort((left, right) => (right.addedAt ?? 0) - (left.addedAt ?? 0) || right.id - left.id)
}

/** How many files are on a record. */
export function countAttachmentsOf(db: ReadDb, { kind, id }: RecordRef): number {
  const row = db.get<{ n: number }>(
    `SELECT count(*) AS n FROM record_attachments INDEXED BY record_attachments_by_record
     WHERE record_id = ? AND record_kind = ? AND deleted = 0`,
    id,
    kind,
  )
  return row?.n ?? 0
}

/** Everything that the book keeps of files and pictures, each content once. */
export function attachmentTotal(db: ReadDb): AttachmentTotal {
  return (
    db.get<AttachmentTotal>('SELECT count(*) AS contents, coalesce(sum(size), 0) AS bytes FROM attachments') ?? {
      contents: 0,
      bytes: 0,
    }
  )
}

/** Puts what the file holds on the shelf, under its name, or `attachments/not-found`. */
export function attachmentContent(db: ReadDb, files: FileShelf, id: Id): AttachmentContent {
  const row = db.get<{ name: string; attachmentId: Id }>(
    'SELECT name, attachment_id AS attachmentId FROM live_record_attachments WHERE id = ?',
    id,
  )
  const kept = row && contentOf(db, row.attachmentId)
  if (!kept) throw new AppError('attachments/not-found')
  const file = files.keep(row.name, kept.content)
  return { token: file.token, name: row.name, size: kept.content.byteLength, mediaType: kept.mediaType }
}
