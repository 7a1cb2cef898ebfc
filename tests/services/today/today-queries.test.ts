import { expect, test } from 'vitest'
import { todayOf } from '#main/services/today/today-queries.ts'
import { asDay } from '#shared/dates.ts'
import { orderStatuses } from '#shared/schemas/orders.ts'
import { makeCustomer, makeOrder, makeProduct, makeRate } from '#tests/support/records.ts'
import { testBook } from '#tests/support/test-book.ts'

const today = asDay('2026-03-10')

test('an empty book has nothing to do, and says so', () => {
  expect(testBook().read((db) => todayOf(db, today))).toEqual({
    today: '2026-03-10',
    hasRecords: false,
    lateOrders: { count: 0, rows: [] },
    productsWithoutCost: { count: 0, rows: [] },
    currenciesWithoutRate: { count: 0, rows: [] },
  })
})

test('late are orders past their day whose goods have not left, the longest overdue first', () => {
  const book = testBook()
  book.write((tx) => {
    const customerId = makeCustomer(tx, 'Ana')
    const lines = [{ productId: null, quantity: 1, unitPrice: '5' }]
    for (const status of orderStatuses)
      makeOrder(tx, { number: status, status, requiredOn: '2026-03-09', customerId, lines })
    makeOrder(tx, { number: 'today', requiredOn: '2026-03-10' })
    makeOrder(tx, { number: 'gone', requiredOn: '2026-03-01', shippedOn: '2026-03-02' })
    makeOrder(tx, { number: 'oldest', requiredOn: '2026-02-28' })
    makeOrder(tx, { number: 'no day' })
  })
  const { lateOrders } = book.read((db) => todayOf(db, today))
  expect(lateOrders.count).toBe(5)
  expect(lateOrders.rows.map((row) => [row.number, row.daysLate])).toEqual([
    ['oldest', 10],
    ['draft', 1],
    ['confirmed', 1],
    ['on_hold', 1],
    ['part_shipped', 1],
  ])
  expect(lateOrders.rows[1]).toMatchObject({
    customer: 'Ana',
    requiredOn: '2026-03-09',
    currency: 'USD',
    total: '5.00',
  })
})

test('products without a cost, those already sold first; families need none', () => {
  const book = testBook()
  book.write((tx) => {
    makeProduct(tx, { sku: 'A' })
    const sold = makeProduct(tx, { sku: 'B', nameZh: '碗' })
    makeProduct(tx, { sku: 'C', cost: { amount: '0', currency: 'USD' } })
    makeProduct(tx, { sku: 'F', kind: 'family' })
    makeProduct(tx, { sku: 'D', status: 'discontinued' })
    makeOrder(tx, { lines: [{ productId: sold, quantity: 1, unitPrice: '5' }] })
  })
  const { productsWithoutCost, hasRecords } = book.read((db) => todayOf(db, today))
  expect(hasRecords).toBe(true)
  expect(productsWithoutCost).toEqual({
    count: 2,
    rows: [
      { id: expect.any(Number), sku: 'B', name: '碗', nameZh: '碗', isSold: true },
      { id: expect.any(Number), sku: 'A', name: '', nameZh: '', isSold: false },
    ],
  })
})

test('currencies that orders wait in, or that have no rate at all', () => {
  const book = testBook()
  book.write((tx) => {
    makeRate(tx, 'EUR', 'USD', '2026-03-01', '1.1')
    makeOrder(tx, { currency: 'EUR' })
    makeRate(tx, 'JPY', 'USD', '2025-01-01', '0.007')
    makeOrder(tx, { currency: 'JPY' })
    makeProduct(tx, { sku: 'A', cost: { amount: '1', currency: 'AED' } })
  })
  expect(book.read((db) => todayOf(db, today).currenciesWithoutRate)).toEqual({
    count: 2,
    rows: [
      { currency: 'AED', orders: 0, lastRateOn: null },
      { currency: 'JPY', orders: 1, lastRateOn: '2025-01-01' },
    ],
  })
})
