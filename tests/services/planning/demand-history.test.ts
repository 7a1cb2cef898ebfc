import { describe, expect, test } from 'vitest'
import { lastPeriods } from '#main/domain/demand/period-window.ts'
import { demandHistory } from '#main/services/planning/demand-history.ts'
import { demandSeriesOf } from '#main/services/planning/demand-series.ts'
import { setPlanningSetting } from '#main/services/planning/planning-settings.ts'
import { stockOutDays } from '#main/services/planning/stock-out-days.ts'
import { asDay } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import type { DemandBasis } from '#shared/schemas/planning.ts'
import { queryPlans } from '#tests/support/query-plans.ts'
import { makeCustomer, makeOrder, makeProduct } from '#tests/support/records.ts'
import { type TestBook, testBook } from '#tests/support/test-book.ts'

const window = lastPeriods('month', 4, asDay('2026-06-30'))

function demand(book: TestBook, basis: DemandBasis = 'ordered', products?: Id[]) {
  const found = book.read((db) => demandHistory(db, { basis, window, products }))
  return Object.fromEntries(
    [...found].map(([id, { firstOn, start, quantities }]) => [id, { firstOn, start, of: [...quantities] }]),
  )
}

/** Mugs sold in March, a return in April, a set of two mugs and a tray in May; a sample and a one-off order in June. */
function shop() {
  const book = testBook()
  const made = book.write((tx) => {
    const mug = makeProduct(tx, { sku: 'MUG' })
    const tray = makeProduct(tx, { sku: 'TRAY' })
    const set = makeProduct(tx, {
      sku: 'SET',
      kind: 'kit',
      kitParts: [
        { partId: mug, quantity: 2 },
        { partId: tray, quantity: 1 },
      ],
    })
    const line = (productId: number, quantity: number) => ({ productId, quantity, unitPrice: '1' })
    const customerId = makeCustomer(tx, 'Ana', { country: 'DE' })
    makeOrder(tx, { orderedOn: '2026-03-31', shippedOn: '2026-04-02', status: 'shipped', lines: [line(mug, 10)] })
    makeOrder(tx, { document: 'credit', orderedOn: '2026-04-10', lines: [line(mug, -3)] })
    const ofShop = makeOrder(tx, { orderedOn: '2026-05-05', customerId, lines: [line(set, 4)] })
    tx.update('sales_orders', ofShop, { channel: 'shop' })
    const sample = makeOrder(tx, { orderedOn: '2026-06-01', lines: [line(tray, 100)] })
    const oneOff = makeOrder(tx, { orderedOn: '2026-01-15', lines: [line(tray, 100)] })
    tx.update('sales_orders', sample, { purpose: 'sample' })
    tx.update('sales_orders', oneOff, { purpose: 'one_off' })
    makeOrder(tx, { orderedOn: '2026-07-01', lines: [line(tray, 7)] })
    makeOrder(tx, { orderedOn: '2026-05-06', status: 'draft', lines: [line(tray, 7)] })
    return { mug, tray, set }
  })
  return { book, ...made }
}

describe('demandHistory', () => {
  test('kits count as their parts, returns reduce their month, samples and one-off orders are left out', () => {
    const { book, mug, tray } = shop()
    expect(demand(book)).toEqual({
      [mug]: { firstOn: '2026-03-31', start: 0, of: [10_000, -3000, 8000, 0] },
      [tray]: { firstOn: '2026-05-05', start: 2, of: [0, 0, 4000, 0] },
    })
  })

  test('the same for one product alone, with the kits it is in', () => {
    const { book, tray } = shop()
    expect(demand(book, 'ordered', [tray])).toEqual({
      [tray]: { firstOn: '2026-05-05', start: 2, of: [0, 0, 4000, 0] },
    })
  })

  test('by the day shipped: what has not left is no demand yet', () => {
    const { book, mug } = shop()
    expect(demand(book, 'shipped')).toEqual({ [mug]: { firstOn: '2026-04-02', start: 1, of: [0, 10_000, 0, 0] } })
  })

  test('of one channel and country', () => {
    const { book, mug, tray } = shop()
    const filtered = (filter: { channel?: string; country?: string }) =>
      [...book.read((db) => demandHistory(db, { basis: 'ordered', window, filter })).keys()].sort()
    expect(filtered({ channel: 'shop', country: 'DE' })).toEqual([mug, tray])
    expect(filtered({ channel: 'fair' })).toEqual([])
    expect(filtered({ country: 'FR' })).toEqual([])
  })

  test('an empty book and an empty window', () => {
    expect(demand(testBook())).toEqual({})
    const { book } = shop()
    const none = book.read((db) => demandHistory(db, { basis: 'ordered', window: { kind: 'week', periods: [] } }))
    expect(none.size).toBe(0)
  })

  test('reads the lines from their covering index', () => {
    const { book } = shop()
    const plans = queryPlans(book, (db) => demandHistory(db, { basis: 'ordered', window }))
    expect(plans.join('\n')).toMatch(/order_lines USING COVERING INDEX order_lines_sold_by_product/)
    expect(plans.join('\n')).toMatch(/sales_orders_not_demand/)
  })
})

