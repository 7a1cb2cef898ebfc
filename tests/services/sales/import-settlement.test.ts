import { expect, test } from 'vitest'
import type { Id } from '#shared/ids.ts'
import { counts, fileOf, importOne, inspect } from '#tests/support/import-files.ts'
import { makeOrder, makeProduct, makeRate } from '#tests/support/records.ts'
import { type TestBook, testBook } from '#tests/support/test-book.ts'

const v2 =
  'settlement-id settlement-start-date settlement-end-date deposit-date total-amount currency transaction-type order-id merchant-order-id adjustment-id shipment-id marketplace-name amount-type amount-description amount fulfillment-id posted-date posted-date-time order-item-code merchant-order-item-id merchant-adjustment-item-id sku quantity-purchased promotion-id'.split(
    ' ',
  )
const v1 =
  'settlement-id settlement-start-date settlement-end-date deposit-date total-amount currency transaction-type order-id merchant-order-id adjustment-id shipment-id marketplace-name shipment-fee-type shipment-fee-amount order-fee-type order-fee-amount fulfillment-id posted-date order-item-code merchant-order-item-id merchant-adjustment-item-id sku quantity-purchased price-type price-amount item-related-fee-type item-related-fee-amount misc-fee-amount other-fee-amount other-fee-reason-description promotion-id promotion-type promotion-amount direct-payment-type direct-payment-amount other-amount'.split(
    ' ',
  )

/** A tab-delimited file with these columns; a row says the cells it has by their column. */
function payout(columns: readonly string[], rows: readonly Record<string, string>[]): string[] {
  const line = (row: Record<string, string>) =>
    columns.map((column) => row[column] ?? (column === 'settlement-id' ? '18000000001' : '')).join('\t')
  return [columns.join('\t'), ...rows.map(line)]
}

const head = {
  ...{ 'settlement-start-date': '2026-02-01 10:00:00 UTC', 'settlement-end-date': '2026-02-15 10:00:00 UTC' },
  ...{ 'deposit-date': '2026-02-17 10:00:00 UTC', 'total-amount': '27.41', currency: 'USD' },
}
const order = (more: Record<string, string>) => ({
  ...{ 'transaction-type': 'Order', 'order-id': '114-3310000-0000101', 'order-item-code': '62011000000101' },
  ...{ 'posted-date': '2026-02-03', sku: 'MUG-US', 'quantity-purchased': '1', ...more },
})
const says = (type: string, description: string, amount: string) => ({
  ...{ 'amount-type': type, 'amount-description': description, amount },
})

const usual = [
  head,
  order(says('ItemPrice', 'Principal', '40.00')),
  order(says('ItemPrice', 'Tax', '3.00')),
  order(says('ItemWithheldTax', 'MarketplaceFacilitatorTax-Principal', '-3.00')),
  order(says('ItemFees', 'Commission', '-6.00')),
  order(says('ItemFees', 'FBAPerUnitFulfillmentFee', '-3.59')),
  {
    'transaction-type': 'other-transaction',
    'posted-date': '2026-02-09',
    ...says('other-transaction', 'Storage Fee', '-3.00'),
  },
]

function bookWithOrder(): { book: TestBook; orderId: Id; mug: Id } {
  const book = testBook()
  const { orderId, mug } = book.write((tx) => {
    makeRate(tx, 'EUR', 'USD', '2026-02-01', '1.1')
    const mug = makeProduct(tx, { sku: 'MUG', nameEn: 'Mug' })
    const orderId = makeOrder(tx, {
      orderedOn: '2026-02-01',
      lines: [{ productId: mug, unitPrice: '40', quantity: 1 }],
    })
    tx.run("UPDATE sales_orders SET channel = 'Amazon', external_id = '114-3310000-0000101' WHERE id = ?", orderId)
    tx.run("UPDATE order_lines SET external_id = '62011000000101' WHERE order_id = ?", orderId)
    tx.insert('channels', { code: 'Amazon', name: 'Amazon', kind: 'amazon' })
    return { orderId, mug }
  })
  return { book, orderId, mug }
}

