// Batches and serial numbers on posting.
import { describe, expect, test } from 'vitest'
import { proposeBatches } from '#main/services/stock/batch-choice.ts'
import { editBatch } from '#main/services/stock/batch-commands.ts'
import { stockLevels } from '#main/services/stock/stock-queries.ts'
import type { Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import { makeProduct } from '#tests/support/records.ts'
import { failureOf, main, type StockBook, stockBook } from './stock-book.ts'

function trackedBook(tracking: 'batch' | 'serial'): StockBook & { tea: Id } {
  const book = stockBook()
  const tea = book.write((tx) => makeProduct(tx, { sku: 'TEA' }))
  book.write((tx) => tx.update('products', tea, { tracking }))
  return { ...book, tea }
}

type Tracked = ReturnType<typeof trackedBook>
type Batch = { code: string; madeOn?: string; expiresOn?: string } | { id: Id } | null

const receive = (book: Tracked, quantity: number, batch: Batch, on = '2026-03-01') =>
  book.post({
    kind: 'receive',
    input: { on, warehouseId: main, lines: [{ productId: book.tea, quantity, batch }] },
  })
const issue = (book: Tracked, quantity: number, batchId: Id | null, on = '2026-03-10') =>
  book.post({ kind: 'issue', input: { on, warehouseId: main, lines: [{ productId: book.tea, quantity, batchId }] } })
const batchesOf = (book: Tracked) => book.read((db) => stockLevels(db, book.tea)).batches

describe('a product with batches', () => {
  test('says which; new ones are made while receiving, and the same code is the same batch', () => {
    const book = trackedBook('batch')
    expect(() => receive(book, 5, null)).toThrow('stock/batch-needed')
    receive(book, 5, { code: 'L1', expiresOn: '2026-12-31' })
    receive(book, 2, { code: 'L1' })
    receive(book, 4, { code: 'L2', expiresOn: '2026-06-30' })
    expect(batchesOf(book)).toMatchObject([
      { code: 'L2', onHand: 4, expiresOn: '2026-06-30' },
      { code: 'L1', onHand: 7 },
    ])
    expect(() => receive(book, 1, { code: 'L1', expiresOn: '2027-01-01' })).toThrow('stock/batch-differs')
    expect(book.problems()).toEqual([])
  })

  test('is one batch in whatever letter case its code is typed', () => {
    const book = trackedBook('batch')
    receive(book, 5, { code: 'L1a' })
    receive(book, 2, { code: ' l1A' })
    expect(batchesOf(book)).toMatchObject([{ code: 'L1a', onHand: 7 }])
    receive(book, 1, { code: 'L2' })
    const second = batchesOf(book).find(({ code }) => code === 'L2')?.id ?? 0
    const again = { code: 'l1a', madeOn: null, expiresOn: null, note: '' }
    expect(() => book.write((tx) => editBatch(tx, second, again))).toThrow('batches/code-taken')
  })

  test('is short where the batch is, whatever there is of others, on later days as well', () => {
    const book = trackedBook('batch')
    receive(book, 5, { code: 'L1' })
    receive(book, 5, { code: 'L2' })
    const [first] = batchesOf(book)
    const id = first?.id ?? 0
    expect(failureOf(() => issue(book, 6, id))).toMatchObject({
      code: 'stock/insufficient',
      details: { product: 'TEA · L1', onHand: 5, asked: 6, movements: ['GR-2026-0001 2026-03-01 +5'] },
    })
    issue(book, 4, id, '2026-03-20')
    expect(failureOf(() => issue(book, 2, id, '2026-03-10'))).toMatchObject({
      details: { day: '2026-03-20', onHand: 1 },
    })
    issue(book, 1, id, '2026-03-10')
    expect(batchesOf(book)).toMatchObject([{ code: 'L2', onHand: 5 }])
    expect(book.read((db) => stockLevels(db, book.tea, '2026-03-15' as Day)).batches).toMatchObject([
      { code: 'L1', onHand: 4 },
      { code: 'L2', onHand: 5 },
    ])
    expect(book.problems()).toEqual([])
  })

  test('goes out the first that expires first; what has expired is not offered', () => {
    const book = trackedBook('batch')
    receive(book, 5, { code: 'LATE', expiresOn: '2027-12-31' })
    receive(book, 5, { code: 'OPEN' })
    receive(book, 3, { code: 'SOON', expiresOn: '2026-12-31' })
    receive(book, 9, { code: 'GONE', expiresOn: '2026-03-05' })
    const propose = (qtyMilli: number) =>
      book.read((db) =>
        proposeBatches(db, { productId: book.tea, warehouseId: main, qtyMilli, on: '2026-03-10' as Day }),
      )
    expect(propose(7000)).toMatchObject({
      batches: [
        { code: 'SOON', quantity: 3, onHand: 3 },
        { code: 'LATE', quantity: 4 },
      ],
      missing: 0,
    })
    expect(propose(20_000)).toMatchObject({ missing: 7 })
  })

  test('takes no batch of another product, and a product without batches none at all', () => {
    const book = trackedBook('batch')
    receive(book, 5, { code: 'L1' })
    const id = batchesOf(book)[0]?.id ?? 0
    const other = book.write((tx) => makeProduct(tx, { sku: 'RICE' }))
    book.write((tx) => tx.update('products', other, { tracking: 'batch' }))
    const line = (productId: Id) => () =>
      book.post({
        kind: 'receive',
        input: { on: '2026-03-01', warehouseId: main, lines: [{ productId, quantity: 1, batch: { id } }] },
      })
    expect(line(other)).toThrow('stock/batch-not-found')
    expect(line(book.mug)).toThrow('stock/no-batches')
  })
})

describe('a serial number', () => {
  test('is one piece in one place', () => {
    const book = trackedBook('serial')
    expect(() => receive(book, 2, { code: 'SN1' })).toThrow('stock/serial-one')
    receive(book, 1, { code: 'SN1' })
    expect(failureOf(() => receive(book, 1, { code: 'SN1' }, '2026-03-04'))).toMatchObject({
      code: 'stock/serial-twice',
      details: { serial: 'SN1', day: '2026-03-04' },
    })
    const id = batchesOf(book)[0]?.id ?? 0
    issue(book, 1, id, '2026-03-10')
    // It may come back once it has left, but not before.
    expect(() => receive(book, 1, { id }, '2026-03-09')).toThrow('stock/serial-twice')
    receive(book, 1, { id }, '2026-03-11')
    expect(batchesOf(book)).toMatchObject([{ code: 'SN1', onHand: 1 }])
    expect(book.problems()).toEqual([])
  })

  test('goes through transit without being in two places', () => {
    const book = trackedBook('serial')
    receive(book, 1, { code: 'SN1' })
    const batchId = batchesOf(book)[0]?.id ?? 0
    const lines = [{ productId: book.tea, quantity: 1, batchId }]
    const input = { on: '2026-03-05', warehouseId: main, toWarehouseId: book.yard, isDirect: true, lines }
    book.post({ kind: 'transfer', input })
    expect(batchesOf(book)).toMatchObject([{ warehouseId: book.yard, onHand: 1 }])
    expect(() => issue(book, 1, batchId)).toThrow('stock/insufficient')
  })
})
