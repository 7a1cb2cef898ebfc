import { describe, expect, test } from 'vitest'
import { editOrder, setOrdersArchived } from '#main/services/orders/order-commands.ts'
import { getOrder } from '#main/services/orders/order-queries.ts'
import { cancelOrders, confirmOrders } from '#main/services/orders/order-steps.ts'
import { type OrderDraft, orderInput } from '#shared/schemas/orders.ts'
import { makeCustomer, makeOrder, makeProduct, makeRate } from '#tests/support/records.ts'
import { refusal } from '#tests/support/refusal.ts'
import { type TestBook, testBook } from '#tests/support/test-book.ts'

type Line = NonNullable<OrderDraft['lines']>[number]
const line = (values: Partial<Line> = {}): Line => ({ productId: null, quantity: 1, unitPrice: '10.00', ...values })
const order = (book: TestBook, id: number) => book.read((db) => getOrder(db, id))

/** The order as its form holds it, with some of it changed. */
function edit(book: TestBook, id: number, changes: Partial<OrderDraft>) {
  const { rate, ...now } = order(book, id)
  const draft = { ...now, rate: rate ?? '', ...changes }
  book.write((tx) => editOrder(tx, id, orderInput.parse(draft)), 'orders.edit')
}

const changedColumns = (book: TestBook, table: string) =>
  book
    .read((db) => db.all<{ after: string }>('SELECT after FROM changes WHERE table_name = ?', table))
    .map((change) => Object.keys(JSON.parse(change.after)))

describe('adding', () => {
  test('fixes each line’s money in the order’s currency and in the base currency', () => {
    const book = testBook()
    const id = book.write((tx) => {
      makeRate(tx, 'EUR', 'USD', '2026-03-02', '1.1')
      const productId = makeProduct(tx, { sku: 'MUG', nameEn: 'Mug' })
      const customerId = makeCustomer(tx, 'Ana')
      const lines = [
        line({ productId, quantity: 3, unitPrice: '1.005' }),
        line({ quantity: 2.5, unitPrice: '19.99', discountPercent: 12.5, description: 'Setup' }),
      ]
      return makeOrder(tx, { currency: 'EUR', customerId, freight: '12.30', lines })
    })
    expect(order(book, id)).toMatchObject({
      number: 'SO-2026-0001',
      currency: 'EUR',
      rate: '1.1',
      rateOn: '2026-03-02',
      freight: '12.30',
      customer: { name: 'Ana' },
      // 3.015 -> 3.02; 2.5 x 19.99 x 0.875 = 43.728125 -> 43.73
      total: '46.75',
      baseTotal: '51.42',
      lines: [
        { sku: 'MUG', name: 'Mug', unit: 'pcs', position: 1, total: '3.02', baseTotal: '3.32', quantity: 3 },
        { sku: '', description: 'Setup', position: 2, total: '43.73', baseTotal: '48.10', discountPercent: 12.5 },
      ],
    })
  })

  test('an order in base currency has the rate 1', () => {
    const book = testBook()
    const id = book.write((tx) => makeOrder(tx, { lines: [line()] }))
    expect(order(book, id)).toMatchObject({ rate: '1', rateOn: '2026-03-02', baseTotal: '10.00' })
  })

  test('a rate typed in is of the order’s day', () => {
    const book = testBook()
    const id = book.write((tx) =>
      makeOrder(tx, { currency: 'JPY', rate: '0.0067', lines: [line({ unitPrice: '1000' })] }),
    )
    expect(order(book, id)).toMatchObject({ rate: '0.0067', rateOn: '2026-03-02', total: '1000', baseTotal: '6.70' })
    expect(() => book.write((tx) => makeOrder(tx, { currency: 'JPY', rate: '0' }))).toThrow('rates/bad-rate')
  })

  test('refuses parties and products that are not there, and figures past exactness; nothing is half written', () => {
    const book = testBook()
    expect(() => book.write((tx) => makeOrder(tx, { customerId: 12345 }))).toThrow('parties/not-found')
    expect(() => book.write((tx) => makeOrder(tx, { lines: [line({ productId: 12345 })] }))).toThrow(
      'catalog/product-not-found',
    )
    const huge = line({ quantity: 1e9, unitPrice: '9000000000' })
    expect(() => book.write((tx) => makeOrder(tx, { lines: [huge] }))).toThrow('input/too-large')
    expect(book.read((db) => db.raw('SELECT count(*) FROM sales_orders'))).toEqual([[0]])
  })
})

