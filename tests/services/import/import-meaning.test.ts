// What rows mean where files are not as plain as they look: each of these once went wrong without a word.

import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { runImport } from '#main/services/import/run-import.ts'
import { silentJob } from '#main/services/jobs/job.ts'
import { counts, fileOf, importAll, importOne, inspect, shelf } from '#tests/support/import-files.ts'
import { type TestBook, testBook } from '#tests/support/test-book.ts'

const make = { options: { makeMissing: true } }
const products = (...rows: string[]) => fileOf('products.csv', ['Product ID,Product code,Product name', ...rows])

function lines(book: TestBook): unknown[] {
  return book.read((db) =>
    db.all(`SELECT o.number, p.sku, l.qty_milli / 1000 AS qty, l.total_minor AS total FROM order_lines l
      JOIN sales_orders o ON o.id = l.order_id JOIN products p ON p.id = l.product_id ORDER BY l.id`),
  )
}

function onHand(book: TestBook): unknown {
  return book.read((db) =>
    db.all(
      'SELECT p.sku, s.on_hand_milli / 1000 AS n FROM stock_balances s JOIN products p ON p.id = s.product_id ORDER BY p.sku',
    ),
  )
}

describe('refused rows, mended', () => {
  test('are added and change no line that is there', () => {
    const book = testBook()
    const sales = (qty: string) =>
      fileOf('sales.csv', [
        'Order No,Order Date,Customer,SKU,Qty,Unit Price',
        `1,2026-03-01,Casa,K1,${qty},1`,
        '1,2026-03-01,Casa,K1,10,2',
      ])
    const report = importOne(book, sales('abc'), make)
    expect(counts(report)).toEqual([1, 0, 0, 1])
    const refused = readFileSync(shelf.find(report.refusedFile ?? '').path, 'utf8')
    const mended = () => fileOf('sales - refused.csv', refused.replace('abc', '3'))
    expect(counts(importOne(book, mended(), { ...make, kind: 'order-rows' }))).toEqual([1, 0, 0, 0])
    expect(counts(importOne(book, mended(), { ...make, kind: 'order-rows' }))).toEqual([0, 0, 1, 0])
    expect(lines(book)).toEqual([
      { number: '1', sku: 'K1', qty: 10, total: 2000 },
      { number: '1', sku: 'K1', qty: 3, total: 300 },
    ])
  })
})

describe('stock by place', () => {
  test('is the sum of a product’s rows, and the same file again changes nothing', () => {
    const book = testBook()
    const file = () => fileOf('stock.csv', ['SKU,Location,Quantity on hand', 'A,L1,5', 'A,L2,3', 'B,L1,4'])
    expect(counts(importOne(book, file(), make))).toEqual([3, 0, 0, 0])
    expect(onHand(book)).toEqual([
      { sku: 'A', n: 8 },
      { sku: 'B', n: 4 },
    ])
    expect(counts(importOne(book, file(), make))).toEqual([0, 0, 3, 0])
  })
})

describe('signs that several currencies share', () => {
  const file = () => fileOf('products.csv', ['SKU,Product name,Price', '1,a,¥7'])
  test('are refused where the currency said is none of them', () => {
    const report = importOne(testBook({ baseCurrency: 'USD' }), file())
    expect(report.refused).toEqual([{ line: 2, column: 'Price', value: '7', expected: 'which-currency' }])
  })
  test('are taken as the one that was said', () => {
    const book = testBook({ baseCurrency: 'USD' })
    expect(counts(importOne(book, file(), { options: { currency: 'CNY' } }))).toEqual([1, 0, 0, 0])
    expect(book.read((db) => db.get('SELECT price_currency AS c FROM products'))).toEqual({ c: 'CNY' })
  })
})

describe('the currency of an order', () => {
  const order = (...rows: string[]) => fileOf('orders.csv', ['Order ID,Order Date,Freight', ...rows])
  test('is what its amounts name', () => {
    const book = testBook()
    importOne(book, order('1,2026-03-01,€5'))
    expect(book.read((db) => db.get('SELECT currency, freight_minor FROM sales_orders'))).toEqual({
      currency: 'EUR',
      freight_minor: 500,
    })
  })
  test('never changes under amounts that are there', () => {
    const book = testBook()
    importOne(book, order('1,2026-03-01,€5'))
    const report = importOne(book, order('1,2026-03-01,£5'))
    expect(report.refused).toEqual([{ line: 2, column: 'Freight', value: 'GBP', expected: 'order-currency' }])
  })
})

