import { describe, expect, test } from 'vitest'
import { customersByCountry } from '#main/services/customers/by-country.ts'
import { customerRfm, rfmOfCustomer } from '#main/services/customers/rfm-report.ts'
import { asDay } from '#shared/dates.ts'
import { byCountryInput, rfmInput } from '#shared/schemas/customers.ts'
import { makeCustomer, makeOrder } from '#tests/support/records.ts'
import { type TestBook, testBook } from '#tests/support/test-book.ts'

type Query = Parameters<typeof rfmInput.parse>[0]
const rfm = (book: TestBook, query: object = {}) =>
  book.read((db) => customerRfm(db, rfmInput.parse({ asOf: '2026-06-30', ...query } satisfies Query)))

const line = (unitPrice: string, quantity = 1) => ({ productId: null, description: 'x', quantity, unitPrice })

/** Anna ordered twice, and got something back; Bo once, long ago; Cho got a sample; Dan has a draft. */
function trade(book: TestBook) {
  return book.write((tx) => {
    const anna = makeCustomer(tx, 'Anna', { country: 'DE' })
    const bo = makeCustomer(tx, 'Bo', { country: 'SE' })
    const cho = makeCustomer(tx, 'Cho', { country: 'KR' })
    makeOrder(tx, { customerId: anna, orderedOn: '2026-06-20', lines: [line('100.50')] })
    makeOrder(tx, { customerId: anna, orderedOn: '2026-05-20', lines: [line('10', 5)] })
    makeOrder(tx, { customerId: anna, orderedOn: '2026-07-20', lines: [line('999')] })
    makeOrder(tx, { customerId: bo, orderedOn: '2024-06-30', lines: [line('70')] })
    makeOrder(tx, { customerId: cho, orderedOn: '2026-06-20', purpose: 'sample', lines: [line('5')] })
    makeOrder(tx, { customerId: cho, orderedOn: '2026-06-20', status: 'draft', lines: [line('5')] })
    makeOrder(tx, { customerId: bo, orderedOn: '2026-06-20', status: 'cancelled', lines: [line('5')] })
    const credit = makeOrder(tx, { customerId: anna, orderedOn: '2026-06-25', lines: [line('20.25')] })
    // As a credit keeps it: lines below zero.
    tx.update('sales_orders', credit, { document: 'credit' })
    tx.run('UPDATE order_lines SET qty_milli = -qty_milli WHERE order_id = ?', credit)
    tx.run('UPDATE sales_orders SET base_total_minor = -2025 WHERE id = ?', credit)
    return { anna, bo, cho }
  })
}

describe('customers by recency, frequency and money', () => {
  test('an empty book has none', () => {
    expect(rfm(testBook())).toMatchObject({ rows: [], total: 0, customers: 0, isIndicative: true, segments: [] })
  })

  test('orders up to the day count; credits take money away and are no order; samples, drafts and cancelled ones are none', () => {
    const book = testBook()
    const { anna, bo } = trade(book)
    const { rows, currency, customers } = rfm(book)
    expect(rows).toEqual([
      expect.objectContaining({
        id: anna,
        customer: 'Anna',
        recencyDays: 10,
        frequency: 2,
        monetary: '130.25',
        r: 5,
        f: 5,
        m: 5,
      }),
      expect.objectContaining({ id: bo, recencyDays: 730, frequency: 1, monetary: '70.00', r: 1, f: 1, m: 1 }),
    ])
    expect({ currency, customers }).toEqual({ currency: 'USD', customers: 2 })
    expect(rows.map(({ segment }) => segment)).toEqual(['champions', 'lost'])
  })

  test('a page, a sort and a segment can be asked for', () => {
    const book = testBook()
    trade(book)
    expect(rfm(book, { sort: 'name', direction: 'asc' }).rows.map(({ customer }) => customer)).toEqual(['Anna', 'Bo'])
    expect(rfm(book, { sort: 'frequency', direction: 'asc', limit: 1 }).rows.map(({ customer }) => customer)).toEqual([
      'Bo',
    ])
    expect(rfm(book, { segment: 'lost' })).toMatchObject({ total: 1, customers: 2, rows: [{ customer: 'Bo' }] })
    expect(rfm(book, { asOf: '2024-01-01' })).toMatchObject({ total: 0, customers: 0 })
  })

  test('one customer among all, and who never bought', () => {
    const book = testBook()
    const { anna, cho } = trade(book)
    expect(book.read((db) => rfmOfCustomer(db, anna))).toMatchObject({ frequency: 3, customers: 2, currency: 'USD' })
    expect(book.read((db) => rfmOfCustomer(db, cho))).toBe(null)
  })

  test('orders without a rate are told, and count as orders', () => {
    const book = testBook()
    book.write((tx) => {
      const emil = makeCustomer(tx, 'Emil')
      makeOrder(tx, { customerId: emil, currency: 'EUR', lines: [line('10')] })
    })
    expect(rfm(book)).toMatchObject({ withoutRate: 1, rows: [{ frequency: 1, monetary: '0.00' }] })
  })
})

describe('customers by country', () => {
  test('counts who there is and what they brought, guests by where the goods went', () => {
    const book = testBook()
    trade(book)
    book.write((tx) => makeOrder(tx, { orderedOn: '2026-06-01', shipTo: { country: 'FR' }, lines: [line('1')] }))
    const window = byCountryInput.parse({ from: '2026-01-01', to: '2026-06-30' })
    expect(book.read((db) => customersByCountry(db, window))).toEqual({
      currency: 'USD',
      rows: [
        { country: 'DE', customers: 1, orders: 2, revenue: '130.25' },
        { country: 'KR', customers: 1, orders: 1, revenue: '5.00' },
        { country: 'FR', customers: 0, orders: 1, revenue: '1.00' },
        { country: 'SE', customers: 1, orders: 0, revenue: '0.00' },
      ],
      withoutRate: 0,
    })
    expect(
      book.read((db) => customersByCountry(db, { from: asDay('2030-01-01') })).rows.map(({ orders }) => orders),
    ).toEqual([0, 0, 0])
    expect(testBook().read((db) => customersByCountry(db, {}))).toEqual({ currency: 'USD', rows: [], withoutRate: 0 })
  })
})
