// Order files of shops: Shopify and WooCommerce; what a file of any channel says has left.
import { describe, expect, test } from 'vitest'
import { checkBook } from '#main/services/book/check-book.ts'
import { counts, fileOf, importAll, importOne } from '#tests/support/import-files.ts'
import { makeProduct } from '#tests/support/records.ts'
import { type TestBook, testBook } from '#tests/support/test-book.ts'

type Row = Record<string, string | number | null>

const orders = (book: TestBook, columns: string) =>
  book.read((db) => db.all<Row>(`SELECT ${columns} FROM sales_orders WHERE deleted = 0 ORDER BY id`))
const lines = (book: TestBook, columns: string) =>
  book.read((db) => db.all<Row>(`SELECT ${columns} FROM order_lines WHERE deleted = 0 ORDER BY id`))

describe('Shopify', () => {
  const header =
    'Name,Email,Financial Status,Paid at,Fulfillment Status,Fulfilled at,Currency,Subtotal,Shipping,Taxes,Total,Discount Code,Discount Amount,Shipping Method,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Lineitem fulfillment status,Billing Name,Shipping Name,Shipping Address1,Shipping City,Shipping Zip,Shipping Country,Cancelled at,Refunded Amount,Lineitem discount'
  const file = (...rows: string[]) => fileOf('orders_export_1.csv', [header, ...rows])

  test('the order stands on its first row; a discount on it is spread; one line of two has left; part was paid back', () => {
    const book = testBook()
    const report = importOne(
      book,
      file(
        "#1001,Ann@x.com,partially_refunded,2026-09-22 09:00:00 -0700,partial,2026-09-23 09:00:00 -0700,USD,45.00,5.00,4.00,54.00,OFF10,5.00,Std,2026-09-22 09:00:00 -0700,1,Tee - M,30.00,TEE-M,fulfilled,Ann A,Ann A,1 St,Mesa,'85201,US,,10.80,0.00",
        '#1001,Ann@x.com,,,,,,,,,,,,,,2,Cap,10.00,CAP,pending,,,,,,,,,0.00',
        "#1002,ann@X.com,paid,2026-09-24 09:00:00 -0700,unfulfilled,,USD,30.00,0.00,5.00,30.00,,0.00,Std,2026-09-24 09:00:00 -0700,1,Tee - M,30.00,TEE-M,pending,Ann A,Ann A,1 St,Mesa,'85201,US,,0.00,0.00",
      ),
    )
    expect(counts(report)).toEqual([3, 0, 0, 0])
    expect(orders(book, 'number, document, status, total_minor, tax_minor, tax_included, gross_minor')).toEqual([
      {
        number: '#1001',
        document: 'order',
        status: 'confirmed',
        total_minor: 4500,
        tax_minor: 400,
        tax_included: 0,
        gross_minor: 5400,
      },
      {
        number: 'CN-2026-0001',
        document: 'credit',
        status: 'confirmed',
        total_minor: -1000,
        tax_minor: -80,
        tax_included: 0,
        gross_minor: -1080,
      },
      {
        number: '#1002',
        document: 'order',
        status: 'confirmed',
        total_minor: 3000,
        tax_minor: 500,
        tax_included: 1,
        gross_minor: 3000,
      },
    ])
    expect(lines(book, 'discount_minor, total_minor, tax_minor').slice(0, 2)).toEqual([
      { discount_minor: 300, total_minor: 2700, tax_minor: 240 },
      { discount_minor: 200, total_minor: 1800, tax_minor: 160 },
    ])
    expect(book.read((db) => db.all('SELECT name, email, customer_kind FROM parties'))).toEqual([
      { name: 'Ann A', email: 'Ann@x.com', customer_kind: 'person' },
    ])
    expect(book.read(checkBook).problems).toEqual([])
  })

  test('read again it adds nothing; what changed there changes here, what was changed by hand stays', () => {
    const book = testBook()
    const row = (status: string, zip: string) =>
      file(
        `#7,b@x.com,paid,2026-09-22 09:00:00 -0700,${status},,USD,30.00,0.00,0.00,30.00,,0.00,Std,2026-09-22 09:00:00 -0700,1,Tee,30.00,TEE,pending,Bo,Bo,1 St,Mesa,${zip},US,,0.00,0.00`,
      )
    importOne(book, row('unfulfilled', "'85201"))
    expect(counts(importOne(book, row('unfulfilled', "'85201")))).toEqual([0, 0, 1, 0])
    expect(counts(importOne(book, row('unfulfilled', "'85202")))).toEqual([0, 1, 0, 0])
    const [order] = orders(book, 'id, ship_to_postal_code')
    expect(order?.ship_to_postal_code).toBe('85202')
    book.write((tx) => tx.update('sales_orders', Number(order?.id), { ship_to_city: 'Tempe' }), 'orders.edit')
    const report = importAll(book, [row('unfulfilled', "'85203")])
    expect(orders(book, 'ship_to_city, ship_to_postal_code')).toEqual([
      { ship_to_city: 'Tempe', ship_to_postal_code: '85202' },
    ])
    expect(report.channels).toMatchObject([{ channel: 'shopify', orders: 0, keptByHand: 1 }])
  })
})