describe('stockOutDays', () => {
  test('from the ledger of the places that sell; transit and second quality do not count', () => {
    const book = testBook()
    const { mug, bowl } = book.write((tx) => {
      const mug = makeProduct(tx, { sku: 'MUG' })
      const bowl = makeProduct(tx, { sku: 'BOWL' })
      const seconds = tx.insert('warehouses', { name: 'Seconds', is_sellable: 0 })
      const move = (product_id: Id, moved_on: string, qty_milli: number, warehouse_id = 1) =>
        tx.insert('stock_movements', { product_id, warehouse_id, moved_on, kind: 'adjustment', qty_milli })
      move(mug, '2026-03-11', 5000)
      move(mug, '2026-03-21', -5000)
      move(mug, '2026-05-11', 5000)
      move(mug, '2026-04-01', 5000, seconds as number)
      move(mug, '2026-04-01', 5000, 2)
      move(bowl, '2026-04-01', 5000, seconds as number)
      return { mug, bowl }
    })
    const outs = book.read((db) => stockOutDays(db, window))
    // Out from 21 March (11 days) through April (30) to 10 May (10).
    expect(outs.get(mug)).toEqual({ knownFrom: '2026-03-11', days: [11, 30, 10, 0] })
    expect(outs.has(bowl)).toBe(false)
  })

  test('a place is known from its start day on', () => {
    const book = testBook()
    const mug = book.write((tx) => {
      const id = makeProduct(tx, { sku: 'MUG' })
      tx.update('warehouses', 1 as Id, { starts_on: '2026-03-21' })
      tx.insert('stock_movements', {
        product_id: id,
        warehouse_id: 1,
        moved_on: '2026-04-02',
        kind: 'receipt',
        qty_milli: 1,
      })
      return id
    })
    expect(book.read((db) => stockOutDays(db, window)).get(mug)?.days).toEqual([11, 1, 0, 0])
  })
})

describe('demandSeriesOf', () => {
  const series = (book: TestBook, productId: Id) =>
    book.read((db) => demandSeriesOf(db, { productId, period: 'month', count: 4, on: asDay('2026-06-30') }))

  test('from the first sale on, with stock-outs as they are set', () => {
    const { book, tray } = shop()
    book.write((tx) => {
      const move = (moved_on: string, qty_milli: number) =>
        tx.insert('stock_movements', { product_id: tray, warehouse_id: 1, moved_on, kind: 'adjustment', qty_milli })
      move('2026-05-01', 4000)
      move('2026-06-11', -4000)
    })
    expect(series(book, tray)).toMatchObject({
      basis: 'ordered',
      firstOn: '2026-05-05',
      rows: [
        { from: '2026-05-01', quantity: 4, days: 31, daysOut: 0, isOutOfStock: false },
        { from: '2026-06-01', quantity: 0, days: 30, daysOut: 20, isOutOfStock: true },
      ],
    })
    book.write((tx) => setPlanningSetting(tx, 'demand', { basis: 'ordered', stockOutShare: 0.9 }))
    expect(series(book, tray).rows.map((row) => row.isOutOfStock)).toEqual([false, false])
  })

  test('a product that was never asked for has no rows', () => {
    const { book, set } = shop()
    expect(series(book, set)).toMatchObject({ firstOn: null, rows: [] })
  })
})
