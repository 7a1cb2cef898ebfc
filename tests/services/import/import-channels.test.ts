// Order files of marketplaces as their sites write them, with what makes each of them hard to read; shops: import-shops.test.ts.
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { checkBook } from '#main/services/book/check-book.ts'
import { counts, fileOf, importOne, inspect } from '#tests/support/import-files.ts'
import { type TestBook, testBook } from '#tests/support/test-book.ts'

type Row = Record<string, string | number | null>

const orders = (book: TestBook, columns: string) =>
  book.read((db) => db.all<Row>(`SELECT ${columns} FROM sales_orders WHERE deleted = 0 ORDER BY id`))
const lines = (book: TestBook, columns: string) =>
  book.read((db) => db.all<Row>(`SELECT ${columns} FROM order_lines WHERE deleted = 0 ORDER BY id`))

describe('Amazon', () => {
  const header = [
    ...[
      'amazon-order-id',
      'purchase-date',
      'order-status',
      'fulfillment-channel',
      'sales-channel',
      'sku',
      'product-name',
    ],
    ...['item-status', 'quantity', 'currency', 'item-price', 'item-tax', 'shipping-price', 'shipping-tax'],
    ...['item-promotion-discount', 'ship-promotion-discount', 'ship-city', 'ship-postal-code', 'ship-country'],
  ].join('\t')
  const row = (...cells: (string | number)[]) => cells.join('\t')
  const file = () =>
    fileOf('orders.txt', [
      header,
      row(
        '302-1',
        '2026-09-01T10:00:00+00:00',
        'Shipped',
        'Amazon',
        'Amazon.de',
        'A-1',
        'Cup',
        'Shipped',
        2,
        'EUR',
        23.8,
        3.8,
        4.76,
        0.76,
        2.38,
        4.76,
        'Köln',
        '50667',
        'DE',
      ),
      row(
        '302-1',
        '2026-09-01T10:00:00+00:00',
        'Shipped',
        'Amazon',
        'Amazon.de',
        'B-1',
        'Jug',
        'Cancelled',
        0,
        'EUR',
        '',
        '',
        '',
        '',
        '',
        '',
        'Köln',
        '50667',
        'DE',
      ),
      row(
        '302-2',
        '2026-09-02T10:00:00+00:00',
        'Pending',
        'Merchant',
        'Amazon.de',
        'A-1',
        'Cup',
        'Unshipped',
        1,
        'EUR',
        11.9,
        1.9,
        0,
        0,
        '',
        '',
        'Köln',
        '50667',
        'DE',
      ),
      row(
        '302-3',
        '2026-09-03T10:00:00+00:00',
        'Cancelled',
        'Merchant',
        'Amazon.de',
        'A-1',
        'Cup',
        'Cancelled',
        1,
        'EUR',
        '',
        '',
        '',
        '',
        '',
        '',
        'Köln',
        '50667',
        'DE',
      ),
    ])

  test('its price is the line’s, tax in it where the site’s prices have it; cancelled items stand in sent orders', () => {
    const book = testBook({ baseCurrency: 'EUR' })
    const report = importOne(book, file())
    expect(counts(report)).toEqual([4, 0, 0, 0])
    expect(orders(book, 'number, status, fulfilled_by, total_minor, tax_minor, freight_minor, tax_included')).toEqual([
      {
        number: '302-1',
        status: 'shipped',
        fulfilled_by: 'channel',
        total_minor: 2142,
        tax_minor: 456,
        freight_minor: 0,
        tax_included: 1,
      },
      {
        number: '302-2',
        status: 'draft',
        fulfilled_by: 'seller',
        total_minor: 1190,
        tax_minor: 190,
        freight_minor: 0,
        tax_included: 1,
      },
      {
        number: '302-3',
        status: 'cancelled',
        fulfilled_by: 'seller',
        total_minor: 0,
        tax_minor: 0,
        freight_minor: 0,
        tax_included: 1,
      },
    ])
    const channel = book.read((db) => db.get('SELECT code, kind, country, prices_with_tax FROM channels'))
    expect(channel).toEqual({ code: 'amazon', kind: 'amazon', country: 'DE', prices_with_tax: 1 })
    expect(book.read(checkBook).problems).toEqual([])
  })
})

