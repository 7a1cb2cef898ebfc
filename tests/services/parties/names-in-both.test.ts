// Rows that name a customer or supplier carry both names, so that each screen shows the one of its reader.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { getProduct } from '#main/services/catalog/product-queries.ts'
import { addExpected } from '#main/services/expected/expected-commands.ts'
import { listExpected } from '#main/services/expected/expected-list.ts'
import { listOrders } from '#main/services/orders/order-list.ts'
import { getOrder } from '#main/services/orders/order-queries.ts'
import { mainWarehouse } from '#main/services/stock/stock-ledger.ts'
import { listInput } from '#shared/schemas/paging.ts'
import { makeCustomer, makeOrder, makeProduct } from '#tests/support/records.ts'
import { testBook } from '#tests/support/test-book.ts'

const services = join(import.meta.dirname, '../../../main/services')

test('no query gives the name of a party without its Chinese one', () => {
  const files = readdirSync(services, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))
  const alone = files.flatMap((name) => {
    const text = readFileSync(join(services, name), 'utf8')
    const given = [...text.matchAll(/AS (customer|supplier|party|carrier)\b/g)].map(([, column]) => String(column))
    // What goes to files names a party by what finds it again.
    if (text.includes('partyReference(')) return []
    return given.filter((column) => !text.includes(`AS ${column}Zh`)).map((column) => `${name}: ${column}`)
  })
  expect(alone).toEqual([])
})

test('orders, products and goods on order name their party in both languages', () => {
  const book = testBook()
  const { order, product } = book.write((tx) => {
    const customerId = makeCustomer(tx, 'Kanda', { nameZh: '神田' })
    const supplierId = makeCustomer(tx, 'Yunqi', { nameZh: '云栖', roles: ['supplier'] })
    const productId = makeProduct(tx, { sku: 'A', supplierId })
    const none = { orderedOn: null, expectedOn: null, reference: '', note: '' }
    addExpected(tx, { productId, warehouseId: mainWarehouse, supplierId, quantity: 3, ...none })
    return { order: makeOrder(tx, { customerId }), product: productId }
  })
  const asked = book.read((db) => ({
    order: getOrder(db, order).customer,
    orders: listOrders(db, listInput.parse({})).rows[0],
    product: getProduct(db, product).supplier,
    expected: listExpected(db, listInput.parse({})).rows[0],
  }))
  expect(asked).toMatchObject({
    order: { name: 'Kanda', nameZh: '神田' },
    orders: { customer: 'Kanda', customerZh: '神田' },
    product: { name: 'Yunqi', nameZh: '云栖' },
    expected: { supplier: 'Yunqi', supplierZh: '云栖' },
  })
})
