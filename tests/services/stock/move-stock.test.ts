// Stock that goes over to another product keeps its documents, batches and costs.
import { expect, test } from 'vitest'
import { getDocument } from '#main/services/stock/document-queries.ts'
import { moveStock } from '#main/services/stock/move-stock.ts'
import { stockLevels } from '#main/services/stock/stock-queries.ts'
import { makeProduct } from '#tests/support/records.ts'
import { main, stockBook } from './stock-book.ts'

const usd = (amount: string) => ({ amount, currency: 'USD' })

test('a receipt, an issue and a transfer on its way go over with their cost', () => {
  const book = stockBook()
  const other = book.write((tx) => makeProduct(tx, { sku: 'CUP' }))
  const lines = (quantity: number) => [{ productId: book.mug, quantity }]
  const bought = [{ productId: book.mug, quantity: 10, unitCost: usd('2') }]
  book.post({ kind: 'receive', input: { on: '2026-03-01', warehouseId: main, lines: bought } })
  book.post({ kind: 'issue', input: { on: '2026-03-05', warehouseId: main, lines: lines(3) } })
  const { id } = book.post({
    kind: 'transfer',
    input: { on: '2026-03-06', warehouseId: main, toWarehouseId: book.yard, lines: lines(4) },
  })
  book.write((tx) => moveStock(tx, { from: book.mug, to: other }))
  expect([main, 2].map((place) => [book.onHand(book.mug, place), book.onHand(other, place)])).toEqual([
    [0, 3],
    [0, 4],
  ])
  expect(book.onHand(other, main, '2026-03-04')).toBe(10)
  const { warehouses } = book.read((db) => stockLevels(db, other))
  expect(warehouses.map(({ value }) => value)).toEqual(['6.00', '8.00'])
  const open = () => book.read((db) => getDocument(db, id)).transit.filter((transit) => transit.open > 0)
  expect(open()).toMatchObject([{ sku: 'CUP', open: 4 }])
  book.post({ kind: 'arrive', input: { documentId: id, on: '2026-03-10' } })
  expect(book.onHand(other, book.yard)).toBe(4)
  expect(book.problems()).toEqual([])
})

test('batches go over to those of the same code; where there are none, they are made', () => {
  const book = stockBook()
  const other = book.write((tx) => makeProduct(tx, { sku: 'CUP' }))
  book.write((tx) => {
    for (const id of [book.mug, other]) tx.update('products', id, { tracking: 'batch' })
  })
  const receive = (productId: number, code: string) =>
    book.post({
      kind: 'receive',
      input: {
        on: '2026-03-01',
        warehouseId: main,
        lines: [{ productId, quantity: 2, batch: { code, expiresOn: '2026-12-31' } }],
      },
    })
  receive(book.mug, 'L1')
  receive(book.mug, 'L2')
  receive(other, 'L1')
  book.write((tx) => moveStock(tx, { from: book.mug, to: other }))
  const batches = (id: number) => book.read((db) => stockLevels(db, id)).batches
  expect(batches(book.mug)).toEqual([])
  expect(batches(other)).toMatchObject([
    { code: 'L1', onHand: 4, expiresOn: '2026-12-31' },
    { code: 'L2', onHand: 2, expiresOn: '2026-12-31' },
  ])
  expect(book.problems()).toEqual([])
})
