import { describe, expect, test } from 'vitest'
import { getOrder } from '#main/services/orders/order-queries.ts'
import { addRate, editRate, pasteRates, removeRate } from '#main/services/rates/rate-commands.ts'
import { currenciesInUse } from '#main/services/rates/rate-currencies.ts'
import { listRates } from '#main/services/rates/rate-list.ts'
import { listInput } from '#shared/schemas/paging.ts'
import { rateInput } from '#shared/schemas/rates.ts'
import { queryPlans, slowSteps } from '#tests/support/query-plans.ts'
import { makeOrder, makeProduct, makeRate } from '#tests/support/records.ts'
import { refusal } from '#tests/support/refusal.ts'
import { testBook } from '#tests/support/test-book.ts'

const rate = (from: string, to: string, on: string, text: string) => rateInput.parse({ from, to, on, rate: text })
const all = listInput.parse({})

describe('rates', () => {
  test('the same pair and day again changes the rate instead of doubling it', () => {
    const book = testBook()
    const first = book.write((tx) => addRate(tx, rate('EUR', 'USD', '2026-03-02', '1.10')))
    const second = book.write((tx) => addRate(tx, rate('EUR', 'USD', '2026-03-02', '1.11')))
    expect(second.id).toBe(first.id)
    expect(book.read((db) => listRates(db, all))).toEqual({
      rows: [{ id: first.id, from: 'EUR', to: 'USD', on: '2026-03-02', rate: '1.11', source: '' }],
      total: 1,
    })
  })

  test('what is refused names its field', () => {
    const book = testBook()
    const id = book.write((tx) => {
      makeRate(tx, 'EUR', 'USD', '2026-03-02', '1.10')
      makeOrder(tx, { currency: 'GBP', lines: [{ productId: null, quantity: 1e6, unitPrice: '1000000' }] })
      return makeRate(tx, 'EUR', 'USD', '2026-03-03', '1.12')
    })
    const edit = (given: ReturnType<typeof rate>) => refusal(() => book.write((tx) => editRate(tx, id, given)))
    expect(edit(rate('EUR', 'USD', '2026-03-02', '1.12'))?.details).toMatchObject({ field: 'on' })
    const huge = rate('GBP', 'USD', '2026-03-02', '123456')
    const tooLarge = { code: 'input/too-large', details: { field: 'rate' } }
    expect(edit(huge)).toMatchObject(tooLarge)
    expect(refusal(() => book.write((tx) => addRate(tx, huge)))).toMatchObject(tooLarge)
    const pasted = { from: 'EUR', to: 'EUR', text: '' }
    expect(refusal(() => book.write((tx) => pasteRates(tx, pasted)))?.details).toMatchObject({ field: 'to' })
  })

  test('0 is not a rate, and a pair needs two currencies', () => {
    expect(rateInput.safeParse({ from: 'EUR', to: 'USD', on: '2026-03-02', rate: '0.00' }).success).toBe(false)
    expect(rateInput.safeParse({ from: 'EUR', to: 'EUR', on: '2026-03-02', rate: '1' }).success).toBe(false)
  })

  test('an edit onto another rate’s pair and day is refused', () => {
    const book = testBook()
    book.write((tx) => makeRate(tx, 'EUR', 'USD', '2026-03-02', '1.10'))
    const id = book.write((tx) => makeRate(tx, 'EUR', 'USD', '2026-03-03', '1.12'))
    expect(() => book.write((tx) => editRate(tx, id, rate('EUR', 'USD', '2026-03-02', '1.12')))).toThrow(
      'rates/day-taken',
    )
    book.write((tx) => editRate(tx, id, rate('EUR', 'USD', '2026-03-04', '1.13')))
    expect(book.read((db) => listRates(db, all)).rows.map((row) => row.on)).toEqual(['2026-03-04', '2026-03-02'])
  })

  test('a removed rate is gone from lists and lookups, and a new one can take its day', () => {
    const book = testBook()
    const id = book.write((tx) => makeRate(tx, 'EUR', 'USD', '2026-03-02', '1.10'))
    book.write((tx) => removeRate(tx, id))
    expect(book.read((db) => listRates(db, all)).total).toBe(0)
    expect(() => book.write((tx) => removeRate(tx, id))).toThrow('rates/not-found')
    expect(book.write((tx) => makeRate(tx, 'EUR', 'USD', '2026-03-02', '1.20'))).not.toBe(id)
  })

  test('pasted lines are kept or refused, each on its own', () => {
    const book = testBook()
    book.write((tx) => makeRate(tx, 'USD', 'CNY', '2026-03-02', '7.10'))
    book.write((tx) => makeRate(tx, 'USD', 'CNY', '2026-03-03', '7.11'))
    const text = 'Date\tRate\n2026-03-02\t7.10\n2026-03-03\t7.12\n2026-03-04\t7.13\n2026-03-05\t0\n'
    const report = book.write((tx) => pasteRates(tx, { from: 'USD', to: 'CNY', text }))
    expect(report).toEqual({
      added: 1,
      changed: 1,
      unchanged: 1,
      refused: [{ line: 5, text: '2026-03-05\t0', expected: 'rate' }],
      ordersFilled: 0,
    })
    expect(() => book.write((tx) => pasteRates(tx, { from: 'USD', to: 'USD', text }))).toThrow('rates/same-currency')
  })

  test('the list sorts by rate as a number, filters by currency and searches', () => {
    const book = testBook()
    book.write((tx) => {
      makeRate(tx, 'EUR', 'JPY', '2026-03-02', '160.5')
      makeRate(tx, 'EUR', 'CNY', '2026-03-02', '7.7')
      makeRate(tx, 'USD', 'CNY', '2026-03-02', '7.1')
    })
    const rates = (query: object) =>
      book.read((db) => listRates(db, listInput.parse(query)).rows.map((row) => row.rate))
    expect(rates({ sort: [{ column: 'rate', direction: 'desc' }] })).toEqual(['160.5', '7.7', '7.1'])
    expect(rates({ filters: [{ column: 'from', op: 'in', values: ['USD'] }] })).toEqual(['7.1'])
    expect(rates({ search: 'jpy' })).toEqual(['160.5'])
  })

  test('the page by day comes from its index', () => {
    const book = testBook()
    expect(slowSteps(queryPlans(book, (db) => listRates(db, all)))).toEqual([
      'SEARCH rates USING COVERING INDEX rates_by_day (deleted=?)',
    ])
  })
})

