// The import of order lines from a file, end to end, against bare inserts of the same rows.
import { copyFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openBook } from '#main/db/book.ts'
import { read } from '#main/db/statements.ts'
import { directCaller } from '#main/host/direct-caller.ts'
import { fileShelf } from '#main/services/files/file-shelf.ts'
import { listPeople } from '#main/services/people/people-queries.ts'
import { openBare, removeBook } from '#tests/bench/bare.ts'
import { type Figure, figure } from '#tests/bench/figure.ts'
import { insertLine, type Line, type LineValues, linesAsCsv, linesAsValues } from '#tests/bench/lines.ts'
import { bookSettings } from '#tests/bench/make-book.ts'
import { type Spent, stopwatch, timingOfSpent } from '#tests/bench/measure.ts'

export type ImportParts = { folder: string; base: string; lines: readonly Line[] }

/** Leaves the book with all lines in it at `full.quay`. The two take turns, so that a busy machine slows both alike. */
export async function importFigures({ folder, base, lines }: ImportParts): Promise<Figure[]> {
  const csv = join(folder, 'order-lines.csv')
  writeFileSync(csv, linesAsCsv(lines))
  const values = linesAsValues(lines, 2 ** 40)
  const spent = { bare: [] as Spent[], inspect: [] as Spent[], run: [] as Spent[] }
  // One run of each goes ahead uncounted.
  bareInsert(folder, base, values)
  await importOnce({ folder, base, csv, expected: lines.length })
  const endAt = performance.now() + 20_000
  while (spent.run.length < 30 && (spent.run.length < 3 || performance.now() < endAt)) {
    spent.bare.push(bareInsert(folder, base, values))
    const { inspect, run } = await importOnce({ folder, base, csv, expected: lines.length })
    spent.inspect.push(inspect)
    spent.run.push(run)
  }
  removeBook(join(folder, 'bare.quay'))
  const size = `${(statSync(csv).size / 1e6).toFixed(1)} MB`
  return [
    figure(`import of ${lines.length.toLocaleString('en')} order lines, end to end`, timingOfSpent(spent.run), {
      bare: timingOfSpent(spent.bare),
      goal: { ratio: 3 },
      note: `${size}; parse, validate, resolve, log, totals`,
    }),
    figure('look through that file (kind, columns, questions)', timingOfSpent(spent.inspect)),
  ]
}

function bareInsert(folder: string, base: string, values: readonly LineValues[]): Spent {
  const connection = openBare(base, join(folder, 'bare.quay'))
  const insert = connection.prepare(insertLine)
  const all = connection.transaction(() => {
    for (const row of values) insert.run(row)
  })
  const watch = stopwatch()
  all.immediate()
  const spent = watch()
  connection.close()
  return spent
}

type ImportRun = { folder: string; base: string; csv: string; expected: number }

async function importOnce({ folder, base, csv, expected }: ImportRun) {
  const file = join(folder, 'full.quay')
  const shelfFolder = join(folder, 'shelf')
  removeBook(file)
  copyFileSync(base, file)
  const book = await openBook(file, bookSettings)
  const [person] = read(book.connection, (db) => listPeople(db))
  const caller = directCaller(book, { shelfFolder, personId: person?.id ?? null })
  const { token } = fileShelf(shelfFolder).lend(csv)
  const looking = stopwatch()
  const { mapping } = await caller.imports.inspect({ file: token })
  const inspect = looking()
  const watch = stopwatch()
  const report = await caller.imports.run({ jobId: 'bench', files: [{ file: token, mapping }] })
  const run = watch()
  book.close()
  if (report.files[0]?.new !== expected) throw new Error(`not imported whole: ${JSON.stringify(report).slice(0, 500)}`)
  return { inspect, run }
}
