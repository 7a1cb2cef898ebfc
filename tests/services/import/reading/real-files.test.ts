// Files of other programs, read where they lie. They are not part of the project: without them these tests are skipped,
// and say so.
import { existsSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { profileColumns } from '#main/domain/import/column-profile.ts'
import { clearKind, guessKind } from '#main/domain/import/guess-kind.ts'
import { guessMapping } from '#main/domain/import/guess-mapping.ts'
import { guessOptions } from '#main/domain/import/guess-options.ts'
import { guessRatesLayout } from '#main/domain/import/guess-rates-layout.ts'
import { openSource } from '#main/services/import/reading/open-source.ts'
import { openTable } from '#main/services/import/reading/open-table.ts'

const folder = fileURLToPath(new URL('../../../../../shared/data', import.meta.url))

function look(path: string) {
  const source = openSource({ name: basename(path), path: join(folder, path) })
  try {
    const table = openTable(source)
    const profiling = profileColumns(table.headers)
    const count = { rows: 0, problems: 0, totals: 0 }
    for (const { rows } of table.readGroups()) {
      for (const row of rows) {
        if (row.isTotals) count.totals += 1
        else if (row.problem !== null) count.problems += 1
        else {
          count.rows += 1
          profiling.add(row.cells)
        }
      }
    }
    const kind = clearKind(guessKind(profiling.profiles, table.name))
    const mapping = kind === null ? [] : guessMapping(kind, profiling.profiles)
    const columns = Object.fromEntries(mapping.map(({ column, field }) => [column, field]))
    const guessed = kind === null ? null : guessOptions({ kind, columns, profiles: profiling.profiles })
    return { table, count, kind, columns, guessed, profiles: profiling.profiles }
  } finally {
    source.bytes.close()
  }
}

describe.skipIf(!existsSync(folder))('files in ../shared/data (skipped where that folder is missing)', () => {
  it.each([
    ['northwind/categories.csv', 'categories', 8],
    ['northwind/suppliers.csv', 'suppliers', 29],
    ['northwind/customers.csv', 'customers', 91],
    ['northwind/shippers.csv', 'carriers', 3],
    ['northwind/products.csv', 'products', 77],
    ['northwind/orders.csv', 'orders', 830],
    ['northwind/order-details.csv', 'order-lines', 2155],
    ['northwind-edition-2/categories.csv', 'categories', 8],
    ['northwind-edition-2/suppliers.csv', 'suppliers', 29],
    ['northwind-edition-2/customers.csv', 'customers', 91],
    ['northwind-edition-2/shippers.csv', 'carriers', 6],
    ['northwind-edition-2/products.csv', 'products', 77],
    ['northwind-edition-2/orders.csv', 'orders', 830],
    ['northwind-edition-2/order_details.csv', 'order-lines', 2155],
    ['online-retail/online_retail_2010-12.csv', 'order-rows', 42_481],
    ['adventureworks/Production_Product.csv', 'products', 504],
    ['adventureworks/Production_ProductSubcategory.csv', 'categories', 37],
    ['adventureworks/Production_ProductInventory.csv', 'stock', 1069],
    ['adventureworks/Purchasing_Vendor.csv', 'suppliers', 104],
    ['adventureworks/Sales_CurrencyRate.csv', 'rates', 13_532],
    ['reference/ecb_eurofxref_2025on.csv', 'rates', 325],
    ['adventureworks/Purchasing_ProductVendor.csv', 'offers', 460],
    ['adventureworks/Purchasing_PurchaseOrderHeader.csv', 'purchase-orders', 4012],
    ['adventureworks/Purchasing_PurchaseOrderDetail.csv', 'purchase-lines', 8845],
    ['scms/scms-delivery-history.csv', 'purchase-rows', 10_324],
  ])('%s holds %s, %d', (path, kind, rows) => {
    const found = look(path)
    expect({ kind: found.kind, ...found.count }).toEqual({ kind, rows, problems: 0, totals: 0 })
  })

  it('Northwind leaves its currency and the word NULL to be asked, nothing else', () => {
    const { guessed, columns } = look('northwind/orders.csv')
    expect(guessed?.questions.map(({ key, words }) => [key, words])).toEqual([
      ['currency', undefined],
      ['nullWords', { NULL: 547 }],
    ])
    expect(Object.keys(columns).filter((column) => columns[column] === null)).toEqual(['employeeID'])
    expect(look('northwind/products.csv').guessed?.questions.map(({ key }) => key)).toEqual(['currency'])
    expect(look('northwind/order-details.csv').guessed?.questions).toEqual([])
  })

  it('days of AdventureWorks settle their order', () => {
    expect(look('adventureworks/Sales_CurrencyRate.csv').guessed?.settled).toMatchObject({
      dateOrder: 'mdy',
      decimal: '.',
    })
  })

  it('the rates of the European Central Bank are against the euro', () => {
    const layout = guessRatesLayout(look('reference/ecb_eurofxref_2025on.csv').profiles)
    expect(layout).toMatchObject({ form: 'wide', on: 'Date', base: 'EUR' })
    expect(layout?.form === 'wide' && Object.keys(layout.currencies)).toHaveLength(41)
  })

  it('customer numbers written as 17850.0 are numbers without a point', () => {
    const { guessed, columns } = look('online-retail/online_retail_2010-12.csv')
    expect(guessed?.settled.byColumn).toMatchObject({ CustomerID: { dropPointZero: true } })
    expect(columns).toMatchObject({
      InvoiceNo: 'order',
      StockCode: 'productSku',
      Description: 'productName',
      UnitPrice: 'unitPrice',
    })
  })

  it('an eBay file has a line of commas above its header, a padding row and remarks below', () => {
    const { table, count } = look('marketplace/ebay_orders_us.csv')
    expect(table.headerLine).toBe(2)
    expect(count).toEqual({ rows: 6, problems: 0, totals: 2 })
  })

  it('a TikTok file explains its columns below the header', () => {
    const { table, count } = look('marketplace/tiktok_orders_us.csv')
    expect([table.headerLine, table.descriptionLine]).toEqual([1, 2])
    expect(count).toEqual({ rows: 3, problems: 0, totals: 1 })
    expect(table.sample[0]?.cells[0]).toMatch(/^5769123456789010/)
  })

  it.each([
    ['amazon_order_report.tsv', 'order-rows', 4],
    ['etsy_sold_order_items_us.csv', 'order-rows', 3],
    ['shopify_products_packt.csv', 'products', 21],
    ['woocommerce_sample_products.csv', 'products', 24],
  ])('marketplace/%s holds %s', (name, kind, rows) => {
    const found = look(`marketplace/${name}`)
    expect({ kind: found.kind, ...found.count }).toEqual({ kind, rows, problems: 0, totals: 0 })
  })
})
