// `npm run bench -- --size S,M,L [--only WORD,…] [--json] [--details] [--keep FOLDER]`: what the program takes on generated
// books, beside bare better-sqlite3 in the same run. `--keep` leaves the books behind, to look into.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openReader } from '#main/db/database.ts'
import { abcFigures } from '#tests/bench/abc-figures.ts'
import { editFigures } from '#tests/bench/edit-figures.ts'
import { exportFigures } from '#tests/bench/export-figures.ts'
import type { Figure } from '#tests/bench/figure.ts'
import { importFigures } from '#tests/bench/import-figures.ts'
import { makeLines } from '#tests/bench/lines.ts'
import { makeBook } from '#tests/bench/make-book.ts'
import { pageFigures } from '#tests/bench/page-figures.ts'
import { poolFigures } from '#tests/bench/pool-figures.ts'
import { asJson, asText, type SizeReport } from '#tests/bench/report.ts'
import { type Size, sizes } from '#tests/bench/sizes.ts'

const { values } = parseArgs({
  options: {
    size: { type: 'string', default: 'S,M' },
    only: { type: 'string', default: 'import,pages,abc,edit,pool,export' },
    json: { type: 'boolean', default: false },
    details: { type: 'boolean', default: false },
    keep: { type: 'string' },
  },
})
const wanted = values.size.split(',').map((name) => {
  const size = sizes[name.trim().toUpperCase()]
  if (!size) throw new Error(`There is no size "${name}"; the sizes: ${Object.keys(sizes).join(', ')}.`)
  return size
})
const only = new Set(values.only.split(','))

const reports: SizeReport[] = []
for (const size of wanted) {
  const report = await run(size)
  reports.push(report)
  if (values.json) continue
  console.log(asText(report))
  if (values.details) console.table(report.details)
}
if (values.json) console.log(asJson(reports))

async function run(size: Size): Promise<SizeReport> {
  if (values.keep) {
    mkdirSync(values.keep, { recursive: true })
    return measured(size, values.keep)
  }
  const folder = mkdtempSync(join(tmpdir(), 'quayside-bench-'))
  try {
    return await measured(size, folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function measured(size: Size, folder: string): Promise<SizeReport> {
  const [base, full, csv] = ['base.quay', 'full.quay', 'order-lines.csv'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ]
  say(`size ${size.name}: making a book …`)
  const made = makeBook(base, size)
  const lines = makeLines(size, made.orders, made.products)
  const figures: Figure[] = []
  const add = async (name: string, work: () => Promise<Figure[]> | Figure[]) => {
    if (!only.has(name)) return
    say(`size ${size.name}: ${name} …`)
    figures.push(...(await work()))
  }
  // The import also fills the book that all others read.
  const imported = await importFigures({ folder, base, lines })
  await add('import', () => imported)
  const reader = openReader(full)
  let details: readonly object[] = []
  await add('pages', () => {
    const pages = pageFigures(reader)
    details = pages.details
    return pages.figures
  })
  await add('abc', () => abcFigures(reader))
  await add('export', () => exportFigures(reader, folder))
  reader.close()
  await add('edit', () => editFigures(folder, full, made.products[0]?.id ?? 0))
  await add('pool', () => poolFigures({ root: process.env.QUAYSIDE_ROOT ?? process.cwd(), folder, base, full, csv }))
  return { size: size.name, figures, details }
}

function say(text: string): void {
  process.stderr.write(`${text}\n`)
}
