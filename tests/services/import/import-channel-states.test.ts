// How far an order of a channel has come where its rows say different things, and where a later file says otherwise.
import { expect, test } from 'vitest'
import { checkBook } from '#main/services/book/check-book.ts'
import { dispatchBook, on } from '#tests/services/dispatch/dispatch-book.ts'
import { fileOf, importOne } from '#tests/support/import-files.ts'
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
