// The two editions of a real company's files, where they lie beside the project.
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { counts, importAll, lent } from '#tests/support/import-files.ts'
import { testBook } from '#tests/support/test-book.ts'

const data = fileURLToPath(new URL('../../../../shared/data', import.meta.url))
const isThere = existsSync(join(data, 'northwind'))
const filesOf = (name: string) => readdirSync(join(data, name)).map((file) => lent(join(data, name, file)))

describe.skipIf(!isThere)('Northwind (needs ../shared/data)', () => {
  const book = testBook({ baseCurrency: 'USD' })

  test('imports with no hand-made mapping, nothing refused', () => {
    const { files } = importAll(book, filesOf('northwind'))
    expect(Object.fromEntries(files.map((file) => [file.kind, counts(file)]))).toEqual({
      categories: [8, 0, 0, 0],
      products: [77, 0, 0, 0],
      suppliers: [29, 0, 0, 0],
      customers: [91, 0, 0, 0],
      carriers: [3, 0, 0, 0],
      orders: [830, 0, 0, 0],
      'order-lines': [2155, 0, 0, 0],
    })
  })

  test('keeps what the shipment issue needs, and leading zeros', () => {
    const shipped = book.read((db) => db.get<{ n: number }>('SELECT count(shipped_on) AS n FROM sales_orders'))
    expect(shipped?.n).toBe(809)
    const codes = book.read((db) =>
      db.all<{ code: string }>("SELECT DISTINCT postal_code AS code FROM addresses WHERE postal_code LIKE '0%'"),
    )
    expect(codes.map((row) => row.code)).toContain('05021')
    const nulls = book.read((db) => db.get<{ n: number }>("SELECT count(*) AS n FROM addresses WHERE region = 'NULL'"))
    expect(nulls?.n).toBe(0)
  })

  test('stock on hand is opening stock; sales of the past move none', () => {
    const [row] = book.read((db) =>
      db.all<{ sku: string; n: number }>(
        `SELECT p.sku, s.on_hand_milli AS n FROM stock_balances s JOIN products p ON p.id = s.product_id WHERE p.name_en = 'Chai'`,
      ),
    )
    expect(row).toEqual({ sku: '1', n: 39_000 })
    expect(book.read((db) => db.all('SELECT DISTINCT kind FROM stock_movements'))).toEqual([{ kind: 'opening' }])
  })

  test('importing the same files again changes nothing', () => {
    const before = book.read((db) => db.get<{ n: number }>('SELECT count(*) AS n FROM operations'))
    const { files } = importAll(book, filesOf('northwind'))
    expect(files.every((file) => file.new + file.changed + file.refusedRows === 0)).toBe(true)
    expect(book.read((db) => db.get('SELECT count(*) AS n FROM operations'))).toEqual(before)
  })

  test('the other edition, spelled otherwise, changes three products and adds three carriers', () => {
    const { files } = importAll(book, filesOf('northwind-edition-2'))
    const byKind = Object.fromEntries(files.map((file) => [file.kind, counts(file)]))
    expect(byKind.products).toEqual([0, 3, 74, 0])
    expect(byKind.carriers).toEqual([3, 0, 3, 0])
    expect(byKind['order-lines']).toEqual([0, 0, 2155, 0])
  })
})
