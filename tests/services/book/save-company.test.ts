import { expect, test } from 'vitest'
import { saveCompany } from '#main/services/book/book-commands.ts'
import { checkBook } from '#main/services/book/check-book.ts'
import { getOrder } from '#main/services/orders/order-queries.ts'
import { type CompanyInput, companyInput } from '#shared/schemas/book.ts'
import { makeOrder, makeProduct, makeRate } from '#tests/support/records.ts'
import { type TestBook, testBook } from '#tests/support/test-book.ts'

const save = (book: TestBook, changes: Partial<CompanyInput>) =>
  book.write((tx) =>
    saveCompany(tx, companyInput.parse({ companyName: 'Test', country: 'CN', baseCurrency: 'USD', ...changes })),
  )

test('a wider limit for old rates reaches waiting orders and costs; a narrower one leaves orders their rate', () => {
  const book = testBook()
  const { id } = book.write((tx) => {
    makeRate(tx, 'EUR', 'USD', '2026-02-01', '2')
    const productId = makeProduct(tx, { sku: 'MUG', cost: { amount: '1', currency: 'EUR' } })
    return { id: makeOrder(tx, { currency: 'EUR', lines: [{ productId, quantity: 1, unitPrice: '10' }] }) }
  })
  const order = () => book.read((db) => getOrder(db, id))
  const cost = () => book.read((db) => db.raw('SELECT cost_base_minor FROM order_lines'))
  expect([order().rate, cost()]).toEqual([null, [[null]]])
  save(book, { rateMaxAgeDays: 40 })
  expect([order().rate, order().baseTotal, cost()]).toEqual(['2', '20.00', [[200]]])
  save(book, { rateMaxAgeDays: 5 })
  expect([order().rate, order().baseTotal, cost()]).toEqual(['2', '20.00', [[null]]])
  expect(book.read(checkBook).problems).toEqual([])
})

test('the base currency can change until an order has an amount in it; rates into the old one go', () => {
  const book = testBook()
  const { empty, waiting } = book.write((tx) => {
    makeRate(tx, 'EUR', 'USD', '2026-03-02', '2')
    const empty = makeOrder(tx, { currency: 'EUR' })
    const waiting = makeOrder(tx, { currency: 'CNY', lines: [{ productId: null, quantity: 1, unitPrice: '10' }] })
    return { empty, waiting }
  })
  const rateOf = (id: number) => book.read((db) => getOrder(db, id).rate)
  expect([rateOf(empty), rateOf(waiting)]).toEqual(['2', null])
  save(book, { baseCurrency: 'CNY' })
  expect([rateOf(empty), rateOf(waiting)]).toEqual([null, '1'])
  expect(book.read((db) => getOrder(db, waiting))).toMatchObject({ baseCurrency: 'CNY', baseTotal: '10.00' })
  expect(() => save(book, { baseCurrency: 'USD' })).toThrow('book/base-currency-in-use')
  expect(book.read(checkBook).problems).toEqual([])
})
