// The record that an operation was about, where it was one: what a notice about taking it back can lead to.
import type { ReadDb } from '#main/db/database.ts'
import { recordsOf, touchedRows } from '#main/services/history/touched-rows.ts'
import { recordKey, recordTitles } from '#main/services/records/record-titles.ts'
import type { Id } from '#shared/ids.ts'
import type { RecordTitle } from '#shared/schemas/records.ts'

/** Null where it was about none, or about several. */
export function undoneRecord(db: ReadDb, operationId: Id): RecordTitle | null {
  const span = db.get<{ id: Id; firstId: Id; lastId: Id }>(
    'SELECT id, first_id AS firstId, last_id AS lastId FROM operations WHERE id = ?',
    operationId,
  )
  if (!span) return null
  const { records } = recordsOf(db, touchedRows(db, span, 50))
  const [only] = records
  return only && records.length === 1 ? (recordTitles(db, [only]).get(recordKey(only)) ?? null) : null
}
