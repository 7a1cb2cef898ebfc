import { readFileSync } from 'node:fs'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { silentJob } from '#main/services/jobs/job.ts'
import { AppError } from '#shared/errors.ts'
import { counts, fileOf, importAll, importOne, inspect, shelf } from '#tests/support/import-files.ts'
import { testBook, testPerson } from '#tests/support/test-book.ts'

const products = (...rows: string[]) => fileOf('products.csv', ['SKU,Name,Price,Cost', ...rows])
const orders = () =>
  fileOf('orders.csv', [
    'Order ID,Customer,Order Date,Currency',
    'O-1,Casa Lima,2026-03-01,USD',
    'O-2,Casa Lima,2026-03-02,USD',
  ])
const lines = (...rows: string[]) => fileOf('lines.csv', ['Order ID,SKU,Quantity,Unit Price', ...rows])
const customers = () => fileOf('customers.csv', ['Customer ID,Company Name', 'C1,Casa Lima'])

describe('a row is', () => {
  test('new, then unchanged, then changed', () => {
    const book = testBook()
    expect(counts(importOne(book, products('A,Mug,1.50,0.70')))).toEqual([1, 0, 0, 0])
    expect(counts(importOne(book, products('A,Mug,1.50,0.70')))).toEqual([0, 0, 1, 0])
    expect(counts(importOne(book, products('A,Mug,1.60,0.70')))).toEqual([0, 1, 0, 0])
  })

  test('refused with line, column, value and what was expected; the others are imported', () => {
    const book = testBook()
    const report = importOne(book, products('A,Mug,1.50,', '', 'B,"Two', 'lines",cheap,', 'C,Cup,-1,'))
    expect(counts(report)).toEqual([1, 0, 0, 2])
    expect(report.refused).toEqual([
      { line: 4, column: 'Price', value: 'cheap', expected: 'number-with-point' },
      { line: 6, column: 'Price', value: '-1', expected: 'not-negative' },
    ])
  })

  test('refused, never shifted, when it has too many or too few cells', () => {
    const report = importOne(testBook(), products('A,Mug,1.50,0.70', 'B,Cup,1', 'C,Jar,1,2,3'))
    expect(counts(report)).toEqual([1, 0, 0, 2])
    expect(report.refused.map((cell) => [cell.line, cell.expected, cell.value])).toEqual([
      [3, 'cells:4', '3'],
      [4, 'cells:4', '5'],
    ])
  })

  test('left as it is where a cell is empty: an empty cell is no order to clear', () => {
    const book = testBook()
    importOne(book, products('A,Mug,1.50,0.70'))
    expect(counts(importOne(book, products('A,Mug,1.50,')))).toEqual([0, 0, 1, 0])
  })
})

test('who looks after a customer is found by name; a name that nobody has, or several, is told and changes nothing', () => {
  const book = testBook()
  const mei = testPerson(book, 'Mei')
  // Two copies that were brought together may each have had one.
  for (const name of ['Li', 'Li']) book.write((tx) => tx.insert('people', { name }))
  const owned = (...rows: string[]) => fileOf('customers.csv', ['Customer ID,Company Name,Looked after by', ...rows])
  const report = importOne(book, owned('C1,Casa Lima,mei', 'C2,Tea Garden,Bo', 'C3,Grain,Li', 'C4,Oak,'))
  expect(counts(report)).toEqual([4, 0, 0, 0])
  expect(report.noted).toEqual([{ said: 'unknown-person', column: 'Looked after by', count: 2, lines: [3, 4] }])
  const owners = () => book.read((db) => db.raw('SELECT owner_id FROM parties ORDER BY id').flat())
  expect(owners()).toEqual([mei, null, null, null])
  expect(counts(importOne(book, owned('C1,Casa Lima,Bo')))).toEqual([0, 0, 1, 0])
  expect(owners()[0]).toBe(mei)
})

describe('refused rows come back as a file', () => {
  test('that can be mended and dropped again', () => {
    const book = testBook()
    const report = importOne(book, products('A,Mug,cheap,', '=B,"Say ""hi""",1,'))
    const file = shelf.find(report.refusedFile ?? '')
    const text = readFileSync(file.path, 'utf8')
    expect(text).toContain('A,Mug,cheap')
    const mended = fileOf('products - refused.csv', text.replace('cheap', '1.50'))
    const again = importOne(book, mended)
    expect(counts(again)).toEqual([1, 0, 0, 0])
  })
})

