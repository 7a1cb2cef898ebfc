// Tasks as rows of a file.
import type { ReadDb } from '#main/db/database.ts'
import type { ExportRow } from '#main/services/exports/export-source.ts'
import { taskRows } from '#main/services/tasks/task-list.ts'

/** Tasks in the order of `ids`. */
export function taskExportRows(db: ReadDb, ids: readonly number[]): ExportRow[] {
  return taskRows(db, ids).map(({ record, repeat, personName, personNameZh, items, itemsDone, ...row }) => ({
    ...row,
    person: personName || personNameZh,
    recordKind: record ? [record.code, record.name].filter(Boolean).join(' ') : '',
    itemsDone: items === 0 ? '' : `${itemsDone}/${items}`,
    repeat: repeat?.unit ?? '',
    repeatEvery: repeat?.every ?? null,
    repeatUntil: repeat?.until ?? null,
  }))
}
