// The lists behind Home ask for what Home counts.
import { expect, test } from 'vitest'
import { settledStatuses } from '#main/domain/orders/order-status.ts'
import { lateOrdersAddress, productsWithoutCostAddress } from '#renderer/lib/attention-lists.ts'
import { stateFromAddress } from '#renderer/lib/list-address.ts'
import { asDay } from '#shared/dates.ts'
import { orderStatuses } from '#shared/schemas/orders.ts'

test('late orders: asked for before today, not shipped, in a state in which someone waits', () => {
  const { filters } = stateFromAddress(lateOrdersAddress(asDay('2026-03-01')))
  expect(filters).toEqual([
    { column: 'requiredOn', op: 'atMost', values: ['2026-02-28'] },
    { column: 'shippedOn', op: 'empty', values: [] },
    { column: 'status', op: 'in', values: orderStatuses.filter((status) => !settledStatuses.includes(status)) },
  ])
})

test('the address of products without a cost holds all its filters', () => {
  expect(stateFromAddress(productsWithoutCostAddress()).filters).toHaveLength(3)
})
