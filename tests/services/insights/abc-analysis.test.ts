import { describe, expect, test } from 'vitest'
import { abcAnalysis } from '#main/services/insights/abc-analysis.ts'
import { abcItem } from '#main/services/insights/abc-item.ts'
import { setOpeningStock } from '#main/services/stock/opening-stock.ts'
import { asDay } from '#shared/dates.ts'
import { abcBases, abcInput } from '#shared/schemas/insights.ts'
import type { OrderDraft } from '#shared/schemas/orders.ts'
import { queryPlans } from '#tests/support/query-plans.ts'
import { makeCustomer, makeOrder, makeProduct, makeRate } from '#tests/support/records.ts'
import { type TestBook, testBook } from '#tests/support/test-book.ts'

const today = asDay('2026-03-10')
type Question = Parameters<typeof abcInput.parse>[0]
const analyse = (book: TestBook, question: Question) =>
  book.read((db) => abcAnalysis(db, { ...abcInput.parse(question), today }))
const detail = (book: TestBook, productId: number, question: Question) =>
  book.read((db) => abcItem(db, { ...abcInput.parse(question), today, productId, limit: 200 }))

/** Three products; EUR has no rate on the 20th, the third product has no cost. */
function shop() {
  const book = testBook()
  const ids = book.write((tx) => {
    makeRate(tx, 'EUR', 'USD', '2026-03-01', '2')
    makeRate(tx, 'CNY', 'USD', '2026-03-01', '0.1')
    const mug = makeProduct(tx, { sku: 'MUG', nameEn: 'Mug', nameZh: '杯', cost: { amount: '30', currency: 'CNY' } })
    const bowl = makeProduct(tx, { sku: 'BOWL', nameZh: '碗', cost: { amount: '1', currency: 'USD' } })
    const tray = makeProduct(tx, { sku: 'TRAY', nameEn: 'Tray' })
    const customerId = makeCustomer(tx, 'Ana')
    const line = (productId: number, quantity: number, unitPrice: string) => ({ productId, quantity, unitPrice })
    const order = (draft: Partial<OrderDraft>) => makeOrder(tx, { customerId, ...draft })
    order({ lines: [line(mug, 10, '8.00'), line(bowl, 5, '3.00')] })
    order({ orderedOn: '2026-03-05', currency: 'EUR', lines: [line(tray, 1, '2.50'), line(bowl, 0.5, '2.00')] })
    order({ orderedOn: '2026-03-20', currency: 'EUR', lines: [line(mug, 100, '100')] })
    order({ status: 'draft', lines: [line(mug, 1000, '8.00')] })
    order({ status: 'cancelled', lines: [line(mug, 1000, '8.00')] })
    order({ lines: [{ productId: null, quantity: 1, unitPrice: '500' }] })
    setOpeningStock(tx, mug, 4000, asDay('2026-01-01'))
    setOpeningStock(tx, tray, 4000, asDay('2026-01-01'))
    return { mug, bowl, tray }
  })
  return { book, ...ids }
}