describe('references', () => {
  test('of several files link up, whatever order they are dropped in', () => {
    const book = testBook()
    const { files } = importAll(book, [
      lines('O-1,A,2,1.50', 'O-2,A,1,1.40'),
      orders(),
      products('A,Mug,1.50,'),
      customers(),
    ])
    expect(files.map((file) => [file.kind, ...counts(file)])).toEqual([
      ['customers', 1, 0, 0, 0],
      ['products', 1, 0, 0, 0],
      ['orders', 2, 0, 0, 0],
      ['order-lines', 2, 0, 0, 0],
    ])
    const [order] = book.read((db) =>
      db.all<{ number: string; total_minor: number; line_count: number }>(
        "SELECT number, total_minor, line_count FROM sales_orders WHERE number = 'O-1'",
      ),
    )
    expect(order).toEqual({ number: 'O-1', total_minor: 300, line_count: 1 })
  })

  test('that are unknown are refused and counted, or made when asked', () => {
    const book = testBook()
    importAll(book, [customers(), orders()])
    const file = lines('O-1,NEW-1,2,1.50', 'O-1,NEW-2,1,1.00', 'O-9,NEW-1,1,1.00')
    const refusing = importAll(book, [file])
    expect(refusing.files.map(counts)).toEqual([[0, 0, 0, 3]])
    expect(refusing.missing).toEqual([
      { kind: 'product', count: 2, examples: ['NEW-1', 'NEW-2'] },
      { kind: 'order', count: 1, examples: ['O-9'] },
    ])
    const making = importAll(book, [file], { options: { makeMissing: true } })
    expect(making.files.map(counts)).toEqual([[2, 0, 0, 1]])
    expect(making.made).toEqual([{ kind: 'product', count: 2 }])
  })

  test('that are unknown are counted of every row that only they keep out, whichever of them is unknown', () => {
    const flat = fileOf('sales.csv', [
      'Order ID,Customer,Order Date,SKU,Quantity,Unit Price',
      'O-1,Casa Lima,2026-03-01,NEW-1,2,1.50',
      'O-1,Casa Lima,2026-03-01,NEW-2,1,1.00',
      'O-2,,2026-03-01,NEW-3,1,1.00',
    ])
    const book = testBook()
    const asMissing = (made: readonly { kind: string; count: number }[]) =>
      made.map(({ kind, count }) => `${count} ${kind}`).sort()
    const promised = importAll(book, [flat]).missing
    expect(asMissing(promised)).toEqual(['1 customer', '3 product'])
    const goods = fileOf('goods.csv', ['SKU,Name,Category,Supplier', 'A,Mug,Tools,Tea Garden'])
    expect(asMissing(importAll(book, [goods]).missing)).toEqual(['1 category', '1 supplier'])
    const bought = fileOf('bought.csv', [
      'PO Number,Supplier,PO Date,SKU,Quantity,Unit Price',
      'PO-1,Tea Garden,2026-03-01,NEW-1,2,1.50',
      'PO-2,Tea Garden,2026-03-01,NEW-2,2,1.50',
    ])
    expect(asMissing(importAll(book, [bought]).missing)).toEqual(['1 supplier', '2 product'])
    const making = importAll(book, [flat], { options: { makeMissing: true } })
    expect(asMissing(making.made)).toEqual(asMissing(promised))
  })

  test('keep codes as text', () => {
    const book = testBook()
    importOne(book, products('000123456789,Mug,1,', '6901234567890123456,Cup,1,'))
    const skus = book
      .read((db) => db.all<{ sku: string }>('SELECT sku FROM products ORDER BY id'))
      .map((row) => row.sku)
    expect(skus).toEqual(['000123456789', '6901234567890123456'])
  })
})

