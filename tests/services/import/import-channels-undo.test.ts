// An import of a channel's orders taken back, and the same file imported in two copies.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { checkBook } from '#main/services/book/check-book.ts'
import { mapSku } from '#main/services/channels/channel-skus.ts'
import { mendClashes } from '#main/services/clashes/clash-commands.ts'
import { clashCounts } from '#main/services/clashes/clash-queries.ts'
import { undoOperation } from '#main/services/history/undo-operation.ts'
import { inspectFile } from '#main/services/import/inspect-file.ts'
import { runImport } from '#main/services/import/run-import.ts'
import { silentJob } from '#main/services/jobs/job.ts'
import { mapSkuInput } from '#shared/schemas/channels.ts'
import { pairOf } from '#tests/services/clashes/clash-copies.ts'
import { type BookCopy, mergeCopy } from '#tests/support/book-copies.ts'
import { folder, lent, shelf } from '#tests/support/import-files.ts'
import { makeProduct } from '#tests/support/records.ts'

const path = join(folder, 'orders_export.csv')
writeFileSync(
  path,
  [
    'Name,Email,Financial Status,Fulfillment Status,Currency,Subtotal,Shipping,Taxes,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Billing Name,Refunded Amount',
    ...Array.from({ length: 12 }, (_, at) => [
      `#${at},c${at % 5}@x.com,paid,${at % 3 === 0 ? 'fulfilled' : 'unfulfilled'},USD,24.00,5.00,0.00,29.00,2026-09-1${at % 9} 09:00:00 -0700,2,Mug,7.00,MUG,C ${at % 5},${at === 3 ? '10.00' : '0.00'}`,
      `#${at},c${at % 5}@x.com,,,,,,,,,1,Jug,10.00,JUG-${at % 2},,`,
    ]).flat(),
    '',
  ].join('\n'),
)

function importOrders(copy: BookCopy): void {
  const file = lent(path)
  const { mapping } = copy.read((db) => inspectFile(db, file, {}))
  copy.write((tx) => runImport(tx, { files: [{ file, mapping }], job: silentJob, shelf }), 'imports.run')
}

/** What the book says was sold, without who wrote it and in which copy. */
function sold(copy: BookCopy): unknown {
  return copy.read((db) => ({
    orders: db.raw(`SELECT o.external_id, o.document, o.status, o.total_minor, o.gross_minor, o.is_history, p.name
      FROM live_sales_orders o LEFT JOIN live_parties p ON p.id = o.customer_id ORDER BY o.external_id`),
    lines:
      db.raw(`SELECT o.external_id, l.external_sku, l.qty_milli, l.total_minor, l.product_id IS NULL FROM live_order_lines l
      JOIN live_sales_orders o ON o.id = l.order_id ORDER BY 1, 2`),
    channels: db.raw('SELECT code, kind FROM live_channels ORDER BY code'),
    customers: db.raw('SELECT name, email FROM live_parties WHERE is_customer = 1 ORDER BY email'),
  }))
}

test('an import of orders is taken back as a whole', () => {
  const { mei } = pairOf()
  const before = sold(mei)
  importOrders(mei)
  expect(sold(mei)).not.toEqual(before)
  const operation = mei.read((db) => db.get<{ id: number }>("SELECT id FROM operations WHERE name = 'imports.run'"))
  mei.write((tx) => undoOperation(tx, operation?.id ?? 0), 'history.undo')
  expect(sold(mei)).toEqual(before)
  expect(mei.read(checkBook).problems).toEqual([])
})

test('matching a SKU is taken back with the lines that it filled', () => {
  const { mei } = pairOf()
  importOrders(mei)
  const productId = mei.write((tx) => makeProduct(tx, { sku: 'CUP', nameEn: 'Cup' }))
  const before = sold(mei)
  const map = mapSkuInput.parse({ channel: 'shopify', externalSku: 'MUG', productId, factor: 2 })
  mei.write((tx) => mapSku(tx, map), 'channels.mapSku')
  expect(sold(mei)).not.toEqual(before)
  const operation = mei.read((db) => db.get<{ id: number }>("SELECT id FROM operations WHERE name = 'channels.mapSku'"))
  mei.write((tx) => undoOperation(tx, operation?.id ?? 0), 'history.undo')
  expect(sold(mei)).toEqual(before)
  expect(mei.read(checkBook).problems).toEqual([])
})

test('both imported the same file: kind by kind mended in one go, it is as if one had', { timeout: 30_000 }, () => {
  const { mei, li } = pairOf()
  for (const copy of [mei, li]) importOrders(copy)
  const once = sold(mei)
  mergeCopy(mei, li)
  expect(sold(mei)).not.toEqual(once)
  const rounds: string[] = []
  for (let left = mei.read(clashCounts); left[0]; left = mei.read(clashCounts)) {
    const [{ rule, mendings }] = left as [(typeof left)[0]]
    const mending = mendings[0]?.id ?? 'keepOne'
    mei.write((tx) => mendClashes(tx, { rule, mending, targets: { all: true } }))
    rounds.push(`${rule} ${mending}`)
    expect(mei.read(checkBook).problems).toEqual([])
    expect(rounds.length).toBeLessThan(10)
  }
  expect({ rounds, now: sold(mei) }).toEqual({ rounds, now: once })
})
