// Each command of selling's costs, settlements and flags is taken back as one step.
import { expect, test } from 'vitest'
import type { WriteTx } from '#main/db/database.ts'
import { undoOperation } from '#main/services/history/undo-operation.ts'
import { keepSettlement } from '#main/services/sales/keep-settlement.ts'
import { clearFlags } from '#main/services/sales/order-flags.ts'
import { addSalesCost, editSalesCost, removeSalesCosts } from '#main/services/sales/sales-cost-commands.ts'
import { postSettlement, removeSettlements, unpostSettlement } from '#main/services/sales/settlement-commands.ts'
import { asDay } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import { type SalesCostDraft, salesCostInput } from '#shared/schemas/sales-costs.ts'
import { postSettlementInput } from '#shared/schemas/settlements.ts'
import { makeOrder } from '#tests/support/records.ts'
import { testBook } from '#tests/support/test-book.ts'

const cost = (more: Partial<SalesCostDraft> = {}) =>
  salesCostInput.parse({ on: '2026-02-01', kind: 'freight', amount: '10', currency: 'USD', channel: 'Shop', ...more })

function begin() {
  const book = testBook()
  const known = book.write((tx) => {
    const lines = [{ productId: null, unitPrice: '40', quantity: 1 }]
    const order = makeOrder(tx, { channel: 'Shop', externalId: 'A', collectedBy: 'channel', lines })
    const line = {
      externalOrderId: 'A',
      externalLineId: '',
      externalSku: '',
      qtyMilli: null,
      postedOn: asDay('2026-02-03'),
    }
    const day = asDay('2026-02-15')
    const settlement = keepSettlement(tx, {
      ...{
        channel: 'Shop',
        externalId: 'S',
        startsOn: day,
        endsOn: day,
        depositedOn: day,
        currency: 'USD',
        totalMinor: null,
      },
      lines: [
        { ...line, transactionType: 'Order', amountType: 'ItemPrice', description: 'Principal', amountMinor: 4000 },
        { ...line, transactionType: 'Order', amountType: 'ItemFees', description: 'Commission', amountMinor: -600 },
      ],
    }).id
    const posted = keepSettlement(tx, {
      ...{
        channel: 'Shop',
        externalId: 'P',
        startsOn: day,
        endsOn: day,
        depositedOn: day,
        currency: 'USD',
        totalMinor: null,
      },
      lines: [
        { ...line, transactionType: 'Order', amountType: 'ItemPrice', description: 'Principal', amountMinor: 100 },
      ],
    }).id
    postSettlement(tx, postSettlementInput.parse({ id: posted }))
    return { order, settlement, posted, cost: addSalesCost(tx, cost()) }
  })
  const state = () =>
    book.read((db) => [
      db.raw('SELECT id, amount_minor, deleted, archived FROM live_sales_costs ORDER BY id'),
      db.raw('SELECT id, payment_id IS NOT NULL FROM live_settlements ORDER BY id'),
      db.raw('SELECT paid_minor, open_minor, payment_state, flags_cleared_on FROM sales_orders ORDER BY id'),
    ])
  return { book, known, state }
}

type Known = ReturnType<typeof begin>['known']

test.each<[string, (tx: WriteTx, known: Known) => unknown]>([
  ['a cost added', (tx) => addSalesCost(tx, cost({ amount: '3' }))],
  ['a cost changed', (tx, known) => editSalesCost(tx, known.cost, cost({ amount: '11' }))],
  ['a cost deleted', (tx, known) => removeSalesCosts(tx, [known.cost])],
  ['a settlement booked', (tx, known) => postSettlement(tx, postSettlementInput.parse({ id: known.settlement }))],
  ['a booking taken back', (tx, known) => unpostSettlement(tx, { id: known.posted, note: '' })],
  ['a settlement deleted', (tx, known) => removeSettlements(tx, [known.settlement])],
  ['flags looked at', (tx, known) => clearFlags(tx, { id: known.order, cleared: true })],
])('%s', (_, work) => {
  const { book, known, state } = begin()
  const before = state()
  book.write((tx) => work(tx, known), 'test.command')
  expect(state()).not.toEqual(before)
  const last = book.read((db) => db.get<{ id: Id }>('SELECT id FROM operations ORDER BY sequence DESC LIMIT 1'))
  book.write((tx) => undoOperation(tx, last?.id ?? 0), 'history.undo')
  expect(state()).toEqual(before)
})