describe('order lines', () => {
  test('carry their own price and discount; repeated products in one order stay apart', () => {
    const book = testBook()
    importAll(book, [customers(), orders(), products('A,Mug,1.50,')])
    const file = fileOf('lines.csv', [
      'Order ID,SKU,Quantity,Unit Price,Discount',
      'O-1,A,3,9.99,0.15',
      'O-1,A,1,9.99,0',
    ])
    expect(counts(importOne(book, file))).toEqual([2, 0, 0, 0])
    expect(counts(importOne(book, file))).toEqual([0, 0, 2, 0])
    const totals = book
      .read((db) => db.all<{ t: number }>('SELECT total_minor AS t FROM order_lines ORDER BY position'))
      .map((row) => row.t)
    expect(totals).toEqual([2547, 999])
  })

  test('of an order in a currency without a rate are kept, and left out of sums in base currency', () => {
    const book = testBook()
    const file = fileOf('orders.csv', ['Order ID,Customer,Order Date,Currency', 'O-1,Casa Lima,2026-03-01,VND'])
    importAll(book, [customers(), file, products('A,Mug,1.50,'), lines('O-1,A,2,50000')])
    const line = book.read((db) => db.get('SELECT total_minor, base_minor FROM order_lines'))
    expect(line).toEqual({ total_minor: 100_000, base_minor: null })
    const rates = fileOf('rates.csv', ['Date,From,To,Rate', '2026-02-27,USD,VND,25000'])
    expect(counts(importOne(book, rates))).toEqual([1, 0, 0, 0])
    expect(book.read((db) => db.get('SELECT base_minor FROM order_lines'))).toEqual({ base_minor: 400 })
  })

  test('whose total alone is given keep it to the cent', () => {
    const book = testBook()
    importAll(book, [customers(), orders(), products('A,Mug,1.50,')])
    const file = fileOf('lines.csv', ['Order ID,SKU,Quantity,Line Total', 'O-1,A,3,10.00'])
    expect(counts(importOne(book, file))).toEqual([1, 0, 0, 0])
    expect(book.read((db) => db.get('SELECT total_minor, price_micros FROM order_lines'))).toEqual({
      total_minor: 1000,
      price_micros: 3_333_333,
    })
  })
})

test('a flat file makes an order only with a good line', () => {
  const book = testBook()
  const file = fileOf('sales.csv', [
    'Order No,Order Date,Customer,SKU,Qty,Unit Price',
    'X-1,2026-03-01,Casa Lima,A,many,1.50',
    'X-2,2026-03-01,Casa Lima,A,1,1.50',
    'X-2,2026-03-01,Casa Lima,B,2,2.50',
  ])
  const report = importOne(book, file, { options: { makeMissing: true } })
  expect([report.kind, ...counts(report)]).toEqual(['order-rows', 2, 0, 0, 1])
  expect(book.read((db) => db.all('SELECT number, total_minor FROM sales_orders'))).toEqual([
    { number: 'X-2', total_minor: 650 },
  ])
})

test('the European Central Bank’s form: a column per currency, N/A is none, 0 is no rate', () => {
  const book = testBook()
  const file = fileOf('eurofxref.csv', [
    'Date,USD,JPY,GBP,BGN,',
    '2026-04-13,1.1684,186.75,0.87058,N/A,',
    '2026-04-10,1.1711,186.43,0,N/A,',
  ])
  const report = importOne(book, file)
  expect([report.kind, ...counts(report)]).toEqual(['rates', 1, 0, 0, 1])
  const rows = book.read((db) => db.all('SELECT from_currency AS f, to_currency AS t, rate FROM rates ORDER BY id'))
  expect(rows).toEqual([
    { f: 'EUR', t: 'USD', rate: '1.1684' },
    { f: 'EUR', t: 'JPY', rate: '186.75' },
    { f: 'EUR', t: 'GBP', rate: '0.87058' },
  ])
})

describe('a dry run', () => {
  test('counts what the import then does, and leaves the book untouched', () => {
    const book = testBook()
    const files = () => [lines('O-1,A,2,1.50', 'O-1,NOPE,1,1'), orders(), products('A,Mug,1.50,'), customers()]
    const before = book.connection.serialize()
    const dry = importAll(book, files(), { dry: true })
    expect(book.connection.serialize().equals(before)).toBe(true)
    expect(importAll(book, files()).files.map(counts)).toEqual(dry.files.map(counts))
  })
})

