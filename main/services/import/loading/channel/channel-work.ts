// What an import of channels' orders leaves to do when all files are read, and what it has to tell: goods that the file says have
// left, SKUs that nobody knows, credits made.
import type { WriteTx } from '#main/db/database.ts'
import { dispatchOrders } from '#main/services/dispatch/dispatch-orders.ts'
import { settleOrders } from '#main/services/orders/order-derived.ts'
import type { ErrorDetails } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import { type DispatchDraft, dispatchInput } from '#shared/schemas/dispatch.ts'
import type { ChannelResult } from '#shared/schemas/imports.ts'
import type { OrderStatus } from '#shared/schemas/orders.ts'

export type ChannelWork = {
  /** By order: how it leaves, and how the order stands once it has left. */
  dispatches: Map<Id, { channel: string; draft: DispatchDraft; status: OrderStatus; byChannel: boolean }>
  results: Map<string, ChannelResult>
  unknownSkus: Map<string, Set<string>>
}

export function channelWork(): ChannelWork {
  return { dispatches: new Map(), results: new Map(), unknownSkus: new Map() }
}

export function resultOf({ results }: ChannelWork, channel: string): ChannelResult {
  const known = results.get(channel)
  if (known) return known
  const fresh: ChannelResult = {
    channel,
    ...{ orders: 0, credits: 0, history: 0, dispatched: 0, sentByChannel: 0, keptByHand: 0, unknownSkus: 0 },
    unsent: [],
    unsentCount: 0,
  }
  results.set(channel, fresh)
  return fresh
}

const mostTold = 50

/** Sends what the files say has left; what cannot be sent stays confirmed, and is told. */
export function finishChannels(tx: WriteTx, work: ChannelWork): ChannelResult[] {
  const drafts = [...work.dispatches.values()]
  const sent = dispatchOrders(
    tx,
    drafts.map(({ draft }) => dispatchInput.parse(draft)),
  )
  const moved: Id[] = []
  for (const outcome of sent.orders) {
    const asked = work.dispatches.get(outcome.orderId)
    if (!asked) continue
    const result = resultOf(work, asked.channel)
    if (!outcome.ok) {
      result.unsentCount += 1
      if (result.unsent.length < mostTold) {
        const { orderId, number, code, details } = outcome
        result.unsent.push({ orderId, number, code, details: details as ErrorDetails })
      }
      continue
    }
    if (asked.byChannel) result.sentByChannel += 1
    else result.dispatched += 1
    if (outcome.status === 'shipped' && (asked.status === 'delivered' || asked.status === 'closed')) {
      tx.update('sales_orders', outcome.orderId, { status: asked.status })
      moved.push(outcome.orderId)
    }
  }
  settleOrders(tx, moved)
  for (const [channel, skus] of work.unknownSkus) resultOf(work, channel).unknownSkus = skus.size
  return [...work.results.values()]
}
