// The states of a sales order, what may be done in each, and how far dispatching brings it.
import type { OrderDocumentKind, OrderStatus, OrderVerb, ShippingState } from '#shared/schemas/orders.ts'

/** Goods of orders in these states are still to be sent. */
export const openStatuses = ['confirmed', 'on_hold', 'part_shipped'] as const satisfies readonly OrderStatus[]

/** States in which nobody waits for the goods any more. */
export const settledStatuses: readonly OrderStatus[] = ['shipped', 'delivered', 'closed', 'cancelled']

/** States that follow from what was sent. */
export const followingStatuses: readonly OrderStatus[] = ['confirmed', 'part_shipped', 'shipped', 'delivered']

const of: Record<OrderDocumentKind, Partial<Record<OrderVerb, readonly OrderStatus[]>>> = {
  order: {
    edit: ['draft', 'confirmed', 'on_hold', 'part_shipped', 'shipped', 'delivered'],
    confirm: ['draft', 'on_hold'],
    hold: ['confirmed', 'part_shipped'],
    resume: ['on_hold'],
    dispatch: ['confirmed', 'part_shipped'],
    deliver: ['shipped'],
    credit: ['confirmed', 'on_hold', 'part_shipped', 'shipped', 'delivered', 'closed'],
    cancel: ['draft', 'confirmed', 'on_hold'],
    close: ['confirmed', 'on_hold', 'part_shipped', 'shipped', 'delivered'],
    reopen: ['delivered', 'closed', 'cancelled'],
  },
  // What is issued stays as it was issued; a mistake is cancelled.
  credit: {
    edit: ['draft'],
    confirm: ['draft'],
    cancel: ['draft', 'confirmed'],
    close: ['confirmed'],
    reopen: ['closed'],
  },
}

export type OrderState = {
  document: OrderDocumentKind
  status: OrderStatus
  isHistory: boolean
  /** Whether anything of it was sent and not taken back. */
  hasSent: boolean
}

/** An order of the past moves no goods; what has left cannot be cancelled any more. */
export function mayDo(verb: OrderVerb, { document, status, isHistory, hasSent }: OrderState): boolean {
  if (isHistory && verb === 'edit') return document === 'order'
  if (isHistory && verb === 'dispatch') return false
  // Of a credit it is what came back, and goes out again.
  if (verb === 'cancel' && hasSent && document === 'order') return false
  return (of[document][verb] ?? []).includes(status)
}

export function verbsOf(state: OrderState): OrderVerb[] {
  return (Object.keys(of[state.document]) as OrderVerb[]).filter((verb) => mayDo(verb, state))
}

export type Progress = {
  /** What it stood as. */
  status: OrderStatus
  confirmedOn: string | null
  deliveredOn: string | null
  /** What of its goods was sent, as if it were open. */
  sent: 'none' | 'part' | 'all'
}

/**
 * Where an order stands that is open (again): told by what was sent, else by its days. Files often tell no days, so one that says
 * that it was confirmed stays so; nothing but a draft, and what was cancelled as one, becomes a draft.
 */
export function statusByProgress({ status, confirmedOn, deliveredOn, sent }: Progress): OrderStatus {
  if (sent === 'all') return deliveredOn === null ? 'shipped' : 'delivered'
  if (sent === 'part') return 'part_shipped'
  const wasDraft = status === 'draft' || status === 'cancelled'
  return confirmedOn === null && wasDraft ? 'draft' : 'confirmed'
}

/** What of a line is to be sent as long as its order is open, in thousandths. */
export function restOfLine(line: { qtyMilli: number; cancelledMilli: number; shippedMilli: number }): number {
  return Math.max(0, line.qtyMilli - line.cancelledMilli - line.shippedMilli)
}

/** The lines of an order that have goods to send (a charge has none, nor has what was cancelled whole), counted. */
export type GoodsTally = {
  lines: number
  /** Something of them was sent; something is still missing; not all that was sent came back; not all that was wanted did. */
  sent: number
  withRest: number
  notBack: number
  kept: number
}

/** How much of an order's goods was sent; `none` where it has none to send. */
export function sentOf({ sent, withRest }: GoodsTally): Progress['sent'] {
  if (sent === 0) return 'none'
  return withRest === 0 ? 'all' : 'part'
}

export type ShippingQuestion = {
  document: OrderDocumentKind
  status: OrderStatus
  isHistory: boolean
  /** The day that somebody wrote down for it, whatever its lines know. */
  shippedOn: string | null
  goods: GoodsTally
}

/**
 * The state of the goods apart from the order's own. Empty: nothing to send, or nobody knows. Where no line knows of a dispatch, a
 * day or a state that says so is believed.
 */
export function shippingStateOf({ document, status, isHistory, shippedOn, goods }: ShippingQuestion): ShippingState {
  if (document === 'credit' || status === 'draft' || status === 'cancelled' || goods.lines === 0) return ''
  const sent = sentOf(goods)
  if (sent === 'none') {
    const isSaidSent = shippedOn !== null || status === 'shipped' || status === 'delivered'
    if (isSaidSent) return goods.kept === 0 ? 'returned' : 'sent'
    return isHistory || status === 'closed' ? '' : 'open'
  }
  const isDone = sent === 'all' || status === 'closed'
  if (isDone && goods.notBack === 0) return 'returned'
  return sent === 'all' ? 'sent' : 'part'
}
