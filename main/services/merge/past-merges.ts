// The merges that this copy made, newest first.
import { type BookHandle, connectionOf } from '#main/db/book-handle.ts'
import { undoableMerge } from '#main/db/merge/undoable-merge.ts'
import { read } from '#main/db/statements.ts'
import type { MergesTable } from '#main/db/tables.ts'
import type { MergeReportNote } from '#main/services/merge/unwritten-choices.ts'
import type { Instant } from '#shared/dates.ts'
import type { MergeResult, PastMerge } from '#shared/schemas/merge.ts'

const shown = 50

/** With the name of the backup that was made before each; whether that is still there, the host knows. */
export function pastMerges(handle: BookHandle): (PastMerge & { backupName: string })[] {
  const connection = connectionOf(handle)
  return read(connection, (db) => {
    const undoable = undoableMerge(connection)
    const rows = db.all<MergesTable>('SELECT * FROM merges ORDER BY id DESC LIMIT ?', shown)
    return rows.map((row) => ({
      id: row.id,
      at: row.merged_at as Instant,
      fileName: row.file_name,
      changes: row.operations,
      standing: row.id === undoable?.id ? 'undoable' : row.backup_name === '' ? 'no-backup' : 'later-work',
      result: resultOf(row.report),
      backupName: row.backup_name,
    }))
  })
}

function resultOf(report: string): MergeResult | null {
  const { unwritten: _, ...result } = JSON.parse(report) as Partial<MergeReportNote>
  return result.id === undefined ? null : (result as MergeResult)
}
