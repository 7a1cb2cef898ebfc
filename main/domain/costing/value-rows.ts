// Outcomes of movements as rows of value: what moved was worth this, and what the stock changed by beyond that.
import type { Day } from '#shared/dates.ts'
import type { CostRun, CostState, LateCost, ValueCause, ValueRow } from './cost-types.ts'
import type { Outcome } from './outcome.ts'

/** The rows of a movement on its own day. */
export function rowsOf(outcome: Outcome): ValueRow[] {
  const { entry, valueMinor, uncostedMilli } = outcome
  const rows = [
    rowOf(outcome, { cause: 'movement', on: entry.on, qtyMilli: entry.qtyMilli, valueMinor, uncostedMilli }),
  ]
  const variance = varianceOf(outcome)
  if (variance.valueMinor !== 0 || variance.uncostedMilli !== 0)
    rows.push(rowOf(outcome, { ...variance, cause: 'variance', on: entry.on, qtyMilli: 0 }))
  return rows
}

/** What a cost that came on a later day changed. */
export function changeRows(before: Outcome, after: Outcome, on: Day): ValueRow[] {
  const [old, now] = [varianceOf(before), varianceOf(after)]
  const change = (cause: ValueCause, valueMinor: number, uncostedMilli: number): ValueRow[] =>
    valueMinor === 0 && uncostedMilli === 0 ? [] : [rowOf(after, { cause, on, qtyMilli: 0, valueMinor, uncostedMilli })]
  return [
    ...change('landed_cost', after.valueMinor - before.valueMinor, after.uncostedMilli - before.uncostedMilli),
    ...change('variance', now.valueMinor - old.valueMinor, now.uncostedMilli - old.uncostedMilli),
  ]
}

type Change = { valueMinor: number; uncostedMilli: number }

function varianceOf(outcome: Outcome): Change {
  return {
    valueMinor: outcome.stockMinor - outcome.valueMinor,
    uncostedMilli: outcome.stockUncostedMilli - outcome.uncostedMilli,
  }
}

function rowOf({ entry }: Outcome, row: Omit<ValueRow, 'entryId' | 'warehouseId'>): ValueRow {
  return { entryId: entry.id, warehouseId: entry.warehouseId, ...row }
}

type Finished = {
  outcomes: readonly Outcome[]
  rows: readonly ValueRow[]
  waiting: readonly LateCost[]
  state: CostState
}

export function runOf({ outcomes, rows, waiting, state }: Finished): CostRun {
  return {
    rows,
    bases: new Map(outcomes.map(({ entry, basis }) => [entry.id, basis])),
    issueCosts: outcomes.flatMap(({ entry, taken }) => taken.map((parcel) => ({ ...parcel, entryId: entry.id }))),
    settlements: outcomes.flatMap(({ settlements }) => settlements),
    waiting,
    state,
  }
}
