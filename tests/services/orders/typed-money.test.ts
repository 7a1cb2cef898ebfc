// Money that people type where they sell: an amount finer than its currency is refused at its field, never rounded.
import { describe, expect, test } from 'vitest'
import { addChannel } from '#main/services/channels/channel-commands.ts'
import { addParty } from '#main/services/parties/party-commands.ts'
import { addSalesCost } from '#main/services/sales/sales-cost-commands.ts'
import { AppError } from '#shared/errors.ts'
import { channelInput } from '#shared/schemas/channels.ts'
import { partyInput } from '#shared/schemas/parties.ts'
import { salesCostInput } from '#shared/schemas/sales-costs.ts'
import { dispatchBook, lineIds, on } from '#tests/services/dispatch/dispatch-book.ts'

function fieldOf(work: () => unknown): unknown {
  try {
    work()
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'input/too-many-decimals') throw error
    return error.details.field
  }
  return 'taken'
}

describe('finer than the currency', () => {
  const book = dispatchBook()
  const order = book.order()
  const [lineId = 0] = lineIds(order)

  test.each([
    ['freight', { freight: '1.005' }, {}],
    ['freightTax', { freightTax: '0.125' }, {}],
    ['other', { other: '2.001' }, {}],
    ['lines.0.unitPrice', {}, { unitPrice: '5.1234567' }],
    ['lines.0.discountAmount', {}, { discountAmount: '0.333' }],
    ['lines.0.tax', {}, { tax: '0.333' }],
  ])('an order: %s', (field, head, line) => {
    expect(fieldOf(() => book.order(head, [line]))).toBe(field)
  })

  test('a credit', () => {
    const given = { orderId: order.id, on }
    const line = { lineId, quantity: null, amount: '0.005' }
    expect(fieldOf(() => book.credit({ ...given, lines: [line] }))).toBe('lines.0.amount')
    expect(fieldOf(() => book.credit({ ...given, lines: [], freight: '0.005' }))).toBe('freight')
  })

  test('a cost of sales, a fee of a channel, a limit of credit', () => {
    const cost = salesCostInput.parse({ orderId: order.id, kind: 'other', on, amount: '1.999', currency: 'USD' })
    expect(fieldOf(() => book.write((tx) => addSalesCost(tx, cost)))).toBe('amount')
    const channel = channelInput.parse({
      code: 'fair',
      name: 'Fair',
      kind: 'other',
      orderFee: '0.305',
      currency: 'USD',
    })
    expect(fieldOf(() => book.write((tx) => addChannel(tx, channel)))).toBe('orderFee')
    const party = partyInput.parse({
      ...{ name: 'Limited', roles: ['customer'] },
      sale: { creditLimit: { amount: '100.001', currency: 'USD' } },
    })
    expect(fieldOf(() => book.write((tx) => addParty(tx, party)))).toBe('sale.creditLimit.amount')
  })
})
