// Real files of marketplaces, where they lie beside the project: every row is accounted for, and the money is what the files say.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { checkBook } from '#main/services/book/check-book.ts'
import { importAll, inspect, lent } from '#tests/support/import-files.ts'
import { testBook } from '#tests/support/test-book.ts'

const folder = fileURLToPath(new URL('../../../../shared/data/marketplace', import.meta.url))

type Told = {
  rows: number
  lines: number
  merged: number
  refused: number
  orders: number
  units: number
  goods: string
  kind: string
}

const files: Readonly<Record<string, Told>> = {
  'amazon_order_report.tsv': {
    kind: 'amazon-orders',
    rows: 4,
    lines: 4,
    merged: 0,
    refused: 0,
    orders: 3,
    units: 5,
    goods: '126.95',
  },
  'ebay_orders_us.csv': {
    kind: 'ebay-orders',
    rows: 6,
    lines: 5,
    merged: 1,
    refused: 0,
    orders: 4,
    units: 5,
    goods: '233.00',
  },
  'etsy_sold_order_items_us.csv': {
    kind: 'etsy-order-items',
    rows: 3,
    lines: 3,
    merged: 0,
    refused: 0,
    orders: 2,
    units: 4,
    goods: '17.50',
  },
  'shopify_orders_export.csv': {
    kind: 'shopify-orders',
    rows: 4,
    lines: 4,
    merged: 0,
    refused: 0,
    orders: 3,
    units: 4,
    goods: '120.00',
  },
  // The third order's quantity is `abc`.
  'tiktok_orders_us.csv': {
    kind: 'tiktok-orders',
    rows: 3,
    lines: 2,
    merged: 0,
    refused: 1,
    orders: 2,
    units: 2,
    goods: '45.98',
  },
}

describe.skipIf(!existsSync(folder))('files of marketplaces (need ../shared/data)', () => {
  test.each(Object.entries(files))('%s', (name, told) => {
    const book = testBook()
    const path = join(folder, name)
    const found = inspect(book, lent(path))
    expect([found.kind, found.savedMapping, found.rowCount]).toEqual(['order-rows', told.kind, told.rows])
    const report = importAll(book, [lent(path)]).files[0]
    expect([report?.new, report?.merged, report?.refusedRows]).toEqual([told.lines, told.merged, told.refused])
    expect(told.lines + told.merged + told.refused).toBe(told.rows)
    const [sums] = book.read((db) =>
      db.raw(
        `SELECT (SELECT count(*) FROM sales_orders), sum(qty_milli) / 1000, printf('%.2f', sum(total_minor) / 100.0) FROM order_lines`,
      ),
    )
    expect(sums).toEqual([told.orders, told.units, told.goods])
    // Who buys there is a person of the country that the parcel goes to.
    const buyers = book.read((db) =>
      db.all(
        `SELECT p.customer_kind AS kind, p.country = o.ship_to_country AS isOfCountry FROM sales_orders o
         JOIN parties p ON p.id = o.customer_id`,
      ),
    )
    expect(buyers).not.toEqual([])
    expect(buyers).toEqual(buyers.map(() => ({ kind: 'person', isOfCountry: 1 })))
    const again = importAll(book, [lent(path)]).files[0]
    expect([again?.new, again?.changed, again?.unchanged, again?.refusedRows]).toEqual([0, 0, told.lines, told.refused])
    expect(book.read(checkBook).problems).toEqual([])
  })

  test.each([
    ['shopify_products_packt.csv', 'shopify-products', [21, 0, 22, 1]],
    // One row groups other products and is none.
    ['woocommerce_sample_products.csv', 'woocommerce-products', [23, 1, 23, 2]],
  ] as const)('%s', (name, known, [taken, refused, products, families]) => {
    const book = testBook()
    const path = join(folder, name)
    expect(inspect(book, lent(path))).toMatchObject({ kind: 'products', savedMapping: known })
    const report = importAll(book, [lent(path)]).files[0]
    expect([report?.new, report?.refusedRows]).toEqual([taken, refused])
    const [sums] = book.read((db) =>
      db.raw(
        'SELECT count(*), (SELECT count(DISTINCT parent_id) FROM products WHERE parent_id IS NOT NULL) FROM products',
      ),
    )
    expect(sums).toEqual([products, families])
    expect(importAll(book, [lent(path)]).files[0]).toMatchObject({ new: 0, changed: 0, unchanged: taken })
  })
})