describe('what is refused names its field', () => {
  const huge = '90071992547409.93'
  test.each<[string, string, Partial<OrderDraft>]>([
    ['number', 'orders/number-taken', { number: 'TAKEN' }],
    ['rate', 'rates/bad-rate', { currency: 'JPY', rate: '0' }],
    ['customerId', 'parties/not-found', { customerId: 12345 }],
    ['carrierId', 'parties/not-found', { carrierId: 12345 }],
    ['freight', 'input/too-large', { freight: huge }],
    ['lines.1.productId', 'catalog/product-not-found', { lines: [line(), line({ productId: 12345 })] }],
    ['lines.1.unitPrice', 'input/too-large', { lines: [line(), line({ unitPrice: huge })] }],
    ['lines.1.unitPrice', 'input/too-large', { lines: [line(), line({ quantity: 1e9, unitPrice: '9000000000' })] }],
    ['lines.0', 'orders/line-not-found', { lines: [line({ id: 12345 })] }],
  ])('%s: %s', (field, code, draft) => {
    const book = testBook()
    const id = book.write((tx) => {
      makeOrder(tx, { number: 'TAKEN' })
      return makeOrder(tx)
    })
    expect(refusal(() => book.write((tx) => makeOrder(tx, draft)))).toMatchObject({ code, details: { field } })
    expect(refusal(() => edit(book, id, { rate: '', ...draft }))).toMatchObject({ code, details: { field } })
  })
})

describe('editing', () => {
  function twoLines() {
    const book = testBook()
    const id = book.write((tx) => makeOrder(tx, { lines: [line(), line({ unitPrice: '20.00' })] }))
    return { book, id }
  }

  test('saving what is there changes and logs nothing', () => {
    const { book, id } = twoLines()
    edit(book, id, {})
    expect(book.read((db) => db.raw('SELECT count(*) FROM changes'))).toEqual([[0]])
  })

  test('kept lines stay the same rows; removed ones are marked, new ones added', () => {
    const { book, id } = twoLines()
    const [first, second] = order(book, id).lines
    if (!first || !second) throw new Error('two lines were made')
    edit(book, id, { lines: [{ ...second, quantity: 2 }, line({ description: 'new' })] })
    const after = order(book, id)
    expect(after.lines.map((row) => row.id).slice(0, 1)).toEqual([second.id])
    expect(after.lines.map((row) => [row.position, row.description, row.total])).toEqual([
      [1, '', '40.00'],
      [2, 'new', '10.00'],
    ])
    expect(after.total).toBe('50.00')
    expect(book.read((db) => db.get('SELECT deleted, sold_on FROM order_lines WHERE id = ?', first.id))).toEqual({
      deleted: 1,
      sold_on: null,
    })
    const foreign = book.write((tx) => makeOrder(tx, { lines: [line()] }))
    const [stranger] = order(book, foreign).lines
    if (!stranger) throw new Error('a line was made')
    expect(() => edit(book, id, { lines: [stranger] })).toThrow('orders/line-not-found')
  })

  test('a kept line whose price and quantity stay keeps its fixed total, as a file may have brought it', () => {
    const { book, id } = twoLines()
    const [first] = order(book, id).lines
    book.write((tx) =>
      tx.run('UPDATE order_lines SET total_minor = 999, base_minor = 999 WHERE id = ?', first?.id ?? 0),
    )
    edit(book, id, { note: 'seen' })
    expect(order(book, id).lines[0]?.total).toBe('9.99')
    edit(book, id, { lines: order(book, id).lines.map((row) => ({ ...row, quantity: 2 })) })
    expect(order(book, id).lines[0]?.total).toBe('20.00')
  })

  test('the rate stays with the order: another day does not move it, another currency drops it', () => {
    const book = testBook()
    const id = book.write((tx) => {
      makeRate(tx, 'EUR', 'USD', '2026-03-02', '1.1')
      makeRate(tx, 'EUR', 'USD', '2026-04-01', '1.2')
      makeRate(tx, 'GBP', 'USD', '2026-04-01', '1.3')
      return makeOrder(tx, { currency: 'EUR', lines: [line()] })
    })
    edit(book, id, { orderedOn: '2026-04-01' })
    expect(order(book, id)).toMatchObject({ rate: '1.1', rateOn: '2026-03-02', baseTotal: '11.00' })
    edit(book, id, { rate: '1.15' })
    expect(order(book, id)).toMatchObject({ rate: '1.15', rateOn: '2026-04-01', baseTotal: '11.50' })
    edit(book, id, { currency: 'GBP' })
    expect(order(book, id)).toMatchObject({ rate: '1.3', rateOn: '2026-04-01', baseTotal: '13.00', total: '10.00' })
    edit(book, id, { currency: 'JPY' })
    expect(order(book, id)).toMatchObject({ rate: null, baseTotal: null, total: '10' })
  })

  test('totals and sale days are derived: they are not logged', () => {
    const { book, id } = twoLines()
    edit(book, id, { lines: [line({ unitPrice: '7.00' })] })
    expect(order(book, id).total).toBe('7.00')
    expect(changedColumns(book, 'sales_orders')).toEqual([])
    expect(changedColumns(book, 'order_lines')).toEqual([['deleted'], ['deleted']])
  })

  test('a party or product that has gone since does not stand in the way', () => {
    const book = testBook()
    const { id, customerId } = book.write((tx) => {
      const customerId = makeCustomer(tx, 'Ana')
      const productId = makeProduct(tx, { sku: 'MUG' })
      return { id: makeOrder(tx, { customerId, lines: [line({ productId })] }), customerId }
    })
    book.write((tx) => tx.run('UPDATE parties SET deleted = 1 WHERE id = ?', customerId))
    book.write((tx) => tx.run('UPDATE products SET deleted = 1'))
    edit(book, id, { note: 'still editable' })
    expect(order(book, id).note).toBe('still editable')
  })
})

