// How far an order of a channel has come where its rows say different things, and where a later file says otherwise.
import { describe, expect, test } from 'vitest'
import { checkBook } from '#main/services/book/check-book.ts'
import { dispatchBook, on } from '#tests/services/dispatch/dispatch-book.ts'
import { main } from '#tests/services/stock/stock-book.ts'
import { counts, fileOf, importAll, importOne } from '#tests/support/import-files.ts'
import { type TestBook, testBook } from '#tests/support/test-book.ts'

type Row = Record<string, string | number | null>

const orders = (book: TestBook) =>
  book.read((db) =>
    db.all<Row>('SELECT document, status, total_minor AS total FROM sales_orders WHERE deleted = 0 ORDER BY id'),
  )

test('an item that was cancelled leaves the rest of its order shipped', () => {
  const book = testBook()
  const columns =
    'Order ID,Order Status,SKU ID,Seller SKU,Product Name,Quantity,SKU Unit Original Price,SKU Subtotal After Discount,Order Amount,Created Time,Shipped Time,Delivered Time,Cancelled Time'
  importOne(
    book,
    fileOf('tiktok.csv', [
      columns,
      '576912345678901011,Shipped,1,A-1,Mug,1,USD 10.00,USD 10.00,USD 20.00,2026-09-13 10:00:00,2026-09-14 10:00:00,,',
      '576912345678901011,Shipped,2,A-2,Cup,1,USD 10.00,USD 10.00,USD 20.00,2026-09-13 10:00:00,2026-09-14 10:00:00,,',
      '576912345678901011,Canceled,3,A-3,Lid,1,USD 10.00,USD 10.00,USD 20.00,2026-09-13 10:00:00,,,2026-09-13 11:00:00',
      '576912345678901012,Delivered,1,A-1,Mug,1,USD 10.00,USD 10.00,USD 20.00,2026-09-13 10:00:00,2026-09-14 10:00:00,2026-09-15 10:00:00,',
      '576912345678901012,To ship,2,A-2,Cup,1,USD 10.00,USD 10.00,USD 20.00,2026-09-13 10:00:00,,,',
    ]),
  )
  expect(orders(book)).toEqual([
    { document: 'order', status: 'shipped', total: 2000 },
    // One of its two lines has left: its goods are not known here, so that nothing could be sent.
    { document: 'order', status: 'confirmed', total: 2000 },
  ])
  const cancelled = book.read((db) => db.all('SELECT external_sku AS sku FROM order_lines WHERE cancelled_milli > 0'))
  expect(cancelled).toEqual([{ sku: 'A-3' }])
})

test('an order that awaits its payment is a draft, whatever its lines are called', () => {
  const book = testBook()
  const file = (status: string, price: string) =>
    fileOf('orders.txt', [
      'amazon-order-id\tpurchase-date\torder-status\tsku\titem-status\tquantity\tcurrency\titem-price\tship-country',
      `11-1\t2026-09-02T10:00:00+00:00\t${status}\tK-1\tUnshipped\t1\tUSD\t${price}\tUS`,
    ])
  importOne(book, file('Pending', ''))
  expect(orders(book)).toEqual([{ document: 'order', status: 'draft', total: 0 }])
  importOne(book, file('Unshipped', '12.50'))
  expect(orders(book)).toEqual([{ document: 'order', status: 'confirmed', total: 1250 }])
})

test('what was sent from here and is called refunded later stays sent, with a credit for what went back', () => {
  const book = dispatchBook()
  const file = (status: string, refund: string) =>
    fileOf('woo.csv', [
      'Order Number,Order Status,Order Date,Email (Billing),Order Total Amount,Order Total Tax Amount,Order Refund Amount,SKU,Item #,Item Name,Quantity (- Refund),Item Cost,Order Currency',
      `900,${status},2026-11-05 12:00,lea@x.fr,36.00,6.00,${refund},MUG,1,Tasse,3,10.00,USD`,
    ])
  importOne(book, file('Processing', '0'))
  const [order] = book.read((db) => db.all<{ id: number }>('SELECT id FROM sales_orders'))
  book.send({ orderId: order?.id ?? 0, on })
  importOne(book, file('Refunded', '36.00'))
  const expected = [
    { document: 'order', status: 'shipped', total: 3000 },
    { document: 'credit', status: 'confirmed', total: -3000 },
  ]
  expect(orders(book)).toEqual(expected)
  importOne(book, file('Refunded', '36.00'))
  expect(orders(book)).toEqual(expected)
  expect(book.read(checkBook).problems).toEqual([])
})