describe('eBay', () => {
  const header =
    'Sales Record Number,Order Number,Buyer Username,Buyer Name,Ship To Name,Ship To Address 1,Ship To City,Ship To Zip,Ship To Country,Item Number,Item Title,Custom Label,Quantity,Sold For,Shipping And Handling,eBay Collected Tax,Total Price,Sale Date,Paid On Date,Shipped On Date,Tracking Number,Transaction ID'
  const file = (...rows: string[]) =>
    fileOf('ebay.csv', [
      ',,,,,',
      header,
      ',,,,,,,,,,,,,,,,,,,,,',
      ...rows,
      '',
      '2,record(s) downloaded,',
      'Seller ID : someone',
    ])

  test('Australia: the currency in the cell with thousands, a price of one, a summary row counted once', () => {
    const book = testBook({ baseCurrency: 'AUD' })
    const report = importOne(
      book,
      file(
        '77,12-1,mate,Mick D,Mick D,1 Reef Rd,Cairns,4870,Australia,,,,4,"AU $3,000.00",AU $12.00,AU $0.00,"AU $3,012.00",03-Sep-26,03-Sep-26,04-Sep-26,,',
        '77,12-1,mate,Mick D,Mick D,1 Reef Rd,Cairns,4870,Australia,1101,Board,BRD,3,AU $900.00,,,,03-Sep-26,03-Sep-26,04-Sep-26,TR1,901',
        '77,12-1,mate,Mick D,Mick D,1 Reef Rd,Cairns,4870,Australia,1102,Fin,FIN,1,AU $300.00,,,,03-Sep-26,03-Sep-26,04-Sep-26,TR1,902',
        '78,,bruce,Bruce,Bruce,2 Reef Rd,Cairns,4870,Australia,1102,Fin,FIN,1,AU $300.00,AU $5.00,,AU $305.00,04-Sep-26,,,,903',
      ),
    )
    expect([...counts(report), report.merged, report.skipped]).toEqual([3, 0, 0, 0, 1, 2])
    expect(orders(book, 'number, status, currency, total_minor, freight_minor, gross_minor')).toEqual([
      {
        number: '12-1',
        status: 'shipped',
        currency: 'AUD',
        total_minor: 300_000,
        freight_minor: 1200,
        gross_minor: 301_200,
      },
      { number: '78', status: 'draft', currency: 'AUD', total_minor: 30_000, freight_minor: 500, gross_minor: 30_500 },
    ])
    expect(lines(book, 'external_id, external_sku, qty_milli, price_micros, total_minor')[0]).toEqual({
      ...{ external_id: '901', external_sku: 'BRD', qty_milli: 3000, price_micros: 900_000_000, total_minor: 270_000 },
    })
    expect(report.noted.map(({ said }) => said)).toEqual(['unknown-sku'])
  })

  test('Germany: semicolons, its own words, commas in numbers, months by German names, `sep=`', () => {
    const book = testBook({ baseCurrency: 'EUR' })
    const report = importOne(
      book,
      fileOf('eBay-Bestellungen.csv', [
        'sep=;',
        'Verkaufsprotokollnummer;Bestellnummer;Nutzername des Käufers;Name des Käufers;Artikelnummer;Angebotstitel;Bestandseinheit;Anzahl;Verkauft für;Verpackung und Versand;Inklusive MwSt.-Satz;Gesamtbetrag;Zahlungsmethode;Verkauft am;Zahlungsdatum;Verschickt am - Datum;Transaktionsnummer',
        '501;23-1;kaeufer1;Jörg Groß;4001;Tasse blau;T-B;2;EUR 90,00;EUR 4,90;19%;EUR 94,90;PayPal;10-Dez-25;10-Dez-25;11-Dez-25;T1',
        '502;23-2;kaeufer2;Änne Böll;4002;Tasse rot;T-R;1;EUR 1.190,00;EUR 0,00;19%;EUR 1.190,00;PayPal;12-Mrz-26;12-Mrz-26;;T2',
        '2;Datensätze heruntergeladen',
        'Verkäufer-ID : laden',
      ]),
    )
    expect([...counts(report), report.skipped]).toEqual([2, 0, 0, 0, 2])
    expect(orders(book, 'number, ordered_on, status, total_minor, tax_minor, tax_included, gross_minor')).toEqual([
      {
        number: '23-1',
        ordered_on: '2025-12-10',
        status: 'shipped',
        total_minor: 9000,
        tax_minor: 1437,
        tax_included: 1,
        gross_minor: 8053,
      },
      {
        number: '23-2',
        ordered_on: '2026-03-12',
        status: 'confirmed',
        total_minor: 119_000,
        tax_minor: 19_000,
        tax_included: 1,
        gross_minor: 100_000,
      },
    ])
  })
})

