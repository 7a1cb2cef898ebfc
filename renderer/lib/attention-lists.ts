// What needs attention, as addresses of the lists that show all of it. The host counts by the same conditions.

import { addressFromState, type ListAddress, type ListState } from '#renderer/lib/list-address.ts'
import { addDays, type Day } from '#shared/dates.ts'
import { type OrderStatus, orderStatuses } from '#shared/schemas/orders.ts'
import type { Filter } from '#shared/schemas/paging.ts'

/** Goods have left, or nobody waits for them. */
const settled: readonly OrderStatus[] = ['shipped', 'delivered', 'closed', 'cancelled']

/** Orders past the day that the customer asked for, and not shipped. */
export function lateOrdersAddress(today: Day): ListAddress {
  return addressOf([
    { column: 'requiredOn', op: 'atMost', values: [addDays(today, -1)] },
    { column: 'shippedOn', op: 'empty', values: [] },
    { column: 'status', op: 'in', values: orderStatuses.filter((status) => !settled.includes(status)) },
  ])
}

export function productsWithoutCostAddress(): ListAddress {
  return addressOf([
    { column: 'cost', op: 'empty', values: [] },
    { column: 'kind', op: 'isNot', values: ['family'] },
    { column: 'status', op: 'isNot', values: ['discontinued'] },
  ])
}

function addressOf(filters: Filter[]): ListAddress {
  const state: ListState = { search: '', filters, sort: [], archived: false, openId: null }
  return addressFromState(state)
}
