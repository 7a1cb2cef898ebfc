// What was opened lately on this machine: shown before anything is typed, and found before what is alike.
import type { ReadDb, WriteTx } from '#main/db/database.ts'
import { recordRefOf } from '#main/services/records/record-titles.ts'
import type { RecordRef } from '#shared/schemas/records.ts'

/** Older ones are forgotten. */
const remembered = 100

/** The records opened last, the last one first; some may have been deleted since. */
export function recentRecords(db: ReadDb, limit = remembered): RecordRef[] {
  return db
    .all<{ kind: string; id: number }>(
      `SELECT record_kind AS kind, record_id AS id FROM recent_records INDEXED BY recent_records_by_time
       ORDER BY opened_at DESC, record_id DESC LIMIT ?`,
      limit,
    )
    .flatMap(({ kind, id }) => recordRefOf(kind, id) ?? [])
}

/** Notes that someone opened a record. A local table: it leaves no trace in the log. */
export function noteOpened(tx: WriteTx, { kind, id }: RecordRef): void {
  const [latest] = recentRecords(tx, 1)
  if (latest?.kind === kind && latest.id === id) return
  tx.run(
    `INSERT INTO recent_records (record_kind, record_id, opened_at) VALUES (?, ?, ?)
     ON CONFLICT (record_kind, record_id) DO UPDATE SET opened_at = excluded.opened_at`,
    kind,
    id,
    tx.now,
  )
  tx.run(
    `DELETE FROM recent_records WHERE opened_at < (
       SELECT opened_at FROM recent_records ORDER BY opened_at DESC LIMIT 1 OFFSET ${remembered - 1})`,
  )
}
