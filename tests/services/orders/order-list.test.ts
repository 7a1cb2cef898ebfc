import { describe, expect, test } from 'vitest'
import { listOrders } from '#main/services/orders/order-list.ts'
import { type ListQuery, listInput } from '#shared/schemas/paging.ts'
import { queryPlans, slowSteps } from '#tests/support/query-plans.ts'
import { makeCustomer, makeOrder, makeRate } from '#tests/support/records.ts'
import { type TestBook, testBook } from '#tests/support/test-book.ts'

const list = (book: TestBook, query: ListQuery = {}) => book.read((db) => listOrders(db, listInput.parse(query)))
const numbers = (book: TestBook, query: ListQuery) => list(book, query).rows.map((row) => row.number)

function threeOrders() {
  const book = testBook()
  const line = { productId: null, quantity: 1 }
  book.write((tx) => {
    makeRate(tx, 'EUR', 'USD', '2026-03-01', '1.5')
    const ana = makeCustomer(tx, 'Ana', { country: 'ES' })
    const bo = makeCustomer(tx, 'bo', { country: 'SE' })
    makeOrder(tx, {
      number: 'A1',
      customerId: bo,
      currency: 'EUR',
      freight: '3',
      lines: [{ ...line, unitPrice: '100' }],
    })
    makeOrder(tx, { number: 'A2', customerId: ana, orderedOn: '2026-03-05', lines: [{ ...line, unitPrice: '120' }] })
    const shipTo = { country: 'JP', city: 'Osaka' }
    makeOrder(tx, { number: 'B1', currency: 'JPY', shipTo, status: 'draft', lines: [{ ...line, unitPrice: '5000' }] })
  })
  return book
}

describe('the list of orders', () => {
  test('newest first, with what the grid shows', () => {
    const page = list(threeOrders())
    expect(page.total).toBe(3)
    expect(page.rows.map((row) => row.number)).toEqual(['A2', 'B1', 'A1'])
    expect(page.rows[2]).toMatchObject({
      customer: 'bo',
      country: 'SE',
      total: '100.00',
      baseTotal: '150.00',
      rate: '1.5',
      rateOn: '2026-03-01',
      freight: '3.00',
      lineCount: 1,
    })
    expect(page.rows[1]).toMatchObject({ customer: '', country: 'JP', total: '5000', baseTotal: null, rate: null })
  })

  test('sorts by total in major units, by customer without regard to case, by base total', () => {
    const book = threeOrders()
    expect(numbers(book, { sort: [{ column: 'total', direction: 'desc' }] })).toEqual(['B1', 'A2', 'A1'])
    expect(numbers(book, { sort: [{ column: 'customer', direction: 'asc' }] })).toEqual(['B1', 'A2', 'A1'])
    expect(numbers(book, { sort: [{ column: 'baseTotal', direction: 'desc' }] })).toEqual(['A1', 'A2', 'B1'])
  })

  test('filters and searches', () => {
    const book = threeOrders()
    expect(numbers(book, { filters: [{ column: 'status', op: 'in', values: ['draft'] }] })).toEqual(['B1'])
    expect(numbers(book, { filters: [{ column: 'country', op: 'is', values: ['ES'] }] })).toEqual(['A2'])
    expect(numbers(book, { filters: [{ column: 'baseTotal', op: 'atLeast', values: ['130.00'] }] })).toEqual(['A1'])
    expect(numbers(book, { filters: [{ column: 'total', op: 'is', values: ['120'] }] })).toEqual(['A2'])
    expect(numbers(book, { filters: [{ column: 'rate', op: 'empty', values: [] }] })).toEqual(['B1'])
    expect(numbers(book, { search: 'ana' })).toEqual(['A2'])
  })

  test('every column sorts and filters on an empty book', () => {
    const book = testBook()
    const columns = Object.keys({
      number: 1,
      channel: 1,
      externalId: 1,
      orderedOn: 1,
      requiredOn: 1,
      shippedOn: 1,
      customer: 1,
      country: 1,
    })
    for (const column of columns) {
      expect(
        list(book, { sort: [{ column, direction: 'asc' }], filters: [{ column, op: 'empty', values: [] }] }),
      ).toEqual({
        rows: [],
        total: 0,
      })
    }
  })

  test.each([['orderedOn'], ['number'], ['baseTotal']])('a page by %s comes from its index', (column) => {
    const input = listInput.parse({ sort: [{ column, direction: 'desc' }] })
    expect(slowSteps(queryPlans(threeOrders(), (db) => listOrders(db, input)))).toEqual([])
  })
})
