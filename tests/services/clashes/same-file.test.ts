// The likeliest case: two people each imported the same marketplace file into their copy, and then bring the copies together.
// Kind by kind, one click each, the book is again what one import would have made it.

import { join } from 'node:path'
import { expect, test } from 'vitest'
import { checkBook } from '#main/services/book/check-book.ts'
import { mendClashes } from '#main/services/clashes/clash-commands.ts'
import { clashCounts } from '#main/services/clashes/clash-queries.ts'
import { runImport } from '#main/services/import/run-import.ts'
import { silentJob } from '#main/services/jobs/job.ts'
import { setOpeningStock } from '#main/services/stock/opening-stock.ts'
import { asDay } from '#shared/dates.ts'
import { pairOf } from '#tests/services/clashes/clash-copies.ts'
import { type BookCopy, mergeCopy } from '#tests/support/book-copies.ts'
import { folder, lent, shelf } from '#tests/support/import-files.ts'
import { orderRowsMapping, writeOrderRows } from '#tests/support/order-rows-file.ts'

function importRows(copy: BookCopy, file: string): void {
  copy.write((tx) => {
    runImport(tx, { files: [{ file: lent(file), mapping: orderRowsMapping }], job: silentJob, shelf })
    for (const [id] of tx.raw('SELECT id FROM live_products'))
      setOpeningStock(tx, id as number, 9000, asDay('2026-01-01'))
  }, 'imports.run')
}

/** What the book says, without who wrote it and in which copy. */
function sold(copy: BookCopy): unknown {
  return copy.read((db) => ({
    orders:
      db.raw(`SELECT o.number, o.total_minor, c.name FROM live_sales_orders o LEFT JOIN live_parties c ON c.id = o.customer_id
      ORDER BY o.number`),
    lines: db.raw(`SELECT p.sku, count(*), sum(l.qty_milli), sum(l.total_minor) FROM live_order_lines l
      JOIN live_products p ON p.id = l.product_id WHERE l.sold_on IS NOT NULL GROUP BY p.sku ORDER BY p.sku`),
    stock: db.raw(`SELECT p.sku, sum(b.on_hand_milli) FROM stock_balances b JOIN live_products p ON p.id = b.product_id
      WHERE p.archived = 0 GROUP BY p.sku ORDER BY p.sku`),
    customers: db.raw('SELECT name FROM live_parties ORDER BY name'),
  }))
}

test('every kind mended in one go, the book is what one import makes it', () => {
  const file = join(folder, 'orders.csv')
  writeOrderRows(file, 200)
  const { mei, li } = pairOf()
  for (const copy of [mei, li]) importRows(copy, file)
  const once = sold(mei)
  mergeCopy(mei, li)
  expect(sold(mei)).not.toEqual(once)
  const rounds: string[] = []
  for (let left = mei.read(clashCounts); left[0]; left = mei.read(clashCounts)) {
    const [{ rule, mendings, open }] = left as [(typeof left)[0]]
    const mending = mendings[0]?.id ?? 'keepOne'
    const { mended } = mei.write((tx) => mendClashes(tx, { rule, mending, targets: { all: true } }))
    rounds.push(`${rule} ${mending}`)
    expect({ rule, mended }).toEqual({ rule, mended: open })
    expect(mei.read(checkBook).problems).toEqual([])
    expect(rounds.length).toBeLessThan(10)
  }
  expect(sold(mei)).toEqual(once)
  expect(rounds).toEqual(['orders/same-external keepOne', 'products/same-sku combine', 'sources/same-key combine'])
  // The other copy takes the mending over.
  mergeCopy(li, mei)
  expect(sold(li)).toEqual(once)
  expect(li.read(clashCounts)).toEqual([])
})