test('a column called as something that every object has is a column like any other', () => {
  const book = testBook()
  const file = fileOf('products.csv', ['SKU,Product name,constructor,toString', 'A,One,x,y'])
  expect(inspect(book, file).columns.map(({ field }) => field)).toEqual(['sku', 'nameEn', null, null])
  expect(counts(importOne(book, file))).toEqual([1, 0, 0, 0])
  // A choice of columns may leave some out.
  const rates = fileOf('rates.csv', ['Date,From,To,Rate,constructor', '2026-03-01,EUR,USD,1.1,x'])
  const { mapping } = inspect(book, rates, { kind: 'rates' })
  const columns = Object.fromEntries(Object.entries(mapping.columns).filter(([name]) => name !== 'constructor'))
  const work = { files: [{ file: rates, mapping: { ...mapping, columns } }], job: silentJob, shelf }
  expect(book.write((tx) => runImport(tx, work), 'imports.run').files.map(counts)).toEqual([[1, 0, 0, 0]])
})

describe('a reference', () => {
  test('in a SKU column is a SKU, in a key column a key', () => {
    const book = testBook()
    importOne(book, products('1,2,One', '2,1,Two'))
    const orders = fileOf('orders.csv', ['Order ID,Order Date,Customer', 'O,2026-03-01,'])
    importAll(book, [orders, fileOf('lines.csv', ['Order ID,SKU,Quantity,Unit Price', 'O,1,1,1'])])
    importOne(book, fileOf('lines.csv', ['Order ID,Product ID,Quantity,Unit Price', 'O,1,1,1']))
    expect(lines(book)).toMatchObject([{ sku: '1' }, { sku: '2' }])
  })

  test('in a number column is an order’s number, in a key column its key', () => {
    const book = testBook()
    importOne(book, products('1,A,One'))
    importOne(book, fileOf('orders.csv', ['Order ID,Order number,Order Date', '2,N1,2026-03-01', '3,2,2026-03-01']))
    importOne(book, fileOf('lines.csv', ['Order number,SKU,Quantity,Unit Price', '2,A,1,1']))
    expect(lines(book)).toMatchObject([{ number: '2' }])
  })
})

test('two channels may have one order number each, and neither touches the other', () => {
  const book = testBook()
  const orders = (day: string) => fileOf('orders.csv', ['Order ID,Order Date,Customer', `1001,${day},`])
  importOne(book, orders('2026-03-01'), { options: { channel: 'a' } })
  expect(counts(importOne(book, orders('2026-04-01'), { options: { channel: 'b' } }))).toEqual([1, 0, 0, 0])
  expect(book.read((db) => db.all('SELECT channel, ordered_on AS day FROM sales_orders ORDER BY id'))).toEqual([
    { channel: 'a', day: '2026-03-01' },
    { channel: 'b', day: '2026-04-01' },
  ])
})

describe('a file’s own line total', () => {
  const file = (head: string, row: string) =>
    fileOf('sales.csv', [`Order No,Order Date,Customer,SKU,Qty,Unit Price,${head}`, `1,2026-03-01,Casa,A,2,10,${row}`])
  test('below price x quantity is the discount', () => {
    const book = testBook()
    importOne(book, file('Line total', '15'), make)
    expect(book.read((db) => db.get('SELECT total_minor AS t, discount_ppm AS d FROM order_lines'))).toEqual({
      t: 1500,
      d: 250_000,
    })
  })
  test('that the other figures do not make is refused', () => {
    const report = importOne(testBook(), file('Discount (%),Line total', '5,15'), make)
    expect(report.refused).toEqual([{ line: 2, column: 'Line total', value: '15', expected: 'line-total' }])
  })
})

