// What of a sales order is due when, and how far it is paid: a deposit with the order, the rest by its terms. A credit asks for
// less than nothing: it has no dues, and is settled by what goes back to the customer.
import { type DueAmounts, depositMinor, endOfMonth, settleDues } from '#main/domain/payments/dues.ts'
import { addDays, type Day } from '#shared/dates.ts'
import type { DueKind, PaymentState } from '#shared/schemas/payments.ts'
import type { SaleDueFrom } from '#shared/schemas/sale-terms.ts'

export type SoldOrder = {
  depositPpm: number
  dueFrom: SaleDueFrom
  dueDays: number
  orderedOn: Day
  promisedOn: Day | null
  /** What is asked for, minor units; below 0 for a credit, 0 where nothing is asked for (drafts, cancelled). */
  askedMinor: number
  /** Received less what went back. */
  paidMinor: number
  /** Whether all of it left, and the last day on which something did; null where nobody wrote that down. */
  isSent: boolean
  sentOn: Day | null
  deliveredOn: Day | null
}

export type ReceivableState = {
  openMinor: number
  dueOn: Day | null
  owedOn: Day | null
  paymentState: PaymentState
}

/** Dues in the order of their days; what was paid settles the earliest first. */
export function saleDues(order: SoldOrder): DueAmounts {
  const { askedMinor, orderedOn } = order
  if (askedMinor <= 0) return { dues: [], overMinor: Math.max(0, order.paidMinor - askedMinor) }
  const deposit = Math.min(depositMinor(askedMinor, order.depositPpm), askedMinor)
  const first = { kind: 'deposit', dueOn: orderedOn, isEstimate: false, receiptId: null } as const
  const rest = { ...restDue(order), receiptId: null, amountMinor: askedMinor - deposit }
  return settleDues([{ ...first, amountMinor: deposit }, rest], order.paidMinor)
}

type RestDue = { kind: DueKind; dueOn: Day | null; isEstimate: boolean }

function restDue(order: SoldOrder): RestDue {
  const { dueFrom, dueDays, orderedOn, promisedOn } = order
  if (dueFrom === 'order') return { kind: 'balance', dueOn: addDays(orderedOn, dueDays), isEstimate: false }
  const happenedOn = dueFrom === 'delivery' ? order.deliveredOn : order.isSent ? order.sentOn : null
  const on = happenedOn ?? promisedOn
  const from = on !== null && dueFrom === 'month_end' ? endOfMonth(on) : on
  return {
    kind: order.isSent || happenedOn !== null ? 'balance' : 'expected',
    dueOn: from === null ? null : addDays(from, dueDays),
    isEstimate: happenedOn === null,
  }
}

export function receivableState(order: SoldOrder): ReceivableState {
  const { askedMinor, paidMinor } = order
  const paid = { openMinor: askedMinor - paidMinor, paymentState: paymentStateOf(askedMinor, paidMinor) }
  // Money goes back at once.
  if (askedMinor < 0) return { ...paid, dueOn: order.orderedOn, owedOn: null }
  const { dues } = saleDues(order)
  const owed = dues.find((due) => !due.isEstimate && due.dueOn !== null && due.paidMinor < due.amountMinor)
  const last = dues.some(({ isEstimate, dueOn }) => isEstimate || dueOn === null) ? null : dues.at(-1)
  return { ...paid, dueOn: last?.dueOn ?? null, owedOn: owed?.dueOn ?? null }
}

/** '' where nothing is asked for and nothing was paid. */
function paymentStateOf(askedMinor: number, paidMinor: number): PaymentState {
  if (paidMinor === askedMinor) return askedMinor === 0 ? '' : 'paid'
  if (askedMinor === 0) return 'over'
  const [asked, paid] = askedMinor < 0 ? [-askedMinor, -paidMinor] : [askedMinor, paidMinor]
  if (paid > asked) return 'over'
  return paid > 0 ? 'part' : 'open'
}