const wooHeader =
  'Order Number,Order Status,Order Date,Email (Billing),Order Total Amount,Order Total Tax Amount,Order Refund Amount,SKU,Item #,Item Name,Quantity (- Refund),Item Cost,Order Currency'

test('a file of what is left after a refund: the lines are less, their tax with them, and no credit takes it off again', () => {
  const book = testBook()
  importOne(
    book,
    fileOf('woo.csv', [wooHeader, '900,Completed,2026-11-05,l@x.fr,36.00,6.00,12.00,S,1,Cup,2,10.00,USD']),
  )
  const sql = 'SELECT total_minor AS total, tax_minor AS tax, gross_minor AS gross FROM sales_orders'
  expect(book.read((db) => db.all(sql))).toEqual([{ total: 2000, tax: 400, gross: 2400 }])
})

test('what was sent from here stays on the order; what went back of it is a credit, however often it is read', () => {
  const book = dispatchBook()
  const file = (status: string, quantity: number, refund: string) =>
    fileOf('woo.csv', [
      wooHeader,
      `900,${status},2026-11-05 12:00,lea@x.fr,36.00,6.00,${refund},MUG,1,Cup,${quantity},10.00,USD`,
    ])
  importOne(book, file('Completed', 3, '0'))
  const part = [
    { document: 'order', status: 'closed', total: 3000 },
    { document: 'credit', status: 'confirmed', total: -1000 },
  ]
  importOne(book, file('Completed', 2, '12.00'))
  expect(orders(book)).toEqual(part)
  importOne(book, file('Completed', 2, '12.00'))
  expect(orders(book)).toEqual(part)
  importOne(book, file('Refunded', 0, '36.00'))
  expect(orders(book)).toMatchObject([{ total: 3000 }, { total: -3000 }])
  expect(book.read(checkBook).problems).toEqual([])
})

test('tax that a channel takes lies on top, where the site has tax in its prices too', () => {
  const book = testBook({ baseCurrency: 'GBP' })
  importOne(
    book,
    fileOf('ebay.csv', [
      'Sales record number,Order number,Buyer username,Post to country,Item number,Item title,Quantity,Sold for,Postage and packaging,eBay collected tax,Total price,Sale date',
      '2,01-2,sam,Norway,3301,Cup,1,£10.00,£5.00,£3.75,£18.75,03-Sep-26',
    ]),
  )
  const sql = 'SELECT base_total_minor AS base, gross_minor AS gross, tax_by AS side FROM sales_orders'
  expect(book.read((db) => db.all(sql))).toEqual([{ base: 1000, gross: 1500, side: 'channel' }])
})

test('what a total holds beyond its parts is no tax where a row was refused, or where it is too much', () => {
  const book = testBook()
  const file = (quantity: string) =>
    fileOf('ebay.csv', [
      'Sales record number,Order number,Buyer username,Item number,Item title,Quantity,Sold for,Total price,Sale date',
      '2,01-2,sam,3301,Cup,1,$10.00,$30.00,Sep-03-26',
      `2,01-2,sam,3302,Jug,${quantity},$19.00,$30.00,Sep-03-26`,
    ])
  importOne(book, file('abc'))
  expect(book.read((db) => db.all('SELECT tax_minor AS tax, gross_minor AS gross FROM sales_orders'))).toEqual([
    { tax: 0, gross: 1000 },
  ])
})

test('one line twice in a file of overlapping days is one line', () => {
  const book = testBook()
  const row = '9-1\t77\t2026-09-03T22:30:00+00:00\tS-1\tCup\t2\tUSD\t20.00\tUS'
  const report = importOne(
    book,
    fileOf('orders.txt', [
      'order-id\torder-item-id\tpurchase-date\tsku\tproduct-name\tquantity-purchased\tcurrency\titem-price\tship-country',
      row,
      row,
    ]),
  )
  expect([report.new, report.merged]).toEqual([1, 1])
  expect(orders(book)).toEqual([{ document: 'order', status: 'confirmed', total: 2000 }])
})

