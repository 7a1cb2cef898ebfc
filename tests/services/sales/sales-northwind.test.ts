// What a real company sold, against sums made of its files alone.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import { salesFigures } from '#main/services/sales/sales-figures.ts'
import { Decimal } from '#shared/decimal.ts'
import { type SalesGroup, salesInput } from '#shared/schemas/sales-figures.ts'
import { importAll, lent } from '#tests/support/import-files.ts'
import { testBook } from '#tests/support/test-book.ts'

const data = join(fileURLToPath(new URL('../../../../shared/data', import.meta.url)), 'northwind')

function rowsOf(file: string): Record<string, string>[] {
  const [header = [], ...records] = readFileSync(join(data, file), 'utf8')
    .split(/\r?\n/)
    .filter(Boolean)
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted ?? plain ?? ''),
    )
  return records.map((cells) => Object.fromEntries(header.map((name, at) => [name, cells[at] ?? ''])))
}

type Sum = { orders: Set<string>; units: number; net: InstanceType<typeof Decimal> }

/** Lines rounded, then added, under a key of the line's order and product. */
function sumsBy(keyOf: (order: Record<string, string>, product: Record<string, string>) => string): Map<string, Sum> {
  const orders = new Map(rowsOf('orders.csv').map((row) => [row.orderID, row]))
  const products = new Map(rowsOf('products.csv').map((row) => [row.productID, row]))
  const sums = new Map<string, Sum>()
  for (const line of rowsOf('order-details.csv')) {
    const key = keyOf(orders.get(line.orderID) ?? {}, products.get(line.productID) ?? {})
    const sum = sums.get(key) ?? { orders: new Set(), units: 0, net: new Decimal(0) }
    const kept = new Decimal(1).minus(line.discount ?? '0')
    sum.net = sum.net.plus(
      new Decimal(line.unitPrice ?? '0')
        .times(line.quantity ?? '0')
        .times(kept)
        .round(2, 1),
    )
    sum.units += Number(line.quantity)
    sum.orders.add(line.orderID ?? '')
    sums.set(key, sum)
  }
  return sums
}

describe.skipIf(!existsSync(data))('Northwind (needs ../shared/data)', () => {
  const book = testBook({ baseCurrency: 'USD' })
  beforeAll(() => {
    importAll(
      book,
      readdirSync(data).map((file) => lent(join(data, file))),
    )
  })
  const figures = (groupBy: SalesGroup) => book.read((db) => salesFigures(db, salesInput.parse({ groupBy })))

  test('comes to what is known of it', () => {
    expect(figures('month').total).toMatchObject({ orders: 830, units: 51317, net: '1265793.29', freight: '64942.69' })
  })

  const names = (file: string, id: string, name: string) => new Map(rowsOf(file).map((row) => [row[id], row[name]]))
  const categories = () => names('categories.csv', 'categoryID', 'categoryName')
  const suppliers = () => names('suppliers.csv', 'supplierID', 'companyName')
  const customers = () => names('customers.csv', 'customerID', 'companyName')

  test.each<[SalesGroup, Parameters<typeof sumsBy>[0]]>([
    ['month', ({ orderDate = '' }) => orderDate.slice(0, 7)],
    ['customer', ({ customerID }) => customers().get(customerID) ?? ''],
    ['category', (_, { categoryID }) => categories().get(categoryID) ?? ''],
    ['supplier', (_, { supplierID }) => suppliers().get(supplierID) ?? ''],
  ])('by %s it is what the files add up to', (groupBy, keyOf) => {
    const expected = [...sumsBy(keyOf)].map(([key, { orders, units, net }]) => [
      key,
      orders.size,
      units,
      net.toFixed(2),
    ])
    const found = figures(groupBy).rows.map(({ key, orders, units, net }) => [key, orders, units, net])
    const byKey = (left: unknown[], right: unknown[]) => (String(left[0]) < String(right[0]) ? -1 : 1)
    expect(found.sort(byKey)).toEqual(expected.sort(byKey))
  })
})
