import { describe, expect, test } from 'vitest'
import { checkBook } from '#main/services/book/check-book.ts'
import { onOrderOf } from '#main/services/expected/on-order.ts'
import { counts, fileOf, importAll, importOne, inspect } from '#tests/support/import-files.ts'
import { type TestBook, testBook } from '#tests/support/test-book.ts'

const all = <Row>(book: TestBook, sql: string) => book.read((db) => db.all<Row>(sql))
const make = { options: { makeMissing: true } } as const

const heads = (...rows: string[]) =>
  fileOf('purchase orders.csv', ['PO Number,Vendor,PO Date,Status,Currency', ...rows])
const lines = (...rows: string[]) =>
  fileOf('purchase lines.csv', ['PO Number,SKU,Qty,Unit Price,Due Date,Received Qty,Rejected Qty,Stocked Qty', ...rows])
const flat = (...rows: string[]) =>
  fileOf('purchases.csv', ['PO Number,Vendor,PO Date,SKU,Qty,Unit Price,Line Total,Due Date,Received Date', ...rows])

const orders = (book: TestBook) =>
  all(
    book,
    'SELECT number, status, is_history AS past, has_receipt_days AS days, total_minor AS total FROM purchase_orders ORDER BY number',
  )
const bought = (book: TestBook) =>
  all(
    book,
    `SELECT l.qty_milli AS qty, l.received_milli AS received, l.rejected_milli AS rejected, l.last_received_on AS lastOn,
       l.open_milli AS open, l.total_minor AS total FROM purchase_lines l ORDER BY l.id`,
  )

describe('heads and lines', () => {
  test('of two files link up: what came in is a receipt of the past without a day, and moves no stock', () => {
    const book = testBook()
    const report = importAll(
      book,
      [
        lines('PO-1,A,12,3.50,2026-02-01,10,2,8', 'PO-1,B,4,1,2026-02-01,0,0,0'),
        heads('PO-1,Tea Garden,2026-01-05,approved,CNY'),
      ],
      make,
    )
    expect(report.files.map((file) => [file.kind, ...counts(file)])).toEqual([
      ['purchase-orders', 1, 0, 0, 0],
      ['purchase-lines', 2, 0, 0, 0],
    ])
    expect(orders(book)).toEqual([{ number: 'PO-1', status: 'confirmed', past: 1, days: 0, total: 4600 }])
    expect(bought(book)).toEqual([
      { qty: 12_000, received: 10_000, rejected: 2000, lastOn: null, open: 0, total: 4200 },
      { qty: 4000, received: 0, rejected: 0, lastOn: null, open: 0, total: 400 },
    ])
    expect(all(book, 'SELECT 1 FROM stock_movements')).toEqual([])
    expect(book.read((db) => checkBook(db)).ok).toBe(true)
  })

  test('read again are unchanged; what has changed is changed', () => {
    const book = testBook()
    const head = () => heads('PO-1,Tea Garden,2026-01-05,approved,CNY')
    importAll(book, [head(), lines('PO-1,A,12,3.50,2026-02-01,10,2,8')], make)
    const again = importAll(book, [head(), lines('PO-1,A,12,3.50,2026-02-01,12,1,11')])
    expect(again.files.map(counts)).toEqual([
      [0, 0, 1, 0],
      [0, 1, 0, 0],
    ])
    expect(bought(book)).toMatchObject([{ received: 12_000, rejected: 1000 }])
    expect(all(book, 'SELECT 1 FROM purchase_receipt_lines')).toHaveLength(1)
  })

  test.each([
    ['PO-1,A,12,3.50,,10,2,9', { column: 'Stocked Qty', expected: 'received-less-rejected' }],
    ['PO-1,A,12,3.50,,1,2,', { column: 'Rejected Qty', expected: 'at-most-received' }],
    ['PO-1,A,12,-3.50,,,,', { column: 'Unit Price', expected: 'not-negative' }],
    ['PO-1,A,-12,3.50,,,,', { column: 'Qty', expected: 'not-negative' }],
    ['PO-1,A,12,,,,,', { column: 'Unit Price', expected: 'required' }],
    ['PO-9,A,12,3.50,,,,', { column: 'PO Number', expected: 'known-purchase' }],
    ['PO-1,Z,12,3.50,,,,', { column: 'SKU', expected: 'known-product' }],
  ])('%s is refused by row', (row, refused) => {
    const book = testBook()
    importAll(book, [heads('PO-1,Tea Garden,2026-01-05,sent,CNY'), lines('PO-1,A,1,1,,,,')], make)
    const report = importOne(book, lines(row))
    expect(counts(report)).toEqual([0, 0, 0, 1])
    expect(report.refused).toMatchObject([refused])
  })

  test('a status that is a number means what it is said to mean, and is refused until then', () => {
    const book = testBook()
    const file = heads('PO-1,Tea Garden,2026-01-05,4,CNY', 'PO-2,Tea Garden,2026-01-05,1,CNY')
    const seen = inspect(book, file)
    expect(seen.columns.find(({ name }) => name === 'Status')?.values).toEqual([
      { text: '1', meaning: null },
      { text: '4', meaning: null },
    ])
    expect(seen.fields.find(({ key }) => key === 'status')?.choices).toContain('closed')
    expect(importOne(book, file, make).refused).toMatchObject([
      { expected: 'purchase-status' },
      { expected: 'purchase-status' },
    ])
    const byColumn = { Status: { values: { 1: 'sent', 4: 'closed' } } }
    importOne(book, file, { options: { makeMissing: true, byColumn } })
    expect(orders(book)).toMatchObject([{ status: 'closed' }, { status: 'sent' }])
  })
})

