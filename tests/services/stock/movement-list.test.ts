// The ledger page by page, with its filters; what moved between two days; the list of stock now, then and in one place.
import { describe, expect, test } from 'vitest'
import { listDocuments } from '#main/services/stock/document-list.ts'
import { listMovements } from '#main/services/stock/movement-list.ts'
import { movementReport } from '#main/services/stock/movement-report.ts'
import { listStock, stockOn } from '#main/services/stock/stock-list.ts'
import type { Day } from '#shared/dates.ts'
import { listInput } from '#shared/schemas/paging.ts'
import { movementReportInput, movementsInput, stockListInput } from '#shared/schemas/stock.ts'
import { makeOrder, makeProduct } from '#tests/support/records.ts'
import { main, type StockBook, stockBook } from './stock-book.ts'

function busyBook(): StockBook & { lid: number } {
  const book = stockBook()
  const lid = book.write((tx) => makeProduct(tx, { sku: 'LID', nameEn: 'Lid' }))
  const lines = [book.mug, lid].map((productId) => ({
    productId,
    quantity: 10,
    unitCost: { amount: '2', currency: 'USD' },
  }))
  book.post({ kind: 'receive', input: { on: '2026-03-01', warehouseId: main, lines } })
  const mugs = (quantity: number) => [{ productId: book.mug, quantity }]
  book.post({ kind: 'issue', input: { on: '2026-03-05', warehouseId: main, lines: mugs(3) } })
  book.post({
    kind: 'transfer',
    input: { on: '2026-03-08', warehouseId: main, toWarehouseId: book.yard, lines: mugs(4) },
  })
  book.post({ kind: 'receive', input: { on: '2026-03-08', warehouseId: book.seconds, lines: mugs(1) } })
  return { ...book, lid }
}

const movements = (book: StockBook, asked: object = {}) =>
  book.read((db) => listMovements(db, movementsInput.parse(asked)))
const listed = (book: StockBook, asked: object = {}) => movements(book, asked).rows.map(({ quantity }) => quantity)

describe('movements', () => {
  test('come newest first, page by page, each once', () => {
    const book = busyBook()
    const seen: number[] = []
    let after: { on: string; id: number } | null = null
    do {
      const page: ReturnType<typeof movements> = movements(book, { after, limit: 2 })
      seen.push(...page.rows.map(({ id }) => id))
      after = page.next
    } while (after)
    const all = movements(book).rows
    expect(seen).toEqual(all.map(({ id }) => id))
    expect(all.map(({ movedOn }) => movedOn)).toEqual(
      all
        .map(({ movedOn }) => movedOn)
        .toSorted()
        .reverse(),
    )
    expect(all).toHaveLength(6)
  })

  test('are those asked for: product, place, kind, days, document, words', () => {
    const book = busyBook()
    expect(listed(book, { productId: book.lid })).toEqual([10])
    expect(listed(book, { warehouseId: 2 })).toEqual([4])
    expect(listed(book, { kinds: ['issue', 'transfer'] })).toEqual([4, -4, -3])
    expect(listed(book, { from: '2026-03-02', to: '2026-03-05' })).toEqual([-3])
    const [{ documentId = 0 } = {}] = movements(book, { kinds: ['issue'] }).rows
    expect(movements(book, { documentId }).rows).toMatchObject([
      { documentNumber: 'GI-2026-0001', sku: 'MUG', value: '-6.00', warehouseId: main },
    ])
    expect(listed(book, { search: 'lid' })).toEqual([10])
    expect(listed(book, { search: 'GI-2026' })).toEqual([-3])
    expect(listed(book, { search: '100%' })).toEqual([])
  })
})

describe('the movement report', () => {
  test('adds up: what was there, what came and went by kind, what is left', () => {
    const book = busyBook()
    const report = book.read((db) =>
      movementReport(db, movementReportInput.parse({ from: '2026-03-02', to: '2026-03-31' })),
    )
    expect(report).toMatchObject({ total: 2, baseCurrency: 'USD' })
    expect(report.rows).toMatchObject([
      { sku: 'LID', opening: 10, kinds: [], closing: 10 },
      {
        sku: 'MUG',
        opening: 10,
        kinds: [
          { kind: 'issue', in: 0, out: 3 },
          { kind: 'receipt', in: 1, out: 0 },
          { kind: 'transfer', in: 0, out: 4 },
        ],
        closing: 4,
      },
    ])
    for (const { opening, kinds, closing } of report.rows) {
      expect(opening + kinds.reduce((sum, one) => sum + one.in - one.out, 0)).toBe(closing)
    }
    expect(report.kinds).toMatchObject([
      { kind: 'issue', movements: 1, valueOut: '6.00', uncosted: 0 },
      { kind: 'receipt', movements: 1, valueIn: '0.00', uncosted: 1 },
      { kind: 'transfer', movements: 1, valueOut: '8.00' },
    ])
  })

  test('of one place counts what went over to another', () => {
    const book = busyBook()
    const asked = { from: '2026-03-08', to: '2026-03-08', warehouseId: 2 }
    const report = book.read((db) => movementReport(db, movementReportInput.parse(asked)))
    expect(report.rows).toMatchObject([{ sku: 'MUG', opening: 0, kinds: [{ kind: 'transfer', in: 4 }], closing: 4 }])
  })
})

