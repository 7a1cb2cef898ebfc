// Figures of many lines of purchase orders: rates over the lines that were due, defects in ppm over all that came, lead time
// of complete lines. What nobody wrote down of a line keeps it out of the figures that need it. A tally takes lines one by one, so that 100,000 of them need no list; a weight below 1 makes a line
// count less (older lines, by the half-life).
import type { PurchaseMetrics } from '#shared/schemas/scores.ts'
import type { BoughtLine, LineOutcome, MeasuredBy } from './line-outcome.ts'
import { lineOutcome } from './line-outcome.ts'

export type Tally = {
  /** Sum of weights of all lines. */
  lines: number
  due: number
  /** Due lines whose receipts have days. */
  timed: number
  /** Due lines of which it is known how much came; of them those whose receipts have days. */
  counted: number
  timedCounted: number
  onTime: number
  inFull: number
  otif: number
  timedOrdered: number
  timedInTime: number
  received: number
  rejected: number
  /** Of lines of which it is known how much came and what was rejected. */
  inspected: number
  /** Of lines due, or promised for no day, of which it is known how much came. */
  awaited: number
  filled: number
  /** Of those of them of which it is known what was rejected. */
  inspectedAwaited: number
  accepted: number
  leadWeight: number
  leadSquareWeight: number
  leadSum: number
  leadSquares: number
  leadCount: number
}

export function newTally(): Tally {
  return {
    lines: 0,
    due: 0,
    timed: 0,
    counted: 0,
    timedCounted: 0,
    onTime: 0,
    inFull: 0,
    otif: 0,
    timedOrdered: 0,
    timedInTime: 0,
    received: 0,
    rejected: 0,
    inspected: 0,
    awaited: 0,
    filled: 0,
    inspectedAwaited: 0,
    accepted: 0,
    leadWeight: 0,
    leadSquareWeight: 0,
    leadSum: 0,
    leadSquares: 0,
    leadCount: 0,
  }
}

type Counted = Pick<BoughtLine, 'ordered' | 'dueOn'>

export function addLine(tally: Tally, line: Counted, outcome: LineOutcome, weight = 1): void {
  tally.lines += weight
  tally.received += weight * outcome.received
  if (outcome.isInspected) {
    tally.inspected += weight * outcome.received
    tally.rejected += weight * outcome.rejected
  }
  if (outcome.isDue) addDue(tally, line, outcome, weight)
  if (outcome.isCounted && (outcome.isDue || line.dueOn === null)) addAwaited(tally, line, outcome, weight)
  if (outcome.leadDays === null) return
  tally.leadCount += 1
  tally.leadWeight += weight
  tally.leadSquareWeight += weight * weight
  tally.leadSum += weight * outcome.leadDays
  tally.leadSquares += weight * outcome.leadDays * outcome.leadDays
}

function addDue(tally: Tally, { ordered }: Counted, outcome: LineOutcome, weight: number): void {
  tally.due += weight
  if (outcome.isCounted) tally.counted += weight
  if (outcome.inFull) tally.inFull += weight
  if (!outcome.isTimed) return
  tally.timed += weight
  if (outcome.onTime) tally.onTime += weight
  if (!outcome.isCounted) return
  tally.timedCounted += weight
  if (outcome.onTime && outcome.inFull) tally.otif += weight
  tally.timedOrdered += weight * ordered
  tally.timedInTime += weight * Math.min(outcome.receivedInTime, ordered)
}

function addAwaited(tally: Tally, { ordered }: Counted, outcome: LineOutcome, weight: number): void {
  tally.awaited += weight * ordered
  tally.filled += weight * Math.min(outcome.received, ordered)
  if (!outcome.isInspected) return
  tally.inspectedAwaited += weight * ordered
  tally.accepted += weight * (outcome.received - outcome.rejected)
}

export function metricsOf(tally: Tally): PurchaseMetrics {
  const lead = leadTimeOf(tally)
  return {
    onTimeRate: share(tally.onTime, tally.timed),
    inFullRate: share(tally.inFull, tally.counted),
    otifRate: share(tally.otif, tally.timedCounted),
    onTimeQtyRate: share(tally.timedInTime, tally.timedOrdered),
    ppm: ppm(tally.rejected, tally.inspected),
    rejectRate: share(tally.rejected, tally.inspected),
    fillRate: share(tally.filled, tally.awaited),
    acceptRate: share(tally.accepted, tally.inspectedAwaited),
    leadTimeMean: lead.mean,
    leadTimeSd: lead.sd,
    leadTimeCv: lead.mean !== null && lead.mean > 0 && lead.sd !== null ? lead.sd / lead.mean : null,
  }
}

/** All lines at once. */
export function purchaseMetrics(
  lines: readonly BoughtLine[],
  by: MeasuredBy,
): { tally: Tally; metrics: PurchaseMetrics } {
  const tally = newTally()
  for (const line of lines) addLine(tally, line, lineOutcome(line, by))
  return { tally, metrics: metricsOf(tally) }
}

/** Rejected of a million received; null where nothing was received. */
export function ppm(rejected: number, received: number): number | null {
  return received > 0 ? (rejected / received) * 1e6 : null
}

function share(part: number, whole: number): number | null {
  return whole > 0 ? part / whole : null
}

/** With all weights 1 this is the plain mean and the spread by n - 1. */
function leadTimeOf(tally: Tally): { mean: number | null; sd: number | null } {
  const { leadWeight: weight, leadSum: sum, leadSquares: squares } = tally
  if (tally.leadCount === 0) return { mean: null, sd: null }
  const mean = sum / weight
  if (tally.leadCount < 2) return { mean, sd: null }
  const freedom = weight - tally.leadSquareWeight / weight
  const variance = freedom > 0 ? (squares - sum * mean) / freedom : 0
  return { mean, sd: Math.sqrt(Math.max(0, variance)) }
}
