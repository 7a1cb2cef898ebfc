// A month of a real seller, where the file lies beside the project: returns, charges among the goods, guests, corrections of
// stock among the sales, codes in two letter cases. What must come out is worked out from the file here, by other means.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import { checkBook } from '#main/services/book/check-book.ts'
import type { FileReport } from '#shared/schemas/imports.ts'
import { counts, importOne, inspect, lent } from '#tests/support/import-files.ts'
import { testBook } from '#tests/support/test-book.ts'

const folder = fileURLToPath(new URL('../../../../shared/data/online-retail', import.meta.url))
const path = join(folder, 'online_retail_2010-12.csv')

type Row = Record<'InvoiceNo' | 'StockCode' | 'Description' | 'Quantity' | 'UnitPrice' | 'CustomerID', string>

/** No cell of this file holds a line break. */
function recordsOf(text: string): Row[] {
  const [header = [], ...records] = text
    .split(/\r?\n/)
    .filter((line) => line !== '')
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) =>
        quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'),
      ),
    )
  return records.map((cells) => Object.fromEntries(header.map((name, at) => [name, cells[at] ?? ''])) as Row)
}

const chargeNames = [
  'POSTAGE',
  'DOTCOM POSTAGE',
  'CARRIAGE',
  'Discount',
  'Manual',
  'Bank Charges',
  'SAMPLES',
  'AMAZON FEE',
]
const isCharge = ({ Description }: Row) =>
  chargeNames.includes(Description.trim()) || Description.includes('Gift Voucher')

describe.skipIf(!existsSync(path))('a month of online retail (needs ../shared/data)', () => {
  const book = testBook({ baseCurrency: 'GBP' })
  const rows: Row[] = existsSync(path) ? recordsOf(readFileSync(path, 'utf8')) : []
  let report: FileReport
  const one = (sql: string) => book.read((db) => db.raw(sql))[0]

  beforeAll(() => {
    report = importOne(book, lent(path), { options: { makeMissing: true } })
  })

  test('is recognised without a hand-made mapping', () => {
    expect(inspect(book, lent(path))).toMatchObject({ kind: 'order-rows', rowCount: rows.length })
  })

  test('every row is accounted for: imported, none refused', () => {
    expect(rows).toHaveLength(42_481)
    expect(counts(report)).toEqual([rows.length, 0, 0, 0])
    expect(one('SELECT count(*), sum(qty_milli) FROM order_lines')).toEqual([
      rows.length,
      rows.reduce((sum, row) => sum + Number(row.Quantity) * 1000, 0),
    ])
    const pence = rows.reduce((sum, row) => sum + Math.round(Number(row.Quantity) * Number(row.UnitPrice) * 100), 0)
    expect(one('SELECT sum(total_minor), sum(base_minor) FROM order_lines')).toEqual([pence, pence])
    expect(one('SELECT sum(total_minor) FROM sales_orders')).toEqual([pence])
  })

  test('credit invoices are orders of their own with negative lines; guests have no customer', () => {
    const invoices = Map.groupBy(rows, (row) => row.InvoiceNo)
    const guests = [...invoices.values()].filter((lines) => lines.every((row) => row.CustomerID === ''))
    const credits = [...invoices.keys()].filter((number) => number.startsWith('C'))
    expect(one('SELECT count(*) FROM sales_orders')).toEqual([invoices.size])
    expect(one('SELECT count(*) FROM sales_orders WHERE customer_id IS NULL')).toEqual([guests.length])
    expect(one("SELECT count(*), max(base_total_minor) < 0 FROM sales_orders WHERE number LIKE 'C%'")).toEqual([
      credits.length,
      1,
    ])
    const customers = new Set(rows.map((row) => row.CustomerID).filter(Boolean))
    expect(one('SELECT count(*) FROM parties WHERE is_customer = 1')).toEqual([customers.size])
    expect(one("SELECT count(*) FROM parties WHERE code LIKE '%.0' OR name LIKE '%.0'")).toEqual([0])
  })

  test('postage, fees and vouchers are lines without a product; one code in two letter cases is one product', () => {
    const charges = rows.filter(isCharge)
    const goods = new Set(rows.filter((row) => !isCharge(row)).map((row) => row.StockCode.toLowerCase()))
    expect(charges.length).toBeGreaterThan(150)
    expect(one('SELECT count(*) FROM order_lines WHERE product_id IS NULL')).toEqual([charges.length])
    expect(one("SELECT count(*) FROM order_lines WHERE product_id IS NULL AND description = ''")).toEqual([0])
    expect(one('SELECT count(*) FROM products')).toEqual([goods.size])
    // A product that the file names anywhere has a name, wherever it stands first.
    const named = new Set(rows.filter((row) => row.Description !== '').map((row) => row.StockCode.toLowerCase()))
    const nameless = [...goods].filter((code) => !named.has(code))
    expect(one("SELECT count(*) FROM products WHERE name_en = ''")).toEqual([nameless.length])
  })

  test('what nobody bought and nothing was paid for is kept, and is no demand', () => {
    const invoices = [...Map.groupBy(rows, (row) => row.InvoiceNo).values()]
    const corrections = invoices.filter((lines) =>
      lines.every((row) => row.CustomerID === '' && Number(row.UnitPrice) === 0),
    )
    expect(corrections.length).toBeGreaterThan(50)
    expect(one("SELECT count(*) FROM sales_orders WHERE purpose = 'one_off'")).toEqual([corrections.length])
  })

  test('reading it again changes nothing, and the book is sound', () => {
    expect(counts(importOne(book, lent(path), { options: { makeMissing: true } }))).toEqual([0, 0, rows.length, 0])
    expect(book.read(checkBook).problems).toEqual([])
  })
})
