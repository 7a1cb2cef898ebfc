// The note of a merge, and whether it can still be undone: by the backup made before it, while nothing was written since.
import { createHash } from 'node:crypto'
import type { Connection } from '#main/db/database.ts'
import { logHeads } from '#main/db/merge/new-runs.ts'
import { prepared } from '#main/db/statements.ts'
import type { MergesTable } from '#main/db/tables.ts'
import type { Id } from '#shared/ids.ts'

/** The whole log in one hash, made of the last operations of all copies. */
export function headsHash(connection: Connection): string {
  const heads = logHeads(connection).map(({ replica, sequence, hash }) => [replica, sequence, hash])
  return createHash('sha256').update(JSON.stringify(heads)).digest('hex')
}

/** The last merge, as long as nothing was written or merged after it (and its choices); else null. */
export function undoableMerge(connection: Connection): MergesTable | null {
  const last = prepared(connection, 'SELECT * FROM merges ORDER BY id DESC LIMIT 1').get() as MergesTable | undefined
  return last && last.backup_name !== '' && last.head_after === headsHash(connection) ? last : null
}

/** What was written so far counts as part of the merge: the choices made in its report, which follow it at once. */
export function sealMerge(connection: Connection, mergeId: Id, report: string): void {
  prepared(connection, 'UPDATE merges SET head_after = ?, report = ? WHERE id = ?').run(
    headsHash(connection),
    report,
    mergeId,
  )
}
