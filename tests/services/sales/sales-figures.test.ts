import fc from 'fast-check'
import { expect, test } from 'vitest'
import { settleOrders } from '#main/services/orders/order-derived.ts'
import { salesFigures } from '#main/services/sales/sales-figures.ts'
import { asDay } from '#shared/dates.ts'
import { minorFromDecimal, minorToDecimal } from '#shared/money.ts'
import { salesGroups, salesInput } from '#shared/schemas/sales-figures.ts'
import { makeCustomer, makeOrder, makeProduct, makeRate } from '#tests/support/records.ts'
import { type TestBook, testBook } from '#tests/support/test-book.ts'

function figures(book: TestBook, question: object) {
  return book.read((db) => salesFigures(db, salesInput.parse(question)))
}

test('months without gaps, customers and countries by what they brought, credits taken off', () => {
  const book = testBook()
  const ana = book.write((tx) => {
    makeRate(tx, 'EUR', 'USD', '2025-11-01', '1.5')
    const mug = makeProduct(tx, { sku: 'MUG', nameEn: 'Mug' })
    const ana = makeCustomer(tx, 'Ana', { country: 'ES' })
    const line = { productId: mug, unitPrice: '10', quantity: 2 }
    makeOrder(tx, {
      ...{ customerId: ana, orderedOn: '2025-11-03', currency: 'EUR', freight: '2.00' },
      lines: [{ ...line, discountPercent: 10 }],
    })
    makeOrder(tx, { orderedOn: '2026-01-05', shipTo: { country: 'DE' }, freight: '1.00', lines: [line] })
    makeOrder(tx, { orderedOn: '2026-01-06', status: 'draft', lines: [line] })
    makeOrder(tx, { orderedOn: '2026-01-06', status: 'cancelled', lines: [line] })
    makeOrder(tx, { orderedOn: '2026-01-07', currency: 'VND', customerId: ana, lines: [line] })
    const credit = makeOrder(tx, { orderedOn: '2026-01-08', customerId: ana, lines: [line] })
    tx.run("UPDATE sales_orders SET document = 'credit' WHERE id = ?", credit)
    tx.run(
      'UPDATE order_lines SET qty_milli = -1000, total_minor = -1000, base_minor = -1000 WHERE order_id = ?',
      credit,
    )
    settleOrders(tx, [credit])
    return ana
  })
  const months = figures(book, { groupBy: 'month' })
  const nothing = { orders: 0, units: 0, net: '0.00', discount: '0.00', freight: '0.00', ordersWithoutRate: 0 }
  const month = (key: string) => ({ key, id: null, name: '', nameZh: '' })
  expect(months.rows).toEqual([
    { ...month('2025-11'), orders: 1, units: 2, net: '27.00', discount: '3.00', freight: '3.00', ordersWithoutRate: 0 },
    { ...month('2025-12'), ...nothing },
    { ...month('2026-01'), orders: 2, units: 3, net: '10.00', discount: '0.00', freight: '1.00', ordersWithoutRate: 1 },
  ])
  expect(months).toMatchObject({ currency: 'USD', total: { orders: 3, units: 5, net: '37.00', freight: '4.00' } })
  expect(figures(book, { groupBy: 'customer' }).rows).toMatchObject([
    { key: '', id: null, net: '20.00', orders: 1 },
    { key: 'Ana', id: ana, net: '17.00', orders: 2, units: 3 },
  ])
  expect(figures(book, { groupBy: 'country' }).rows.map(({ key, net }) => [key, net])).toEqual([
    ['DE', '20.00'],
    ['ES', '17.00'],
  ])
  const window = { groupBy: 'month', from: '2026-01-01', to: '2026-01-05' }
  expect(figures(book, window)).toMatchObject({ from: '2026-01-01', rows: [{ key: '2026-01', net: '20.00' }] })
})

