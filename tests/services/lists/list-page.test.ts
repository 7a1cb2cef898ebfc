import { beforeAll, describe, expect, test } from 'vitest'
import { listProducts, productList } from '#main/services/catalog/product-list.ts'
import { listAllIds, listPage } from '#main/services/lists/list-page.ts'
import { type ListQuery, listInput } from '#shared/schemas/paging.ts'
import { queryPlans } from '#tests/support/query-plans.ts'
import { makeProduct } from '#tests/support/records.ts'
import { type TestBook, testBook } from '#tests/support/test-book.ts'

let book: TestBook

beforeAll(() => {
  book = testBook()
  book.write((tx) => {
    for (let count = 0; count < 60; count += 1) {
      makeProduct(tx, {
        sku: `S${(count * 37) % 60}`,
        nameEn: ['mug', 'Mug', 'bowl', 'Bowl'][count % 4] ?? '',
        unit: count % 3 === 0 ? 'set' : 'pcs',
        price: count % 5 === 0 ? null : { amount: String(count % 7), currency: 'USD' },
      })
    }
    tx.run("UPDATE products SET archived = 1 WHERE sku IN ('S1', 'S2')")
    tx.run("UPDATE products SET deleted = 1 WHERE sku IN ('S3', 'S4', 'S5')")
  })
})

const page = (query: ListQuery) => book.read((db) => listProducts(db, listInput.parse(query)))

const sorts: ListQuery[] = [
  {},
  { sort: [{ column: 'sku', direction: 'desc' }] },
  { sort: [{ column: 'nameEn', direction: 'asc' }] },
  {
    sort: [
      { column: 'unit', direction: 'desc' },
      { column: 'price', direction: 'asc' },
    ],
  },
  { sort: [{ column: 'category', direction: 'desc' }] },
]

const filters: ListQuery[] = [
  {},
  { archived: true },
  { search: 'bowl' },
  { search: 'nothing at all' },
  { filters: [{ column: 'unit', op: 'is', values: ['set'] }] },
  { filters: [{ column: 'price', op: 'atLeast', values: ['3'] }] },
  { filters: [{ column: 'price', op: 'empty', values: [] }] },
  { filters: [{ column: 'sku', op: 'in', values: ['S3', 'S7', 'S11'] }] },
  { search: 'mug', filters: [{ column: 'onHand', op: 'empty', values: [] }] },
]

describe.each(sorts)('a list sorted by %j', (sort) => {
  test.each(filters)('with %j pages through exactly what matches, in one order', (filter) => {
    const query = { ...sort, ...filter }
    const all = book.read((db) => listAllIds(db, productList, listInput.parse(query)))
    expect(new Set(all).size).toBe(all.length)
    const paged: number[] = []
    for (let offset = 0; offset <= all.length; offset += 7) {
      const { rows, total } = page({ ...query, offset, limit: 7 })
      expect(total).toBe(all.length)
      paged.push(...rows.map((row) => row.id))
    }
    expect(paged).toEqual(all)
  })

  test('shows neither deleted nor archived ones', () => {
    const skus = page({ ...sort, limit: 1000 }).rows.map((row) => row.sku)
    expect(skus).toHaveLength(55)
    for (const gone of ['S1', 'S2', 'S3', 'S4', 'S5']) expect(skus).not.toContain(gone)
  })
})

describe('a name that every object answers to', () => {
  test.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])('%s is no column', (column) => {
    const refusal = expect.objectContaining({ code: 'lists/unknown-column' })
    expect(() => page({ sort: [{ column, direction: 'asc' }] })).toThrow(refusal)
    expect(() => page({ filters: [{ column, op: 'is', values: ['x'] }] })).toThrow(refusal)
  })
})

describe('how a list is read', () => {
  test('by its index in the order it has', () => {
    const steps = queryPlans(book, (db) => listPage(db, productList, listInput.parse({ limit: 10 })))
    expect(steps.some((step) => step.includes('products_list_by_sku'))).toBe(true)
    expect(steps.some((step) => step.includes('TEMP B-TREE'))).toBe(false)
  })

  test('from end to end in any other order, not by an index that does not help', () => {
    const query = listInput.parse({ sort: [{ column: 'unit', direction: 'asc' }], limit: 10 })
    const steps = queryPlans(book, (db) => listPage(db, productList, query))
    expect(steps).toContain('SCAN r')
  })

  test('past its end is empty, with the count it has', () => {
    const query = { filters: [{ column: 'unit', op: 'is' as const, values: ['set'] }] }
    const { total } = page(query)
    expect(page({ ...query, offset: 5000 })).toEqual({ rows: [], total })
    expect(total).toBeGreaterThan(5)
  })
})