describe('the list of stock', () => {
  const stock = (book: StockBook, asked: object = {}) =>
    book.read((db) => listStock(db, stockListInput.parse(asked))).rows

  test('tells on hand, in transit, reserved, available and on order, with value', () => {
    const book = busyBook()
    book.write((tx) => {
      makeOrder(tx, { lines: [{ productId: book.mug, quantity: 2, unitPrice: '1' }] })
      tx.insert('expected_goods', { product_id: book.mug, warehouse_id: main, qty_milli: 5000 })
    })
    expect(stock(book)).toMatchObject([
      { sku: 'LID', onHand: 10, inTransit: 0, reserved: 0, available: 10, value: '20.00', averageCost: '2.00' },
      {
        ...{ sku: 'MUG', onHand: 4, inTransit: 4, reserved: 2, available: 1, onOrder: 5 },
        ...{ value: '14.00', uncosted: 1, averageCost: '2.00', lastOn: '2026-03-08' },
      },
    ])
  })

  test('of one place, and as of a day, tells what is known there', () => {
    const book = busyBook()
    expect(stock(book, { warehouseId: book.seconds })[1]).toMatchObject({ onHand: 1, reserved: null, available: null })
    expect(stock(book, { on: '2026-03-07' })[1]).toMatchObject({ onHand: 7, inTransit: 0, value: null, reserved: null })
    expect(stock(book, { on: '2026-02-28' })[1]).toMatchObject({ onHand: null })
  })

  test('is sorted and filtered by any of it', () => {
    const book = busyBook()
    expect(stock(book, { sort: [{ column: 'available', direction: 'asc' }] }).map(({ sku }) => sku)).toEqual([
      'MUG',
      'LID',
    ])
    const filters = [{ column: 'inTransit', op: 'atLeast', values: [1] }]
    expect(stock(book, { filters }).map(({ sku }) => sku)).toEqual(['MUG'])
    for (const column of ['onHand', 'reserved', 'onOrder', 'value', 'uncosted', 'lastOn', 'reorderPoint', 'category']) {
      for (const on of [null, '2026-03-07']) {
        expect(stock(book, { on, sort: [{ column, direction: 'desc' }] })).toHaveLength(2)
      }
    }
  })

  test('in one go agrees with the list', () => {
    const book = busyBook()
    const all = (on: string | null, warehouseId: number | null = null) =>
      new Map(book.read((db) => stockOn(db, { on: on as Day | null, warehouseId })))
    expect([...all(null)]).toEqual([...all('2026-11-22')])
    expect(all(null).get(book.mug)).toBe(4000)
    expect(all('2026-03-07').get(book.mug)).toBe(7000)
    expect(all(null, book.yard).get(book.mug)).toBeUndefined()
  })
})

test('the list of documents says what has become of each', () => {
  const book = busyBook()
  const documents = (asked: object = {}) => book.read((db) => listDocuments(db, listInput.parse(asked))).rows
  const filters = [{ column: 'state', op: 'is', values: ['in_transit'] }]
  const [transfer] = documents({ filters })
  expect(transfer).toMatchObject({ number: 'TR-2026-0001', lineCount: 1, warehouseId: main, toWarehouse: 'Yard' })
  book.post({ kind: 'reverse', input: { documentId: transfer?.id ?? 0 } })
  expect(documents().map(({ number, state, lineCount }) => [number, state, lineCount])).toEqual([
    ['GR-2026-0002', 'posted', 1],
    ['TR-2026-0001', 'reversed', 1],
    ['GI-2026-0001', 'posted', 1],
    ['GR-2026-0001', 'posted', 2],
  ])
  expect(documents({ search: 'TR-2026' })).toHaveLength(1)
})

test('an empty book has empty lists', () => {
  const book = stockBook()
  expect(movements(book)).toMatchObject({ rows: [], next: null })
  const report = movementReportInput.parse({ from: '2026-01-01', to: '2026-12-31' })
  expect(book.read((db) => movementReport(db, report))).toMatchObject({ rows: [], total: 0, kinds: [] })
  expect(book.read((db) => listDocuments(db, listInput.parse({})))).toEqual({ rows: [], total: 0 })
})