test('an order of two categories counts once in each; its freight is shared out and the totals stay', () => {
  const book = testBook()
  book.write((tx) => {
    const cups = tx.insert('categories', { name_en: 'Cups' })
    const mug = makeProduct(tx, { sku: 'MUG', nameEn: 'Mug', categoryId: cups })
    const tray = makeProduct(tx, { sku: 'TRAY', nameEn: 'Tray' })
    const lines = [
      { productId: mug, unitPrice: '20', quantity: 1 },
      { productId: tray, unitPrice: '10', quantity: 1 },
    ]
    makeOrder(tx, { freight: '1.00', lines })
  })
  const { rows, total } = figures(book, { groupBy: 'category' })
  expect(rows).toMatchObject([
    { key: 'Cups', orders: 1, net: '20.00', freight: '0.67' },
    { key: '', orders: 1, net: '10.00', freight: '0.33' },
  ])
  expect(total).toMatchObject({ orders: 1, units: 2, net: '30.00', freight: '1.00' })
})

test('prices with tax in them: the tax is neither sold nor taken off', () => {
  const book = testBook()
  book.write((tx) => {
    const id = makeOrder(tx, { lines: [{ productId: null, unitPrice: '119', quantity: 1, discountPercent: 50 }] })
    tx.run('UPDATE sales_orders SET tax_included = 1, freight_minor = 1190, freight_tax_minor = 190 WHERE id = ?', id)
    tx.run('UPDATE order_lines SET tax_minor = 950, base_minor = 5000 WHERE order_id = ?', id)
    settleOrders(tx, [id])
  })
  expect(figures(book, { groupBy: 'channel' }).total).toMatchObject({
    net: '50.00',
    discount: '50.00',
    freight: '10.00',
  })
})

test('an empty book sold nothing, however it is asked', () => {
  for (const groupBy of salesGroups) {
    expect(figures(testBook(), { groupBy })).toMatchObject({ rows: [], total: { orders: 0, net: '0.00' } })
  }
})

test('rows add up to the total, and every grouping comes to the same', () => {
  const order = fc.record({
    day: fc.constantFrom('2026-01-31', '2026-02-01', '2026-04-15'),
    currency: fc.constantFrom('USD', 'EUR', 'VND'),
    freight: fc.nat(5000),
    lines: fc.array(
      fc.record({ product: fc.nat(2), price: fc.nat(9999), quantity: fc.nat(9), discountPercent: fc.nat(100) }),
      { minLength: 1, maxLength: 4 },
    ),
  })
  fc.assert(
    fc.property(fc.array(order, { maxLength: 6 }), (orders) => {
      const book = testBook()
      book.write((tx) => {
        makeRate(tx, 'EUR', 'USD', '2026-01-01', '1.0837')
        const category = tx.insert('categories', { name_en: 'Cups' })
        const products = [0, 1, 2].map((at) =>
          makeProduct(tx, { sku: `P${at}`, nameEn: `P${at}`, categoryId: at === 0 ? category : null }),
        )
        for (const { day, currency, freight, lines } of orders) {
          makeOrder(tx, {
            ...{ orderedOn: day, currency, freight: minorToDecimal(freight, currency) },
            lines: lines.map(({ product, price, quantity, discountPercent }) => ({
              productId: products[product] ?? null,
              unitPrice: (price / 100).toFixed(2),
              ...{ quantity, discountPercent },
            })),
          })
        }
      })
      const all = salesGroups.map((groupBy) => figures(book, { groupBy }))
      for (const { rows, total } of all) {
        for (const name of ['net', 'discount', 'freight'] as const) {
          const sum = rows.reduce((left, row) => left + minorFromDecimal(row[name], 'USD'), 0)
          expect(sum).toBe(minorFromDecimal(total[name], 'USD'))
        }
        expect(total).toEqual(all[0]?.total)
      }
    }),
    { numRuns: 15 },
  )
})

test('the window includes both its ends', () => {
  const book = testBook()
  book.write((tx) => {
    for (const orderedOn of ['2026-03-01', '2026-03-31', '2026-04-01']) {
      makeOrder(tx, { orderedOn: asDay(orderedOn), lines: [{ productId: null, unitPrice: '1', quantity: 1 }] })
    }
  })
  expect(figures(book, { groupBy: 'month', from: '2026-03-01', to: '2026-03-31' }).total.orders).toBe(2)
})
