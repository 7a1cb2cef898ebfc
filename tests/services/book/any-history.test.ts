// Whatever a seller does, in whatever order, the book agrees with itself afterwards: totals, sale days, costs, balances and
// the log are held against what they come from.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { WriteTx } from '#main/db/database.ts'
import { saveCompany } from '#main/services/book/book-commands.ts'
import { checkBook } from '#main/services/book/check-book.ts'
import { editProduct, fillCosts, setProductsArchived } from '#main/services/catalog/product-commands.ts'
import { editOrder, setOrdersArchived } from '#main/services/orders/order-commands.ts'
import { getOrder } from '#main/services/orders/order-queries.ts'
import { editRate, pasteRates, removeRate } from '#main/services/rates/rate-commands.ts'
import { setOpeningStock } from '#main/services/stock/opening-stock.ts'
import { addDays, asDay } from '#shared/dates.ts'
import { companyInput } from '#shared/schemas/book.ts'
import { productInput } from '#shared/schemas/catalog.ts'
import { type OrderDraft, orderInput, orderStatuses } from '#shared/schemas/orders.ts'
import { rateInput } from '#shared/schemas/rates.ts'
import { makeOrder, makeProduct, makeRate } from '#tests/support/records.ts'
import { testBook } from '#tests/support/test-book.ts'

type Known = { products: number[]; orders: number[]; rates: number[] }
type Step = (tx: WriteTx, known: Known) => void

const day = fc.nat({ max: 40 }).map((days) => addDays(asDay('2026-03-01'), days))
const currency = fc.constantFrom('USD', 'EUR', 'CNY', 'JPY')
const amount = fc.integer({ min: 0, max: 50_000 }).map((cents) => (cents / 100).toFixed(2))
const cost = fc.option(fc.record({ amount, currency }))
const pick = fc.nat()
const at = (ids: readonly number[], index: number) => ids[index % Math.max(1, ids.length)]
const rateText = fc.integer({ min: 1, max: 3000 }).map((value) => (value / 100).toFixed(4))

const line = fc.record({
  product: fc.option(pick),
  quantity: fc.integer({ min: -20, max: 500 }).map((tenths) => tenths / 10),
  unitPrice: amount,
  discountPercent: fc.constantFrom(0, 0, 5, 33.3333),
})
const order = fc.record({
  orderedOn: day,
  currency,
  status: fc.constantFrom(...orderStatuses),
  rate: fc.constantFrom('', '', '1.25'),
  lines: fc.array(line, { maxLength: 3 }),
})

type AnyOrder = typeof order extends fc.Arbitrary<infer T> ? T : never
const draftOf = ({ lines, ...rest }: AnyOrder, known: Known): Partial<OrderDraft> => ({
  ...rest,
  lines: lines.map(({ product, ...priced }) => ({
    ...priced,
    productId: product === null ? null : (at(known.products, product) ?? null),
  })),
})

const pair = fc.tuple(currency, currency).filter(([from, to]) => from !== to)

const step: fc.Arbitrary<Step> = fc.oneof(
  cost.map(
    (given): Step =>
      (tx, known) => {
        known.products.push(makeProduct(tx, { sku: `P${known.products.length}`, cost: given }))
      },
  ),
  fc.tuple(pick, cost).map(
    ([index, given]): Step =>
      (tx, known) => {
        const id = at(known.products, index)
        if (id !== undefined)
          editProduct(tx, id, productInput.parse({ sku: `P${index % known.products.length}`, cost: given }))
      },
  ),
  fc.tuple(pick, cost).map(
    ([index, given]): Step =>
      (tx, known) => {
        const productId = at(known.products, index)
        if (productId !== undefined) fillCosts(tx, [{ productId, cost: given }])
      },
  ),
  order.map(
    (given): Step =>
      (tx, known) =>
        void known.orders.push(makeOrder(tx, draftOf(given, known))),
  ),
  fc.tuple(pick, order, fc.boolean()).map(
    ([index, given, isKeepingLines]): Step =>
      (tx, known) => {
        const id = at(known.orders, index)
        if (id === undefined) return
        const before = getOrder(tx, id)
        const draft = { ...draftOf(given, known), number: before.number }
        editOrder(tx, id, orderInput.parse(isKeepingLines ? { ...draft, lines: before.lines } : draft))
      },
  ),
  fc.tuple(pick, fc.boolean()).map(
    ([index, archived]): Step =>
      (tx, known) => {
        setOrdersArchived(tx, [at(known.orders, index) ?? 1], archived)
        setProductsArchived(tx, [at(known.products, index) ?? 1], archived)
      },
  ),
  fc.tuple(pair, day, rateText).map(
    ([[from, to], on, rate]): Step =>
      (tx, known) => {
        known.rates.push(makeRate(tx, from, to, on, rate))
      },
  ),
  fc.tuple(pick, pair, day, rateText).map(
    ([index, [from, to], on, rate]): Step =>
      (tx, known) => {
        const id = at(known.rates, index)
        const taken = tx.get(
          'SELECT 1 FROM live_rates WHERE from_currency = ? AND to_currency = ? AND rate_on = ?',
          from,
          to,
          on,
        )
        const isThere = tx.get('SELECT 1 FROM live_rates WHERE id = ?', id ?? 0)
        if (id !== undefined && isThere && !taken) editRate(tx, id, rateInput.parse({ from, to, on, rate }))
      },
  ),
  pick.map(
    (index): Step =>
      (tx, known) => {
        const id = at(known.rates, index) ?? 0
        if (tx.get('SELECT 1 FROM live_rates WHERE id = ?', id)) removeRate(tx, id)
      },
  ),
  fc.tuple(pair, fc.array(fc.tuple(day, rateText), { maxLength: 4 })).map(
    ([[from, to], rows]): Step =>
      (tx) => {
        pasteRates(tx, { from, to, text: rows.map(([on, rate]) => `${on} ${rate}`).join('\n') })
      },
  ),
  fc.tuple(pick, fc.nat({ max: 5000 }), day).map(
    ([index, milli, on]): Step =>
      (tx, known) => {
        const id = at(known.products, index)
        if (id !== undefined) setOpeningStock(tx, id, milli, on)
      },
  ),
  fc.constantFrom(0, 3, 10, 3650).map(
    (rateMaxAgeDays): Step =>
      (tx) => {
        const company = { companyName: 'T', country: 'CN', baseCurrency: 'USD', rateMaxAgeDays }
        saveCompany(tx, companyInput.parse(company))
      },
  ),
)

test('any history of commands leaves a book that agrees with itself', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 25 }), (steps) => {
      const book = testBook()
      const known: Known = { products: [], orders: [], rates: [] }
      for (const run of steps) book.write((tx) => run(tx, known))
      expect(book.read(checkBook).problems).toEqual([])
      book.close()
    }),
    { numRuns: 60 },
  )
})
