// The figures of one size, on a generated book of its own.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openReader } from '#main/db/database.ts'
import { abcFigures } from '#tests/bench/abc-figures.ts'
import { ageingFigures } from '#tests/bench/ageing-figures.ts'
import { backupFigures } from '#tests/bench/backup-figures.ts'
import { bulkFigures } from '#tests/bench/bulk-figures.ts'
import { classesFigures } from '#tests/bench/classes-figures.ts'
import { costingFigures } from '#tests/bench/costing-figures.ts'
import { customerFigures } from '#tests/bench/customer-figures.ts'
import { editFigures } from '#tests/bench/edit-figures.ts'
import { exportFigures } from '#tests/bench/export-figures.ts'
import type { Figure } from '#tests/bench/figure.ts'
import { importFigures } from '#tests/bench/import-figures.ts'
import { makeLines } from '#tests/bench/lines.ts'
import { logFigures } from '#tests/bench/log-figures.ts'
import { makeBook } from '#tests/bench/make-book.ts'
import { makeLedger } from '#tests/bench/make-ledger.ts'
import { mergeFigures } from '#tests/bench/merge-figures.ts'
import { orderListFigures } from '#tests/bench/order-list-figures.ts'
import { pageFigures } from '#tests/bench/page-figures.ts'
import { planningFigures } from '#tests/bench/planning-figures.ts'
import { poolFigures } from '#tests/bench/pool-figures.ts'
import type { SizeReport } from '#tests/bench/report.ts'
import { salesReportFigures } from '#tests/bench/sales-figures.ts'
import { searchFigures } from '#tests/bench/search-figures.ts'
import { sellingFigures } from '#tests/bench/selling-figures.ts'
import { shippingFigures } from '#tests/bench/shipping-figures.ts'
import type { Size } from '#tests/bench/sizes.ts'
import { stockFigures } from '#tests/bench/stock-figures.ts'
import { supplierFigures } from '#tests/bench/supplier-figures.ts'

export type Wish = {
  only: ReadonlySet<string>
  /** Where the books are left; null takes them away. */
  keep: string | null
}

export async function runSize(size: Size, wish: Wish): Promise<SizeReport> {
  if (wish.keep !== null) {
    mkdirSync(wish.keep, { recursive: true })
    return measured(size, wish, wish.keep)
  }
  const folder = mkdtempSync(join(tmpdir(), 'quayside-bench-'))
  try {
    return await measured(size, wish, folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function measured(size: Size, { only }: Wish, folder: string): Promise<SizeReport> {
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
  await add('classes', () => classesFigures(reader))
  await add('sales', () => salesReportFigures(reader))
  await add('export', () => exportFigures(reader, folder))
  reader.close()
  await add('customers', () => customerFigures(folder))
  await add('search', () => searchFigures(folder, process.env.QUAYSIDE_ROOT ?? process.cwd()))
  await add('edit', () => editFigures(folder, full, made.products[0]?.id ?? 0))
  await add('bulk', () =>
    bulkFigures(
      folder,
      full,
      made.products.map(({ sku }) => sku),
    ),
  )
  await add('stock', async () => stockFigures(folder, await makeLedger(folder, full, size)))
  await add('costing', async () => costingFigures(await makeLedger(folder, full, size)))
  await add('selling', async () => sellingFigures(folder, await makeLedger(folder, full, size)))
  await add('shipping', () => shippingFigures(folder, base, size))
  await add('planning', () =>
    planningFigures(
      { root: process.env.QUAYSIDE_ROOT ?? process.cwd(), folder, base, full, csv },
      made.products.map(({ id }) => id),
    ),
  )
  await add('suppliers', () => supplierFigures(folder, base, size))
  await add('ageing', () => ageingFigures(folder, base, size))
  await add('orders', () => {
    const pages = orderListFigures(folder, base, size)
    details = [...details, ...pages.details]
    return pages.figures
  })
  await add('log', () => logFigures(folder, full))
  await add('merge', () =>
    mergeFigures(
      folder,
      full,
      made.products.map(({ id }) => id),
    ),
  )
  await add('pool', () => poolFigures({ root: process.env.QUAYSIDE_ROOT ?? process.cwd(), folder, base, full, csv }))
  await add('backup', () =>
    backupFigures({ root: process.env.QUAYSIDE_ROOT ?? process.cwd(), folder, base, full, csv }),
  )
  return { size: size.name, figures, details }
}

function say(text: string): void {
  process.stderr.write(`${text}\n`)
}
