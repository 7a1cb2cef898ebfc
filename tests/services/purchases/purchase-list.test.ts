import { describe, expect, test } from 'vitest'
import { alertRules } from '#main/services/alerts/alert-rules.ts'
import { purchasesSource } from '#main/services/exports/purchase-sources.ts'
import { linePrices } from '#main/services/purchases/line-prices.ts'
import { purchaseLinesOf } from '#main/services/purchases/line-progress.ts'
import { addPurchase } from '#main/services/purchases/purchase-commands.ts'
import { purchaseLineExportRows } from '#main/services/purchases/purchase-export.ts'
import { listPurchases } from '#main/services/purchases/purchase-list.ts'
import { purchaseTerms } from '#main/services/purchases/purchase-queries.ts'
import { currenciesAsking, currenciesInUse } from '#main/services/rates/rate-currencies.ts'
import { exportInput } from '#shared/schemas/exports.ts'
import { type ListQuery, listInput } from '#shared/schemas/paging.ts'
import { priceLinesInput, purchaseInput, purchaseLinesInput } from '#shared/schemas/purchases.ts'
import { lineIds, type PurchaseBook, purchaseBook } from '#tests/services/receiving/purchase-book.ts'
import { makeRate } from '#tests/support/records.ts'

const list = (book: PurchaseBook, query: ListQuery = {}) => book.read((db) => listPurchases(db, listInput.parse(query)))
const numbers = (book: PurchaseBook, query: ListQuery) => list(book, query).rows.map(({ number }) => number)

describe('the list', () => {
  test('has what is late, and is sorted, filtered and searched', () => {
    const book = purchaseBook()
    book.order({ number: 'A', orderedOn: '2026-10-01', promisedOn: '2026-11-21', reference: 'F-77' })
    book.order({ number: 'B', orderedOn: '2026-10-02', promisedOn: '2026-12-24' }, [{ quantity: 1 }])
    expect(list(book)).toMatchObject({
      total: 2,
      rows: [
        { number: 'B', isLate: false, nextOn: '2026-12-24', total: '2.00', status: 'confirmed' },
        { number: 'A', isLate: true, nextOn: '2026-11-21', supplier: 'Factory', baseTotal: '200.00' },
      ],
    })
    expect(numbers(book, { filters: [{ column: 'nextOn', op: 'within', values: ['past'] }] })).toEqual(['A'])
    expect(numbers(book, { search: 'F-77' })).toEqual(['A'])
    expect(numbers(book, { search: 'factory' })).toEqual(['B', 'A'])
    expect(numbers(book, { sort: [{ column: 'baseTotal', direction: 'asc' }] })).toEqual(['B', 'A'])
    expect(numbers(book, { filters: [{ column: 'status', op: 'in', values: ['draft'] }] })).toEqual([])
  })

  test('is exported, the lines with what came of them', () => {
    const book = purchaseBook()
    const { id, ...order } = book.order({ vatPercent: 13, freight: '5' })
    const [lineId = 0] = order.lines.map((line) => line.id)
    book.receive({ orderId: id, on: '2026-11-20', lines: [{ lineId, quantity: 40 }] })
    const rows = book.read((db) =>
      [
        ...purchasesSource.open(db, exportInput.parse({ list: 'purchases', format: 'csv', jobId: 'export' })).groups,
      ].flatMap((group) => group.rows),
    )
    expect(rows).toMatchObject([
      { number: 'PO-2026-0001', supplier: 'Factory', status: 'part_received', vatPercent: 13, freight: '5.00' },
    ])
    expect(Object.keys(rows[0] ?? {})).toEqual(expect.arrayContaining(Object.keys(purchasesSource.columns)))
    expect(book.read((db) => purchaseLineExportRows(db, [id]))).toMatchObject([
      { sku: 'MUG', quantity: 100, unitPrice: '2.00', received: 40, open: 60, receivedOn: '2026-11-20' },
    ])
  })
})

test('where lines stand: what is open of a product, what is late, by supplier', () => {
  const book = purchaseBook()
  const late = book.order({ promisedOn: '2026-11-21' }, [{}, { productId: book.cup, promisedOn: '2026-12-01' }])
  const done = book.order()
  const [line = 0] = lineIds(done)
  book.receive({ orderId: done.id, on: '2026-11-20', lines: [{ lineId: line, quantity: 100 }] })
  const lines = (question: Parameters<typeof purchaseLinesInput.parse>[0]) =>
    book.read((db) => purchaseLinesOf(db, purchaseLinesInput.parse(question)))
  expect(lines({ productId: book.mug }).rows.map(({ orderId, open }) => [orderId, open])).toEqual([
    [late.id, 100],
    [done.id, 0],
  ])
  expect(lines({ supplierId: book.factory, scope: 'open' })).toMatchObject({
    total: 2,
    rows: [
      { dueOn: '2026-11-21', isLate: true, sku: 'MUG', supplier: { name: 'Factory' } },
      { dueOn: '2026-12-01', isLate: false, sku: 'CUP' },
    ],
  })
  expect(lines({ scope: 'late' }).total).toBe(1)
  expect(lines({ orderId: done.id, limit: 1 }).rows).toMatchObject([{ received: 100, lastReceivedOn: '2026-11-20' }])
})