describe('Etsy', () => {
  test('Britain: the day first, a header twice, postage only on the first line, VAT that Etsy took', () => {
    const book = testBook({ baseCurrency: 'GBP' })
    const report = importOne(
      book,
      fileOf('EtsySoldOrderItems2026.csv', [
        'Sale Date,Item Name,Buyer,Quantity,Price,Coupon Code,Coupon Details,Discount Amount,Delivery Discount,Order Delivery,Order Sales Tax,Item Total,Currency,Transaction ID,Listing ID,Date Paid,Date Dispatched,Delivery Name,Delivery Address1,Delivery Address2,Delivery City,Delivery State,Delivery Zipcode,Delivery Country,Order ID,Variations,Order Type,Listings Type,Payment Type,InPerson Discount,InPerson Location,VAT Paid by Buyer,SKU,Delivery Discount',
        '03/04/2026,Ring,rose,1,20.00,,,0.00,0,3.50,0.00,20.00,GBP,71,81,03/04/2026,05/04/2026,Rose T,1 Lane,,Leeds,,LS1 4AP,United Kingdom,#3100000001,,online,listing,online_cc,,,,RING-1,0',
        '03/04/2026,Band,rose,3,5.00,,,1.50,0,0.00,0.00,15.00,GBP,72,82,03/04/2026,05/04/2026,Rose T,1 Lane,,Leeds,,LS1 4AP,United Kingdom,#3100000001,,online,listing,online_cc,,,,BAND-1,0',
      ]),
    )
    expect(counts(report)).toEqual([2, 0, 0, 0])
    expect(
      orders(book, 'ordered_on, shipped_on, total_minor, freight_minor, ship_to_postal_code, ship_to_country'),
    ).toEqual([
      {
        ordered_on: '2026-04-03',
        shipped_on: '2026-04-05',
        total_minor: 3350,
        freight_minor: 350,
        ship_to_postal_code: 'LS1 4AP',
        ship_to_country: 'GB',
      },
    ])
    expect(lines(book, 'total_minor, discount_minor')).toEqual([
      { total_minor: 2000, discount_minor: 0 },
      { total_minor: 1350, discount_minor: 150 },
    ])
  })
})

