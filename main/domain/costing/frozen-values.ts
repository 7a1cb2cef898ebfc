// Closed periods keep the values that their closing found; what a replay finds otherwise stands on the first day after.
import { addDays } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import type { CostEntry, FrozenValues, ValueRow } from './cost-types.ts'

/** A value with the pieces it does not tell of. */
type Sum = { valueMinor: number; uncostedMilli: number }

const zero: Sum = { valueMinor: 0, uncostedMilli: 0 }

/**
 * Rows as they may stand after closings. Up to each closing every movement sums to what that closing found (one that it
 * did not find, merged in later, had no known cost then); the difference to the replay follows as a `revaluation` on the
 * first day of the open period, so that the sum over all days is the replay's.
 */
export function withFrozenValues(
  rows: readonly ValueRow[],
  entries: readonly CostEntry[],
  closings: readonly FrozenValues[],
): readonly ValueRow[] {
  const frozen = onePerDay(closings)
  const last = frozen.at(-1)
  if (!last) return rows
  const byEntry = new Map<Id, ValueRow[]>()
  for (const row of rows) {
    const list = byEntry.get(row.entryId)
    if (list) list.push(row)
    else byEntry.set(row.entryId, [row])
  }
  return entries.flatMap((entry) => {
    const own = byEntry.get(entry.id) ?? []
    return entry.on > last.through ? own : [...own, ...corrections(entry, own, frozen)].reduce(mergedOnDay, [])
  })
}

/** Two copies may have closed the same period: what the second found holds. */
function onePerDay(closings: readonly FrozenValues[]): FrozenValues[] {
  const byDay = Map.groupBy(closings, ({ through }) => through)
  return [...byDay].map(([through, same]) => ({
    through,
    values: new Map(same.flatMap(({ values }) => [...values])),
  }))
}

function corrections(entry: CostEntry, own: readonly ValueRow[], frozen: readonly FrozenValues[]): ValueRow[] {
  const { id: entryId, warehouseId } = entry
  const found: ValueRow[] = []
  let corrected = zero
  const correct = (row: Pick<ValueRow, 'cause' | 'on'>, due: Sum) => {
    const change = minus(due, corrected)
    if (change.valueMinor !== 0 || change.uncostedMilli !== 0)
      found.push({ entryId, warehouseId, qtyMilli: 0, ...row, ...change })
    corrected = due
  }
  let value: number | null = null
  let isFirst = true
  for (const [index, { through, values }] of frozen.entries()) {
    if (entry.on > through) continue
    const told = values.get(entryId)
    if (told !== undefined) value = told
    const replayed = own.filter((row) => row.on <= through).reduce(plus, zero)
    const due = minus(asFrozen(entry, value, replayed), replayed)
    const before = frozen[index - 1]
    correct(
      isFirst || !before
        ? { cause: 'movement', on: entry.on }
        : { cause: 'revaluation', on: addDays(before.through, 1) },
      due,
    )
    isFirst = false
  }
  const last = frozen.at(-1)
  if (last) correct({ cause: 'revaluation', on: addDays(last.through, 1) }, zero)
  return found
}

function asFrozen(entry: CostEntry, value: number | null, replayed: Sum): Sum {
  return value === null
    ? { valueMinor: 0, uncostedMilli: entry.qtyMilli }
    : { valueMinor: value, uncostedMilli: replayed.uncostedMilli }
}

/** One row per cause and day. */
function mergedOnDay(rows: ValueRow[], row: ValueRow): ValueRow[] {
  const at = rows.findIndex((other) => other.cause === row.cause && other.on === row.on)
  const other = rows[at]
  if (!other) rows.push(row)
  else rows[at] = { ...other, ...plus(other, row) }
  return rows
}

function plus(left: Sum, right: Sum): Sum {
  return {
    valueMinor: left.valueMinor + right.valueMinor,
    uncostedMilli: left.uncostedMilli + right.uncostedMilli,
  }
}

function minus(left: Sum, right: Sum): Sum {
  return {
    valueMinor: left.valueMinor - right.valueMinor,
    uncostedMilli: left.uncostedMilli - right.uncostedMilli,
  }
}
