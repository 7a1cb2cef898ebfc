// What an order's money is due in: parts with their days, settled by what was paid, the earliest first.
import { addDays, type Day, dayFromParts } from '#shared/dates.ts'
import { Decimal, toUnits } from '#shared/decimal.ts'
import type { DueKind } from '#shared/schemas/payments.ts'

const million = 1_000_000

export type DueAmount = {
  kind: DueKind
  dueOn: Day | null
  isEstimate: boolean
  receiptId: number | null
  amountMinor: number
  paidMinor: number
}

export type DueAmounts = { dues: DueAmount[]; overMinor: number }

export type UnpaidDue = Omit<DueAmount, 'paidMinor'>

/** The share that a deposit is, rounded once. */
export function depositMinor(orderedMinor: number, depositPpm: number): number {
  if (depositPpm === 0) return 0
  return toUnits(new Decimal(orderedMinor).times(depositPpm).div(million), 0)
}

/** The parts above 0 in the order of their days, each with what of it was paid, and what was paid beyond them all. */
export function settleDues(parts: readonly UnpaidDue[], paidMinor: number): DueAmounts {
  let left = Math.max(0, paidMinor)
  const dues = parts
    .filter(({ amountMinor }) => amountMinor > 0)
    .sort(byDay)
    .map((part) => {
      const settled = Math.min(left, part.amountMinor)
      left -= settled
      return { ...part, paidMinor: settled }
    })
  return { dues, overMinor: left }
}

const places: Readonly<Record<DueKind, number>> = { deposit: 0, balance: 1, expected: 2 }

/** By day, those without one last; a deposit before a balance of the same day. */
function byDay(one: UnpaidDue, other: UnpaidDue): number {
  if (one.dueOn !== other.dueOn) {
    if (one.dueOn === null) return 1
    if (other.dueOn === null) return -1
    return one.dueOn < other.dueOn ? -1 : 1
  }
  return places[one.kind] - places[other.kind] || (one.receiptId ?? 0) - (other.receiptId ?? 0)
}

export function endOfMonth(day: Day): Day {
  const [year = 0, month = 0] = day.split('-').map(Number)
  const next = month === 12 ? dayFromParts(year + 1, 1, 1) : dayFromParts(year, month + 1, 1)
  return next === null ? day : addDays(next, -1)
}