describe('WooCommerce', () => {
  test('the usual export: names in two columns, the discount of the cart, a refund', () => {
    const book = testBook({ baseCurrency: 'EUR' })
    const report = importOne(
      book,
      fileOf('orders-2026-09.csv', [
        'Order Number,Order Status,Order Date,Customer Note,First Name (Billing),Last Name (Billing),Company (Billing),Email (Billing),Phone (Billing),First Name (Shipping),Last Name (Shipping),Address 1&2 (Shipping),City (Shipping),State Code (Shipping),Postcode (Shipping),Country Code (Shipping),Payment Method Title,Cart Discount Amount,Order Subtotal Amount,Shipping Method Title,Order Shipping Amount,Order Refund Amount,Order Total Amount,Order Total Tax Amount,SKU,Item #,Item Name,Quantity (- Refund),Item Cost,Coupon Code,Order Currency',
        '900,Processing,2026-09-01 12:00,,Lea,Roy,,lea@x.fr,+33 1,Lea,Roy,"1 Rue, Bât A",Lyon,,69001,FR,Stripe,5.00,50.00,Colissimo,4.00,0,58.80,9.80,S-1,1,Tasse,2,20.00,,EUR',
        '900,Processing,2026-09-01 12:00,,Lea,Roy,,lea@x.fr,+33 1,Lea,Roy,"1 Rue, Bât A",Lyon,,69001,FR,Stripe,5.00,50.00,Colissimo,4.00,0,58.80,9.80,S-2,2,Bol,1,10.00,,EUR',
        '901,On hold,2026-09-02 12:00,,Max,Ost,Ost GmbH,max@x.de,,Max,Ost,Weg 1,Ulm,,89073,DE,BACS,0.00,10.00,DHL,0.00,0,10.00,0.00,S-2,1,Bol,1,10.00,,EUR',
      ]),
    )
    expect(counts(report)).toEqual([3, 0, 0, 0])
    expect(orders(book, 'number, status, total_minor, freight_minor, tax_minor, gross_minor, ship_to_name')).toEqual([
      {
        number: '900',
        status: 'confirmed',
        total_minor: 4500,
        freight_minor: 400,
        tax_minor: 980,
        gross_minor: 5880,
        ship_to_name: 'Lea Roy',
      },
      {
        number: '901',
        status: 'on_hold',
        total_minor: 1000,
        freight_minor: 0,
        tax_minor: 0,
        gross_minor: 1000,
        ship_to_name: 'Max Ost',
      },
    ])
    expect(book.read((db) => db.all('SELECT name, customer_kind FROM parties'))).toEqual([
      { name: 'Lea Roy', customer_kind: 'person' },
      { name: 'Ost GmbH', customer_kind: 'company' },
    ])
  })
})

describe('what a file says has left', () => {
  const file = (sku: string) =>
    fileOf('ebay.csv', [
      'Sales Record Number,Order Number,Buyer Username,Item Number,Item Title,Custom Label,Quantity,Sold For,Shipping And Handling,Total Price,Sale Date,Shipped On Date,Tracking Number',
      `1,9-1,ann,1,Cup,${sku},2,US $10.00,US $0.00,US $20.00,Sep-18-26,Sep-19-26,TRK1`,
    ])

  test('leaves stock where there is some; where not, it is told and waits', () => {
    const book = testBook()
    book.write((tx) => {
      makeProduct(tx, { sku: 'CUP', nameEn: 'Cup' })
      tx.update('warehouses', 1, { starts_on: '2026-01-01' })
    })
    const short = importAll(book, [file('CUP')]).channels
    expect(short).toMatchObject([
      { orders: 1, history: 0, dispatched: 0, unsentCount: 1, unsent: [{ code: 'stock/insufficient' }] },
    ])
    expect(orders(book, 'status, shipped_on')).toEqual([{ status: 'confirmed', shipped_on: null }])
    importOne(book, fileOf('stock.csv', ['SKU,Quantity,Counted on', 'CUP,10,2026-01-02']), { kind: 'stock' })
    expect(importAll(book, [file('CUP')]).channels).toMatchObject([{ orders: 0, dispatched: 1, unsentCount: 0 }])
    expect(orders(book, 'status, shipped_on')).toEqual([{ status: 'shipped', shipped_on: '2026-09-19' }])
    expect(book.read((db) => db.get('SELECT tracking_number, dispatched_on FROM dispatches'))).toEqual({
      ...{ tracking_number: 'TRK1', dispatched_on: '2026-09-19' },
    })
    expect(importAll(book, [file('CUP')]).channels).toMatchObject([{ orders: 0, dispatched: 0, unsentCount: 0 }])
    expect(book.read(checkBook).problems).toEqual([])
  })
})
