import { expect, test } from 'vitest'
import { overview } from '#main/services/insights/overview.ts'
import { asDay } from '#shared/dates.ts'
import { makeCustomer, makeOrder, makeProduct, makeRate } from '#tests/support/records.ts'
import { testBook } from '#tests/support/test-book.ts'

test('months, the best products and customers, and what is lacking', () => {
  const book = testBook()
  const { mug, ana } = book.write((tx) => {
    makeRate(tx, 'EUR', 'USD', '2025-11-01', '1.5')
    const mug = makeProduct(tx, { sku: 'MUG', nameEn: 'Mug', cost: { amount: '4', currency: 'USD' } })
    const tray = makeProduct(tx, { sku: 'TRAY', nameEn: 'Tray' })
    const ana = makeCustomer(tx, 'Ana', { country: 'ES' })
    const line = (productId: number | null, unitPrice: string) => ({ productId, quantity: 1, unitPrice })
    makeOrder(tx, { customerId: ana, orderedOn: '2025-11-03', currency: 'EUR', lines: [line(mug, '10')] })
    makeOrder(tx, {
      customerId: ana,
      orderedOn: '2026-02-01',
      lines: [line(mug, '10'), line(tray, '1'), line(null, '2')],
    })
    makeOrder(tx, { orderedOn: '2026-02-02', currency: 'VND', lines: [line(tray, '1000')] })
    makeOrder(tx, { orderedOn: '2026-02-03', status: 'draft', lines: [line(tray, '1000')] })
    return { mug, ana }
  })
  expect(book.read((db) => overview(db, {}))).toEqual({
    baseCurrency: 'USD',
    revenue: '28.00',
    grossProfit: '17.00',
    orderCount: 3,
    firstDay: '2025-11-03',
    lastDay: '2026-02-02',
    months: [
      { month: '2025-11', revenue: '15.00', orderCount: 1 },
      { month: '2025-12', revenue: '0.00', orderCount: 0 },
      { month: '2026-01', revenue: '0.00', orderCount: 0 },
      { month: '2026-02', revenue: '13.00', orderCount: 2 },
    ],
    topProducts: [
      { productId: mug, sku: 'MUG', name: 'Mug', nameZh: '', revenue: '25.00' },
      { productId: expect.any(Number), sku: 'TRAY', name: 'Tray', nameZh: '', revenue: '1.00' },
    ],
    topCustomers: [{ customerId: ana, name: 'Ana', country: 'ES', revenue: '28.00', orderCount: 2 }],
    lacking: { productsWithoutCost: 1, ordersWithoutRate: 1, linesWithoutRate: 1, currenciesWithoutRate: ['VND'] },
    records: { products: 2, customers: 1, suppliers: 0, orders: 4 },
  })
  expect(book.read((db) => overview(db, { to: asDay('2025-12-31') }))).toMatchObject({
    revenue: '15.00',
    orderCount: 1,
  })
})

test('an empty book has nothing to show and says so', () => {
  expect(testBook().read((db) => overview(db, {}))).toEqual({
    baseCurrency: 'USD',
    revenue: '0.00',
    grossProfit: null,
    orderCount: 0,
    firstDay: null,
    lastDay: null,
    months: [],
    topProducts: [],
    topCustomers: [],
    lacking: { productsWithoutCost: 0, ordersWithoutRate: 0, linesWithoutRate: 0, currenciesWithoutRate: [] },
    records: { products: 0, customers: 0, suppliers: 0, orders: 0 },
  })
})