describe('Etsy, a file of whole orders', () => {
  const header =
    'Sale Date,Order ID,Buyer User ID,Full Name,First Name,Last Name,Number of Items,Payment Method,Date Posted,Street 1,Street 2,Delivery City,Delivery State,Delivery Zipcode,Delivery Country,Currency,Order Value,Coupon Code,Coupon Details,Discount Amount,Delivery Discount,Delivery,Sales Tax,Order Total,Status,Card Processing Fees,Order Net,Adjusted Order Total,Delivery Discount,Buyer,Order Type,Payment Type,SKU'
  const whole = () =>
    fileOf('EtsySoldOrders2026.csv', [
      header,
      // Its total holds tax that Etsy took.
      '08/14/26,3001,fox,Jo Fox,Jo,Fox,3,CC,08/15/26,1 Main,,Austin,TX,78701,United States,USD,13.00,,,1.00,0,4.50,0.62,17.12,,0.5,16.0,,0,fox,online,cc,"A-1,B-1"',
      // This one's does not.
      '08/16/26,3002,elk,Al Elk,Al,Elk,1,CC,,2 Main,,Austin,TX,78701,United States,USD,5.00,,,0.00,0,4.50,0.40,9.50,,0.5,9.0,,0,elk,online,cc,A-1',
    ])
  const items = () =>
    fileOf('EtsySoldOrderItems2026.csv', [
      'Sale Date,Item Name,Buyer,Quantity,Price,Discount Amount,Shipping Discount,Order Shipping,Order Sales Tax,Item Total,Currency,Transaction ID,Listing ID,Date Paid,Date Shipped,Ship Name,Order ID,SKU',
      '08/14/26,Card,fox,2,5.00,0.77,,4.50,0.62,10.00,USD,901,801,08/14/26,08/15/26,Jo Fox,3001,A-1',
      '08/14/26,Sticker,fox,1,3.00,0.23,,0.00,0.00,3.00,USD,902,802,08/14/26,08/15/26,Jo Fox,3001,B-1',
    ])
  const goods = [
    { number: '3001', total_minor: 1200, freight_minor: 450, tax_minor: 62, gross_minor: 1650, tax_by: 'channel' },
    { number: '3002', total_minor: 500, freight_minor: 450, tax_minor: 40, gross_minor: 950, tax_by: 'channel' },
  ]
  const columns = 'number, total_minor, freight_minor, tax_minor, gross_minor, tax_by'

  test('makes orders of one line each; their lines take its place when they come', () => {
    const book = testBook()
    expect(counts(importOne(book, whole()))).toEqual([2, 0, 0, 0])
    expect(orders(book, columns)).toEqual(goods)
    expect(lines(book, 'external_sku, description, qty_milli')).toEqual([
      { external_sku: '', description: 'A-1,B-1', qty_milli: 3000 },
      { external_sku: 'A-1', description: 'A-1', qty_milli: 1000 },
    ])
    expect(counts(importOne(book, items()))).toEqual([2, 0, 0, 0])
    expect(orders(book, columns)).toEqual(goods)
    expect(lines(book, 'external_id').map((line) => line.external_id)).toEqual(['#order', '901', '902'])
    // Read again, the whole orders tell nothing new of lines that are there.
    const again = importOne(book, whole())
    expect([...counts(again), again.merged]).toEqual([0, 0, 1, 0, 1])
    expect(orders(book, columns)).toEqual(goods)
    expect(book.read(checkBook).problems).toEqual([])
  })
})