describe('an order that is still to come', () => {
  const soon = '2026-09-30'

  test('is followed from here on, and on order; goods for it are received in the book, not by file', () => {
    const book = testBook()
    importAll(book, [heads('PO-1,Tea Garden,2026-01-05,sent,CNY'), lines(`PO-1,A,12,3.50,${soon},,,`)], make)
    expect(orders(book)).toMatchObject([{ status: 'sent', past: 0, days: 1 }])
    expect(bought(book)).toMatchObject([{ open: 12_000 }])
    const product = all<{ id: number }>(book, 'SELECT id FROM products')[0]?.id ?? 0
    expect(book.read((db) => onOrderOf(db, product))).toBe(12_000)
    const again = importOne(book, lines(`PO-1,A,12,3.50,${soon},12,0,12`))
    expect(again.refused).toMatchObject([{ expected: 'history-order' }])
    expect(bought(book)).toMatchObject([{ received: 0, open: 12_000 }])
  })

  test('is of the past where it is older than the stock of its warehouse', () => {
    const book = testBook()
    book.write((tx) => tx.run("UPDATE warehouses SET starts_on = '2026-06-01'"))
    importAll(book, [heads('PO-1,Tea Garden,2026-01-05,sent,CNY'), lines('PO-1,A,12,3.50,2026-02-01,,,')], make)
    expect(orders(book)).toMatchObject([{ status: 'sent', past: 1 }])
    expect(bought(book)).toMatchObject([{ open: 0 }])
  })
})

