// The import of order lines from a file, end to end, against bare inserts of the same rows.
import { copyFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openBook } from '#main/db/book.ts'
import { directCaller } from '#main/host/direct-caller.ts'
import { fileShelf } from '#main/services/files/file-shelf.ts'
import { openBare, removeBook } from '#tests/bench/bare.ts'
import { type Figure, figure } from '#tests/bench/figure.ts'
import { insertLine, type Line, type LineValues, linesAsCsv, linesAsValues } from '#tests/bench/lines.ts'
import { bookSettings } from '#tests/bench/make-book.ts'
import { timingOf } from '#tests/bench/measure.ts'

export type ImportParts = { folder: string; base: string; lines: readonly Line[] }

/** Leaves the book with all lines in it at `full.quay`. The two take turns, so that a busy machine slows both alike. */
export async function importFigures({ folder, base, lines }: ImportParts): Promise<Figure[]> {
  const csv = join(folder, 'order-lines.csv')
  writeFileSync(csv, linesAsCsv(lines))
  const values = linesAsValues(lines, 2 ** 40)
  const times = { bare: [] as number[], inspect: [] as number[], run: [] as number[], ratio: [] as number[] }
  // One run of each goes ahead uncounted.
  bareInsert(folder, base, values)
  await importOnce({ folder, base, csv, expected: lines.length })
  const endAt = performance.now() + 20_000
  while (times.run.length < 30 && (times.run.length < 3 || performance.now() < endAt)) {
    const bare = bareInsert(folder, base, values)
    const { inspectMs, run } = await importOnce({ folder, base, csv, expected: lines.length })
    times.bare.push(bare.ms)
    times.inspect.push(inspectMs)
    times.run.push(run.ms)
    times.ratio.push(run.cpuMs / bare.cpuMs)
  }
  removeBook(join(folder, 'bare.quay'))
  const size = `${(statSync(csv).size / 1e6).toFixed(1)} MB`
  return [
    figure(`import of ${lines.length.toLocaleString('en')} order lines, end to end`, timingOf(times.run), {
      bareMs: timingOf(times.bare).medianMs,
      goal: { ratio: 3 },
      note: `${size}; by processor time ${timingOf(times.ratio).medianMs.toFixed(2)}x`,
    }),
    figure('look through that file (kind, columns, questions)', timingOf(times.inspect)),
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
  const caller = directCaller(book, { shelfFolder })
  const { token } = fileShelf(shelfFolder).lend(csv)
  const lookedAt = performance.now()
  const { mapping } = await caller.imports.inspect({ file: token })
  const inspectMs = performance.now() - lookedAt
  const watch = stopwatch()
  const report = await caller.imports.run({ jobId: 'bench', files: [{ file: token, mapping }] })
  const run = watch()
  book.close()
  if (report.files[0]?.new !== expected) throw new Error(`not imported whole: ${JSON.stringify(report).slice(0, 500)}`)
  return { inspectMs, run }
}

type Spent = { ms: number; cpuMs: number }

/** Time on the clock and on the processor: on a busy machine the second says more. */
function stopwatch(): () => Spent {
  const [startedAt, cpu] = [performance.now(), process.cpuUsage()]
  return () => {
    const { user, system } = process.cpuUsage(cpu)
    return { ms: performance.now() - startedAt, cpuMs: (user + system) / 1000 }
  }
}
