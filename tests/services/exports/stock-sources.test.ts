import { expect, test } from 'vitest'
import { exportColumns } from '#main/services/exports/export-columns.ts'
import { stockDocumentsSource, stockSource } from '#main/services/exports/stock-sources.ts'
import { receiveGoods } from '#main/services/stock/receive-goods.ts'
import { transferGoods } from '#main/services/stock/transfer-goods.ts'
import { exportInput } from '#shared/schemas/exports.ts'
import { receiveInput, transferInput } from '#shared/schemas/stock-postings.ts'
import { makeProduct } from '#tests/support/records.ts'
import { testBook } from '#tests/support/test-book.ts'

const book = testBook()
const fba = book.write((tx) => {
  const product = makeProduct(tx, { sku: 'A' })
  makeProduct(tx, { sku: 'B' })
  const place = tx.insert('warehouses', { name: 'FBA', kind: 'marketplace' })
  const on = '2026-01-05'
  const cost = { amount: '2.50', currency: 'USD' }
  receiveGoods(
    tx,
    receiveInput.parse({ warehouseId: 1, on, lines: [{ productId: product, quantity: 10, unitCost: cost }] }),
  )
  transferGoods(
    tx,
    transferInput.parse({ warehouseId: 1, toWarehouseId: place, on, lines: [{ productId: product, quantity: 4 }] }),
  )
  return place
})

const input = (changes: object = {}) =>
  exportInput.parse({ list: 'stock', format: 'csv', jobId: 'j', language: 'en', ...changes })
const rowsOf = (changes: object = {}) =>
  book.read((db) => [...stockSource.open(db, input(changes)).groups].flatMap(({ rows }) => rows))

test('stock has a column for each place, under its name', () => {
  const more = book.read((db) => stockSource.more?.(db, 'zh-CN') ?? {})
  const columns = exportColumns(
    stockSource,
    input({ columns: ['sku', `place_${fba}`, 'place_1'], isExact: true }),
    more,
  )
  expect(columns.map(({ header }) => header)).toEqual(['SKU', 'FBA', '主仓库'])
  expect(() => exportColumns(stockSource, input({ columns: ['place_999'] }), more)).toThrow('lists/unknown-column')
})

test('rows are those of the list, with what lies in each place and the currency of the value', () => {
  expect(rowsOf()).toMatchObject([
    { sku: 'A', onHand: 6, inTransit: 4, place_1: 6, place_2: 4, value: '25.00', currency: 'USD', state: 'there' },
    { sku: 'B', onHand: null, state: 'never' },
  ])
})

test('place and day of the list hold for its export', () => {
  const query = { filters: [{ column: 'asOf', op: 'atMost', values: ['2026-01-04'] }] }
  expect(rowsOf({ query }).map(({ onHand }) => onHand)).toEqual([null, null])
  const there = {
    filters: [
      { column: 'place', op: 'is', values: [1] },
      { column: 'state', op: 'is', values: ['there'] },
    ],
  }
  expect(rowsOf({ query: there })).toMatchObject([{ sku: 'A', onHand: 6 }])
})

test('documents say their places by name', () => {
  const rows = book.read((db) => [...stockDocumentsSource.open(db, input()).groups].flatMap(({ rows }) => rows))
  expect(rows).toMatchObject([
    { kind: 'transfer', warehouse: 'Main warehouse', toWarehouse: 'FBA', state: 'in_transit' },
    { kind: 'receipt', warehouse: 'Main warehouse', toWarehouse: '' },
  ])
})
