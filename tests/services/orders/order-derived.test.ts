import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { editProduct, fillCosts } from '#main/services/catalog/product-commands.ts'
import { lineCoster } from '#main/services/orders/line-costs.ts'
import { linesOutOfStep } from '#main/services/orders/line-states.ts'
import { settleOrders } from '#main/services/orders/order-derived.ts'
import { ordersOutOfStep } from '#main/services/orders/order-sums.ts'
import { removeRate } from '#main/services/rates/rate-commands.ts'
import { asDay } from '#shared/dates.ts'
import { productInput } from '#shared/schemas/catalog.ts'
import { orderStatuses } from '#shared/schemas/orders.ts'
import { makeOrder, makeProduct, makeRate } from '#tests/support/records.ts'
import { type TestBook, testBook } from '#tests/support/test-book.ts'

const costs = (book: TestBook) =>
  book.read((db) => db.raw('SELECT cost_base_minor FROM order_lines ORDER BY id')).map((row) => row[0])
const derived = (book: TestBook) =>
  book.read((db) => [db.all('SELECT * FROM sales_orders ORDER BY id'), db.all('SELECT * FROM order_lines ORDER BY id')])

describe('costs of sold lines', () => {
  function sold(cost: { amount: string; currency: string } | null) {
    const book = testBook()
    const { productId } = book.write((tx) => {
      const productId = makeProduct(tx, { sku: 'MUG', cost })
      makeOrder(tx, { lines: [{ productId, quantity: 2.5, unitPrice: '10' }] })
      makeOrder(tx, { status: 'draft', lines: [{ productId, quantity: 1, unitPrice: '10' }] })
      return { productId }
    })
    return { book, productId }
  }

  test('quantity x cost of today, for lines that are sales', () => {
    expect(costs(sold({ amount: '3.333', currency: 'USD' }).book)).toEqual([833, null])
  })

  test('an unknown cost is not 0', () => {
    expect(costs(sold(null).book)).toEqual([null, null])
  })

  test('a cost of 0 is a cost', () => {
    expect(costs(sold({ amount: '0', currency: 'USD' }).book)).toEqual([0, null])
  })

  test('follow the product when its cost changes', () => {
    const { book, productId } = sold(null)
    book.write((tx) => fillCosts(tx, [{ productId, cost: { amount: '4', currency: 'USD' } }]))
    expect(costs(book)).toEqual([1000, null])
    book.write((tx) => editProduct(tx, productId, productInput.parse({ sku: 'MUG', cost: null })))
    expect(costs(book)).toEqual([null, null])
  })

  test('in another currency follow the rate of the day sold, also when it comes or goes later', () => {
    const { book } = sold({ amount: '20', currency: 'CNY' })
    expect(costs(book)).toEqual([null, null])
    const id = book.write((tx) => makeRate(tx, 'USD', 'CNY', '2026-02-27', '7.1'))
    // 2.5 x 20 / 7.1 = 7.0422…
    expect(costs(book)).toEqual([704, null])
    book.write((tx) => makeRate(tx, 'USD', 'CNY', '2026-03-03', '8'))
    expect(costs(book)).toEqual([704, null])
    book.write((tx) => removeRate(tx, id))
    expect(costs(book)).toEqual([null, null])
    book.write((tx) => makeRate(tx, 'USD', 'CNY', '2026-02-19', '7'))
    expect(costs(book)).toEqual([null, null])
  })

  test('are known before a line is written, as an import needs it', () => {
    const { book, productId } = sold({ amount: '3', currency: 'USD' })
    const coster = book.read((db) => lineCoster(db))
    const soldOn = asDay('2026-03-02')
    expect(coster({ productId, qtyMilli: 2000, soldOn })).toBe(600)
    expect(coster({ productId, qtyMilli: 2000, soldOn: null })).toBeNull()
    expect(coster({ productId: null, qtyMilli: 2000, soldOn })).toBeNull()
    expect(coster({ productId: 1, qtyMilli: 2000, soldOn })).toBeNull()
  })
})

describe('settling', () => {
  test('all orders at once gives what each command gave', () => {
    const line = fc.record({
      isProduct: fc.boolean(),
      quantity: fc.integer({ min: 0, max: 5000 }).map((milli) => milli / 1000),
      isCancelled: fc.boolean(),
      taxPercent: fc.constantFrom(0, 7, 19),
      unitPrice: fc.integer({ min: 0, max: 99_999 }).map((cents) => (cents / 100).toFixed(2)),
    })
    const orders = fc.array(
      fc.record({
        currency: fc.constantFrom('USD', 'EUR', 'JPY'),
        status: fc.constantFrom(...orderStatuses),
        document: fc.constantFrom('order' as const, 'order' as const, 'credit' as const),
        taxIncluded: fc.boolean(),
        taxBy: fc.constantFrom('seller' as const, 'channel' as const),
        freight: fc.constantFrom(null, '5'),
        lines: fc.array(line, { maxLength: 4 }),
      }),
      { maxLength: 6 },
    )
    fc.assert(
      fc.property(orders, (drafts) => {
        const book = testBook()
        book.write((tx) => {
          makeRate(tx, 'EUR', 'USD', '2026-03-02', '1.0873')
          const productId = makeProduct(tx, { sku: 'MUG', cost: { amount: '1.23', currency: 'EUR' } })
          for (const { lines, ...draft } of drafts) {
            const sign = draft.document === 'credit' ? -1 : 1
            const withProducts = lines.map(({ isProduct, isCancelled, quantity, ...rest }) => ({
              ...rest,
              quantity: quantity * sign,
              cancelled: isCancelled && sign === 1 ? quantity : 0,
              productId: isProduct ? productId : null,
            }))
            makeOrder(tx, { ...draft, lines: withProducts })
          }
        })
        const before = derived(book)
        expect(book.read(ordersOutOfStep)).toEqual([])
        expect(book.read(linesOutOfStep)).toEqual([])
        book.write((tx) => {
          tx.run(
            `UPDATE sales_orders SET line_count = 9, total_minor = 9, base_total_minor = 9, tax_minor = 9, gross_minor = 9,
               gross_base_minor = 9, paid_minor = 9, open_minor = 9, due_on = '1999-01-01', owed_on = '1999-01-01',
               payment_state = 'part', shipping_state = 'part'`,
          )
          tx.run(
            `UPDATE order_lines SET sold_on = '1999-01-01', due_on = '1999-01-01', cost_base_minor = 9, shipped_milli = 9,
               returned_milli = 9, open_milli = 9`,
          )
          settleOrders(tx, 'all')
        })
        expect(derived(book)).toEqual(before)
      }),
      { numRuns: 30 },
    )
  })

  test('rows out of step are found', () => {
    const book = testBook()
    const id = book.write((tx) => makeOrder(tx, { lines: [{ productId: null, quantity: 1, unitPrice: '1' }] }))
    book.write((tx) => tx.run('UPDATE sales_orders SET total_minor = 1'))
    book.write((tx) => tx.run('UPDATE order_lines SET sold_on = NULL'))
    expect(book.read(ordersOutOfStep)).toEqual([id])
    expect(book.read(linesOutOfStep)).toHaveLength(1)
  })
})