describe('flat files', () => {
  test('a day of delivery means that all came; an order that came whole is received', () => {
    const book = testBook()
    const report = importOne(
      book,
      flat(
        'PO-1,Tea Garden,2026-01-05,A,12,3.50,42,2026-02-01,2026-02-03',
        'PO-1,Tea Garden,2026-01-05,B,1,2,2,2026-02-01,2026-02-04',
        'PO-2,Tea Garden,2026-01-06,A,1,2,2,2026-02-01,',
      ),
      make,
    )
    expect(counts(report)).toEqual([3, 0, 0, 0])
    expect(orders(book)).toMatchObject([
      { number: 'PO-1', status: 'received', past: 1, days: 1, total: 4400 },
      { number: 'PO-2', status: 'sent', past: 1, days: 1 },
    ])
    expect(bought(book)).toMatchObject([
      { received: 12_000, lastOn: '2026-02-03' },
      { lastOn: '2026-02-04' },
      { received: 0 },
    ])
    expect(all(book, 'SELECT 1 FROM purchase_receipts')).toHaveLength(2)
  })

  test('odd days are taken and noted; without a day of ordering the promised one stands in', () => {
    const book = testBook()
    const report = importOne(
      book,
      flat(
        'PO-1,Tea Garden,2026-02-05,A,1,2,2,2026-02-01,2026-02-03',
        'PO-2,Tea Garden,N/A,A,1,2,2,2026-02-01,2026-02-03',
      ),
      make,
    )
    expect(report.noted).toEqual([
      { said: 'due-before-ordered', column: 'Due Date', count: 1, lines: [2] },
      { said: 'received-before-ordered', column: 'Received Date', count: 1, lines: [2] },
      { said: 'no-order-day', column: 'PO Date', count: 1, lines: [3] },
    ])
    const nobodys = importOne(testBook(), flat('PO-3,,2026-01-05,A,1,2,2,2026-02-01,2026-02-03'), make)
    expect(nobodys.noted).toEqual([{ said: 'no-supplier', column: 'Vendor', count: 1, lines: [2] }])
    expect(all(book, 'SELECT ordered_on AS "on", sent_on AS sentOn FROM purchase_orders ORDER BY number')).toEqual([
      { on: '2026-02-05', sentOn: '2026-02-05' },
      { on: '2026-02-01', sentOn: null },
    ])
  })

  test.each([
    ['387,2.81,1089.02', 108_902, 0],
    ['3,1.00,3.05', null, 0],
    ['10,1.00,9.00', 900, 100_000],
    ['3119,0,0', 0, 0],
  ])('%s: the total holds within what rounding the price makes of it', (cells, total, discount) => {
    const book = testBook()
    const report = importOne(book, flat(`PO-1,Tea Garden,2026-01-05,A,${cells},2026-02-01,2026-02-03`), make)
    expect(report.refused.map(({ expected }) => expected)).toEqual(total === null ? ['line-total'] : [])
    expect(all(book, 'SELECT total_minor AS total, discount_ppm AS discount FROM purchase_lines')).toEqual(
      total === null ? [] : [{ total, discount }],
    )
  })

  test('one order has one supplier', () => {
    const report = importOne(
      testBook(),
      flat('PO-1,Tea Garden,2026-01-05,A,1,2,2,,', 'PO-1,Mill,2026-01-05,A,1,2,2,,'),
      make,
    )
    expect(report.refused).toMatchObject([{ line: 3, expected: 'one-supplier' }])
  })

  test('goods by name only are products by that name, or a description where nothing may be made', () => {
    const file = () =>
      fileOf('deliveries.csv', [
        'PO Number,Vendor,PO Date,Item Description,Qty,Unit Price,Freight Cost,Weight,Line ID',
        'PO-1,Tea Garden,2026-01-05,Green tea,1,2,12.50,3.5,1',
        'PO-1,Tea Garden,2026-01-05,Black tea,1,2,See PO-1 (ID#:1),See PO-1 (ID#:1),2',
        'PO-1,Tea Garden,2026-01-05,Black tea,1,2,Freight included,Weight captured separately,3',
        'PO-1,Tea Garden,2026-01-05,Black tea,1,2,See PO-7 (ID#:99),,4',
        'PO-1,Tea Garden,2026-01-05,Black tea,1,2,ask Bob,,5',
      ])
    const book = testBook()
    importOne(book, fileOf('products.csv', ['SKU,Name,Price', 'T-1,Green tea,3']))
    importOne(book, fileOf('suppliers.csv', ['Supplier,Country', 'Tea Garden,China']))
    const report = importOne(book, file())
    expect(counts(report)).toEqual([4, 0, 0, 1])
    expect(report.refused).toMatchObject([
      { line: 6, column: 'Freight Cost', value: 'ask Bob', expected: 'amount-or-words' },
    ])
    expect(report.noted).toMatchObject([{ said: 'told-on-no-line', count: 1, lines: [5] }])
    expect(
      all(
        book,
        `SELECT p.sku, l.description, l.freight_minor AS freight, l.freight_word AS word, l.weight_grams AS grams,
           l.weight_word AS weightWord, l.told_with AS toldWith
         FROM purchase_lines l LEFT JOIN products p ON p.id = l.product_id ORDER BY l.id`,
      ),
    ).toEqual([
      { sku: 'T-1', description: '', freight: 1250, word: '', grams: 3500, weightWord: '', toldWith: '' },
      {
        sku: null,
        description: 'Black tea',
        freight: null,
        word: 'see',
        grams: null,
        weightWord: 'see',
        toldWith: '1',
      },
      {
        sku: null,
        description: 'Black tea',
        freight: null,
        word: 'included',
        grams: null,
        weightWord: 'separate',
        toldWith: '',
      },
      { sku: null, description: 'Black tea', freight: null, word: 'see', grams: null, weightWord: '', toldWith: '99' },
    ])
    const made = testBook()
    importOne(made, file(), make)
    expect(all(made, 'SELECT sku FROM products ORDER BY sku')).toEqual([{ sku: 'Black tea' }, { sku: 'Green tea' }])
  })
})

