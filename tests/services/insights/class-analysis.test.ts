import { describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { classAnalysis } from '#main/services/insights/class-analysis.ts'
import { classItemDetail } from '#main/services/insights/class-item.ts'
import { filterChoices } from '#main/services/insights/filter-choices.ts'
import { setPlanningSetting } from '#main/services/planning/planning-settings.ts'
import type { Id } from '#shared/ids.ts'
import { type ClassesResult, classesInput } from '#shared/schemas/classes.ts'
import { makeCustomer, makeOrder, makeProduct } from '#tests/support/records.ts'
import { refusal } from '#tests/support/refusal.ts'
import { type TestBook, testBook } from '#tests/support/test-book.ts'

type Question = z.input<typeof classesInput>
/** The four months from March to June 2026. */
const four = { months: 4, on: '2026-06-30' }
const analyse = (book: TestBook, question: Question = four) =>
  book.read((db) => classAnalysis(db, classesInput.parse(question)))
const classes = (result: ClassesResult) =>
  Object.fromEntries(result.items.map(({ sku, abc, xyz }) => [sku, `${abc ?? '-'}${xyz ?? '-'}`]))
const item = (result: ClassesResult, sku: string) => result.items.find((one) => one.sku === sku)

/**
 * Steady: 10 a month at 10. Rising: 5, 5, 5, 25 at 1. Once: 4 in May at 1, so 4 and 0. Old: sold in 2025 alone. Fresh: first
 * sold in June. Never: on offer, not sold.
 */
function shop() {
  const book = testBook()
  const ids = book.write((tx) => {
    setPlanningSetting(tx, 'classes', { shieldDays: 20 })
    const product = (sku: string) => makeProduct(tx, { sku, cost: { amount: '0.50', currency: 'USD' } })
    const made = {
      steady: product('STEADY'),
      rising: product('RISING'),
      once: product('ONCE'),
      old: product('OLD'),
      fresh: product('FRESH'),
      never: product('NEVER'),
    }
    const sell = (orderedOn: string, lines: [Id, number, string][]) =>
      makeOrder(tx, {
        orderedOn,
        lines: lines.map(([productId, quantity, unitPrice]) => ({ productId, quantity, unitPrice })),
      })
    sell('2025-02-01', [
      [made.old, 5, '1'],
      [made.steady, 1, '1'],
    ])
    for (const month of ['03', '04', '05', '06']) sell(`2026-${month}-15`, [[made.steady, 10, '10']])
    for (const [month, quantity] of [
      ['03', 5],
      ['04', 5],
      ['05', 5],
      ['06', 25],
    ] as const)
      sell(`2026-${month}-02`, [[made.rising, quantity, '1']])
    sell('2026-05-20', [[made.once, 4, '1']])
    sell('2026-06-20', [[made.fresh, 1, '1']])
    return made
  })
  return { book, ...ids }
}

describe('classes.analysis', () => {
  test('ABC by revenue over the window, XYZ over its months from the first sale on', () => {
    const { book } = shop()
    const result = analyse(book)
    expect(result.question).toMatchObject({
      from: '2026-03-01',
      to: '2026-06-30',
      basis: 'revenue',
      demandBasis: 'ordered',
    })
    expect(result).toMatchObject({
      currency: 'USD',
      total: '445.00',
      periods: 4,
      before: null,
      lastSoldOn: '2026-06-20',
    })
    // 400 of 445 is STEADY; RISING starts at 89.9 %, ONCE and FRESH beyond 95 %.
    expect(classes(result)).toEqual({ STEADY: 'AX', RISING: 'BY', ONCE: 'CZ', OLD: 'CZ', FRESH: '--', NEVER: '--' })
    expect(item(result, 'STEADY')).toMatchObject({ rank: 1, value: '400.00', cv: 0, periods: 4, shareBefore: 0 })
    // Mean 10, sd 10: right on the limit of Y.
    expect(item(result, 'RISING')).toMatchObject({ rawAbc: 'B', periods: 4, cv: 1, rawXyz: 'Y', share: 40 / 445 })
    // 4 and 0: mean 2, sd 2.83.
    expect(item(result, 'ONCE')?.cv).toBeCloseTo(Math.SQRT2, 12)
    expect(item(result, 'OLD')).toMatchObject({ rank: 5, value: '0.00', cv: null, periods: 4 })
    expect(item(result, 'FRESH')).toMatchObject({ rawAbc: 'C', rawXyz: null, abcReason: 'new', periods: 1 })
    expect(item(result, 'NEVER')).toMatchObject({ rank: null, value: null, abcReason: 'no-figures' })
  })

  test('the matrix counts what holds, with shares of the positive value', () => {
    const { book } = shop()
    const { cells } = analyse(book)
    const cell = (name: string) => cells.find((one) => one.cell === name)
    expect(cell('AX')).toEqual({ cell: 'AX', items: 1, share: 400 / 445 })
    expect(cell('CZ')).toEqual({ cell: 'CZ', items: 2, share: 4 / 445 })
    expect(cell('unclassified')).toEqual({ cell: 'unclassified', items: 2, share: 1 / 445 })
    expect(cells.reduce((sum, { items }) => sum + items, 0)).toBe(6)
  })

  test('by quantity, orders, profit and stock value', () => {
    const { book, never } = shop()
    book.write((tx) => {
      tx.run('INSERT INTO stock_balances (product_id, warehouse_id, on_hand_milli) VALUES (?, 1, 8000)', never)
      tx.insert('warehouses', { name: 'FBA', kind: 'marketplace' })
    })
    const value = (basis: Question['basis'], sku: string, filter = {}) =>
      item(analyse(book, { ...four, basis, filter }), sku)?.value
    expect(value('quantity', 'RISING')).toBe(40)
    expect(value('orders', 'STEADY')).toBe(4)
    expect(value('grossProfit', 'ONCE')).toBe('2.00')
    expect(value('stockValue', 'NEVER')).toBe('4.00')
    expect(value('stockValue', 'NEVER', { warehouseId: 1 })).toBe('4.00')
    expect(value('stockValue', 'NEVER', { warehouseId: 2 })).toBeUndefined()
  })

  test('months out of stock are left out of the variation', () => {
    const { book, rising } = shop()
    book.write((tx) => {
      const move = (moved_on: string, qty_milli: number) =>
        tx.insert('stock_movements', { product_id: rising, warehouse_id: 1, moved_on, kind: 'adjustment', qty_milli })
      move('2026-02-01', 9000)
      move('2026-06-01', -9000)
    })
    // June is out: 5, 5, 5 is left.
    expect(item(analyse(book), 'RISING')).toMatchObject({ periods: 3, cv: 0, rawXyz: 'X' })
    book.write((tx) => setPlanningSetting(tx, 'demand', { stockOutShare: null }))
    expect(item(analyse(book), 'RISING')).toMatchObject({ periods: 4, rawXyz: 'Y' })
  })

  test('in weeks', () => {
    const { book } = shop()
    const result = analyse(book, { ...four, period: 'week' })
    // 2026-03-02 is a Monday, 2026-06-28 a Sunday.
    expect(result.periods).toBe(17)
    expect(item(result, 'STEADY')?.periods).toBe(17)
  })

  test('kits count for their parts: money by their cost, pieces by how many there are, orders once', () => {
    const book = testBook()
    const { mug } = book.write((tx) => {
      const mug = makeProduct(tx, { sku: 'MUG', cost: { amount: '1', currency: 'USD' } })
      const tray = makeProduct(tx, { sku: 'TRAY', cost: { amount: '4', currency: 'USD' } })
      const kitParts = [
        { partId: mug, quantity: 2 },
        { partId: tray, quantity: 1 },
      ]
      const set = makeProduct(tx, { sku: 'SET', kind: 'kit', kitParts })
      const lines = [
        { productId: set, quantity: 1, unitPrice: '100.01' },
        { productId: mug, quantity: 1, unitPrice: '7' },
      ]
      makeOrder(tx, { orderedOn: '2026-05-05', lines })
      return { mug }
    })
    const values = (question: Question) =>
      Object.fromEntries(analyse(book, { ...four, ...question }).items.map(({ sku, value }) => [sku, value]))
    // 2 of 6 to the mugs, 4 of 6 to the tray; the odd cent goes to the larger rest.
    expect(values({ basis: 'revenue' })).toEqual({ MUG: '40.34', TRAY: '66.67' })
    expect(values({ basis: 'quantity' })).toEqual({ MUG: 3, TRAY: 1 })
    expect(values({ basis: 'orders' })).toEqual({ MUG: 1, TRAY: 1 })
    expect(values({ basis: 'revenue', kits: 'sold' })).toEqual({ SET: '100.01', MUG: '7.00', TRAY: null })
    const detail = book.read((db) => classItemDetail(db, { ...classesInput.parse(four), productId: mug }))
    expect(detail).toMatchObject({ mean: 1.5, firstOn: '2026-05-05', total: '107.01', before: '66.67' })
    expect(detail.rows.map(({ quantity, counts }) => [quantity, counts])).toEqual([
      [0, false],
      [0, false],
      [3, true],
      [0, true],
    ])
  })

  test('of one channel, country and category', () => {
    const { book, steady } = shop()
    book.write((tx) => {
      const customerId = makeCustomer(tx, 'Ana', { country: 'DE' })
      const categoryId = tx.insert('categories', { name_en: 'Mugs' })
      tx.update('products', steady, { category_id: categoryId })
      const order = makeOrder(tx, {
        orderedOn: '2026-06-01',
        customerId,
        lines: [{ productId: steady, quantity: 2, unitPrice: '3' }],
      })
      tx.update('sales_orders', order, { channel: 'fair' })
    })
    const { channels, countries, categories } = book.read(filterChoices)
    expect([channels, countries]).toEqual([['fair'], ['DE']])
    const values = (filter: Question['filter']) =>
      analyse(book, { ...four, filter }).items.map(({ sku, value }) => [sku, value])
    expect(values({ channel: 'fair' })).toEqual([['STEADY', '6.00']])
    expect(values({ country: 'DE' })).toEqual([['STEADY', '6.00']])
    expect(values({ country: 'FR' })).toEqual([])
    expect(values({ categoryId: categories[0]?.id })).toEqual([['STEADY', '406.00']])
  })

  test('an empty book has an empty matrix', () => {
    const result = analyse(testBook(), {})
    expect(result).toMatchObject({ items: [], total: '0.00', lastSoldOn: null })
    expect(result.cells.every(({ items, share }) => items === 0 && share === null)).toBe(true)
  })

  test('a product that is not there is refused', () => {
    const refused = refusal(() => testBook().read((db) => classItemDetail(db, { productId: 7 as Id })))
    expect(refused).toMatchObject({ code: 'catalog/product-not-found' })
  })
})
