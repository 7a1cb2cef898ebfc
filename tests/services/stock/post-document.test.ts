// Posting by the rules: documents with their numbers, what is refused on which day, what is told.
import { describe, expect, test } from 'vitest'
import { getDocument } from '#main/services/stock/document-queries.ts'
import { makeOrder, makeProduct, makeRate } from '#tests/support/records.ts'
import { failureOf, main, type StockBook, stockBook } from './stock-book.ts'

const received = (book: StockBook, quantity: number, on = '2026-03-02') =>
  book.post({
    kind: 'receive',
    input: { on, warehouseId: main, lines: [{ productId: book.mug, quantity }] },
  })
const issued = (book: StockBook, quantity: number, on = '2026-03-05', warehouseId = main) =>
  book.post({ kind: 'issue', input: { on, warehouseId, lines: [{ productId: book.mug, quantity }] } })

describe('documents', () => {
  test('have numbers of their kind, and their movements as lines', () => {
    const book = stockBook()
    expect(received(book, 10)).toMatchObject({ number: 'GR-2026-0001', warnings: [] })
    const { id, number } = issued(book, 4)
    expect(number).toBe('GI-2026-0001')
    expect(book.read((db) => getDocument(db, id))).toMatchObject({
      state: 'posted',
      kind: 'issue',
      on: '2026-03-05',
      lines: [{ sku: 'MUG', quantity: -4, reversesId: null, reversedById: null }],
    })
    expect(book.onHand(book.mug, main)).toBe(6)
    expect(book.onHand(book.mug, main, '2026-03-04')).toBe(10)
    expect(book.problems()).toEqual([])
  })

  test('refuse a number that is taken, and parties and orders that are not there', () => {
    const book = stockBook()
    const receive = (more: object) => () =>
      book.post({
        kind: 'receive',
        input: { on: '2026-03-02', warehouseId: main, lines: [{ productId: book.mug, quantity: 1 }], ...more },
      })
    receive({ number: 'A 1' })()
    expect(receive({ number: 'A 1' })).toThrow('stock/number-taken')
    expect(receive({ partyId: 99 })).toThrow('parties/not-found')
    expect(receive({ warehouseId: 99 })).toThrow('stock/place-not-found')
    expect(receive({ warehouseId: 2 })).toThrow('stock/place-not-found')
    expect(receive({ lines: [{ productId: 99, quantity: 1 }] })).toThrow('catalog/product-not-found')
  })

  test('write nothing where one line is refused', () => {
    const book = stockBook()
    received(book, 10)
    const lines = [
      { productId: book.mug, quantity: 3 },
      { productId: book.mug, quantity: 8 },
    ]
    expect(() => book.post({ kind: 'issue', input: { on: '2026-03-05', warehouseId: main, lines } })).toThrow(
      'stock/insufficient',
    )
    expect(book.onHand(book.mug, main)).toBe(10)
    expect(book.read((db) => db.raw("SELECT count(*) FROM stock_documents WHERE kind = 'issue'"))).toEqual([[0]])
  })
})

describe('what comes in', () => {
  test('keeps its cost, the rate of its day and the value in base currency', () => {
    const book = stockBook()
    book.write((tx) => makeRate(tx, 'EUR', 'USD', '2026-03-01', '1.1'))
    const line = { productId: book.mug, quantity: 3, unitCost: { amount: '1.115', currency: 'EUR' } }
    book.post({ kind: 'receive', input: { on: '2026-03-02', warehouseId: main, lines: [line] } })
    const told = 'SELECT cost_micros, cost_currency, cost_rate, cost_rate_on, value_minor FROM stock_movements'
    // 3 x 1.115 x 1.1 = 3.6795
    expect(book.read((db) => db.raw(told))).toEqual([[1_115_000, 'EUR', '1.1', '2026-03-01', 368]])
  })

  test('asks for a rate that nobody knows, and takes one that is told', () => {
    const book = stockBook()
    const receive = (rate: string) =>
      book.post({
        kind: 'receive',
        input: {
          on: '2026-03-02',
          warehouseId: main,
          lines: [{ productId: book.mug, quantity: 2, unitCost: { amount: '10', currency: 'CNY' }, rate }],
        },
      })
    expect(failureOf(() => receive(''))).toMatchObject({
      code: 'stock/no-rate',
      details: { currency: 'CNY', base: 'USD' },
    })
    expect(() => receive('0')).toThrow('rates/bad-rate')
    receive('0.14')
    expect(book.read((db) => db.raw('SELECT value_minor FROM stock_movements'))).toEqual([[280]])
  })
})

