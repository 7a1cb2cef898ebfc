// What is exported and imported again changes nothing: for each entity, in both languages and both formats.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createBook, type OpenBook } from '#main/db/book.ts'
import { transientMemory } from '#main/db/machine-memory.ts'
import { read } from '#main/db/statements.ts'
import { runExport } from '#main/services/exports/run-export.ts'
import { type FileShelf, fileShelf } from '#main/services/files/file-shelf.ts'
import { inspectFile } from '#main/services/import/inspect-file.ts'
import { runImport } from '#main/services/import/run-import.ts'
import { silentJob } from '#main/services/jobs/job.ts'
import { fillSample } from '#main/services/sample/fill-sample.ts'
import { asDay } from '#shared/dates.ts'
import { type ExportInput, exportInput } from '#shared/schemas/exports.ts'
import { addAwkwardRecords } from '#tests/services/exports/awkward-records.ts'
import { testNow } from '#tests/support/test-book.ts'

let folder: string
let shelf: FileShelf
let book: OpenBook

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'quayside-export-'))
  shelf = fileShelf(folder)
  const start = { companyName: 'Sample', country: 'CN', baseCurrency: 'USD', isSample: true }
  book = createBook(':memory:', start, { memory: transientMemory(), clock: () => testNow })
  book.writer.write('sample.fill', null, (tx) => fillSample(tx, { today: asDay('2026-11-22') }))
  book.writer.write('test.awkward', null, addAwkwardRecords)
})

afterAll(() => {
  book.close()
  rmSync(folder, { recursive: true, force: true })
})

function exported(input: Pick<ExportInput, 'list' | 'format' | 'language'>) {
  const parts = {
    read: <R>(service: Parameters<typeof read<R>>[1]) => read(book.connection, service),
    files: shelf,
    job: silentJob,
  }
  return runExport(parts, exportInput.parse({ ...input, jobId: 'test' }))
}

/** Imports a file as it is guessed, nothing set by hand. */
function importedAgain(token: string) {
  const file = shelf.find(token)
  const { kind, mapping } = read(book.connection, (db) => inspectFile(db, file, {}))
  const before = countOperations()
  const { result } = book.writer.write('imports.run', null, (tx) =>
    runImport(tx, { files: [{ file, mapping }], job: silentJob, shelf: null }),
  )
  const report = result.files[0]
  return { kind, report, operations: countOperations() - before }
}

function countOperations(): number {
  return book.connection.prepare('SELECT count(*) FROM operations').pluck().get() as number
}

const lists = [
  ...(['products', 'customers', 'suppliers', 'carriers', 'rates', 'orders', 'order-lines'] as const),
  ...(['offers', 'purchases', 'carrier-rates'] as const),
]
/** Lists that are imported under another name. */
const kindOf: Readonly<Record<string, string>> = { purchases: 'purchase-orders' }

describe.each(['csv', 'xlsx'] as const)('as %s', (format) => {
  describe.each(['en', 'zh-CN'] as const)('in %s', (language) => {
    test.each(lists)('%s come back unchanged', async (list) => {
      const { token, rows } = await exported({ list, format, language })
      expect(rows).toBeGreaterThan(3)
      const { kind, report, operations } = importedAgain(token)
      expect(kind).toBe(kindOf[list] ?? list)
      expect(report?.refused).toEqual([])
      expect(report).toMatchObject({ new: 0, changed: 0, refusedRows: 0, unchanged: rows })
      expect(operations).toBe(0)
    })
  })
})
