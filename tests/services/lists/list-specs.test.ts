import { expect, test } from 'vitest'
import { listProducts } from '#main/services/catalog/product-list.ts'
import { listIds } from '#main/services/lists/list-specs.ts'
import { issuePaper } from '#main/services/papers/issue-paper.ts'
import { type ListIdsInput, listIdsInput, recordLists } from '#shared/schemas/lists.ts'
import { listInput } from '#shared/schemas/paging.ts'
import { paperWish } from '#shared/schemas/papers.ts'
import { makeCustomer, makeOrder, makeProduct, makeRate } from '#tests/support/records.ts'
import { testBook } from '#tests/support/test-book.ts'

const book = testBook()
const made = book.write((tx) => {
  const products = Array.from({ length: 1200 }, (_, index) =>
    makeProduct(tx, { sku: `S${String(index).padStart(4, '0')}`, unit: index % 2 ? 'set' : 'pcs' }),
  )
  tx.run("UPDATE products SET archived = 1 WHERE sku = 'S0000'")
  const labels = { kind: 'product_labels', templateId: 'builtin:product-labels', pageSize: '60x40', language: 'en' }
  const some = products.slice(1, 2).map((productId) => ({ productId }))
  const supplier = makeCustomer(tx, 'Maker', { roles: ['supplier'] })
  return {
    products,
    paper: issuePaper(tx, paperWish.parse({ ...labels, products: some })).id,
    customer: makeCustomer(tx, 'Buyer'),
    supplier,
    carrier: makeCustomer(tx, 'Mover', { roles: ['carrier'] }),
    order: makeOrder(tx),
    rate: makeRate(tx, 'EUR', 'USD', '2026-03-01', '1.1'),
    task: tx.insert('tasks', { title: 'Call' }),
    batch: tx.insert('batches', { product_id: products[1] ?? 0, code: 'L1' }),
    document: tx.insert('stock_documents', { kind: 'issue', number: 'GI-1', moved_on: '2026-03-01', warehouse_id: 1 }),
    count: tx.insert('stock_counts', { number: 'SC-1', warehouse_id: 1, counted_on: '2026-03-01' }),
    expected: tx.insert('expected_goods', { product_id: products[1] ?? 0, warehouse_id: 1, qty_milli: 1000 }),
    purchase: tx.insert('purchase_orders', { number: 'PO-1', ordered_on: '2026-03-01', currency: 'USD' }),
    request: tx.insert('quote_requests', { number: 'RQ-1', requested_on: '2026-03-01' }),
    offer: tx.insert('offers', {
      ...{ supplier_id: supplier, product_id: products[1] ?? 0 },
      ...{ currency: 'USD', valid_from: '2026-03-01' },
    }),
    certificate: tx.insert('certificates', { party_id: supplier, title: 'ISO 9001' }),
    settlement: tx.insert('settlements', { channel: 'Shop', currency: 'USD', total_minor: 1 }),
    service: tx.insert('carrier_services', { carrier_id: supplier, name: 'Express' }),
    shipment: tx.insert('shipments', { number: 'SH-1', kind: 'order' }),
    cost: tx.insert('sales_costs', {
      ...{ channel: 'Shop', kind: 'storage', incurred_on: '2026-03-01' },
      ...{ amount_minor: 1, currency: 'USD' },
    }),
  }
})

const ids = (list: ListIdsInput['list'], query: Parameters<typeof listInput.parse>[0] = {}) =>
  book.read((db) => listIds(db, listIdsInput.parse({ list, query })))

test('every list gives the ids of its own records', () => {
  expect(ids('products')).toEqual(made.products.slice(1))
  expect(ids('customers')).toEqual([made.customer])
  expect(ids('suppliers')).toEqual([made.supplier])
  expect(ids('carriers')).toEqual([made.carrier])
  expect(ids('orders')).toEqual([made.order])
  expect(ids('rates')).toContain(made.rate)
  expect(ids('tasks')).toEqual([made.task])
  expect(ids('papers')).toEqual([made.paper])
  expect(ids('batches')).toEqual([made.batch])
  expect(ids('expected')).toEqual([made.expected])
  expect(ids('stock')).toEqual(made.products.slice(1))
  expect(ids('stockDocuments')).toEqual([made.document])
  expect(ids('counts')).toEqual([made.count])
  expect(ids('purchases')).toEqual([made.purchase])
  expect(ids('requests')).toEqual([made.request])
  expect(ids('offers')).toEqual([made.offer])
  expect(ids('certificates')).toEqual([made.certificate])
  expect(ids('salesCosts')).toEqual([made.cost])
  expect(ids('settlements')).toEqual([made.settlement])
  expect(ids('carrierServices')).toEqual([made.service])
  expect(ids('shipments')).toEqual([made.shipment])
  expect(recordLists).toHaveLength(21)
})

test('the ids are those of all pages, however small the page asked for', () => {
  const query = { filters: [{ column: 'unit', op: 'is', values: ['set'] }], limit: 5, offset: 10 }
  const page = book.read((db) => listProducts(db, listInput.parse({ ...query, limit: 1000, offset: 0 })))
  expect(page.total).toBe(600)
  expect(ids('products', query)).toEqual(page.rows.map((row) => row.id))
})

test('an unknown column is refused as in the list itself', () => {
  expect(() => ids('products', { sort: [{ column: 'nothing', direction: 'asc' }] })).toThrow('lists/unknown-column')
})
