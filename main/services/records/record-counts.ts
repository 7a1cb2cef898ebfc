// How much hangs on a record: the numbers beside its panels. Each feature counts what its panel shows.
import type { ReadDb } from '#main/db/database.ts'
import { countAttachmentsOf } from '#main/services/attachments/attachment-queries.ts'
import { countPapersOf } from '#main/services/papers/paper-list.ts'
import { countOpenTasksOf } from '#main/services/tasks/task-queries.ts'
import { countVersionsOf } from '#main/services/versions/version-queries.ts'
import type { RecordCounts, RecordRef } from '#shared/schemas/records.ts'

/** A feature with a panel adds its line. */
const countsByPanel: Readonly<Record<string, (db: ReadDb, record: RecordRef) => number>> = {
  tasks: countOpenTasksOf,
  attachments: countAttachmentsOf,
  papers: countPapersOf,
  versions: countVersionsOf,
}

export function recordCounts(db: ReadDb, record: RecordRef): RecordCounts {
  const counts = Object.entries(countsByPanel).map(([panel, count]) => [panel, count(db, record)] as const)
  return Object.fromEntries(counts.filter(([, count]) => count !== 0)) as RecordCounts
}
