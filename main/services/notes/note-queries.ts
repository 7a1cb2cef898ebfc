// Notes as they are read: by id for the timeline, pinned ones on top of it.
import type { ReadDb } from '#main/db/database.ts'
import { rowMakers } from '#main/services/history/row-makers.ts'
import type { Id } from '#shared/ids.ts'
import type { RecordNote } from '#shared/schemas/notes.ts'
import type { RecordRef } from '#shared/schemas/records.ts'

type Row = { id: Id; text: string; isPinned: number; isEdited: number }

const columns = `r.id, r.text, r.is_pinned AS isPinned, EXISTS (SELECT 1 FROM changes c INDEXED BY changes_by_row
  WHERE c.table_name = 'notes' AND c.row_id = r.id AND c.after ->> '$.text' IS NOT NULL) AS isEdited`

/** The pinned notes of a record, the latest written first. */
export function pinnedNotes(db: ReadDb, { kind, id }: RecordRef): RecordNote[] {
  const rows = db.all<Row>(
    `SELECT ${columns} FROM notes r INDEXED BY notes_by_record
     WHERE r.record_id = ? AND r.record_kind = ? AND r.is_pinned = 1 AND r.deleted = 0`,
    id,
    kind,
  )
  return withMakers(db, rows).sort((left, right) => (right.at ?? 0) - (left.at ?? 0) || right.id - left.id)
}

/** Whether anything is written on a record. */
export function hasNotes(db: ReadDb, { kind, id }: RecordRef): boolean {
  const any =
    'SELECT 1 FROM notes INDEXED BY notes_by_record WHERE record_id = ? AND record_kind = ? AND deleted = 0 LIMIT 1'
  return db.raw(any, id, kind).length > 0
}

/** Living notes by their ids. */
export function notesById(db: ReadDb, ids: readonly Id[]): Map<Id, RecordNote> {
  const rows = db.all<Row>(
    `SELECT ${columns} FROM json_each(?) j CROSS JOIN notes r ON r.id = j.value WHERE r.deleted = 0`,
    JSON.stringify(ids),
  )
  return new Map(withMakers(db, rows).map((note) => [note.id, note]))
}

function withMakers(db: ReadDb, rows: readonly Row[]): RecordNote[] {
  const ids = rows.map((row) => row.id)
  const makers = rowMakers(db, ids)
  return rows.map((row) => ({
    id: row.id,
    text: row.text,
    isPinned: row.isPinned === 1,
    isEdited: row.isEdited === 1,
    person: makers.get(row.id)?.person ?? null,
    at: makers.get(row.id)?.at ?? null,
  }))
}
