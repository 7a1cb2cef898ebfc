// Counts what a change in bulk does, and keeps the first rows to look at.
import type { RowPlan } from '#main/services/lists/plan-cells.ts'
import type { BulkReport, CellRefusal, ChangedRow } from '#shared/schemas/cells.ts'

const rowsShown = 20
const reasonsKept = 20

export function bulkReporter() {
  const counts = { total: 0, changed: 0, same: 0, refused: 0 }
  const changedRows: ChangedRow[] = []
  const refusedRows: ChangedRow[] = []
  const reasons = new Map<string, { refusal: CellRefusal; count: number }>()
  return {
    add({ id, name, outcomes }: RowPlan): void {
      counts.total += 1
      const refusals = outcomes.flatMap(({ refusal }) => refusal ?? [])
      const changes = outcomes.some(({ refusal, before, after }) => refusal === null && before !== after)
      if (changes) counts.changed += 1
      if (refusals.length > 0) counts.refused += 1
      if (!changes && refusals.length === 0) counts.same += 1
      for (const refusal of refusals) countReason(reasons, refusal)
      if (changes && changedRows.length < rowsShown) changedRows.push({ id, name, cells: outcomes })
      if (refusals.length > 0 && refusedRows.length < rowsShown) refusedRows.push({ id, name, cells: outcomes })
    },
    report(): BulkReport {
      const byCount = [...reasons.values()].sort((left, right) => right.count - left.count)
      return { ...counts, changedRows, refusedRows, reasons: byCount.slice(0, reasonsKept) }
    },
  }
}

function countReason(reasons: Map<string, { refusal: CellRefusal; count: number }>, refusal: CellRefusal): void {
  // The reason is the code and what was expected; each cell's own text is no other reason.
  const key = `${refusal.code} ${refusal.details.expected ?? ''}`
  const known = reasons.get(key)
  if (known) known.count += 1
  else reasons.set(key, { refusal, count: 1 })
}
