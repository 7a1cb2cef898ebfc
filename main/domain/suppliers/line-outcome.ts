// What became of one line of a purchase order by a day: whether it was due, in time, in full, and when it was complete.
// Definitions: on time = something received, the last of it no later than the promised day and the days of grace; in full =
// received at least what was ordered, less the tolerance; only receipts up to the day exist. Where nobody wrote down how much
// came, or how much of it was rejected, nobody can say what was in full, or good.
import { addDays, type Day, daysBetween } from '#shared/dates.ts'

/** `on` null: nobody wrote down when. Quantities in any one unit; the rejected are among the received. */
export type LineReceipt = { readonly on: Day | null; readonly qty: number; readonly rejected: number }

export type BoughtLine = {
  /** Null: not known; then there is no lead time. */
  readonly orderedOn: Day | null
  /** Null: nothing was promised. */
  readonly dueOn: Day | null
  readonly ordered: number
  readonly receipts: readonly LineReceipt[]
  /** False where receipts come without days: then nobody can say what was on time. */
  readonly hasReceiptDays: boolean
  /** False where nobody wrote down how much came in: what stands as received is what was ordered. */
  readonly hasQuantities: boolean
  /** False where nobody wrote down what was rejected. */
  readonly hasRejects: boolean
}

export type MeasuredBy = {
  readonly asOf: Day
  readonly graceDays: number
  /** Share of what was ordered that may be missing. */
  readonly underTolerance: number
}

export type LineOutcome = {
  isDue: boolean
  /** Whether its receipts have days. */
  isTimed: boolean
  /** Whether it is known how much came, and beside that how much of it was rejected. */
  isCounted: boolean
  isInspected: boolean
  received: number
  rejected: number
  /** What came up to the promised day and the days of grace; 0 where that cannot be said. */
  receivedInTime: number
  lastReceivedOn: Day | null
  onTime: boolean
  inFull: boolean
  /** The day of the receipt that made the line complete. */
  completedOn: Day | null
  leadDays: number | null
}

/** Binary noise of a tolerance never decides. */
const guard = 1e-9

export function lineOutcome(line: BoughtLine, by: MeasuredBy): LineOutcome {
  const { receipts, dueOn, ordered } = line
  const needed = neededOf(ordered, by.underTolerance)
  // Nothing that came on no day says nothing.
  const isTimed = line.hasReceiptDays && receipts.every((receipt) => receipt.on !== null || receipt.qty === 0)
  const lastDay = dueOn === null ? null : by.graceDays === 0 ? dueOn : addDays(dueOn, by.graceDays)
  const outcome: LineOutcome = {
    isDue: dueOn !== null && dueOn <= by.asOf,
    isTimed,
    isCounted: line.hasQuantities,
    isInspected: line.hasQuantities && line.hasRejects,
    received: 0,
    rejected: 0,
    receivedInTime: 0,
    lastReceivedOn: null,
    onTime: false,
    inFull: false,
    completedOn: null,
    leadDays: null,
  }
  for (const receipt of inOrder(receipts)) {
    if ((receipt.on !== null && receipt.on > by.asOf) || receipt.qty === 0) continue
    outcome.received += receipt.qty
    outcome.rejected += receipt.rejected
    outcome.lastReceivedOn = receipt.on
    if (lastDay !== null && receipt.on !== null && receipt.on <= lastDay) outcome.receivedInTime += receipt.qty
    if (outcome.completedOn === null && outcome.received >= needed) outcome.completedOn = receipt.on
  }
  outcome.inFull = line.hasQuantities && outcome.received >= needed
  if (!isTimed) return untimed(outcome)
  const last = outcome.lastReceivedOn
  outcome.onTime = last !== null && lastDay !== null && last <= lastDay
  if (outcome.completedOn !== null && line.orderedOn !== null)
    outcome.leadDays = daysBetween(line.orderedOn, outcome.completedOn)
  return outcome
}

function neededOf(ordered: number, tolerance: number): number {
  return ordered * (1 - tolerance) - guard * Math.max(1, ordered)
}

function untimed(outcome: LineOutcome): LineOutcome {
  return { ...outcome, receivedInTime: 0, onTime: false, completedOn: null, leadDays: null }
}

/** Most lines come at once. Those without a day come first: they leave the last day alone. */
function inOrder(receipts: readonly LineReceipt[]): readonly LineReceipt[] {
  if (receipts.length < 2) return receipts
  return receipts.toSorted((one, other) =>
    (one.on ?? '') < (other.on ?? '') ? -1 : (one.on ?? '') > (other.on ?? '') ? 1 : 0,
  )
}

export type LineProblem = 'negative' | 'rejected-beyond-received' | 'tolerance-out-of-range'

/** Why lines from outside make no sense; null when they do. */
export function problemOfLines(lines: readonly BoughtLine[], by: MeasuredBy): LineProblem | null {
  if (!(by.underTolerance >= 0 && by.underTolerance < 1)) return 'tolerance-out-of-range'
  if (!(by.graceDays >= 0)) return 'negative'
  for (const { ordered, receipts } of lines) {
    if (!(ordered >= 0) || receipts.some(({ qty, rejected }) => !(qty >= 0 && rejected >= 0))) return 'negative'
    if (receipts.some(({ qty, rejected }) => rejected > qty)) return 'rejected-beyond-received'
  }
  return null
}
