// How much hangs on a record: the numbers beside its panels.
import type { ReadDb } from '#main/db/database.ts'
import type { RecordCounts, RecordRef } from '#shared/schemas/records.ts'

/** Panel -> a count with the parameters record id and kind. A feature with a panel adds its line. */
const countsByPanel: Readonly<Record<string, string>> = {
  tasks: "SELECT count(*) FROM live_tasks WHERE record_id = ? AND record_kind = ? AND status = 'open'",
  attachments: 'SELECT count(*) FROM live_record_attachments WHERE record_id = ? AND record_kind = ?',
  papers: 'SELECT count(*) FROM live_papers WHERE record_id = ? AND record_kind = ?',
  versions: 'SELECT count(*) FROM document_versions WHERE record_id = ? AND record_kind = ?',
}

export function recordCounts(db: ReadDb, { kind, id }: RecordRef): RecordCounts {
  const counts = Object.entries(countsByPanel).map(([panel, sql]) => [panel, db.raw(sql, id, kind)[0]?.[0]] as const)
  return Object.fromEntries(counts.filter(([, count]) => count !== 0)) as RecordCounts
}
