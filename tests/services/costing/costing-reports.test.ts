import { expect, test } from 'vitest'
import { costSettings, setCostMethod } from '#main/services/costing/cost-method.ts'
import { costOfSales } from '#main/services/costing/cost-of-sales.ts'
import { landedCostsOf } from '#main/services/costing/landed-cost-queries.ts'
import { movementCost } from '#main/services/costing/movement-cost.ts'
import { periodClosings } from '#main/services/costing/period-closings.ts'
import { slowStock } from '#main/services/costing/slow-stock.ts'
import { tellCosts } from '#main/services/costing/told-costs.ts'
import { uncostedReceipts } from '#main/services/costing/uncosted-receipts.ts'
import { valuation } from '#main/services/costing/valuation.ts'
import { valuationItem } from '#main/services/costing/valuation-item.ts'
import { exportSources } from '#main/services/exports/export-sources.ts'
import { tellCostsInput, uncostedInput } from '#shared/schemas/costing.ts'
import {
  costOfSalesInput,
  slowStockInput,
  valuationInput,
  valuationItemInput,
} from '#shared/schemas/costing-reports.ts'
import { exportInput } from '#shared/schemas/exports.ts'
import { ledgerBook } from '#tests/support/ledger-book.ts'
import { makeProduct } from '#tests/support/records.ts'
import { testBook } from '#tests/support/test-book.ts'

const span = { from: '2026-01-01', to: '2026-12-31' }

function tradingBook() {
  const all = ledgerBook('fifo')
  const { book, post } = all
  const cup = book.write((tx) => makeProduct(tx, { sku: 'CUP' }))
  post({ qty: 10, on: '2026-01-01', value: 1000 }, { qty: 5, on: '2026-03-01', value: 1000 })
  post({ qty: -4, on: '2026-02-01' })
  post({ qty: 8, on: '2026-10-01', productId: cup })
  const [sold] = post({ qty: -2, on: '2026-11-01', productId: cup })
  post({ qty: 1, on: '2026-11-10', productId: cup, kind: 'customer_return', originId: sold ?? 0 })
  return { ...all, cup }
}

test('every question is answered on an empty book', () => {
  const book = testBook()
  expect(book.read((db) => valuation(db, valuationInput.parse({})))).toMatchObject({
    rows: [],
    total: 0,
    value: '0.00',
  })
  for (const by of ['place', 'category'])
    expect(book.read((db) => valuation(db, valuationInput.parse({ by, on: '2026-01-01' })))).toMatchObject({ rows: [] })
  expect(book.read((db) => slowStock(db, slowStockInput.parse({})))).toMatchObject({ rows: [], total: 0 })
  expect(book.read((db) => costOfSales(db, costOfSalesInput.parse(span)))).toMatchObject({ rows: [], cost: '0.00' })
  expect(book.read((db) => uncostedReceipts(db, uncostedInput.parse({})))).toEqual({ rows: [], total: 0 })
  expect(book.read(periodClosings)).toEqual([])
  expect(book.read((db) => landedCostsOf(db, 1))).toEqual([])
  expect(book.read(costSettings)).toEqual({ method: 'average', baseCurrency: 'USD', closedThrough: null })
})

test('stock is worth what is left of it, and what has no cost is named', () => {
  const { book } = tradingBook()
  const now = book.read((db) => valuation(db, valuationInput.parse({})))
  expect(now).toMatchObject({
    rows: [
      { sku: 'CUP', quantity: 7, value: null, averageCost: null, uncosted: 7 },
      { sku: 'MUG', quantity: 11, value: '16.00', averageCost: '1.4545', uncosted: 0 },
    ],
    ...{ total: 2, value: '16.00', uncosted: 7, uncostedProducts: 1 },
  })
  expect(book.read((db) => valuation(db, valuationInput.parse({ on: '2026-11-22' })))).toEqual({ ...now })
  const earlier = book.read((db) => valuation(db, valuationInput.parse({ on: '2026-02-15', by: 'place' })))
  expect(earlier).toMatchObject({ rows: [{ id: 1, quantity: null, value: '6.00' }], value: '6.00', on: '2026-02-15' })
  expect(book.read((db) => valuation(db, valuationInput.parse({ by: 'category' })))).toMatchObject({
    rows: [{ id: 0, value: '16.00', uncosted: 7 }],
  })
})

test('behind a value stand its layers, as they were on the day', () => {
  const { book, mug } = tradingBook()
  const item = (on: string | null) =>
    book.read((db) => valuationItem(db, valuationItemInput.parse({ productId: mug, on })))
  expect(item(null)).toMatchObject({
    ...{ quantity: 11, value: '16.00', changeCount: 3 },
    layers: [
      { on: '2026-01-01', quantity: 6, value: '6.00', unitCost: '1.00' },
      { on: '2026-03-01', quantity: 5, value: '10.00', unitCost: '2.00' },
    ],
    changes: [{ on: '2026-03-01', value: '10.00' }, { on: '2026-02-01', value: '-4.00' }, { on: '2026-01-01' }],
  })
  expect(item('2026-01-15')).toMatchObject({ quantity: 10, layers: [{ quantity: 10, value: '10.00' }] })
})

