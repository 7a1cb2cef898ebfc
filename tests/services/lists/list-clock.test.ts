// Spans that move with the day ("this year") count from the book's clock, not from the machine's.
import { expect, test } from 'vitest'
import { listOrders } from '#main/services/orders/order-list.ts'
import type { Instant } from '#shared/dates.ts'
import { listInput } from '#shared/schemas/paging.ts'
import { makeOrder } from '#tests/support/records.ts'
import { testBook } from '#tests/support/test-book.ts'

test('this year is the year of the book’s clock', () => {
  const book = testBook({ now: () => Date.UTC(2021, 5, 1) as Instant })
  const id = book.write((tx) => {
    makeOrder(tx, { orderedOn: '2026-03-02' })
    return makeOrder(tx, { orderedOn: '2021-03-02' })
  })
  const input = listInput.parse({ filters: [{ column: 'orderedOn', op: 'within', values: ['thisYear'] }] })
  expect(book.read((db) => listOrders(db, input)).rows.map((row) => row.id)).toEqual([id])
})
