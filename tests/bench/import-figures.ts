// The import of order lines from a file, end to end, against bare inserts of the same rows.
import { copyFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openBook } from '#main/db/book.ts'
import { closeWriter } from '#main/db/database.ts'
import { directCaller } from '#main/host/direct-caller.ts'
import { fileShelf } from '#main/services/files/file-shelf.ts'
import { openBare, removeBook } from '#tests/bench/bare.ts'
import { type Figure, figure } from '#tests/bench/figure.ts'
import { insertLine, type Line, linesAsCsv, linesAsValues } from '#tests/bench/lines.ts'
import { bookSettings } from '#tests/bench/make-book.ts'
import { measure, timingOf } from '#tests/bench/measure.ts'

export type ImportParts = { folder: string; base: string; lines: readonly Line[] }

/** Leaves the book with all lines in it at `full.quay`. */
export async function importFigures({ folder, base, lines }: ImportParts): Promise<Figure[]> {
  const csv = join(folder, 'order-lines.csv')
  writeFileSync(csv, linesAsCsv(lines))
  const bareMs = bareInserts(folder, base, lines)
  const runs = await importRuns({ folder, base, csv, expected: lines.length })
  const count = lines.length.toLocaleString('en')
  const size = `${(statSync(csv).size / 1e6).toFixed(1)} MB`
  return [
    figure(`import of ${count} order lines, end to end`, timingOf(runs.times), {
      bareMs,
      goal: { ratio: 3 },
      note: `${size}; parse, validate, resolve, log, totals`,
    }),
    figure('look through that file (kind, columns, questions)', timingOf(runs.inspections)),
  ]
}

function bareInserts(folder: string, base: string, lines: readonly Line[]): number {
  const file = join(folder, 'bare.quay')
  const values = linesAsValues(lines, 2 ** 40)
  const timing = measure(
    () => openBare(base, file),
    (connection) => {
      const insert = connection.prepare(insertLine)
      connection.transaction(() => {
        for (const row of values) insert.run(row)
      })()
      connection.close()
    },
  )
  removeBook(file)
  return timing.medianMs
}

type ImportRuns = { folder: string; base: string; csv: string; expected: number }

async function importRuns({ folder, base, csv, expected }: ImportRuns) {
  const file = join(folder, 'full.quay')
  const shelfFolder = join(folder, 'shelf')
  const times: number[] = []
  const inspections: number[] = []
  const endAt = performance.now() + 10_000
  while (times.length < 30 && (times.length < 2 || performance.now() < endAt)) {
    removeBook(file)
    copyFileSync(base, file)
    const book = await openBook(file, bookSettings)
    const caller = directCaller(book, { shelfFolder })
    const { token } = fileShelf(shelfFolder).lend(csv)
    const lookedAt = performance.now()
    const { mapping } = await caller.imports.inspect({ file: token })
    inspections.push(performance.now() - lookedAt)
    const startedAt = performance.now()
    const report = await caller.imports.run({ jobId: 'bench', files: [{ file: token, mapping }] })
    times.push(performance.now() - startedAt)
    if (report.files[0]?.new !== expected)
      throw new Error(`not imported whole: ${JSON.stringify(report).slice(0, 500)}`)
    closeWriter(book.connection)
    book.close()
  }
  // The first run warms up.
  return { times: times.slice(1), inspections: inspections.slice(1) }
}
