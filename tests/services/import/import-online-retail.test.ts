// A month of a real seller, where the file lies beside the project: returns, charges among the goods, guests, corrections of
// stock among the sales, codes in two letter cases. What must come out is worked out from the file here, by other means.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import { checkBook } from '#main/services/book/check-book.ts'
import { classAnalysis } from '#main/services/insights/class-analysis.ts'
import { classesInput } from '#shared/schemas/classes.ts'
import type { FileReport } from '#shared/schemas/imports.ts'
import { counts, importOne, inspect, lent } from '#tests/support/import-files.ts'
import { testBook } from '#tests/support/test-book.ts'

const folder = fileURLToPath(new URL('../../../../shared/data/online-retail', import.meta.url))
const path = join(folder, 'online_retail_2010-12.csv')

type Row = Record<
  'InvoiceNo' | 'StockCode' | 'Description' | 'Quantity' | 'UnitPrice' | 'CustomerID' | 'InvoiceDate' | 'Country',
  string
>

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
/** What was broken or lost stands among the sales: to nobody, for nothing, below zero. */
const isWriteOff = ({ CustomerID, UnitPrice, Quantity }: Row) =>
  CustomerID === '' && Number(UnitPrice) === 0 && Number(Quantity) < 0

const isCharge = ({ Description }: Row) =>
  chargeNames.includes(Description.trim()) || Description.includes('Gift Voucher')

describe.skipIf(!existsSync(path))('a month of online retail (needs ../shared/data)', () => {
  const book = testBook({ baseCurrency: 'GBP' })
  const all: Row[] = existsSync(path) ? recordsOf(readFileSync(path, 'utf8')) : []
  const rows = all.filter((row) => !isWriteOff(row))
  const writtenOff = all.length - rows.length
  let report: FileReport
  const one = (sql: string) => book.read((db) => db.raw(sql))[0]

  beforeAll(() => {
    report = importOne(book, lent(path), { options: { makeMissing: true } })
  })

  test('is recognised without a hand-made mapping', () => {
    expect(inspect(book, lent(path))).toMatchObject({ kind: 'order-rows', rowCount: all.length })
  })

  test('every row is accounted for: imported, or refused since it is no sale', () => {
    expect(all).toHaveLength(42_481)
    expect(writtenOff).toBe(70)
    expect(counts(report)).toEqual([rows.length, 0, 0, writtenOff])
    expect(new Set(report.refused.map(({ column, expected }) => `${column} ${expected}`))).toEqual(
      new Set(['Quantity no-write-off']),
    )
    expect(one('SELECT sum(qty_milli) FROM order_lines')).toEqual([346_274_000])
    expect(one('SELECT count(*), sum(qty_milli) FROM order_lines')).toEqual([
      rows.length,
      rows.reduce((sum, row) => sum + Number(row.Quantity) * 1000, 0),
    ])
    // What was written off cost nothing: the money is the whole file’s.
    const pence = all.reduce((sum, row) => sum + Math.round(Number(row.Quantity) * Number(row.UnitPrice) * 100), 0)
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
    const britons = new Set(rows.filter((row) => row.Country === 'United Kingdom').map((row) => row.CustomerID))
    britons.delete('')
    expect(one("SELECT sum(country = 'GB'), sum(country = '') FROM parties WHERE is_customer = 1")).toEqual([
      britons.size,
      0,
    ])
    expect(one("SELECT count(*) FROM parties WHERE code LIKE '%.0' OR name LIKE '%.0'")).toEqual([0])
  })

  test('what takes back and sells nothing is a credit, linked to what it takes back where that is found', () => {
    const invoices = [...Map.groupBy(rows, (row) => row.InvoiceNo).values()]
    const back = invoices.filter((lines) => lines.every((row) => Number(row.Quantity) < 0))
    expect(one("SELECT count(*) FROM sales_orders WHERE document = 'credit'")).toEqual([back.length])
    // Of each line whose customer bought the same before in this month, as often as it was bought.
    const sold = new Map<string, number>()
    let expected = 0
    for (const row of rows) {
      const key = `${row.CustomerID} ${row.StockCode.toLowerCase()}`
      const quantity = Number(row.Quantity)
      if (row.CustomerID === '' || isCharge(row)) continue
      if (quantity > 0) sold.set(key, Math.max(sold.get(key) ?? 0, quantity))
      else if ((sold.get(key) ?? 0) >= -quantity) expected += 1
    }
    // Goods came back to stock, money alone did not.
    expect(
      one(`SELECT count(*) FROM order_lines l JOIN sales_orders o ON o.id = l.order_id
        WHERE o.document = 'credit' AND (l.product_id IS NOT NULL) <> (l.goods_back = 'stock')`),
    ).toEqual([0])
    const [linked] = one('SELECT count(*) FROM order_lines WHERE credits_line_id IS NOT NULL') as [number]
    expect(linked).toBeGreaterThan(100)
    expect(linked).toBeLessThanOrEqual(expected)
    const over = one(`SELECT count(*) FROM (SELECT l.qty_milli + sum(c.qty_milli) AS rest FROM order_lines c
      JOIN order_lines l ON l.id = c.credits_line_id GROUP BY l.id) WHERE rest < 0`)
    expect(over).toEqual([0])
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

  test('ABC-XYZ by week says of every product what the rows say', () => {
    const weeks = ['2010-12-06', '2010-12-13', '2010-12-20', '2010-12-27']
    const invoices = [...Map.groupBy(rows, (row) => row.InvoiceNo).values()]
    const isCorrection = (row: Row) => row.CustomerID === '' && Number(row.UnitPrice) === 0
    const demand = new Map<string, { first: string; weekly: number[] }>()
    for (const row of invoices.filter((lines) => !lines.every(isCorrection)).flat()) {
      const [code, day, quantity] = [row.StockCode.toLowerCase(), row.InvoiceDate.slice(0, 10), Number(row.Quantity)]
      if (isCharge(row) || day >= '2010-12-27') continue
      const one = demand.get(code) ?? { first: '9', weekly: [0, 0, 0] }
      demand.set(code, one)
      if (quantity > 0 && day < one.first) one.first = day
      const week = weeks.findLastIndex((first) => day >= first)
      if (week >= 0) one.weekly[week] = (one.weekly[week] ?? 0) + quantity
    }
    const variation = ({ first, weekly }: { first: string; weekly: number[] }) => {
      const counted = weekly.filter((_, at) => first < (weeks[at + 1] ?? ''))
      const mean = counted.reduce((sum, one) => sum + one, 0) / counted.length
      const squares = counted.reduce((sum, one) => sum + (one - mean) ** 2, 0)
      return counted.length < 2 || mean <= 0 ? null : Math.sqrt(squares / (counted.length - 1)) / mean
    }
    const { items } = book.read((db) =>
      classAnalysis(db, { ...classesInput.parse({ months: 1, on: '2010-12-31', period: 'week' }) }),
    )
    const asked = items.filter(({ sku }) => (demand.get(sku.toLowerCase())?.first ?? '9') !== '9')
    expect(asked.length).toBeGreaterThan(2000)
    for (const { sku, cv } of asked) {
      const expected = variation(demand.get(sku.toLowerCase()) ?? { first: '9', weekly: [] })
      if (expected === null) expect([sku, cv]).toEqual([sku, null])
      else expect(cv).toBeCloseTo(expected, 9)
    }
  })

  test('reading it again changes nothing, and the book is sound', () => {
    const again = importOne(book, lent(path), { options: { makeMissing: true } })
    expect(counts(again)).toEqual([0, 0, rows.length, writtenOff])
    expect(book.read(checkBook).problems).toEqual([])
  })
})
