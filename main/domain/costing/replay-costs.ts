// All movements of one product, from the first: what each was worth, as it was known day by day, and what is left.
import { addDays, type Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import { applyEntry } from './apply-entry.ts'
import { cancelledPairs } from './cancelled-pairs.ts'
import { bookState, type Checkpoint, type CostBook, checkpointOf, emptyState, openBook, rewind } from './cost-book.ts'
import type { CostEntry, CostHistory, CostRun, LateCost, ValueRow } from './cost-types.ts'
import { withFrozenValues } from './frozen-values.ts'
import { cancelledOutcome, type Outcome } from './outcome.ts'
import { changeRows, rowsOf, runOf } from './value-rows.ts'

type Replay = {
  readonly entries: readonly CostEntry[]
  readonly indexes: ReadonlyMap<Id, number>
  readonly cancelled: ReadonlySet<Id>
  readonly book: CostBook
  readonly outcomes: Outcome[]
  readonly rows: ValueRow[]
  /** What later costs, as far as the replay knows of them, add to a movement. */
  readonly late: Map<Id, number>
  /** Before each movement that a later cost will change. */
  readonly checkpoints: Map<number, Checkpoint | null>
}

/**
 * The costs of a product from its whole history. The method is the book's (FIFO or moving average, per warehouse;
 * IAS 2, formulas.md section 6).
 *
 * A cost that comes later than its goods changes all that moved since as if it had been known (so its share on what is
 * left and on what is sold is that of the actual consumption), but the change stands in the books on its own day: the
 * stock as of an earlier day stays what it was.
 */
export function replayCosts(history: CostHistory): CostRun {
  const replay = startReplay(history)
  for (const [on, costs] of daysOf(history.lateCosts ?? [], replay)) {
    runBefore(replay, on)
    addLateCosts(replay, on, costs)
  }
  runBefore(replay, null)
  const { outcomes, book, indexes } = replay
  const bears = ({ receiptId }: LateCost) => outcomes[indexes.get(receiptId) ?? -1]?.bearsCost ?? false
  return runOf({
    outcomes,
    rows: withFrozenValues(replay.rows, history.entries, history.frozen ?? []),
    waiting: (history.lateCosts ?? []).filter((cost) => !bears(cost)),
    state: { ...bookState(book), lastOn: settledOn(history) },
  })
}

/** Before this day nothing can be added without a replay: later costs and revaluations stand on days of their own. */
function settledOn({ entries, lateCosts = [], frozen = [] }: CostHistory): Day | null {
  const days = [...lateCosts.map(({ on }) => on), ...frozen.map(({ through }) => addDays(through, 1))]
  return days.reduce((last, day) => (last === null || day > last ? day : last), entries.at(-1)?.on ?? null)
}

function startReplay({ entries, method, lateCosts = [] }: CostHistory): Replay {
  // Only what is looked up by id is indexed: a long history without late costs needs none of it.
  const receipts = new Set(lateCosts.map((cost) => cost.receiptId))
  const indexes = new Map<Id, number>()
  if (receipts.size > 0)
    entries.forEach((entry, index) => {
      if (receipts.has(entry.id)) indexes.set(entry.id, index)
    })
  const replay: Replay = {
    entries,
    indexes,
    cancelled: cancelledPairs(entries),
    book: openBook(emptyState(method)),
    outcomes: [],
    rows: [],
    late: new Map(),
    checkpoints: new Map(),
  }
  for (const cost of lateCosts) foresee(replay, cost)
  return replay
}

/** A cost that is there before its goods, or on their day, is part of their cost from the start. */
function foresee({ entries, indexes, late, checkpoints }: Replay, { receiptId, on, amountMinor }: LateCost): void {
  const index = indexes.get(receiptId)
  const receipt = index === undefined ? undefined : entries[index]
  if (index === undefined || !receipt) return
  if (on > receipt.on) checkpoints.set(index, null)
  else late.set(receiptId, (late.get(receiptId) ?? 0) + amountMinor)
}

/** The costs that come later than their goods, by day. */
function daysOf(lateCosts: readonly LateCost[], { entries, indexes }: Replay): [Day, LateCost[]][] {
  const days = new Map<Day, LateCost[]>()
  for (const cost of lateCosts) {
    const receipt = entries[indexes.get(cost.receiptId) ?? -1]
    if (!receipt || cost.on <= receipt.on) continue
    const list = days.get(cost.on)
    if (list) list.push(cost)
    else days.set(cost.on, [cost])
  }
  return [...days].sort(([left], [right]) => (left < right ? -1 : 1))
}

/** Up to a day: what moves on the day itself knows the costs that come on it. Null: to the end. */
function runBefore(replay: Replay, day: Day | null): void {
  const { entries, outcomes, rows } = replay
  for (let index = outcomes.length; index < entries.length; index += 1) {
    const entry = entries[index] as CostEntry
    if (day !== null && entry.on >= day) return
    const outcome = runEntry(replay, index)
    outcomes.push(outcome)
    rows.push(...rowsOf(outcome))
  }
}

function runEntry({ entries, cancelled, book, late, checkpoints }: Replay, index: number): Outcome {
  const entry = entries[index] as CostEntry
  if (checkpoints.has(index)) checkpoints.set(index, checkpointOf(book))
  return cancelled.has(entry.id) ? cancelledOutcome(entry) : applyEntry(book, entry, late.get(entry.id))
}

/** Reckons again from the earliest movement that these costs change; what differs stands on the day of the costs. */
function addLateCosts(replay: Replay, on: Day, costs: readonly LateCost[]): void {
  const { indexes, late, outcomes, rows, checkpoints, book } = replay
  let first = outcomes.length
  for (const { receiptId, amountMinor } of costs) {
    first = Math.min(first, indexes.get(receiptId) ?? first)
    late.set(receiptId, (late.get(receiptId) ?? 0) + amountMinor)
  }
  const checkpoint = checkpoints.get(first)
  if (!checkpoint) return
  rewind(book, checkpoint)
  for (let index = first; index < outcomes.length; index += 1) {
    const before = outcomes[index] as Outcome
    const after = runEntry(replay, index)
    outcomes[index] = after
    rows.push(...changeRows(before, after, on))
  }
}