test('a channel that a file makes is in the currency of the file’s orders, and of their country', () => {
  const book = testBook({ baseCurrency: 'CNY' })
  importOne(
    book,
    fileOf('orders.txt', [
      'amazon-order-id\tpurchase-date\torder-status\tsku\titem-status\tquantity\tcurrency\titem-price\tship-country',
      '11-1\t2026-09-02T10:00:00+00:00\tUnshipped\tK-1\tUnshipped\t1\tGBP\t12.50\tGB',
      '11-2\t2026-09-03T10:00:00+00:00\tUnshipped\tK-1\tUnshipped\t1\tEUR\t12.50\tIE',
      '11-3\t2026-09-03T10:00:00+00:00\tUnshipped\tK-1\tUnshipped\t1\tGBP\t12.50\tGB',
    ]),
  )
  const sql = 'SELECT currency, country, prices_with_tax AS withTax FROM channels WHERE deleted = 0'
  expect(book.read((db) => db.all(sql))).toEqual([{ currency: 'GBP', country: 'GB', withTax: 1 }])
})

describe('a file of a shop that no profile knows', () => {
  const rows = (secondIs: string) =>
    fileOf('shop.csv', [
      'Order no.;Order date;Buyer email;SKU;Description;Qty;Unit price;Shipping;Status;Purpose',
      '1;2026-11-03;jo@example.com;X-1;Cup;2;5,50;4,90;open;',
      `2;2026-11-04;al@example.com;X-1;Cup;1;5,50;0,00;${secondIs};`,
      '3;2026-11-05;bo@example.com;X-1;Cup;1;5,50;0,00;cancelled;',
      '4;2026-11-05;cy@example.com;X-1;Cup;1;0,00;0,00;draft;sample',
      '5;2026-11-06;di@example.com;X-1;Cup;1;5,50;0,00;已发货;',
    ])
  const options = { platform: 'other', channel: 'my shop' } as const

  test('tells states and purposes by the words of any file; its orders can still be sent', () => {
    const book = testBook({ baseCurrency: 'EUR' })
    expect(counts(importOne(book, rows('open'), { options }))).toEqual([5, 0, 0, 0])
    const states = () =>
      book.read((db) => db.raw('SELECT number, status, is_history, purpose FROM sales_orders ORDER BY number'))
    expect(states()).toEqual([
      ['1', 'confirmed', 0, 'sale'],
      ['2', 'confirmed', 0, 'sale'],
      ['3', 'cancelled', 0, 'sale'],
      ['4', 'draft', 0, 'sample'],
      ['5', 'shipped', 1, 'sale'],
    ])
    expect(counts(importOne(book, rows('cancelled'), { options }))).toEqual([0, 1, 4, 0])
    expect(states()[1]).toEqual(['2', 'cancelled', 0, 'sale'])
    expect(book.read(checkBook).problems).toEqual([])
  })
})

test('what a channel sent waits for the channel’s place, where the book keeps stock by that day; older ones are history', () => {
  const book = dispatchBook()
  const file = () =>
    fileOf('orders.txt', [
      'amazon-order-id\tpurchase-date\torder-status\tfulfillment-channel\tsku\titem-status\tquantity\tcurrency\titem-price\tship-country',
      '11-1\t2026-10-20T10:00:00+00:00\tShipped\tAmazon\tMUG\tShipped\t2\tUSD\t25.00\tUS',
      '11-2\t2026-11-05T10:00:00+00:00\tShipped\tAmazon\tMUG\tShipped\t2\tUSD\t25.00\tUS',
    ])
  const states = () =>
    book.read((db) =>
      db.all('SELECT number, status, is_history AS history, fulfilled_by AS sender FROM sales_orders ORDER BY id'),
    )
  const past = { number: '11-1', status: 'shipped', history: 1, sender: 'channel' }
  const waiting = { number: '11-2', status: 'confirmed', history: 0, sender: 'channel' }
  const first = importAll(book, [file()]).channels
  expect(first).toMatchObject([
    { orders: 2, history: 1, unsentCount: 1, unsent: [{ number: '11-2', code: 'dispatch/no-channel-place' }] },
  ])
  expect(states()).toEqual([past, waiting])
  book.write((tx) => {
    const [channel] = tx.all<{ id: number }>('SELECT id FROM channels WHERE deleted = 0')
    tx.update('channels', channel?.id ?? 0, { warehouse_id: main })
  })
  expect(importAll(book, [file()]).channels).toMatchObject([{ orders: 0, sentByChannel: 1, unsentCount: 0 }])
  expect(states()).toEqual([past, { ...waiting, status: 'shipped' }])
  expect(book.read(checkBook).problems).toEqual([])
})
