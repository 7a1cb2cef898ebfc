import { expect, test } from 'vitest'
import { alertsDone } from '#main/services/alerts/alert-commands.ts'
import { todayOf } from '#main/services/today/today-queries.ts'
import { asDay } from '#shared/dates.ts'
import { orderStatuses } from '#shared/schemas/orders.ts'
import { makeCustomer, makeOrder } from '#tests/support/records.ts'
import { testBook } from '#tests/support/test-book.ts'

const today = asDay('2026-03-10')

test('an empty book has nothing to do, and says so', () => {
  expect(testBook().read((db) => todayOf(db, today))).toEqual({
    today: '2026-03-10',
    hasRecords: false,
    lateOrders: { count: 0, rows: [] },
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

test('what was said of late orders holds here as on Home', () => {
  const book = testBook()
  book.write((tx) => makeOrder(tx, { number: 'A', requiredOn: '2026-03-01' }))
  book.write((tx) => alertsDone(tx, { today, targets: { rule: 'orders/late' } }))
  expect(book.read((db) => todayOf(db, today)).lateOrders).toEqual({ count: 0, rows: [] })
})
