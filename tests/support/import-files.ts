// Files to import in tests: written to a folder of their own, inspected and run as the program does it.
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileShelf, type ShelvedFile } from '#main/services/files/file-shelf.ts'
import { type InspectChoice, inspectFile } from '#main/services/import/inspect-file.ts'
import { runImport } from '#main/services/import/run-import.ts'
import { type JobHandle, silentJob } from '#main/services/jobs/job.ts'
import type { FileReport, ImportMapping, ImportReport, Inspection } from '#shared/schemas/imports.ts'
import type { TestBook } from '#tests/support/test-book.ts'

export const folder = mkdtempSync(join(tmpdir(), 'quayside-import-'))
export const shelf = fileShelf(join(folder, 'shelf'))
let count = 0

/** Puts a file on the shelf; lines are joined by LF. */
export function fileOf(name: string, content: string | Uint8Array | readonly string[]): ShelvedFile {
  count += 1
  const path = join(folder, `${count}-${name}`)
  writeFileSync(
    path,
    typeof content === 'string' || content instanceof Uint8Array ? content : `${content.join('\n')}\n`,
  )
  return shelf.lend(path, name)
}

export function lent(path: string): ShelvedFile {
  return shelf.lend(path, basename(path))
}

export function inspect(book: TestBook, file: ShelvedFile, choice: InspectChoice = {}): Inspection {
  return book.read((db) => inspectFile(db, file, choice))
}

type Wishes = {
  options?: Partial<ImportMapping['options']>
  kind?: ImportMapping['kind']
  dry?: boolean
  job?: JobHandle
}

/** Imports files as guessed, with `options` on top. */
export function importAll(book: TestBook, files: readonly ShelvedFile[], wishes: Wishes = {}): ImportReport {
  const mapped = files.map((file) => {
    const { mapping } = inspect(book, file, { kind: wishes.kind })
    return { file, mapping: { ...mapping, options: { ...mapping.options, ...wishes.options } } }
  })
  const work = { files: mapped, job: wishes.job ?? silentJob, shelf }
  return wishes.dry
    ? book.writer.rehearse(null, (tx) => runImport(tx, work))
    : book.write((tx) => runImport(tx, work), 'imports.run')
}

/** One file's report, the only one. */
export function importOne(book: TestBook, file: ShelvedFile, wishes: Wishes = {}): FileReport {
  const [report] = importAll(book, [file], wishes).files
  if (!report) throw new Error('no report')
  return report
}

/** The counts of a report, to compare at a glance: [new, changed, unchanged, refused]. */
export function counts(report: FileReport): [number, number, number, number] {
  return [report.new, report.changed, report.unchanged, report.refusedRows]
}
