// A list as a CSV file that spreadsheets and our own import read alike: UTF-8 with its mark, CRLF, guarded cells.

import { closeSync, openSync, writeSync } from 'node:fs'
import { csvLine } from '#main/domain/import/csv-line.ts'
import { textWriter } from '#main/services/exports/cell-writers.ts'
import type { ExportColumn } from '#main/services/exports/export-columns.ts'
import type { ExportRows } from '#main/services/exports/export-source.ts'
import type { JobHandle } from '#main/services/jobs/job.ts'
import type { ExportInput } from '#shared/schemas/exports.ts'

const byteOrderMark = '\ufeff'

export type ExportWriting = { columns: readonly ExportColumn[]; language: ExportInput['language']; job: JobHandle }

/** Writes the file group by group; gives the number of rows. */
export function writeCsv(
  path: string,
  { total, groups }: ExportRows,
  { columns, language, job }: ExportWriting,
): number {
  const writers = columns.map((column) => ({ key: column.key, write: textWriter(column, language) }))
  const file = openSync(path, 'w')
  let count = 0
  try {
    writeSync(file, byteOrderMark + csvLine(columns.map((column) => column.header)))
    for (const { rows, done } of groups) {
      job.stopIfCancelled()
      const lines = rows.map((row) => csvLine(writers.map(({ key, write }) => write(row[key] ?? null))))
      writeSync(file, lines.join(''))
      count += rows.length
      job.progress('export.writing', done, total)
    }
  } finally {
    closeSync(file)
  }
  return count
}
