// Whatever a seller does, in whatever order, the book agrees with itself afterwards: totals, sale days, costs, balances and
// the log are held against what they come from.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { WriteTx } from '#main/db/database.ts'
import { saveCompany } from '#main/services/book/book-commands.ts'
import { checkBook } from '#main/services/book/check-book.ts'
import { companyProfile } from '#main/services/book/company-queries.ts'
import { addSpecialDays, listSpecialDays, removeSpecialDays } from '#main/services/book/special-days.ts'
import { editProduct, fillCosts, setProductsArchived } from '#main/services/catalog/product-commands.ts'
import { editOrder, setOrdersArchived } from '#main/services/orders/order-commands.ts'
import { getOrder } from '#main/services/orders/order-queries.ts'
import { addPerson, setPeopleArchived } from '#main/services/people/people-commands.ts'
import { peopleNamed } from '#main/services/people/people-queries.ts'
import { editRate, pasteRates, removeRate } from '#main/services/rates/rate-commands.ts'
import { setOpeningStock } from '#main/services/stock/opening-stock.ts'
import { addDays, asDay } from '#shared/dates.ts'
import { companyInput } from '#shared/schemas/book.ts'
import { productInput } from '#shared/schemas/catalog.ts'
import { type OrderDraft, orderInput, orderStatuses } from '#shared/schemas/orders.ts'
import { rateInput } from '#shared/schemas/rates.ts'
import { makeOrder, makeProduct, makeRate } from '#tests/support/records.ts'
import { testBook } from '#tests/support/test-book.ts'
import { rounds } from '#tests/torture/torture-size.ts'

type Known = { products: number[]; orders: number[]; rates: number[] }
type Step = (tx: WriteTx, known: Known) => void

/** A step that does something with values of any kind. */
function step<Given>(given: fc.Arbitrary<Given>, run: (given: Given, tx: WriteTx, known: Known) => void) {
  return given.map(
    (value): Step =>
      (tx, known) =>
        run(value, tx, known),
  )
}

const day = fc.nat({ max: 15 }).map((days) => addDays(asDay('2026-03-01'), days))
const currency = fc.constantFrom('USD', 'EUR', 'JPY')
const pair = fc.tuple(currency, currency).filter(([from, to]) => from !== to)
const amount = fc.integer({ min: 1, max: 50_000 }).map((cents) => (cents / 100).toFixed(2))
const cost = fc.option(fc.record({ amount, currency }), { freq: 6 })
const rateText = fc.integer({ min: 1, max: 3000 }).map((value) => (value / 100).toFixed(4))
/** One of the records there are, whichever. */
const pick = fc.nat()
const at = (ids: readonly number[], index: number) => ids[index % Math.max(1, ids.length)]

const line = fc.record({
  product: fc.option(pick, { freq: 6 }),
  quantity: fc.nat({ max: 500 }).map((tenths) => tenths / 10),
  unitPrice: amount,
  discountPercent: fc.constantFrom(0, 0, 5, 33.3333),
})
type AnyOrder = Partial<Omit<OrderDraft, 'lines'>> & {
  lines: { product: number | null; quantity: number; unitPrice: string }[]
}
const order: fc.Arbitrary<AnyOrder> = fc.record({
  orderedOn: day,
  currency,
  status: fc.oneof(fc.constant('confirmed' as const), fc.constantFrom(...orderStatuses)),
  rate: fc.constantFrom('', '', '1.25'),
  lines: fc.array(line, { minLength: 1, maxLength: 3 }),
})

const draftOf = ({ lines, ...rest }: AnyOrder, known: Known): Partial<OrderDraft> => ({
  ...rest,
  lines: lines.map(({ product, ...priced }) => ({
    ...priced,
    productId: product === null ? null : (at(known.products, product) ?? null),
  })),
})