describe('verbs', () => {
  test('confirming a draft makes it a sale; cancelling takes it out again', () => {
    const book = testBook()
    const id = book.write((tx) => makeOrder(tx, { status: 'draft', lines: [line()] }))
    const soldOn = () => book.read((db) => db.raw('SELECT sold_on FROM order_lines'))
    expect(soldOn()).toEqual([[null]])
    book.write((tx) => confirmOrders(tx, [id]))
    expect(soldOn()).toEqual([['2026-03-02']])
    book.write((tx) => cancelOrders(tx, [id]))
    expect(order(book, id).status).toBe('cancelled')
    expect(soldOn()).toEqual([[null]])
  })

  test('one order that does not allow it stops the whole', () => {
    const book = testBook()
    const ids = book.write((tx) => [makeOrder(tx, { status: 'draft' }), makeOrder(tx, { status: 'shipped' })])
    expect(() => book.write((tx) => cancelOrders(tx, ids))).toThrow('orders/cannot-cancel')
    expect(order(book, ids[0] ?? 0).status).toBe('draft')
    expect(() => book.write((tx) => confirmOrders(tx, [999]))).toThrow('orders/not-found')
  })

  test('archived orders stay sales', () => {
    const book = testBook()
    const id = book.write((tx) => makeOrder(tx, { lines: [line()] }))
    book.write((tx) => setOrdersArchived(tx, [id], true))
    expect(order(book, id).archived).toBe(true)
    expect(book.read((db) => db.raw('SELECT sold_on FROM order_lines'))).toEqual([['2026-03-02']])
  })

  test('an order that is not there is not archived, and then no other is', () => {
    const book = testBook()
    const id = book.write((tx) => makeOrder(tx))
    for (const archived of [true, false]) {
      expect(() => book.write((tx) => setOrdersArchived(tx, [id, 12345], archived))).toThrow('orders/not-found')
    }
    expect(order(book, id).archived).toBe(false)
  })

  test('an order that is not there is said', () => {
    expect(() => testBook().read((db) => getOrder(db, 1))).toThrow('orders/not-found')
  })
})