describe('a shortage', () => {
  test('is refused with product, place, day, on hand, reserved, asked and the movements concerned', () => {
    const book = stockBook()
    received(book, 10)
    issued(book, 6, '2026-03-04')
    book.write((tx) => makeOrder(tx, { lines: [{ productId: book.mug, quantity: 3, unitPrice: '1' }] }))
    expect(failureOf(() => issued(book, 5))).toMatchObject({
      code: 'stock/insufficient',
      details: {
        product: 'MUG',
        placeId: main,
        unnamedPlace: 'main',
        day: '2026-03-05',
        onHand: 4,
        reserved: 3,
        asked: 5,
        unit: 'pcs',
        movements: ['GR-2026-0001 2026-03-02 +10', 'GI-2026-0001 2026-03-04 −6'],
      },
    })
  })

  test('on a later day is refused as well, naming the day and what took the stock then', () => {
    const book = stockBook()
    received(book, 10)
    issued(book, 3, '2026-03-10')
    issued(book, 5, '2026-03-20')
    expect(failureOf(() => issued(book, 4, '2026-03-05'))).toMatchObject({
      details: {
        day: '2026-03-20',
        onHand: 2,
        asked: 4,
        movements: ['GI-2026-0001 2026-03-10 −3', 'GI-2026-0002 2026-03-20 −5'],
      },
    })
    issued(book, 2, '2026-03-05')
    expect(book.onHand(book.mug, main)).toBe(0)
  })

  test('before goods came is one, whatever there is today', () => {
    const book = stockBook()
    received(book, 10)
    expect(failureOf(() => issued(book, 1, '2026-03-01'))).toMatchObject({ details: { day: '2026-03-01', onHand: 0 } })
  })

  test('of another place or product concerns nobody', () => {
    const book = stockBook()
    received(book, 10)
    expect(() => issued(book, 1, '2026-03-05', book.yard)).toThrow('stock/insufficient')
  })

  test('is only told where the place says so', () => {
    const book = stockBook()
    book.write((tx) => tx.update('warehouses', book.yard, { shortage: 'warn' }))
    const { warnings } = issued(book, 2, '2026-03-05', book.yard)
    expect(warnings).toMatchObject([{ code: 'stock/insufficient', details: { place: 'Yard', onHand: 0, asked: 2 } }])
    expect(book.onHand(book.mug, book.yard)).toBe(-2)
    expect(book.problems()).toEqual([])
  })
})

describe('reserved stock', () => {
  test('blocks no issue, and is told; what is issued for its own order is not', () => {
    const book = stockBook()
    received(book, 10)
    const orderId = book.write((tx) => makeOrder(tx, { lines: [{ productId: book.mug, quantity: 8, unitPrice: '1' }] }))
    const lines = [{ productId: book.mug, quantity: 3 }]
    const input = { on: '2026-03-05', warehouseId: main, lines }
    expect(book.post({ kind: 'issue', input: { ...input, orderId } }).warnings).toEqual([])
    expect(book.post({ kind: 'issue', input }).warnings).toMatchObject([
      { code: 'stock/reserved', details: { product: 'MUG', onHand: 4, reserved: 5 } },
    ])
  })
})

describe('days', () => {
  test('before a place begins, in a closed period and still to come are refused', () => {
    const book = stockBook()
    book.write((tx) => tx.update('warehouses', main, { starts_on: '2026-03-01' }))
    expect(failureOf(() => received(book, 1, '2026-02-28'))).toMatchObject({
      code: 'stock/before-start',
      details: { day: '2026-02-28', startsOn: '2026-03-01' },
    })
    received(book, 5, '2026-03-01')
    book.write((tx) => tx.insert('period_closings', { through_on: '2026-03-31' }))
    expect(failureOf(() => issued(book, 1, '2026-03-31'))).toMatchObject({
      code: 'stock/period-closed',
      details: { through: '2026-03-31' },
    })
    issued(book, 1, '2026-04-01')
    expect(() => issued(book, 1, '2026-11-23')).toThrow('stock/future-day')
  })
})

test('a family has no stock of its own', () => {
  const book = stockBook()
  const family = book.write((tx) => makeProduct(tx, { sku: 'MUGS', kind: 'family' }))
  const lines = [{ productId: family, quantity: 1 }]
  expect(() => book.post({ kind: 'receive', input: { on: '2026-03-02', warehouseId: main, lines } })).toThrow(
    'stock/family',
  )
})

test('a bin is one of the place that goods move in', () => {
  const book = stockBook()
  const bin = book.write((tx) => tx.insert('bins', { warehouse_id: book.yard, code: 'A-1' }))
  const receive = (warehouseId: number, binId: number) => () =>
    book.post({
      kind: 'receive',
      input: { on: '2026-03-02', warehouseId, lines: [{ productId: book.mug, quantity: 1, binId }] },
    })
  expect(receive(main, bin)).toThrow('stock/bin-not-found')
  expect(receive(book.yard, 99)).toThrow('stock/bin-not-found')
  expect(receive(book.yard, bin)().number).toBe('GR-2026-0001')
})
