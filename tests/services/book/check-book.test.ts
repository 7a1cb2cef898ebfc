import { deflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { keepBytes } from '#main/services/attachments/keep-content.ts'
import { checkBook } from '#main/services/book/check-book.ts'
import { issuePaper } from '#main/services/papers/issue-paper.ts'
import { startPaper } from '#main/services/papers/start-paper.ts'
import { fileOf, importAll } from '#tests/support/import-files.ts'
import { type TestBook, testBook, testNow } from '#tests/support/test-book.ts'

function filledBook(): TestBook {
  const book = testBook()
  importAll(
    book,
    [
      fileOf('products.csv', ['SKU,Name,Price,Cost,Stock on hand', 'A,Mug,1.50,0.70,12', 'B,"O\'Hara\'s jar",2,,3']),
      fileOf('sales.csv', [
        'Order No,Order Date,Customer,SKU,Qty,Unit Price',
        'X-1,2026-03-01,Casa Lima,A,2,1.50',
        'X-1,2026-03-01,Casa Lima,B,1,2',
      ]),
    ],
    { options: { makeMissing: true } },
  )
  book.write((tx) =>
    tx.run("UPDATE products SET name_en = name_en || ' (new)', price_micros = 2000000 WHERE sku = 'A'"),
  )
  book.write((tx) => tx.run("UPDATE products SET name_en = 'Mug again' WHERE sku = 'A'"))
  book.write((tx) => keepBytes(tx, { name: 'licence.txt', content: Buffer.from('valid until 2027'), thumbnail: null }))
  book.write((tx) => {
    const order = tx.raw('SELECT id FROM sales_orders')[0]?.[0] as number
    const asked = { kind: 'proforma_invoice' as const, record: { kind: 'order' as const, id: order }, versionId: null }
    issuePaper(tx, startPaper(tx, asked, testNow).wish)
  })
  return book
}

const otherPage = deflateSync('<p>Total USD 1.00</p>').toString('hex')

/** Changes the file behind the program's back, as someone with another tool would. */
function tamper(book: TestBook, ...statements: string[]): void {
  const triggers = book.connection.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'").all() as {
    name: string
  }[]
  for (const { name } of triggers) book.connection.exec(`DROP TRIGGER ${name}`)
  for (const statement of statements) book.connection.exec(statement)
}

const codes = (book: TestBook) => [...new Set(book.read(checkBook).problems.map((problem) => problem.code))]

test('a book written by the program checks clean, later changes and all', () => {
  const check = filledBook().read(checkBook)
  expect(check.problems).toEqual([])
  expect(check).toMatchObject({ ok: true, counts: { products: 2, orders: 1, orderLines: 2 } })
  expect(check.heads).toHaveLength(1)
})

test('an empty book checks clean', () => {
  expect(testBook().read(checkBook).ok).toBe(true)
})

test('a log trigger taken out or made toothless is named, for a change would leave no trace', () => {
  const book = filledBook()
  const triggers = () => book.read(checkBook).problems.filter(({ code }) => code === 'log-trigger')
  expect(triggers()).toEqual([])
  book.connection.exec('DROP TRIGGER products_log_update; DROP TRIGGER stock_movements_log_no_delete')
  book.connection.exec('CREATE TRIGGER products_log_update AFTER UPDATE ON products BEGIN SELECT 1; END')
  expect(triggers()).toEqual([
    { code: 'log-trigger', where: 'products_log_update' },
    { code: 'log-trigger', where: 'stock_movements_log_no_delete' },
  ])
})

describe('found out:', () => {
  test.each([
    ['a price changed in the table', "UPDATE products SET price_micros = 1 WHERE sku = 'B'", 'log-digest'],
    ['a line’s money changed', 'UPDATE order_lines SET total_minor = total_minor + 1', 'log-digest'],
    ['a row added', "INSERT INTO products (id, sku) VALUES (536870999, 'STRAY')", 'log-stray-id'],
    ['a row taken out', 'DELETE FROM stock_movements', 'log-digest'],
    ['the log rewritten', "UPDATE changes SET before = '{}'", 'log-digest'],
    ['an operation renamed', "UPDATE operations SET name = 'other'", 'log-hash'],
    ['an operation taken out', 'DELETE FROM operations WHERE sequence = 2', 'log-chain'],
    [
      'the last operation taken out',
      'DELETE FROM operations WHERE sequence = (SELECT max(sequence) FROM operations)',
      'log-head',
    ],
    ['what a kept file holds', "UPDATE attachments SET content = CAST('valid until 2099' AS BLOB)", 'content'],
    ['the page of an issued paper', `UPDATE paper_contents SET html = x'${otherPage}'`, 'paper-content'],
    ['a page that is none any more', "UPDATE paper_contents SET html = x'00'", 'paper-content'],
    ['what a paper was made of', "UPDATE paper_contents SET data = replace(data, 'X-1', 'X-2')", 'paper-content'],
    ['the template of a paper', "UPDATE paper_contents SET template = template || ' '", 'paper-content'],
    ['a balance that is not its movements', 'UPDATE stock_balances SET on_hand_milli = 1', 'stock-balance'],
    ['a total that is not its lines', 'UPDATE sales_orders SET total_minor = 1', 'order-totals'],
    ['a sale on another day', "UPDATE order_lines SET sold_on = '2020-01-01'", 'order-line'],
    ['a cost that is not the product’s', 'UPDATE order_lines SET cost_base_minor = 1', 'line-cost'],
  ])('%s', (_, statement, code) => {
    const book = filledBook()
    tamper(book, statement)
    expect(codes(book)).toContain(code)
  })
})