describe('products', () => {
  const file = (head: string, ...rows: string[]) => fileOf('products.csv', [`SKU,Product name,${head}`, ...rows])
  test('with nothing in a carton are refused, not the whole file', () => {
    expect(counts(importOne(testBook(), file('Pieces per carton', 'A,a,0', 'B,b,12')))).toEqual([1, 0, 0, 1])
  })
  test('may stand above their parent', () => {
    const book = testBook()
    const report = importOne(book, file('Parent SKU', 'C1,child,PP', 'C2,child,NOWHERE', 'PP,parent,'))
    expect(counts(report)).toEqual([2, 0, 0, 1])
    expect(report.refused).toEqual([{ line: 3, column: 'Parent SKU', value: 'NOWHERE', expected: 'known-product' }])
    expect(counts(importOne(book, file('Parent SKU', 'C1,child,PP', 'PP,parent,')))).toEqual([0, 0, 2, 0])
  })
  test('are never their own parent, nor a variant of a variant', () => {
    const book = testBook()
    importOne(book, file('Parent SKU', 'P,parent,', 'V,variant,P'))
    const report = importOne(book, file('Parent SKU', 'P,parent,P', 'W,variant,V', 'P,parent,V'))
    expect(report.refused.map((cell) => cell.expected)).toEqual(['parent', 'parent', 'parent'])
  })
  test('do not take a SKU that another product has', () => {
    const book = testBook()
    importOne(book, products('1,A,Alpha', '2,B,Beta'))
    expect(importOne(book, products('1,B,Alpha')).refused).toMatchObject([{ expected: 'free-sku' }])
  })
  test('do not take a barcode that another product has', () => {
    const book = testBook()
    const report = importOne(book, file('Barcode', 'A,a,6901234567892', 'B,b,6901234567892', 'A,a,6901234567892'))
    expect([...counts(report), report.refused[0]?.expected]).toEqual([1, 0, 1, 1, 'free-barcode'])
  })
  test('name categories that are made only when asked', () => {
    const book = testBook()
    const report = importAll(book, [file('Category', '1,a,Tools')])
    expect(report.missing).toEqual([{ kind: 'category', count: 1, examples: ['Tools'] }])
    expect(importAll(book, [file('Category', '1,a,Tools')], make).made).toEqual([{ kind: 'category', count: 1 }])
  })
  test('are recognised by a SKU alone', () => {
    expect(inspect(testBook(), fileOf('list.csv', ['SKU,Name,Price,Colour', '1,Mug,2,red'])).kind).toBe('products')
  })
})

describe('rates', () => {
  test('beyond all reason are refused by row', () => {
    const report = importOne(
      testBook(),
      fileOf('rates.csv', ['Date,From,To,Rate', '2026-03-01,VND,USD,99999999999999999999', '2026-03-01,EUR,USD,1.1']),
    )
    expect(counts(report)).toEqual([1, 0, 0, 1])
  })
  test('under a currency’s name lead to it; a day without one is skipped', () => {
    const book = testBook()
    const file = fileOf('rates.csv', ['Date,VND', '2026-03-01,25000', '2026-03-02,N/A'])
    const report = importOne(book, file, { options: { currency: 'USD' } })
    expect([report.kind, report.new, report.refusedRows]).toEqual(['rates', 1, 0])
    expect(book.read((db) => db.get('SELECT from_currency AS f, to_currency AS t FROM rates'))).toEqual({
      f: 'USD',
      t: 'VND',
    })
  })
})

test('a discount of nothing but ones is asked about, and taken as a hundredth', () => {
  const file = fileOf('lines.csv', ['Order ID,SKU,Quantity,Unit Price,Discount', 'O,A,1,1,1', 'O,A,1,1,0'])
  const { questions } = inspect(testBook(), file)
  expect(questions).toMatchObject([{ key: 'percentForm', guess: 'percent' }])
})

test('a text longer than its field may be is refused, not made unsavable', () => {
  const report = importOne(
    testBook(),
    fileOf('products.csv', ['SKU,Product name', `${'A'.repeat(81)},Mug`, `B,${'n'.repeat(301)}`]),
  )
  expect(report.refused.map((cell) => [cell.column, cell.expected])).toEqual([
    ['SKU', 'shorter'],
    ['Product name', 'shorter'],
  ])
})