describe('offers', () => {
  const file = (...rows: string[]) =>
    fileOf('offers.csv', ['Supplier,SKU,Price,Currency,From quantity,MOQ,Lead time,Valid from,Unit', ...rows])
  const prices = (book: TestBook) =>
    all(
      book,
      `SELECT o.valid_from AS "from", o.min_order_milli AS least, o.lead_time_days AS days, o.note, p.from_milli AS qty, p.price_micros AS price
       FROM offers o JOIN offer_prices p ON p.offer_id = o.id ORDER BY o.valid_from, p.from_milli`,
    )

  test('rows of one day are price breaks, a later day is a new offer, the same again is unchanged', () => {
    const book = testBook()
    const rows = ['Mill,A,3.50,CNY,0,100,21,2026-01-01,EA ', 'Mill,A,3.20,CNY,1000,100,21,2026-01-01,EA ']
    expect(counts(importOne(book, file(...rows), make))).toEqual([1, 1, 0, 0])
    expect(counts(importOne(book, file(...rows, 'Mill,A,3.60,CNY,0,0,21,2026-03-01,CTN')))).toEqual([1, 0, 2, 0])
    expect(prices(book)).toEqual([
      { from: '2026-01-01', least: 100_000, days: 21, note: '', qty: 0, price: 3_500_000 },
      { from: '2026-01-01', least: 100_000, days: 21, note: '', qty: 1_000_000, price: 3_200_000 },
      { from: '2026-03-01', least: null, days: 21, note: 'carton', qty: 0, price: 3_600_000 },
    ])
  })

  test('without a supplier or a product that is known are refused', () => {
    const report = importOne(testBook(), file('Mill,A,3.50,CNY,,,,,'))
    expect(report.refused).toMatchObject([{ expected: 'known-supplier' }, { expected: 'known-product' }])
  })
})

describe('suppliers', () => {
  test('have a kind, terms, tags, and a status that is noted with its day', () => {
    const book = testBook()
    const file = () =>
      fileOf('suppliers.csv', [
        'Supplier,Supplier type,Active,Preferred vendor,Deposit %,Credit days,Due from,Lead time,Incoterm,Tags',
        'Mill,Manufacturer,yes,yes,30,60,month end,25,FOB,"tea, organic"',
        'Quay Logistics,Freight forwarder,no,no,,,,,,',
      ])
    expect(counts(importOne(book, file()))).toEqual([2, 0, 0, 0])
    expect(counts(importOne(book, file()))).toEqual([0, 0, 2, 0])
    expect(
      all(
        book,
        `SELECT supply_kind AS kind, supply_status AS status, supply_deposit_ppm AS deposit, supply_due_days AS days,
           supply_due_from AS "from", supply_lead_time_days AS lead, supply_incoterm AS term FROM parties ORDER BY id`,
      ),
    ).toEqual([
      { kind: 'factory', status: 'approved', deposit: 300_000, days: 60, from: 'month_end', lead: 25, term: 'FOB' },
      { kind: 'forwarder', status: 'on_hold', deposit: 0, days: 0, from: 'receipt', lead: null, term: '' },
    ])
    expect(all(book, 'SELECT tag FROM party_tags ORDER BY tag')).toEqual([
      { tag: 'organic' },
      { tag: 'preferred' },
      { tag: 'tea' },
    ])
    expect(all(book, 'SELECT status FROM supply_status_changes')).toEqual([{ status: 'on_hold' }])
  })
})
