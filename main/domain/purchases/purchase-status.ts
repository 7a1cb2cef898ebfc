// The states of a purchase order, what may be done in each, and how far receipts bring it.
import type { PurchaseStatus, PurchaseVerb } from '#shared/schemas/purchases.ts'

/** Goods of orders in these states are still waited for. */
export const openStatuses = ['sent', 'confirmed', 'part_received'] as const satisfies readonly PurchaseStatus[]

const from = {
  edit: ['draft', 'sent', 'confirmed', 'part_received', 'received'],
  send: ['draft'],
  confirm: ['sent'],
  receive: ['sent', 'confirmed', 'part_received', 'received'],
  cancel: ['draft', 'sent', 'confirmed'],
  close: ['sent', 'confirmed', 'part_received', 'received'],
  reopen: ['closed', 'cancelled'],
} as const satisfies Record<PurchaseVerb, readonly PurchaseStatus[]>

export type PurchaseState = {
  status: PurchaseStatus
  isHistory: boolean
  /** Whether a receipt of it stands. */
  hasReceipts: boolean
}

/** An order of the past is only put right; what has come in cannot be cancelled any more. */
export function mayDo(verb: PurchaseVerb, { status, isHistory, hasReceipts }: PurchaseState): boolean {
  if (isHistory) return verb === 'edit'
  if (verb === 'cancel' && hasReceipts) return false
  return (from[verb] as readonly PurchaseStatus[]).includes(status)
}

export function verbsOf(state: PurchaseState): PurchaseVerb[] {
  return (Object.keys(from) as PurchaseVerb[]).filter((verb) => mayDo(verb, state))
}

export type Progress = {
  /** What it stood as: nothing but a draft, and what was cancelled as one, becomes a draft. */
  status: PurchaseStatus
  sentOn: string | null
  confirmedOn: string | null
  /** Whether anything came in, and whether anything is still to come, as if the order were open. */
  hasReceipts: boolean
  hasRest: boolean
}

/**
 * Where an order stands that is open (again): told by what came in, else by its days. Files often tell no days, so one that says
 * that it was sent or confirmed stays so.
 */
export function statusByProgress({ status, sentOn, confirmedOn, hasReceipts, hasRest }: Progress): PurchaseStatus {
  if (hasReceipts) return hasRest ? 'part_received' : 'received'
  if (confirmedOn !== null || status === 'confirmed') return 'confirmed'
  const wasDraft = status === 'draft' || status === 'cancelled'
  return sentOn === null && wasDraft ? 'draft' : 'sent'
}

export type LineQuantities = {
  qtyMilli: number
  receivedMilli: number
  /** Rejected, and to be sent again by the supplier. */
  toReplaceMilli: number
  letGoMilli: number
}

/** What of a line is still to come, in thousandths, as long as its order is open. */
export function restOfLine({ qtyMilli, receivedMilli, toReplaceMilli, letGoMilli }: LineQuantities): number {
  return Math.max(0, qtyMilli - receivedMilli + toReplaceMilli - letGoMilli)
}