const settlements = (book: TestBook) =>
  book.read((db) =>
    db.all(
      'SELECT channel, external_id, starts_on, ends_on, deposited_on, currency, total_minor FROM live_settlements',
    ),
  )
const lines = (book: TestBook) =>
  book.read((db) => db.raw('SELECT kind, amount_minor, order_id FROM live_settlement_lines ORDER BY position'))
const costs = (book: TestBook) =>
  book.read((db) =>
    db.raw(
      'SELECT kind, amount_minor, base_minor, order_id, product_id, channel, incurred_on FROM live_sales_costs ORDER BY id',
    ),
  )

test('a payout is recognised by its headers, matched to its order, and what the channel took becomes costs', () => {
  const { book, orderId, mug } = bookWithOrder()
  const file = fileOf('payments.txt', payout(v2, usual))
  expect(inspect(book, file)).toMatchObject({ kind: 'settlements' })
  expect(counts(importOne(book, file))).toEqual([7, 0, 0, 0])
  expect(settlements(book)).toEqual([
    {
      ...{ channel: 'Amazon', external_id: '18000000001', starts_on: '2026-02-01', ends_on: '2026-02-15' },
      ...{ deposited_on: '2026-02-17', currency: 'USD', total_minor: 2741 },
    },
  ])
  expect(lines(book)).toEqual([
    ['sale', 4000, orderId],
    ['tax', 300, orderId],
    ['tax', -300, orderId],
    ['platform_fee', -600, orderId],
    ['fulfilment', -359, orderId],
    ['storage', -300, null],
  ])
  expect(costs(book)).toEqual([
    ['platform_fee', 600, 600, orderId, mug, 'Amazon', '2026-02-03'],
    ['fulfilment', 359, 359, orderId, mug, 'Amazon', '2026-02-03'],
    ['storage', 300, 300, null, null, 'Amazon', '2026-02-09'],
  ])
  expect(counts(importOne(book, file))).toEqual([0, 0, 7, 0])
  expect(costs(book)).toHaveLength(3)
})

test('a file that says more replaces what it said; one that is booked stays', () => {
  const { book } = bookWithOrder()
  importOne(book, fileOf('payments.txt', payout(v2, usual)))
  const more = fileOf('payments.txt', payout(v2, [...usual, order(says('Promotion', 'Principal', '-1.00'))]))
  expect(counts(importOne(book, more))).toEqual([0, 8, 0, 0])
  expect(lines(book)).toHaveLength(7)
  expect(costs(book)).toHaveLength(3)
  book.write((tx) => {
    const values = {
      number: 'PAY-1',
      direction: 'in',
      paid_on: '2026-02-17',
      amount_minor: 1,
      currency: 'USD',
      rate: '1',
    }
    const payment = tx.insert('payments', { ...values, rate_on: '2026-02-17', base_minor: 1 })
    tx.run('UPDATE settlements SET payment_id = ?', payment)
  })
  expect(importOne(book, fileOf('payments.txt', payout(v2, usual)))).toMatchObject({
    refusedRows: 7,
    refused: expect.arrayContaining([expect.objectContaining({ expected: 'settlement-not-posted' })]),
  })
})

test('orders that come later are found then', () => {
  const book = testBook()
  importOne(book, fileOf('payments.txt', payout(v2, usual)))
  expect(lines(book).every(([, , orderId]) => orderId === null)).toBe(true)
  const orderId = book.write((tx) => {
    const id = makeOrder(tx, { lines: [{ productId: null, unitPrice: '40', quantity: 1 }] })
    tx.run("UPDATE sales_orders SET channel = 'Amazon', external_id = '114-3310000-0000101' WHERE id = ?", id)
    tx.insert('channels', { code: 'Amazon' })
    return id
  })
  expect(counts(importOne(book, fileOf('payments.txt', payout(v2, usual))))).toEqual([0, 7, 0, 0])
  expect(lines(book).filter(([, , id]) => id === orderId)).toHaveLength(5)
  expect(costs(book).map(([, , , id]) => id)).toEqual([orderId, orderId, null])
  expect(settlements(book)).toMatchObject([{ channel: 'Amazon' }])
})

