// The two editions of a real company's files, where they lie beside the project.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { listAlerts } from '#main/services/alerts/alert-queries.ts'
import { asDay } from '#shared/dates.ts'
import { counts, importAll, lent } from '#tests/support/import-files.ts'
import { testBook } from '#tests/support/test-book.ts'

const data = fileURLToPath(new URL('../../../../shared/data', import.meta.url))
const isThere = existsSync(join(data, 'northwind'))
const filesOf = (name: string) => readdirSync(join(data, name)).map((file) => lent(join(data, name, file)))

type ProductRow = Record<'productName' | 'unitsInStock' | 'unitsOnOrder' | 'reorderLevel' | 'discontinued', string>

/** The file as it lies there; of all its cells only those of packing hold commas, in quotes. */
function products(name: string): ProductRow[] {
  const lines = readFileSync(join(data, name, 'products.csv'), 'utf8')
    .split(/\r?\n/)
    .filter(Boolean)
  const [header = [], ...records] = lines.map((line) =>
    [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted ?? plain ?? ''),
  )
  return records.map((cells) => Object.fromEntries(header.map((column, at) => [column, cells[at] ?? ''])) as ProductRow)
}

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

  test('what is on order and the reorder points come with the products', () => {
    const rows = products('northwind')
    const onOrder = rows.filter((row) => Number(row.unitsOnOrder) > 0)
    expect(onOrder.length).toBeGreaterThan(10)
    expect(
      book.read((db) =>
        db.raw(
          `SELECT p.name_en, e.qty_milli / 1000, e.status, e.supplier_id = p.supplier_id
           FROM expected_goods e JOIN products p ON p.id = e.product_id ORDER BY CAST(p.sku AS INTEGER)`,
        ),
      ),
    ).toEqual(onOrder.map((row) => [row.productName, Number(row.unitsOnOrder), 'open', 1]))
    expect(
      book.read((db) => db.raw('SELECT reorder_milli / 1000 FROM products ORDER BY CAST(sku AS INTEGER)')),
    ).toEqual(rows.map((row) => [Number(row.reorderLevel)]))
  })

  test('below the reorder point net of what is on order are exactly those that the file says', () => {
    const below = products('northwind').filter(
      (row) =>
        row.discontinued === '0' && Number(row.unitsInStock) + Number(row.unitsOnOrder) <= Number(row.reorderLevel),
    )
    expect(below.length).toBeGreaterThan(0)
    const today = asDay('2026-11-22')
    const alerts = book.read((db) =>
      listAlerts(db, { today, rule: 'stock/below-reorder', state: 'waiting', offset: 0, limit: 100 }),
    ).rows
    expect(alerts.map(({ record }) => record?.name).sort()).toEqual(below.map((row) => row.productName).sort())
    expect(alerts.map(({ facts }) => [facts.position, facts.reorder]).sort()).toEqual(
      below.map((row) => [Number(row.unitsInStock) + Number(row.unitsOnOrder), Number(row.reorderLevel)]).sort(),
    )
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
