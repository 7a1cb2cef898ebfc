import { expect, test } from 'vitest'
import { nextOrderNumber } from '#main/services/orders/order-numbers.ts'
import { getOrder } from '#main/services/orders/order-queries.ts'
import { asDay } from '#shared/dates.ts'
import { replicaLetters } from '#shared/ids.ts'
import { queryPlans } from '#tests/support/query-plans.ts'
import { makeOrder } from '#tests/support/records.ts'
import { type TestBook, testBook } from '#tests/support/test-book.ts'

const numberOf = (book: TestBook, id: number) => book.read((db) => getOrder(db, id).number)
const next = (book: TestBook, day = '2026-03-02') =>
  book.write((tx) => nextOrderNumber(tx, { orderedOn: asDay(day), document: 'order' }))

test('numbers count per year of the order day', () => {
  const book = testBook()
  const days = ['2026-03-02', '2026-01-01', '2025-12-31', '2026-12-31']
  const ids = book.write((tx) => days.map((orderedOn) => makeOrder(tx, { orderedOn })))
  expect(ids.map((id) => numberOf(book, id))).toEqual(['SO-2026-0001', 'SO-2026-0002', 'SO-2025-0001', 'SO-2026-0003'])
})

test('a number given by hand is refused when taken, and the count goes on above it', () => {
  const book = testBook()
  book.write((tx) => makeOrder(tx, { number: 'SO-2026-0041' }))
  expect(() => book.write((tx) => makeOrder(tx, { number: 'SO-2026-0041' }))).toThrow('orders/number-taken')
  expect(next(book)).toBe('SO-2026-0042')
  book.write((tx) => makeOrder(tx, { number: 'SO-2026-04X' }))
  expect(next(book)).toBe('SO-2026-0042')
})

test('past 9999 a digit is added, and the count does not start over', () => {
  const book = testBook()
  book.write((tx) => makeOrder(tx, { number: 'SO-2026-9999' }))
  expect(next(book)).toBe('SO-2026-10000')
  book.write((tx) => makeOrder(tx, { number: 'SO-2026-10000' }))
  expect(next(book)).toBe('SO-2026-10001')
})

test('another copy counts for itself, under its three letters', () => {
  const book = testBook()
  book.write((tx) => makeOrder(tx))
  // No machine remembers this one: the next write draws a number of its own.
  book.connection.prepare('UPDATE this_copy SET replica = 7000000, counter = 0, sequence = 0').run()
  const id = book.write((tx) => makeOrder(tx))
  const { replica } = book.connection.prepare('SELECT replica FROM this_copy').get() as { replica: number }
  expect(numberOf(book, id)).toBe(`SO-2026-${replicaLetters(replica)}-0001`)
  expect(replicaLetters(replica)).toMatch(/^[A-Z]{3}$/)
})

test('the next number is found by index', () => {
  const book = testBook()
  const plans = queryPlans(book, (db) =>
    nextOrderNumber(db as Parameters<typeof nextOrderNumber>[0], { orderedOn: asDay('2026-03-02'), document: 'order' }),
  )
  expect(plans).toContainEqual(expect.stringMatching(/SEARCH sales_orders USING COVERING INDEX sales_orders_by_number/))
})