describe('orders that wait for a rate', () => {
  function waitingOrder() {
    const book = testBook()
    const lines = [{ productId: null, quantity: 3, unitPrice: '10.00' }]
    const id = book.write((tx) => makeOrder(tx, { currency: 'EUR', lines }))
    return { book, id, order: () => book.read((db) => getOrder(db, id)) }
  }

  test('stay without an amount in base currency until there is one', () => {
    const { book, order } = waitingOrder()
    expect(order()).toMatchObject({ rate: null, rateOn: null, baseTotal: null, total: '30.00' })
    const { ordersFilled } = book.write((tx) => addRate(tx, rate('EUR', 'USD', '2026-02-27', '1.10')))
    expect(ordersFilled).toBe(1)
    expect(order()).toMatchObject({ rate: '1.10', rateOn: '2026-02-27', baseTotal: '33.00' })
    expect(order().lines[0]).toMatchObject({ total: '30.00', baseTotal: '33.00' })
  })

  test('a rate that is too old, or of a later day, does not serve them', () => {
    const { book, order } = waitingOrder()
    book.write((tx) => makeRate(tx, 'EUR', 'USD', '2026-02-01', '1.10'))
    book.write((tx) => makeRate(tx, 'EUR', 'USD', '2026-03-03', '1.10'))
    expect(order().rate).toBeNull()
  })

  test('an order that has its rate never changes with the table', () => {
    const { book, order } = waitingOrder()
    const id = book.write((tx) => makeRate(tx, 'EUR', 'USD', '2026-03-02', '1.10'))
    book.write((tx) => editRate(tx, id, rate('EUR', 'USD', '2026-03-02', '1.50')))
    book.write((tx) => removeRate(tx, id))
    expect(order()).toMatchObject({ rate: '1.10', baseTotal: '33.00' })
  })

  test('currencies in use say what waits, and which currency has no rate at all', () => {
    const { book } = waitingOrder()
    book.write((tx) => {
      makeOrder(tx, { currency: 'VND' })
      makeProduct(tx, { sku: 'A', cost: { amount: '5', currency: 'CNY' }, price: { amount: '9', currency: 'USD' } })
      makeRate(tx, 'CNY', 'USD', '2020-01-01', '0.14')
    })
    expect(book.read(currenciesInUse)).toEqual({
      baseCurrency: 'USD',
      currencies: [
        { currency: 'CNY', orders: 0, ordersWithoutRate: 0, products: 1, lastRateOn: '2020-01-01' },
        { currency: 'EUR', orders: 1, ordersWithoutRate: 1, products: 0, lastRateOn: null },
        { currency: 'VND', orders: 1, ordersWithoutRate: 1, products: 0, lastRateOn: null },
      ],
    })
    expect(testBook().read(currenciesInUse)).toEqual({ baseCurrency: 'USD', currencies: [] })
  })
})
