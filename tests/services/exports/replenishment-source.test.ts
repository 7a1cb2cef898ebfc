// What to buy as a file: the way to a supplier until purchase orders are kept.
import { expect, test } from 'vitest'
import { replenishmentSource } from '#main/services/exports/replenishment-source.ts'
import type { Id } from '#shared/ids.ts'
import { exportInput } from '#shared/schemas/exports.ts'
import { makeCustomer, makeProduct } from '#tests/support/records.ts'
import { type TestBook, testBook } from '#tests/support/test-book.ts'

function rowsOf(book: TestBook, more: object = {}) {
  const input = exportInput.parse({ list: 'replenishment', format: 'csv', jobId: 'x', ...more })
  return book.read((db) => [...replenishmentSource.open(db, input).groups].flatMap(({ rows }) => rows))
}

function buyer() {
  const book = testBook()
  const ids = book.write((tx) => {
    const supplierId = makeCustomer(tx, 'Ann', { roles: ['supplier'] })
    const cost = { amount: '2.5', currency: 'USD' }
    const bought = (sku: string, supplier: Id | null) =>
      makeProduct(tx, { sku, reorderPoint: 10, supplierId: supplier, cost, grossWeightGrams: 250, leadTimeDays: 7 })
    return { a: bought('A', supplierId), b: bought('B', null), c: bought('C', supplierId) }
  })
  return { book, ...ids }
}

test('lines stand by supplier, with what they follow from', () => {
  const { book } = buyer()
  expect(rowsOf(book).map(({ supplier, sku }) => [supplier, sku])).toEqual([
    ['Ann', 'A'],
    ['Ann', 'C'],
    ['', 'B'],
  ])
  expect(rowsOf(book)[0]).toMatchObject({
    ...{ quantity: 10, unit: 'pcs', price: '2.50', total: '25.00', currency: 'USD' },
    ...{
      reorderPoint: 10,
      rule: 'minimum',
      leadTimeDays: 7,
      weightKg: '2.5',
      volumeM3: null,
      cell: '',
      coverDays: null,
    },
  })
})

test('of what was chosen, with quantities as they were changed', () => {
  const { book, a, b } = buyer()
  const rows = rowsOf(book, {
    only: { ids: [a, b] },
    replenishment: { quantities: [{ productId: b, quantity: 4 }] },
  })
  expect(rows.map(({ sku, quantity, total }) => [sku, quantity, total])).toEqual([
    ['A', 10, '25.00'],
    ['B', 4, '10.00'],
  ])
})
