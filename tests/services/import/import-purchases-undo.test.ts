// An import of purchases taken back, and the same file imported in two copies.

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { checkBook } from '#main/services/book/check-book.ts'
import { mendClashes } from '#main/services/clashes/clash-commands.ts'
import { clashCounts } from '#main/services/clashes/clash-queries.ts'
import { undoOperation } from '#main/services/history/undo-operation.ts'
import { inspectFile } from '#main/services/import/inspect-file.ts'
import { runImport } from '#main/services/import/run-import.ts'
import { silentJob } from '#main/services/jobs/job.ts'
import { pairOf } from '#tests/services/clashes/clash-copies.ts'
import { type BookCopy, mergeCopy } from '#tests/support/book-copies.ts'
import { folder, lent, shelf } from '#tests/support/import-files.ts'

const path = join(folder, 'purchases.csv')
writeFileSync(
  path,
  [
    'PO Number,Vendor,PO Date,SKU,Qty,Unit Price,Due Date,Received Date,Rejected Qty',
    ...Array.from({ length: 30 }, (_, at) => {
      const order = Math.floor(at / 3)
      return `PO-${order},Vendor ${order % 4},2026-01-1${order % 9},A-${at % 7},${at + 1},2.50,2026-02-1${at % 9},2026-02-1${at % 7},`
    }),
    '',
  ].join('\n'),
)

function importPurchases(copy: BookCopy): void {
  const file = lent(path)
  const { mapping } = copy.read((db) => inspectFile(db, file, {}))
  const made = { ...mapping, options: { ...mapping.options, makeMissing: true, currency: 'USD' } }
  copy.write((tx) => runImport(tx, { files: [{ file, mapping: made }], job: silentJob, shelf }), 'imports.run')
}

/** What the book says was bought, without who wrote it and in which copy. */
function bought(copy: BookCopy): unknown {
  return copy.read((db) => ({
    orders: db.raw(`SELECT o.number, o.status, o.total_minor, s.name FROM live_purchase_orders o
      LEFT JOIN live_parties s ON s.id = o.supplier_id ORDER BY o.number`),
    lines: db.raw(`SELECT p.sku, count(*), sum(l.qty_milli), sum(l.received_milli) FROM live_purchase_lines l
      JOIN live_products p ON p.id = l.product_id WHERE l.bought_on IS NOT NULL GROUP BY p.sku ORDER BY p.sku`),
    suppliers: db.raw('SELECT name FROM live_parties WHERE is_supplier = 1 ORDER BY name'),
  }))
}

test('an import of purchases is taken back as a whole', () => {
  const { mei } = pairOf()
  const before = bought(mei)
  importPurchases(mei)
  expect(bought(mei)).not.toEqual(before)
  const operation = mei.read((db) => db.get<{ id: number }>("SELECT id FROM operations WHERE name = 'imports.run'"))
  mei.write((tx) => undoOperation(tx, operation?.id ?? 0), 'history.undo')
  expect(bought(mei)).toEqual(before)
  expect(mei.read(checkBook).problems).toEqual([])
})

test('both imported the same file: kind by kind mended in one go, it is as if one had', { timeout: 30_000 }, () => {
  const { mei, li } = pairOf()
  for (const copy of [mei, li]) importPurchases(copy)
  const once = bought(mei)
  mergeCopy(mei, li)
  expect(bought(mei)).not.toEqual(once)
  const rounds: string[] = []
  for (let left = mei.read(clashCounts); left[0]; left = mei.read(clashCounts)) {
    const [{ rule, mendings }] = left as [(typeof left)[0]]
    const mending = mendings[0]?.id ?? 'keepOne'
    mei.write((tx) => mendClashes(tx, { rule, mending, targets: { all: true } }))
    rounds.push(`${rule} ${mending}`)
    expect(mei.read(checkBook).problems).toEqual([])
    expect(rounds.length).toBeLessThan(10)
  }
  expect({ rounds, now: bought(mei) }).toEqual({ rounds, now: once })
})
