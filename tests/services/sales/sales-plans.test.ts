// What every order's page asks is found by indexes: flags, profit, costs, the lines of a settlement.
import { expect, test } from 'vitest'
import type { ReadDb } from '#main/db/database.ts'
import { keepSettlement } from '#main/services/sales/keep-settlement.ts'
import { flaggedAmong, flagsOfOrder } from '#main/services/sales/order-flags.ts'
import { profitOfOrder } from '#main/services/sales/order-profit.ts'
import { addSalesCost } from '#main/services/sales/sales-cost-commands.ts'
import { costsOfOrder } from '#main/services/sales/sales-cost-queries.ts'
import { settlementLines } from '#main/services/sales/settlement-queries.ts'
import { salesCostInput } from '#shared/schemas/sales-costs.ts'
import { settlementLinesInput } from '#shared/schemas/settlements.ts'
import { queryPlans } from '#tests/support/query-plans.ts'
import { makeCustomer, makeOrder, makeProduct } from '#tests/support/records.ts'
import { testBook } from '#tests/support/test-book.ts'

const book = testBook()
const { order, settlement } = book.write((tx) => {
  const mug = makeProduct(tx, { sku: 'MUG', nameEn: 'Mug', cost: { amount: '4', currency: 'USD' } })
  const customerId = makeCustomer(tx, 'Ana', { email: 'ana@example.com', phone: '555' })
  const shipTo = { name: 'Ana', street: 'Main St 1', city: 'Berlin', postalCode: '10115', country: 'DE', phone: '555' }
  const lines = [{ productId: mug, unitPrice: '10', quantity: 1 }]
  const order = makeOrder(tx, {
    customerId,
    channel: 'Shop',
    externalId: 'A',
    shipTo: { region: '', ...shipTo },
    lines,
  })
  addSalesCost(
    tx,
    salesCostInput.parse({ orderId: order, kind: 'freight', on: '2026-03-02', amount: '1', currency: 'USD' }),
  )
  const days = { startsOn: null, endsOn: null, depositedOn: null }
  const { id } = keepSettlement(tx, {
    channel: 'Shop',
    externalId: 'S',
    ...days,
    currency: 'USD',
    totalMinor: 0,
    lines: [],
  })
  return { order, settlement: id }
})

/** Tables of tens of rows are read whole, and quicker so. */
const short = /^SCAN (json_each|j|books|channels|k|live_channels|f|CONSTANT|\(subquery)/

test.each<[string, (db: ReadDb) => unknown]>([
  ['the flags of an order', (db) => flagsOfOrder(db, order)],
  ['the flags of a page of orders', (db) => flaggedAmong(db, [order])],
  ['the profit of an order', (db) => profitOfOrder(db, order)],
  ['the costs of an order', (db) => costsOfOrder(db, order)],
  ['the lines of a settlement', (db) => settlementLines(db, settlementLinesInput.parse({ id: settlement }))],
])('%s', (_, work) => {
  const steps = queryPlans(book, work)
  expect(steps.filter((step) => /^SCAN /.test(step) && !short.test(step))).toEqual([])
})
