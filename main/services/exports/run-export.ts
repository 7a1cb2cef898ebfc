// Exports everything of a list that matches into a file on the shelf.

import { rmSync } from 'node:fs'
import type { ReadDb } from '#main/db/database.ts'
import { exportColumns, exportName } from '#main/services/exports/export-columns.ts'
import { exportSources } from '#main/services/exports/export-sources.ts'
import { writeCsv } from '#main/services/exports/write-csv.ts'
import { sheetCells, writeXlsx } from '#main/services/exports/write-xlsx.ts'
import type { FileShelf } from '#main/services/files/file-shelf.ts'
import type { JobHandle } from '#main/services/jobs/job.ts'
import type { ExportedFile, ExportInput } from '#shared/schemas/exports.ts'

export type ExportParts = {
  /** Runs a service inside one read transaction: all rows are of one moment. */
  read<Result>(service: (db: ReadDb) => Result): Result
  files: FileShelf
  job: JobHandle
}

/** The finished file. A cancelled or failed export leaves none behind. */
export async function runExport({ read, files, job }: ExportParts, input: ExportInput): Promise<ExportedFile> {
  const source = exportSources[input.list]
  const columns = exportColumns(source, input, source.more && read((db) => source.more?.(db, input.language)))
  const name = exportName(input)
  const file = files.open(`${name}.${input.format}`)
  const writing = { columns, language: input.language, job }
  try {
    let rows: number
    if (input.format === 'csv') rows = read((db) => writeCsv(file.path, source.open(db, input), writing))
    else {
      const cells = read((db) => sheetCells(source.open(db, input), writing))
      rows = cells.length - 1
      job.progress('export.writing', 0, null)
      await writeXlsx(file.path, name, cells, columns)
    }
    const asked =
      input.marketing === undefined ? rows : read((db) => source.open(db, { ...input, marketing: undefined }).total)
    return { token: file.token, name: file.name, size: files.find(file.token).size, rows, leftOut: asked - rows }
  } catch (error) {
    rmSync(file.path, { force: true })
    throw error
  }
}
