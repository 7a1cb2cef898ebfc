// Writes notes on records, changes, pins and deletes them.
import type { WriteTx } from '#main/db/database.ts'
import { refuseMissingRecord } from '#main/services/records/record-titles.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import type { RecordRef } from '#shared/schemas/records.ts'

export function addNote(tx: WriteTx, record: RecordRef, text: string): Id {
  refuseMissingRecord(tx, record)
  return tx.insert('notes', { record_kind: record.kind, record_id: record.id, text })
}

export function editNote(tx: WriteTx, id: Id, text: string): void {
  refuseMissing(tx, id)
  tx.update('notes', id, { text })
}

export function pinNote(tx: WriteTx, id: Id, isPinned: boolean): void {
  refuseMissing(tx, id)
  tx.update('notes', id, { is_pinned: isPinned ? 1 : 0 })
}

export function removeNote(tx: WriteTx, id: Id): void {
  refuseMissing(tx, id)
  tx.update('notes', id, { deleted: 1 })
}

function refuseMissing(tx: WriteTx, id: Id): void {
  if (!tx.get('SELECT 1 FROM live_notes WHERE id = ?', id)) throw new AppError('notes/not-found')
}