const newProduct = step(cost, (given, tx, { products }) => {
  products.push(makeProduct(tx, { sku: `P${products.length}`, cost: given }))
})
const newOrder = step(order, (given, tx, known) => {
  known.orders.push(makeOrder(tx, draftOf(given, known)))
})
const newRate = step(fc.tuple(pair, day, rateText), ([[from, to], on, rate], tx, { rates }) => {
  rates.push(makeRate(tx, from, to, on, rate))
})
const otherCost = step(fc.tuple(pick, cost, fc.boolean()), ([index, given, isByForm], tx, { products }) => {
  const productId = at(products, index)
  if (productId === undefined) return
  if (isByForm) editProduct(tx, productId, productInput.parse({ sku: `P${index % products.length}`, cost: given }))
  else fillCosts(tx, [{ productId, cost: given }])
})
const otherOrder = step(fc.tuple(pick, order, fc.boolean()), ([index, given, isKeepingLines], tx, known) => {
  const id = at(known.orders, index)
  if (id === undefined) return
  const { number, lines, verbs } = getOrder(tx, id)
  if (!verbs.includes('edit')) return
  const draft = { ...draftOf(given, known), number }
  editOrder(tx, id, orderInput.parse(isKeepingLines ? { ...draft, lines } : draft))
})
const archiving = step(fc.tuple(pick, fc.boolean()), ([index, archived], tx, { orders, products }) => {
  setOrdersArchived(tx, [at(orders, index) ?? 1], archived)
  setProductsArchived(tx, [at(products, index) ?? 1], archived)
})
const otherRate = step(fc.tuple(pick, rateText), ([index, rate], tx, { rates }) => {
  const id = at(rates, index) ?? 0
  const row = tx.get<{ from: string; to: string; on: string }>(
    'SELECT from_currency AS "from", to_currency AS "to", rate_on AS "on" FROM live_rates WHERE id = ?',
    id,
  )
  if (row) editRate(tx, id, rateInput.parse({ ...row, rate }))
})
const noRate = step(pick, (index, tx, { rates }) => {
  const id = at(rates, index) ?? 0
  if (tx.get('SELECT 1 FROM live_rates WHERE id = ?', id)) removeRate(tx, id)
})
const pasting = step(
  fc.tuple(pair, fc.array(fc.tuple(day, rateText), { maxLength: 4 })),
  ([[from, to], rows], tx) =>
    void pasteRates(tx, { from, to, text: rows.map(([on, rate]) => `${on} ${rate}`).join('\n') }),
)
const opening = step(fc.tuple(pick, fc.nat({ max: 5000 }), day), ([index, milli, on], tx, { products }) => {
  const id = at(products, index)
  if (id !== undefined) setOpeningStock(tx, id, milli, on)
})
const otherLimit = step(fc.constantFrom(0, 3, 10, 3650), (rateMaxAgeDays, tx) => {
  const company = { companyName: 'T', country: 'CN', baseCurrency: 'USD', rateMaxAgeDays }
  saveCompany(tx, companyInput.parse(company))
})

const companyForm = step(
  fc.record({
    numbers: fc.array(fc.constantFrom('A-1', 'B-2', 'C-3'), { maxLength: 3 }),
    accounts: fc.array(fc.constantFrom('1', '2', '3'), { maxLength: 3 }),
    isKeeping: fc.boolean(),
    workingDays: fc.constantFrom('12345', '1234567', '6'),
    financialYearMonth: fc.integer({ min: 1, max: 12 }),
  }),
  ({ numbers, accounts, isKeeping, ...counting }, tx) => {
    const { logoId: _logo, stampId: _stamp, ...before } = companyProfile(tx)
    const company = companyInput.parse({
      ...before,
      ...counting,
      numbers: [...(isKeeping ? before.numbers : []), ...numbers.map((number) => ({ kind: 'other' as const, number }))],
      bankAccounts: [
        ...(isKeeping ? before.bankAccounts.toReversed() : []),
        ...accounts.map((accountNumber) => ({ accountNumber })),
      ].slice(0, 40),
    })
    saveCompany(tx, { ...company, numbers: company.numbers?.slice(0, 40) })
  },
)
const holidays = step(fc.tuple(day, fc.nat({ max: 5 }), fc.boolean(), pick), ([from, length, isWorking, index], tx) => {
  addSpecialDays(tx, { from, to: addDays(from, length), isWorking, name: 'Off' })
  const known = listSpecialDays(tx)
  const one = known[index % Math.max(1, known.length)]
  if (one && index % 3 === 0) removeSpecialDays(tx, [one.id])
})
const people = step(fc.tuple(fc.constantFrom('Mei', 'Bo', 'Zoe'), fc.boolean()), ([name, archived], tx) => {
  const [known] = peopleNamed(tx, name)
  if (known) setPeopleArchived(tx, [known.id], archived)
  else addPerson(tx, { name })
})

/** Something to work on: without it most histories would touch nothing. */
const start = fc.tuple(newProduct, newProduct, newOrder, newOrder)
const steps = fc.array(
  fc.oneof(
    newProduct,
    newOrder,
    newRate,
    otherCost,
    otherOrder,
    archiving,
    otherRate,
    noRate,
    pasting,
    opening,
    otherLimit,
    companyForm,
    holidays,
    people,
  ),
  { maxLength: 20 },
)

test('any history of commands leaves a book that agrees with itself', () => {
  fc.assert(
    fc.property(start, steps, (first, then) => {
      const book = testBook()
      const known: Known = { products: [], orders: [], rates: [] }
      for (const run of [...first, ...then]) book.write((tx) => run(tx, known))
      expect(book.read(checkBook).problems).toEqual([])
      book.close()
    }),
    { numRuns: rounds(20, 300) },
  )
})
