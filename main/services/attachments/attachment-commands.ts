// Puts files on records, says more about them, takes them off. What a file holds is kept even then: the log refers to it.
import type { WriteTx } from '#main/db/database.ts'
import { guessAttachmentKind } from '#main/domain/attachments/guess-kind.ts'
import { keepContent, type NewContent } from '#main/services/attachments/keep-content.ts'
import { refuseMissingRecord } from '#main/services/records/record-titles.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import {
  type AttachmentKind,
  attachmentLimitBytes,
  attachmentLimitMb,
  cleanFileName,
  type EditAttachmentInput,
} from '#shared/schemas/attachments.ts'
import type { RecordRef } from '#shared/schemas/records.ts'

export type NewAttachment = NewContent & { record: RecordRef; kind?: AttachmentKind | undefined }
/** `isNew` is false where the record has this very content already, under `name`: nothing is added then. */
export type AddedAttachment = { id: Id; name: string; isNew: boolean }

export function addAttachment(tx: WriteTx, { record, file, thumbnail, kind }: NewAttachment): AddedAttachment {
  refuseMissingRecord(tx, record)
  if (file.size > attachmentLimitBytes)
    throw new AppError('attachments/too-large', { name: file.name, limitMb: attachmentLimitMb })
  if (file.size === 0) throw new AppError('attachments/empty', { name: file.name })
  const content = keepContent(tx, { file, thumbnail })
  const there = sameOnRecord(tx, record, content.hash)
  if (there) return { ...there, isNew: false }
  const name = cleanFileName(file.name) || file.name
  const id = tx.insert('record_attachments', {
    record_kind: record.kind,
    record_id: record.id,
    attachment_id: content.id,
    name,
    kind: kind ?? guessAttachmentKind(name, content.mediaType.startsWith('image/')),
  })
  return { id, name, isNew: true }
}

/** By hash, not by row: two copies of a book may each have kept the same content before they were merged. */
function sameOnRecord(tx: WriteTx, { kind, id }: RecordRef, hash: string): { id: Id; name: string } | undefined {
  return tx.get(
    `SELECT r.id, r.name FROM record_attachments r INDEXED BY record_attachments_by_record
     JOIN attachments a ON a.id = r.attachment_id
     WHERE r.record_id = ? AND r.record_kind = ? AND r.deleted = 0 AND a.hash = ? ORDER BY r.id LIMIT 1`,
    id,
    kind,
    hash,
  )
}

export function editAttachment(tx: WriteTx, { id, name, kind, expiresOn, note }: EditAttachmentInput): void {
  refuseMissing(tx, id)
  tx.update('record_attachments', id, { name, kind, expires_on: expiresOn, note })
}

/** Takes the file off its record. */
export function removeAttachment(tx: WriteTx, id: Id): void {
  refuseMissing(tx, id)
  tx.update('record_attachments', id, { deleted: 1 })
}

function refuseMissing(tx: WriteTx, id: Id): void {
  if (!tx.get('SELECT 1 FROM live_record_attachments WHERE id = ?', id)) throw new AppError('attachments/not-found')
}
