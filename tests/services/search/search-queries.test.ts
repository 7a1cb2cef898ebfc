import { describe, expect, test } from 'vitest'
import { setProductsArchived } from '#main/services/catalog/product-commands.ts'
import { findRecords } from '#main/services/search/search-queries.ts'
import { queryPlans } from '#tests/support/query-plans.ts'
import { makeCustomer, makeOrder, makeProduct } from '#tests/support/records.ts'
import { testBook } from '#tests/support/test-book.ts'

function shop() {
  const book = testBook()
  book.write((tx) => {
    makeProduct(tx, { sku: 'X-MUG', nameEn: 'Travel cup', barcodes: ['4006381333931'] })
    makeProduct(tx, { sku: 'A-1', nameEn: 'Mug, blue', nameZh: '蓝色杯子' })
    makeProduct(tx, { sku: 'MUG', nameEn: 'Plain' })
    setProductsArchived(tx, [makeProduct(tx, { sku: 'MUG-OLD' })], true)
    const id = makeCustomer(tx, 'Mugabe Trading', { code: 'C-1', roles: ['customer', 'supplier'] })
    makeOrder(tx, { customerId: id, number: 'SO-2026-0007' })
    tx.run("UPDATE sales_orders SET channel = 'shop', external_id = '#1001_mug'")
  })
  return book
}

describe('search', () => {
  const find = (text: string) => shop().read((db) => findRecords(db, text))

  test('the text itself first, then beginnings, then middles; the archived last', () => {
    expect(find('mug').products.map((row) => [row.sku, row.archived])).toEqual([
      ['MUG', false],
      ['A-1', false],
      ['X-MUG', false],
      ['MUG-OLD', true],
    ])
  })

  test('products by barcode and Chinese name, parties by code, orders by number and foreign key', () => {
    expect(find('40063813').products.map((row) => row.sku)).toEqual(['X-MUG'])
    expect(find('杯子').products).toMatchObject([{ sku: 'A-1', name: 'Mug, blue', nameZh: '蓝色杯子' }])
    expect(find('c-1').parties).toMatchObject([{ name: 'Mugabe Trading', roles: ['customer', 'supplier'] }])
    expect(find('0007').orders).toMatchObject([{ number: 'SO-2026-0007', customer: 'Mugabe Trading', archived: false }])
    expect(find('#1001_').orders).toHaveLength(1)
    expect(find('mug').parties).toHaveLength(1)
  })

  test('signs of patterns are letters like others, and nothing finds nothing', () => {
    expect(find('%')).toEqual({ products: [], parties: [], orders: [] })
    expect(find('_').orders).toHaveLength(1)
    expect(find('  ')).toEqual({ products: [], parties: [], orders: [] })
    expect(testBook().read((db) => findRecords(db, 'a'))).toEqual({ products: [], parties: [], orders: [] })
  })

  test('orders are found in indexes, not by reading the orders', () => {
    const plans = queryPlans(shop(), (db) => findRecords(db, 'so'))
    expect(plans).toContainEqual(expect.stringContaining('COVERING INDEX sales_orders_by_number'))
    expect(plans).toContainEqual(expect.stringContaining('COVERING INDEX sales_orders_by_external_id'))
    expect(plans.filter((step) => /^SCAN (o|sales_orders)$/.test(step))).toEqual([])
  })
})