test('behind the cost of an issue stand the layers that it took, and what changed it since', () => {
  const { book, post } = ledgerBook('fifo')
  const [first] = post({ qty: 10, on: '2026-01-01' }, { qty: 5, on: '2026-03-01', value: 1000 })
  const [issue = 0] = post({ qty: -12, on: '2026-04-01' })
  const card = () => book.read((db) => movementCost(db, issue))
  expect(card()).toMatchObject({
    ...{ sku: 'MUG', quantity: -12, value: '4.00', unitCost: '2.00', uncosted: 10, basis: 'layers' },
    goods: [
      { movementId: first, on: '2026-01-01', quantity: 10, value: null, isShort: false },
      { on: '2026-03-01', quantity: 2, value: '4.00', unitCost: '2.00' },
    ],
  })
  const costs = [{ movementId: first, unitCost: { amount: '1', currency: 'USD' } }]
  book.write((tx) => tellCosts(tx, tellCostsInput.parse({ costs })))
  expect(card()).toMatchObject({ value: '14.00', uncosted: 0, changes: [{ cause: 'movement', value: '-14.00' }] })
  expect(book.read((db) => movementCost(db, first ?? 0))).toMatchObject({ value: '10.00', basis: 'given', goods: [] })
  expect(() => book.read((db) => movementCost(db, 1))).toThrow('stock/movement-not-found')
})

test('what nobody asks for is slow, then dead; the dearest first', () => {
  const { book } = tradingBook()
  const report = book.read((db) => slowStock(db, slowStockInput.parse({ slowDays: 10 })))
  expect(report).toMatchObject({
    rows: [
      { sku: 'MUG', lastIssueOn: '2026-02-01', idleDays: 294, ageDays: 298, oldestOn: '2026-01-01', state: 'dead' },
      { sku: 'CUP', lastIssueOn: '2026-11-01', idleDays: 21, state: 'slow', value: null },
    ],
    ...{ dead: { products: 1, value: '16.00' }, slow: { products: 1, value: '0.00' } },
  })
})

test('sold goods cost what they left at, less what came back', () => {
  const { book } = tradingBook()
  expect(book.read((db) => costOfSales(db, costOfSalesInput.parse(span)))).toMatchObject({
    rows: [
      { sku: 'CUP', quantity: 1, cost: '0.00', uncosted: 1 },
      { sku: 'MUG', quantity: 4, cost: '4.00', uncosted: 0 },
    ],
    ...{ cost: '4.00', uncosted: 1 },
  })
})

test('a cost told later is the cost from the start, and can be taken back', () => {
  const { book, problems } = tradingBook()
  const list = (withTold = false) => book.read((db) => uncostedReceipts(db, uncostedInput.parse({ withTold })))
  const [receipt] = list().rows
  expect(list()).toMatchObject({ total: 1, rows: [{ sku: 'CUP', on: '2026-10-01', quantity: 8, told: null }] })
  const tell = (unitCost: object | null) =>
    book.write((tx) => tellCosts(tx, tellCostsInput.parse({ costs: [{ movementId: receipt?.movementId, unitCost }] })))
  expect(tell({ amount: '3', currency: 'USD' })).toEqual({ changed: 1 })
  expect(list().total).toBe(0)
  expect(list(true).rows).toMatchObject([{ told: { amount: '3.00', currency: 'USD', on: '2026-11-22' } }])
  expect(book.read((db) => valuation(db, valuationInput.parse({ search: 'CUP' })))).toMatchObject({
    rows: [{ value: '21.00', averageCost: '3.00', uncosted: 0 }],
  })
  expect(tell({ amount: '3', currency: 'USD' })).toEqual({ changed: 0 })
  expect(tell(null)).toEqual({ changed: 1 })
  expect(list().total).toBe(1)
  expect(problems()).toEqual([])
})

test('goods that have a cost are told none', () => {
  const { book, post } = ledgerBook('fifo')
  const [receipt, issue] = [post({ qty: 1, on: '2026-01-01', value: 5 })[0], post({ qty: -1, on: '2026-01-02' })[0]]
  for (const movementId of [receipt, issue])
    expect(() =>
      book.write((tx) => tellCosts(tx, tellCostsInput.parse({ costs: [{ movementId, unitCost: null }] }))),
    ).toThrow('costing/has-own-cost')
})

test('the method is one for the book', () => {
  const { book, problems } = tradingBook()
  book.write((tx) => setCostMethod(tx, { method: 'average' }))
  expect(book.read((db) => valuation(db, valuationInput.parse({ search: 'MUG' })))).toMatchObject({
    ...{ method: 'average', rows: [{ value: '16.00' }] },
  })
  expect(problems()).toEqual([])
})

test.each([
  ['valuation', { valuation: { by: 'product' } }, 2],
  ['slow-stock', { slowStock: { slowDays: 10 } }, 2],
  ['cost-of-sales', { costOfSales: span }, 2],
] as const)('%s goes into a file as it is on the screen', (list, question, rows) => {
  const { book } = tradingBook()
  const input = exportInput.parse({ list, ...question, format: 'csv', jobId: 'job' })
  const source = exportSources[list]
  const [group] = book.read((db) => [...source.open(db, input).groups])
  expect(group?.rows).toHaveLength(rows)
  for (const row of group?.rows ?? []) for (const key of Object.keys(source.columns)) expect(row).toHaveProperty(key)
})