describe('insights.abc', () => {
  test('by revenue, in base currency; what has no rate is left out and counted', () => {
    const { book, mug, bowl, tray } = shop()
    const mugItem = { productId: mug, sku: 'MUG', name: 'Mug', nameZh: '杯' }
    const bowlItem = { productId: bowl, sku: 'BOWL', name: '碗', nameZh: '碗' }
    const trayItem = { productId: tray, sku: 'TRAY', name: 'Tray', nameZh: '' }
    expect(analyse(book, { basis: 'revenue' })).toEqual({
      currency: 'USD',
      total: '102.00',
      counts: { A: 2, B: 0, C: 1 },
      items: [
        { ...mugItem, rank: 1, value: '80.00', share: 80 / 102, cumulativeShare: 80 / 102, class: 'A' },
        { ...bowlItem, rank: 2, value: '17.00', share: 17 / 102, cumulativeShare: 97 / 102, class: 'A' },
        { ...trayItem, rank: 3, value: '5.00', share: 5 / 102, cumulativeShare: 1, class: 'C' },
      ],
      leftOut: { linesWithoutRate: 1, productsWithoutCost: 0 },
      valuesDoNotDiffer: false,
    })
  })

  test('by gross profit, over lines with amount and cost', () => {
    const { book } = shop()
    const result = analyse(book, { basis: 'grossProfit' })
    // Mug 80 - 10 x 3; bowl 17 - 5.5 x 1; the tray has no cost.
    expect(result.items.map((item) => [item.sku, item.value])).toEqual([
      ['MUG', '50.00'],
      ['BOWL', '11.50'],
    ])
    expect(result.leftOut).toEqual({ linesWithoutRate: 1, productsWithoutCost: 2 })
  })

  test('by quantity, as numbers without a currency', () => {
    const { book } = shop()
    const result = analyse(book, { basis: 'quantity' })
    expect(result).toMatchObject({
      currency: null,
      total: 116.5,
      leftOut: { linesWithoutRate: 0, productsWithoutCost: 0 },
    })
    expect(result.items.map((item) => [item.sku, item.value])).toEqual([
      ['MUG', 110],
      ['BOWL', 5.5],
      ['TRAY', 1],
    ])
  })

  test('by stock value at the cost of today', () => {
    const { book } = shop()
    const result = analyse(book, { basis: 'stockValue' })
    expect(result.items.map((item) => [item.sku, item.value, item.class])).toEqual([['MUG', '12.00', 'A']])
    expect(result.leftOut).toEqual({ linesWithoutRate: 0, productsWithoutCost: 1 })
  })

  test('within a window of days, both ends included', () => {
    const { book } = shop()
    const skus = (question: object) => analyse(book, { basis: 'revenue', ...question }).items.map((item) => item.sku)
    expect(skus({ from: '2026-03-05' })).toEqual(['TRAY', 'BOWL'])
    expect(skus({ to: '2026-03-02' })).toEqual(['MUG', 'BOWL'])
    expect(skus({ from: '2026-03-03', to: '2026-03-04' })).toEqual([])
    expect(analyse(book, { basis: 'revenue', to: '2026-03-19' }).leftOut.linesWithoutRate).toBe(0)
  })

  test('an empty book gives an empty result on every basis', () => {
    for (const basis of abcBases) {
      expect(analyse(testBook(), { basis })).toMatchObject({
        counts: { A: 0, B: 0, C: 0 },
        items: [],
        leftOut: { linesWithoutRate: 0, productsWithoutCost: 0 },
      })
    }
  })

  test('sums are read from the covering index alone', () => {
    const { book } = shop()
    for (const basis of ['revenue', 'grossProfit', 'quantity'] as const) {
      const plans = queryPlans(book, (db) => abcAnalysis(db, { ...abcInput.parse({ basis }), today }))
      const ofLines = plans.filter((step) => /order_lines/.test(step) && !/without_rate|by_order/.test(step))
      expect(ofLines).toEqual([expect.stringMatching(/USING COVERING INDEX order_lines_sold_by_product/)])
    }
  })
})

describe('insights.abcItem', () => {
  test('shows the lines behind a figure and what comes before it', () => {
    const { book, bowl } = shop()
    const card = detail(book, bowl, { basis: 'revenue' })
    expect(card).toMatchObject({
      sku: 'BOWL',
      name: '碗',
      value: '17.00',
      before: '80.00',
      total: '102.00',
      class: 'A',
      lineCount: 2,
    })
    expect(card.lines[0]).toEqual({
      orderId: expect.any(Number),
      number: 'SO-2026-0002',
      soldOn: '2026-03-05',
      customer: 'Ana',
      customerZh: '',
      quantity: 0.5,
      unitPrice: '2.00',
      discountPercent: 0,
      currency: 'EUR',
      total: '1.00',
      baseTotal: '2.00',
      cost: '0.50',
    })
  })

  test('a product without the figure says null, not 0', () => {
    const { book, tray, mug } = shop()
    expect(detail(book, tray, { basis: 'grossProfit' })).toMatchObject({ value: null, class: 'C', lineCount: 1 })
    expect(detail(book, mug, { basis: 'stockValue' })).toMatchObject({ value: '12.00', lineCount: 0 })
    expect(() => detail(book, 999, { basis: 'revenue' })).toThrow('catalog/product-not-found')
  })
})
