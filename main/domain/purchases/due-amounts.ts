// What of a purchase order is due when: a deposit with the order, the rest by the terms as goods come in. The parts always add
// up to what the order comes to, and what was paid settles the earliest first.
import { addDays, type Day, dayFromParts } from '#shared/dates.ts'
import { Decimal, toUnits } from '#shared/decimal.ts'
import { allocateMinor } from '#shared/money.ts'
import type { DueKind } from '#shared/schemas/payments.ts'
import type { DueFrom } from '#shared/schemas/purchases.ts'

const million = 1_000_000

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

export type DueAmount = {
  kind: DueKind
  dueOn: Day | null
  isEstimate: boolean
  receiptId: number | null
  amountMinor: number
  paidMinor: number
}

export type DueAmounts = { dues: DueAmount[]; overMinor: number }

/** All that is or will be due, the earliest first; nothing of 0. */
export function dueAmounts(order: DueOrder): DueAmounts {
  const depositMinor = Math.min(depositOf(order), Math.max(0, order.payableMinor))
  const deposit: Unpaid = { kind: 'deposit', dueOn: order.orderedOn, isEstimate: false, receiptId: null }
  const restMinor = Math.max(0, order.payableMinor) - depositMinor
  const parts = [{ ...deposit, amountMinor: depositMinor }, ...restDues(order, restMinor)]
  return settle(parts.filter(({ amountMinor }) => amountMinor > 0).sort(byDay), order)
}

/** Rounded once. */
function depositOf({ orderedMinor, depositPpm }: DueOrder): number {
  if (depositPpm === 0) return 0
  return toUnits(new Decimal(orderedMinor).times(depositPpm).div(million), 0)
}

type Unpaid = Omit<DueAmount, 'amountMinor' | 'paidMinor'>
type Part = Unpaid & { amountMinor: number }

/** The rest by its terms: with the order, when goods are ready, or for each receipt by the share of what it brought. */
function restDues(order: DueOrder, restMinor: number): Part[] {
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

function whole(kind: DueKind, dueOn: Day | null, isEstimate: boolean, amountMinor: number): Part {
  return { kind, dueOn, isEstimate, receiptId: null, amountMinor }
}

/** So many days after goods came in, or after the end of their month. */
function dayAfter({ dueFrom, dueDays }: DueTerms, on: Day | null): Day | null {
  if (on === null) return null
  return addDays(dueFrom === 'month_end' ? endOfMonth(on) : on, dueDays)
}

export function endOfMonth(day: Day): Day {
  const [year = 0, month = 0] = day.split('-').map(Number)
  const next = month === 12 ? dayFromParts(year + 1, 1, 1) : dayFromParts(year, month + 1, 1)
  return next === null ? day : addDays(next, -1)
}

const places: Readonly<Record<DueKind, number>> = { deposit: 0, balance: 1, expected: 2 }

/** By day, those without one last; a deposit before a balance of the same day. */
function byDay(one: Part, other: Part): number {
  if (one.dueOn !== other.dueOn) {
    if (one.dueOn === null) return 1
    if (other.dueOn === null) return -1
    return one.dueOn < other.dueOn ? -1 : 1
  }
  return places[one.kind] - places[other.kind] || (one.receiptId ?? 0) - (other.receiptId ?? 0)
}

function settle(parts: readonly Part[], { paidMinor }: DueOrder): DueAmounts {
  let left = Math.max(0, paidMinor)
  const dues = parts.map((part) => {
    const settled = Math.min(left, part.amountMinor)
    left -= settled
    return { ...part, paidMinor: settled }
  })
  return { dues, overMinor: left }
}
