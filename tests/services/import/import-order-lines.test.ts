// The money of an order's lines from a file: tax and what was cancelled, told, told again, or left out later.
import { describe, expect, test } from 'vitest'
import { counts, fileOf, importAll, importOne } from '#tests/support/import-files.ts'
import { type TestBook, testBook } from '#tests/support/test-book.ts'

const products = () => fileOf('products.csv', ['SKU,Name,Price,Cost', 'A,Mug,1.50,'])
const orders = () => fileOf('orders.csv', ['Order ID,Customer,Order Date,Currency', 'O-1,Casa Lima,2026-03-01,USD'])
const customers = () => fileOf('customers.csv', ['Customer ID,Company Name', 'C1,Casa Lima'])

describe('a line that is read again, from a file that tells less', () => {
  const told = (head: string, row: string) => fileOf('lines.csv', [`Order ID,SKU,Quantity,Unit Price${head}`, row])
  const line = (book: TestBook) =>
    book.read((db) =>
      db.get('SELECT qty_milli, cancelled_milli, total_minor, tax_ppm, tax_minor, base_minor FROM order_lines'),
    )
  const orderWithTax = () => {
    const book = testBook()
    importAll(book, [customers(), orders(), products()])
    book.write((tx) => tx.run('UPDATE sales_orders SET tax_included = 1'))
    return book
  }
  const given = { qty_milli: 3000, cancelled_milli: 0 }

  test('keeps its rate of tax, in the price or on it: what is earned has none in it', () => {
    const book = orderWithTax()
    importOne(book, told(',Tax rate', 'O-1,A,3,12.00,20%'))
    const before = { ...given, total_minor: 3600, tax_ppm: 200_000, tax_minor: 600, base_minor: 3000 }
    expect(line(book)).toEqual(before)
    expect(counts(importOne(book, told('', 'O-1,A,3,12.00')))).toEqual([0, 0, 1, 0])
    expect(counts(importOne(book, told(',Line promised date', 'O-1,A,3,12.00,2026-03-20')))).toEqual([0, 1, 0, 0])
    expect(line(book)).toEqual(before)
    importOne(book, told('', 'O-1,A,3,24.00'))
    expect(line(book)).toEqual({ ...before, total_minor: 7200, tax_minor: 1200, base_minor: 6000 })
  })

  test('keeps tax that was told as an amount in proportion', () => {
    const book = orderWithTax()
    importOne(book, told(',Line tax', 'O-1,A,3,12.00,6.01'))
    const before = { ...given, total_minor: 3600, tax_ppm: 0, tax_minor: 601, base_minor: 2999 }
    expect(line(book)).toEqual(before)
    importOne(book, told('', 'O-1,A,3,12.00'))
    expect(line(book)).toEqual(before)
    importOne(book, told('', 'O-1,A,3,24.00'))
    expect(line(book)).toEqual({ ...before, total_minor: 7200, tax_minor: 1202, base_minor: 5998 })
  })

  test('keeps what was cancelled of it while as much is ordered', () => {
    const book = orderWithTax()
    importOne(book, told(',Quantity cancelled', 'O-1,A,3,10.00,1'))
    const before = { ...given, cancelled_milli: 1000, total_minor: 2000, tax_ppm: 0, tax_minor: 0, base_minor: 2000 }
    expect(line(book)).toEqual(before)
    expect(counts(importOne(book, told('', 'O-1,A,3,10.00')))).toEqual([0, 0, 1, 0])
    importOne(book, told('', 'O-1,A,2,10.00'))
    expect(line(book)).toEqual({ ...before, qty_milli: 2000, cancelled_milli: 0 })
  })
})

describe('what was cancelled of a line', () => {
  const taken = (head: string, row: string) => {
    const book = testBook()
    importAll(book, [customers(), orders(), products()])
    const report = importOne(book, fileOf('lines.csv', [`Order ID,SKU,Quantity,Quantity cancelled,${head}`, row]))
    const line = book.read((db) =>
      db.raw('SELECT qty_milli, cancelled_milli, price_micros, discount_ppm, total_minor FROM order_lines'),
    )[0]
    return { report, line }
  }

  test.each([
    // The total is of all that was ordered, to the cent of the file; of what is left; or of what is left, less a discount.
    ['Unit Price,Line Total', 'O-1,A,3,1,3.333,10.00', [3000, 1000, 3_333_000, 0, 667]],
    ['Unit Price,Line Total', 'O-1,A,3,1,10.005,20.00', [3000, 1000, 10_005_000, 0, 2000]],
    ['Unit Price,Line Total', 'O-1,A,3,1,10.00,18.00', [3000, 1000, 10_000_000, 100_000, 1800]],
    ['Unit Price,Line Total', 'O-1,A,3,1,10.00,27.00', [3000, 1000, 10_000_000, 100_000, 1800]],
    // As far from price x quantity as rounding the price may bring it; of two readings the nearer one.
    ['Unit Price,Line Total', 'O-1,A,3000,0,0.33,1000.00', [3_000_000, 0, 330_000, 0, 100_000]],
    ['Unit Price,Line Total', 'O-1,A,1000,1,0.01,10.00', [1_000_000, 1000, 10_000, 0, 999]],
    ['Unit Price,Line Total', 'O-1,A,1000,1,0.01,9.99', [1_000_000, 1000, 10_000, 0, 999]],
    ['Line Total', 'O-1,A,3,1,10.00', [3000, 1000, 3_333_333, 0, 667]],
    ['Unit Price', 'O-1,A,3,9,10.00', [3000, 3000, 10_000_000, 0, 0]],
    // A line that takes back waits for nothing: what it no longer takes back is not on it.
    ['Unit Price', 'O-1,A,-5,2,10.00', [-3000, 0, 10_000_000, 0, -3000]],
    ['Unit Price,Line Total', 'O-1,A,-5,-2,10.00,-50.00', [-3000, 0, 10_000_000, 0, -3000]],
    ['Unit Price,Line Total', 'O-1,A,-5,2,10.00,-30.00', [-3000, 0, 10_000_000, 0, -3000]],
    ['Line Total', 'O-1,A,-5,2,-50.00', [-3000, 0, 10_000_000, 0, -3000]],
  ])('%s: %s', (head, row, expected) => {
    const { line } = taken(head, row)
    expect(line).toEqual(expected)
  })

  test('leaves a total that nothing makes refused', () => {
    const { report } = taken('Unit Price,Line Total', 'O-1,A,-5,2,10.00,-44.00')
    expect(report.refused).toMatchObject([{ column: 'Line Total', expected: 'line-total' }])
  })
})