describe('TikTok Shop', () => {
  const columns =
    'Order ID,Order Status,Order Substatus,Cancelation/Return Type,SKU ID,Seller SKU,Product Name,Variation,Quantity,Sku Quantity of return,SKU Unit Original Price,SKU Subtotal Before Discount,SKU Platform Discount,SKU Seller Discount,SKU Subtotal After Discount,Shipping Fee After Discount,Taxes,Order Amount,Order Refund Amount,Created Time,Paid Time,Shipped Time,Delivered Time,Cancelled Time,Fulfillment Type,Tracking ID,Buyer Username,Recipient,Zipcode,Country,Detail Address'

  test('ids with tabs beyond 2^53, amounts of the order repeated on each line, a description row', () => {
    const book = testBook()
    const report = importOne(
      book,
      fileOf('tiktok.csv', [
        columns,
        'Platform unique order ID.,Current order status.,,,,Your SKU.,,,,,,,,,,,,,,,,,,,,,,,,,',
        '576912345678901001\t,Shipped,In transit,,1729400000001\t,S-1,Tee,"Black, S",2,0,$10.00,$20.00,$1.00,$2.00,$17.00,$3.00,$1.98,$29.98,$0.00,09/22/2026 10:15:30 AM,09/22/2026 10:15:45 AM,09/23/2026 9:00:00 AM,,,Fulfillment by TikTok Shop,JD01\t,cactus,Jo S,85251,United States,7014 E Rd',
        '576912345678901001\t,Shipped,In transit,,1729400000002\t,S-2,Cap,Default,1,0,$8.00,$8.00,$0.00,$0.00,$8.00,$3.00,$1.98,$29.98,$0.00,09/22/2026 10:15:30 AM,09/22/2026 10:15:45 AM,09/23/2026 9:00:00 AM,,,Fulfillment by TikTok Shop,JD01\t,cactus,Jo S,85251,United States,7014 E Rd',
      ]),
    )
    expect([...counts(report), report.skipped]).toEqual([2, 0, 0, 0, 1])
    expect(
      orders(book, 'external_id, total_minor, freight_minor, tax_minor, other_minor, fulfilled_by, status'),
    ).toEqual([
      {
        external_id: '576912345678901001',
        total_minor: 2500,
        freight_minor: 300,
        tax_minor: 198,
        other_minor: 100,
        fulfilled_by: 'channel',
        status: 'shipped',
      },
    ])
    expect(lines(book, 'external_id, qty_milli, price_micros, total_minor, discount_minor')).toEqual([
      {
        external_id: '1729400000001',
        qty_milli: 2000,
        price_micros: 10_000_000,
        total_minor: 1700,
        discount_minor: 300,
      },
      { external_id: '1729400000002', qty_milli: 1000, price_micros: 8_000_000, total_minor: 800, discount_minor: 0 },
    ])
    const tracking = book.read((db) => db.all('SELECT tracking_number FROM dispatches'))
    expect(tracking).toEqual([{ tracking_number: 'JD01' }])
  })

  test('what left before stock was kept has a shipment by the carrier that the file names', () => {
    const book = testBook()
    const file = fileOf('tiktok.csv', [
      `${columns},Shipping Provider Name`,
      `${'Description.'}${','.repeat(columns.split(',').length)}`,
      '576912345678901001\t,Shipped,In transit,,1729400000001\t,S-1,Tee,"Black, S",2,0,$10.00,$20.00,$1.00,$2.00,$17.00,$3.00,$1.98,$29.98,$0.00,09/22/2026 10:15:30 AM,09/22/2026 10:15:45 AM,09/23/2026 9:00:00 AM,,,Fulfillment by TikTok Shop,JD01\t,cactus,Jo S,85251,United States,7014 E Rd,USPS',
    ])
    importOne(book, file, { options: { makeMissing: true } })
    const by = book.read((db) => db.raw('SELECT c.name FROM shipments s LEFT JOIN parties c ON c.id = s.carrier_id'))
    expect(by).toEqual([['USPS']])
  })

  test('Chinese headers in GBK, Chinese states', () => {
    const book = testBook({ baseCurrency: 'GBP' })
    const text = [
      '订单号,订单状态,SKU ID,商家SKU,商品名称,规格,数量,SKU单件原价,SKU折后小计,折后运费,税费,订单金额,订单退款金额,创建时间,支付时间,发货时间,买家用户名,收件人,邮编,国家,详细地址',
      '5769000000000001\t,已完成,17290001\t,M-1,杯子,蓝,2,GBP 5.00,GBP 10.00,GBP 2.00,GBP 0.00,GBP 12.00,GBP 0.00,22/09/2026 10:00:00,22/09/2026 10:01:00,23/09/2026 10:00:00,anna,Anna,SW1A 1AA,United Kingdom,1 Mall',
      '5769000000000002\t,已取消,17290001\t,M-1,杯子,蓝,1,GBP 5.00,GBP 5.00,GBP 2.00,GBP 0.00,GBP 7.00,GBP 7.00,23/09/2026 10:00:00,,,ben,Ben,SW1A 1AA,United Kingdom,2 Mall',
    ].join('\n')
    const file = fileOf('订单.csv', iconv.encode(text, 'gbk'))
    expect(inspect(book, file)).toMatchObject({ kind: 'order-rows', savedMapping: 'tiktok-orders' })
    expect(counts(importOne(book, file))).toEqual([2, 0, 0, 0])
    expect(orders(book, 'status, total_minor, external_status')).toEqual([
      { status: 'closed', total_minor: 1000, external_status: '已完成' },
      { status: 'cancelled', total_minor: 500, external_status: '已取消' },
    ])
  })
})
