// The states of a sales order, and what a seller may do in each.
import type { OrderStatus } from '#shared/schemas/orders.ts'

/** Seller's verbs with the states they may start from, and the one they lead to. */
const verbs = {
  confirm: { from: ['draft', 'on_hold'], to: 'confirmed' },
  cancel: { from: ['draft', 'confirmed', 'on_hold'], to: 'cancelled' },
} as const satisfies Record<string, { from: readonly OrderStatus[]; to: OrderStatus }>

export type OrderVerb = keyof typeof verbs

/** The state that a verb leads to, or null where the order's state does not allow it. */
export function statusAfter(verb: OrderVerb, status: OrderStatus): OrderStatus | null {
  const { from, to } = verbs[verb]
  return (from as readonly OrderStatus[]).includes(status) ? to : null
}

/** States in which nobody waits for the goods any more. */
export const settledStatuses: readonly OrderStatus[] = ['shipped', 'delivered', 'closed', 'cancelled']
