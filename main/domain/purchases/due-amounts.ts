// What of a purchase order is due when: a deposit with the order, the rest by the terms as goods come in. The parts always add
// up to what the order comes to, and what was paid settles the earliest first.
import { type DueAmounts, depositMinor, endOfMonth, settleDues, type UnpaidDue } from '#main/domain/payments/dues.ts'
import { addDays, type Day } from '#shared/dates.ts'
import { allocateMinor } from '#shared/money.ts'
import type { DueKind } from '#shared/schemas/payments.ts'
import type { DueFrom } from '#shared/schemas/purchases.ts'

export type DueTerms = { depositPpm: number; dueFrom: DueFrom; dueDays: number }

export type DueOrder = DueTerms & {
  orderedOn: Day
  /** What the order came to when it was made, minor units: the deposit is a share of it. */
  orderedMinor: number
  /** What it comes to now: goods accepted and still to come, with VAT and freight. */
  payableMinor: number
  /** The day its goods were ready, else the one planned; null where neither is known. */
  ready: { on: Day; isActual: boolean } | null
  /** Receipts with what of their goods was accepted, worth in the prices of the lines; in order of their days. */
  receipts: readonly { id: number; on: Day | null; acceptedMinor: number }[]
  /** What is still to come, in the same prices, and the day it is promised for. */
  openMinor: number
  promisedOn: Day | null
  /** Paid less what came back. */
  paidMinor: number
}

/** All that is or will be due, the earliest first; nothing of 0. */
export function dueAmounts(order: DueOrder): DueAmounts {
  const orderedDeposit = depositMinor(order.orderedMinor, order.depositPpm)
  const deposit = Math.min(orderedDeposit, Math.max(0, order.payableMinor))
  const restMinor = Math.max(0, order.payableMinor) - deposit
  const first = { kind: 'deposit', dueOn: order.orderedOn, isEstimate: false, receiptId: null } as const
  return settleDues([{ ...first, amountMinor: deposit }, ...restDues(order, restMinor)], order.paidMinor)
}

/** The rest by its terms: with the order, when goods are ready, or for each receipt by the share of what it brought. */
function restDues(order: DueOrder, restMinor: number): UnpaidDue[] {
  const { dueFrom, dueDays, orderedOn, ready, promisedOn } = order
  const hasArrived = order.openMinor === 0
  if (dueFrom === 'order') return [whole('balance', addDays(orderedOn, dueDays), false, restMinor)]
  if (dueFrom === 'ready') {
    if (ready) return [whole('balance', addDays(ready.on, dueDays), !ready.isActual, restMinor)]
    const day = promisedOn === null ? null : addDays(promisedOn, dueDays)
    return [whole(hasArrived ? 'balance' : 'expected', day, true, restMinor)]
  }
  const slices = [
    ...order.receipts.map(({ id, on, acceptedMinor }) => ({ receiptId: id, on, weight: acceptedMinor, isHere: true })),
    { receiptId: null, on: promisedOn, weight: order.openMinor, isHere: false },
  ].filter(({ weight }) => weight > 0)
  // Goods without a price still bear freight: by pieces nothing is known here, so it is due with what is there.
  if (slices.length === 0) return [whole('expected', dayAfter(order, promisedOn), true, restMinor)]
  const weights = slices.map(({ weight }) => weight)
  const amounts = weights.length === 1 ? [restMinor] : allocateMinor(restMinor, weights)
  return slices.map(({ receiptId, on, isHere }, at) => ({
    kind: isHere ? ('balance' as const) : ('expected' as const),
    dueOn: dayAfter(order, on),
    isEstimate: !isHere,
    receiptId,
    amountMinor: amounts?.[at] ?? 0,
  }))
}

function whole(kind: DueKind, dueOn: Day | null, isEstimate: boolean, amountMinor: number): UnpaidDue {
  return { kind, dueOn, isEstimate, receiptId: null, amountMinor }
}

/** So many days after goods came in, or after the end of their month. */
function dayAfter({ dueFrom, dueDays }: DueTerms, on: Day | null): Day | null {
  if (on === null) return null
  return addDays(dueFrom === 'month_end' ? endOfMonth(on) : on, dueDays)
}