describe('what is on order', () => {
  const file = (...rows: string[]) =>
    fileOf('products.csv', ['SKU,Product name,Price,Units on order,Reorder level,Lead time,Order multiple', ...rows])
  const expected = (book: TestBook) =>
    book.read((db) =>
      db.raw(
        'SELECT p.sku, e.qty_milli / 1000, e.status FROM expected_goods e JOIN products p ON p.id = e.product_id ORDER BY e.id',
      ),
    )

  test('is one record for each product and source, brought up to date when the file is read again', () => {
    const book = testBook()
    expect(counts(importOne(book, file('A,Mug,1,40,25,30,6', 'B,Cup,1,0,0,,0')))).toEqual([2, 0, 0, 0])
    expect(expected(book)).toEqual([['A', 40, 'open']])
    expect(counts(importOne(book, file('A,Mug,1,40,25,30,6', 'B,Cup,1,0,0,,0')))).toEqual([0, 0, 2, 0])
    expect(counts(importOne(book, file('A,Mug,1,50,25,30,6', 'B,Cup,1,7,0,,0')))).toEqual([0, 2, 0, 0])
    expect(counts(importOne(book, file('A,Mug,1,0,25,30,6'), { options: { channel: 'other' } }))).toEqual([0, 0, 1, 0])
    expect(counts(importOne(book, file('A,Mug,1,0,25,30,6')))).toEqual([0, 1, 0, 0])
    expect(expected(book)).toEqual([
      ['A', 50, 'cancelled'],
      ['B', 7, 'open'],
    ])
    expect(
      book.read((db) =>
        db.raw('SELECT sku, reorder_milli, lead_time_days, order_multiple_milli FROM products ORDER BY sku'),
      ),
    ).toEqual([
      ['A', 25_000, 30, 6000],
      ['B', 0, null, null],
    ])
  })

  test('that has come in meanwhile does not come back with the same figure', () => {
    const book = testBook()
    importOne(book, file('A,Mug,1,40,25,30,6'))
    book.write((tx) => tx.run("UPDATE expected_goods SET status = 'received', received_on = '2026-03-01'"))
    importOne(book, file('A,Mug,1,40,25,30,6'))
    expect(expected(book)).toEqual([['A', 40, 'received']])
    importOne(book, file('A,Mug,1,15,25,30,6'))
    expect(expected(book)).toEqual([
      ['A', 40, 'received'],
      ['A', 15, 'open'],
    ])
  })

  test('tracking stays as it is once stock has moved, and the row says so', () => {
    const book = testBook()
    const tracked = (tracking: string, stock = '') =>
      fileOf('p.csv', ['SKU,Product name,Price,Tracking,Stock', `A,Mug,1,${tracking},${stock}`])
    importOne(book, tracked('批次'))
    // Which batch it is, no file of products says.
    expect(importOne(book, tracked('batch', '5')).refused).toMatchObject([
      { column: 'Stock', expected: 'stock-by-batch' },
    ])
    importOne(book, tracked('not tracked', '5'))
    expect(importOne(book, tracked('serial number')).refused).toMatchObject([
      { column: 'Tracking', expected: 'tracking-as-it-is' },
    ])
    expect(counts(importOne(book, tracked('不跟踪')))).toEqual([0, 0, 1, 0])
  })
})

describe('a file of goods on order', () => {
  const file = (...rows: string[]) =>
    fileOf('purchases.csv', ['PO number,SKU,Quantity on order,Supplier,Order date,ETA', ...rows])

  test('is known by its headers, and a line again by its number and product', () => {
    const book = testBook()
    expect(inspect(book, file('PO-1,A,40,Kiln,2026-10-01,2026-12-01')).kind).toBe('expected')
    expect(
      counts(importOne(book, file('PO-1,A,40,Kiln,2026-10-01,2026-12-01', 'PO-1,B,5,Kiln,2026-10-01,'), make)),
    ).toEqual([2, 0, 0, 0])
    expect(counts(importOne(book, file('PO-1,a,40,Kiln,2026-10-01,2026-12-09', 'PO-1,B,5,Kiln,2026-10-01,')))).toEqual([
      0, 1, 1, 0,
    ])
    book.write((tx) =>
      tx.run("UPDATE expected_goods SET status = 'received', received_on = '2026-11-01' WHERE qty_milli = 5000"),
    )
    expect(counts(importOne(book, file('PO-1,B,5,Kiln,2026-10-01,')))).toEqual([0, 0, 1, 0])
    expect(
      book.read((db) =>
        db.raw(
          `SELECT p.sku, e.qty_milli, s.name, e.expected_on, e.status FROM expected_goods e JOIN products p ON p.id = e.product_id
           JOIN parties s ON s.id = e.supplier_id ORDER BY e.id`,
        ),
      ),
    ).toEqual([
      ['A', 40_000, 'Kiln', '2026-12-09', 'open'],
      ['B', 5000, 'Kiln', null, 'received'],
    ])
  })

  test('refuses what cannot be, row by row', () => {
    const book = testBook()
    const report = importOne(
      book,
      file(
        'PO-1,A,0,,2026-10-01,2026-12-01',
        'PO-1,A,-3,,2026-10-01,2026-12-01',
        'PO-1,A,3,,2026-10-01,2026-09-01',
        ',A,3,,,2026-12-01',
      ),
      make,
    )
    expect(report.refused.map(({ expected }) => expected)).toEqual(['above-zero', 'above-zero', 'day-after-order'])
    expect(report.new).toBe(1)
  })
})