test('an import that is stopped leaves nothing', () => {
  const book = testBook()
  const before = book.connection.serialize()
  const job = {
    ...silentJob,
    stopIfCancelled: () => {
      throw new AppError('job/cancelled')
    },
  }
  expect(() => importOne(book, products('A,Mug,1,'), { job })).toThrow('job/cancelled')
  expect(book.connection.serialize().equals(before)).toBe(true)
})

test('two columns onto one field are refused before anything is read', () => {
  const book = testBook()
  const file = products('A,Mug,1,2')
  const { mapping } = inspect(book, file)
  const columns = { ...mapping.columns, Cost: 'price' }
  expect(() => importAll(book, [file], { options: {} })).not.toThrow()
  expect(Object.values(columns).filter((field) => field === 'price')).toHaveLength(2)
})

describe('looking into a file', () => {
  test('says what it is, from when, and how it was read', () => {
    const found = inspect(testBook(), orders())
    expect(found).toMatchObject({
      kind: 'orders',
      rowCount: 2,
      from: '2026-03-01',
      to: '2026-03-02',
      encoding: 'utf-8',
      delimiter: ',',
      headerLine: 1,
    })
    expect(found.columns[0]).toMatchObject({ name: 'Order ID', field: 'externalId', samples: ['O-1', 'O-2'] })
  })

  test('finds Chinese headers in GB18030 below a title', () => {
    const text = '供应商名录,,\n\n供应商编号,供应商名称,国家\nS1,宁波海松,中国\nS2,义乌百货,中国\n'
    const file = fileOf('供应商.csv', iconv.encode(text, 'gb18030'))
    const book = testBook()
    expect(inspect(book, file)).toMatchObject({ kind: 'suppliers', encoding: 'gb18030', headerLine: 3 })
    importOne(book, file)
    expect(book.read((db) => db.all('SELECT name, country FROM parties'))).toEqual([
      { name: '宁波海松', country: 'CN' },
      { name: '义乌百货', country: 'CN' },
    ])
  })

  test('asks what the data do not settle, once per file', () => {
    const file = fileOf('orders.csv', [
      'Order ID,Order Date,Customer,Freight',
      'O-1,03/04/2026,N/A,-',
      'O-2,05/06/2026,NULL,"1,500"',
    ])
    const keys = inspect(testBook(), file).questions.map((question) => question.key)
    expect(keys).toEqual(expect.arrayContaining(['dateOrder', 'nullWords']))
  })

  test('recognises a saved mapping by the headers, however spelled', async () => {
    const { saveMapping } = await import('#main/services/import/saved-mappings.ts')
    const book = testBook()
    const file = fileOf('a.csv', ['Artikel;Bezeichnung', '1;Tasse'])
    const { mapping } = inspect(book, file, { kind: 'products' })
    const columns = { Artikel: 'sku', Bezeichnung: 'nameEn' }
    book.write((tx) => saveMapping(tx, 'Lager', ['Artikel', 'Bezeichnung'], { ...mapping, columns }))
    const again = inspect(book, fileOf('b.csv', ['artikel;bezeichnung', '2;Teller']))
    expect(again).toMatchObject({ savedMapping: 'Lager', kind: 'products' })
  })

  test.each([
    ['a PDF', Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj'), 'import/not-a-table'],
    ['an old .xls', Buffer.from(`d0cf11e0a1b11ae1${'00'.repeat(600)}`, 'hex'), 'import/old-excel'],
    ['an empty file', Buffer.alloc(0), 'import/empty'],
  ])('%s gets a sentence', (_, bytes, code) => {
    const look = () => inspect(testBook(), fileOf('file.csv', bytes))
    expect(look).toThrow(code)
  })
})

test('any file of orders and lines may tell what shops tell: days, references, tax, what was cancelled', () => {
  const book = testBook()
  const heads = fileOf('orders.csv', [
    'Order ID,Customer,Order Date,Currency,Customer PO,Paid on,Delivered on,Shipping service,Freight,Freight tax,Packing note',
    'O-1,Casa Lima,2026-03-01,USD,PO-77,2026-03-02,2026-03-09,Air,10.00,1.00,Wrap',
  ])
  const rows = fileOf('lines.csv', [
    'Order ID,SKU,Quantity,Unit Price,Tax rate,Quantity cancelled,Line promised date',
    'O-1,A,3,10.00,10%,1,2026-03-20',
  ])
  importAll(book, [customers(), heads, products('A,Mug,1.50,'), rows])
  const order = book.read((db) =>
    db.get(`SELECT customer_reference, confirmed_on, delivered_on, shipping_service, freight_tax_minor, packing_note, total_minor,
      tax_minor, gross_minor FROM sales_orders`),
  )
  expect(order).toEqual({
    ...{ customer_reference: 'PO-77', confirmed_on: '2026-03-02', delivered_on: '2026-03-09', shipping_service: 'Air' },
    ...{ freight_tax_minor: 100, packing_note: 'Wrap', total_minor: 2000, tax_minor: 300, gross_minor: 3300 },
  })
  const line = book.read((db) =>
    db.get('SELECT cancelled_milli, tax_ppm, tax_minor, promised_on, base_minor FROM order_lines'),
  )
  expect(line).toEqual({
    cancelled_milli: 1000,
    tax_ppm: 100_000,
    tax_minor: 200,
    promised_on: '2026-03-20',
    base_minor: 2000,
  })
})

test('a customer that an order’s row makes is of the country that the row tells; one who is known stays as they are', () => {
  const book = testBook()
  importOne(book, fileOf('customers.csv', ['Customer ID,Company Name,Country', 'C1,Casa Lima,Peru']))
  const rows = fileOf('sales.csv', [
    'Order ID,Customer,Order Date,SKU,Quantity,Unit Price,Ship Country',
    'O-1,Casa Lima,2026-03-01,A,1,10.00,Chile',
    'O-2,Kopp GmbH,2026-03-02,A,1,10.00,Germany',
    'O-3,Nowhere Ltd,2026-03-02,A,1,10.00,',
  ])
  importOne(book, rows, { options: { makeMissing: true } })
  expect(book.read((db) => db.all('SELECT name, country FROM parties WHERE is_customer = 1 ORDER BY id'))).toEqual([
    { name: 'Casa Lima', country: 'PE' },
    { name: 'Kopp GmbH', country: 'DE' },
    { name: 'Nowhere Ltd', country: '' },
  ])
})

test('goods that go out to nobody for nothing are no sale; the rows around them stand, and still name what is sold', () => {
  const book = testBook()
  const rows = fileOf('sales.csv', [
    'Order ID,Customer,Order Date,SKU,Product Name,Quantity,Unit Price',
    'O-1,,2026-03-01,A,,2,0',
    'O-2,,2026-03-01,A,,-5,0.00',
    'O-3,,2026-03-02,B,broken,-1,0',
    'O-4,,2026-03-02,A,Mug,1,10.00',
    'O-5,Casa Lima,2026-03-03,A,Mug,-1,0',
    'O-6,,2026-03-03,A,Mug,-1,10.00',
  ])
  const report = importOne(book, rows, { options: { makeMissing: true } })
  expect(report.refused).toEqual([
    { line: 3, column: 'Quantity', value: '-5', expected: 'no-write-off' },
    { line: 4, column: 'Quantity', value: '-1', expected: 'no-write-off' },
  ])
  expect(book.read((db) => db.all('SELECT number, document FROM sales_orders ORDER BY id'))).toEqual([
    { number: 'O-1', document: 'order' },
    { number: 'O-4', document: 'order' },
    { number: 'O-5', document: 'credit' },
    { number: 'O-6', document: 'credit' },
  ])
  expect(book.read((db) => db.all('SELECT sku, name_en AS name FROM products'))).toEqual([{ sku: 'A', name: 'Mug' }])
})

test('a narrow table keeps its last rows: a number and a name are no remark', () => {
  const file = fileOf('shippers.csv', ['Shipper ID,Company Name', '1,Federal Shipping', '2,Speedy Express'])
  expect(importOne(testBook(), file)).toMatchObject({ kind: 'carriers', new: 2, skipped: 0 })
})