test('European days and decimals, in another currency than the book', () => {
  const { book, orderId } = bookWithOrder()
  const file = fileOf(
    'payments.txt',
    payout(v2, [
      {
        ...{ 'settlement-start-date': '01.02.2026 10:00:00 UTC', 'settlement-end-date': '15.02.2026 10:00:00 UTC' },
        ...{ 'deposit-date': '17.02.2026 10:00:00 UTC', 'total-amount': '1.034,50', currency: 'EUR' },
      },
      order({ ...says('ItemPrice', 'Principal', '1.040,00'), 'posted-date': '03.02.2026' }),
      order({ ...says('ItemFees', 'Commission', '-5,50'), 'posted-date': '05.02.2026' }),
    ]),
  )
  expect(counts(importOne(book, file))).toEqual([3, 0, 0, 0])
  expect(settlements(book)).toMatchObject([{ ends_on: '2026-02-15', currency: 'EUR', total_minor: 103450 }])
  expect(costs(book)).toMatchObject([['platform_fee', 550, 605, orderId, expect.anything(), 'Amazon', '2026-02-05']])
})

test('the older shape with a column for each kind of amount', () => {
  const { book, orderId } = bookWithOrder()
  const file = fileOf(
    'payments.txt',
    payout(v1, [
      head,
      order({}),
      order({ 'price-type': 'Principal', 'price-amount': '40.00', 'quantity-purchased': '' }),
      order({ 'item-related-fee-type': 'Commission', 'item-related-fee-amount': '-6.00', 'quantity-purchased': '' }),
      order({ 'promotion-type': 'Shipping', 'promotion-amount': '-2.00', 'quantity-purchased': '' }),
      { 'transaction-type': 'Storage Fee', 'posted-date': '2026-02-09', 'other-amount': '-3.00' },
    ]),
  )
  expect(inspect(book, file)).toMatchObject({ kind: 'settlements' })
  expect(counts(importOne(book, file))).toEqual([6, 0, 0, 0])
  expect(lines(book)).toEqual([
    ['sale', 4000, orderId],
    ['platform_fee', -600, orderId],
    ['promotion', -200, orderId],
    ['storage', -300, null],
  ])
})

test('a row without a settlement is refused, and the others are kept', () => {
  const { book } = bookWithOrder()
  const nameless = { 'settlement-id': ' ', ...order(says('ItemPrice', 'Principal', '9.00')) }
  const report = importOne(book, fileOf('payments.txt', payout(v2, [...usual, nameless])))
  expect(counts(report)).toEqual([7, 0, 0, 1])
})

test('orders imported after their payout are matched at once', () => {
  const book = testBook()
  const options = { channel: 'Shop', makeMissing: true }
  importOne(book, fileOf('payments.txt', payout(v2, usual)), { options })
  const rows = [
    'Order ID,Order Date,SKU,Quantity,Unit Price,Currency',
    '114-3310000-0000101,2026-02-02,MUG-US,1,40.00,USD',
  ]
  expect(importOne(book, fileOf('orders.csv', rows), { options })).toMatchObject({ kind: 'order-rows', refusedRows: 0 })
  const [orderId] = book.read((db) => db.raw('SELECT id FROM live_sales_orders'))[0] ?? []
  expect(lines(book).filter(([, , id]) => id === orderId)).toHaveLength(5)
  expect(costs(book)[0]).toMatchObject(['platform_fee', 600, 600, orderId, expect.any(Number), 'Shop', '2026-02-03'])
})

test('before any of its orders is there, it is taken for the one channel of that kind', () => {
  const book = testBook()
  const file = fileOf('payments.txt', payout(v2, usual))
  expect(inspect(book, file).mapping.options.channel).toBe('amazon')
  book.write((tx) => tx.insert('channels', { code: 'amazon-de', kind: 'amazon' }))
  expect(inspect(book, file).mapping.options.channel).toBe('amazon-de')
})