test('a promised day that has passed is told, until the goods are there', () => {
  const book = purchaseBook()
  const { id, ...order } = book.order({ promisedOn: '2026-11-21' })
  const rule = alertRules.find((candidate) => candidate.id === 'purchases/late')
  const found = () =>
    book.read((db) => {
      const question = { today: '2026-11-22' as never, days: 0, record: null }
      const source = rule?.find(db, question)
      return source ? db.all<{ day_on: string; facts: string }>(source.sql, ...source.params) : []
    })
  expect(found().map(({ day_on, facts }) => [day_on, JSON.parse(facts)])).toEqual([
    ['2026-11-21', { day: '2026-11-21', supplier: 'Factory', lines: 1 }],
  ])
  const lines = order.lines.map((line) => ({ lineId: line.id, quantity: 100 }))
  book.receive({ orderId: id, on: '2026-11-22', lines })
  expect(found()).toEqual([])
})

test('a new order begins with the supplier’s terms, and lines with the price of the valid offer', () => {
  const book = purchaseBook()
  book.write((tx) => {
    tx.update('parties', book.factory, {
      ...{ currency: 'CNY', supply_incoterm: 'FOB', supply_place: 'Ningbo', supply_deposit_ppm: 300_000 },
      ...{ supply_due_from: 'ready', supply_due_days: 7, supply_vat_included: 1, supply_vat_ppm: 130_000 },
    })
    makeRate(tx, 'CNY', 'USD', '2026-11-20', '0.14')
    const offer = tx.insert('offers', {
      ...{ supplier_id: book.factory, product_id: book.mug, currency: 'CNY', valid_from: '2026-01-01' },
      ...{ min_order_milli: 50_000, carton_milli: 24_000, supplier_code: 'F-1', vat_included: 1 },
    })
    tx.insert('offer_prices', { offer_id: offer, from_milli: 0, price_micros: 10_000_000 })
  })
  expect(book.read((db) => purchaseTerms(db, book.factory))).toEqual({
    ...{ currency: 'CNY', vatIncluded: true, vatPercent: 13, vatRecoverable: true, incoterm: 'FOB', place: 'Ningbo' },
    ...{ depositPercent: 30, dueFrom: 'ready', dueDays: 7 },
  })
  expect(book.read((db) => purchaseTerms(db, null))).toMatchObject({ currency: 'USD', vatPercent: 0, dueDays: 0 })
  const prices = (currency?: string) =>
    book.read((db) =>
      linePrices(
        db,
        priceLinesInput.parse({
          ...{ supplierId: book.factory, currency },
          lines: [
            { productId: book.mug, quantity: 10 },
            { productId: book.cup, quantity: 1 },
          ],
        }),
      ),
    )
  expect(prices()).toMatchObject([
    {
      unitPrice: '10.00',
      currency: 'CNY',
      source: 'offer',
      supplierCode: 'F-1',
      quantity: 72,
      minimum: 50,
      carton: 24,
    },
    { unitPrice: null, source: 'none', quantity: 1 },
  ])
  expect(prices('USD')[0]).toMatchObject({ unitPrice: '1.40', currency: 'USD' })
  expect(prices('EUR')[0]).toMatchObject({ unitPrice: null, source: 'none' })
})

test('every question runs on an empty book', () => {
  const book = purchaseBook()
  expect(list(book)).toEqual({ rows: [], total: 0 })
  const empty = book.write((tx) => addPurchase(tx, purchaseInput.parse({ orderedOn: '2026-11-01', currency: 'USD' })))
  expect(list(book).rows).toMatchObject([{ id: empty.id, supplier: '', lineCount: 0, total: '0.00', nextOn: null }])
})

test('a currency that only purchase orders use asks for a rate', () => {
  const book = purchaseBook()
  book.write((tx) => addPurchase(tx, purchaseInput.parse({ orderedOn: '2026-11-01', currency: 'JPY' })))
  const asking = { currency: 'JPY', ordersWithoutRate: 1, lastRateOn: null }
  expect(book.read(currenciesAsking)).toEqual([asking])
  expect(book.read(currenciesInUse).currencies).toEqual([{ ...asking, orders: 1, products: 0 }])
})
