// One change of many records of a list: seen first, then done as one operation.
import type { ReadDb, WriteTx } from '#main/db/database.ts'
import type { JobHandle } from '#main/services/jobs/job.ts'
import { planWriter } from '#main/services/lists/apply-plan.ts'
import { bulkReporter } from '#main/services/lists/bulk-report.ts'
import { bulkText } from '#main/services/lists/bulk-text.ts'
import type { CellList, CellRow } from '#main/services/lists/cell-list.ts'
import { cellListOf } from '#main/services/lists/cell-lists.ts'
import { cellPlanner, type GivenCell, type RowPlan } from '#main/services/lists/plan-cells.ts'
import { targetIds } from '#main/services/lists/target-ids.ts'
import { AppError } from '#shared/errors.ts'
import { ownValue } from '#shared/own-value.ts'
import type { BulkChange, BulkInput, BulkReport } from '#shared/schemas/cells.ts'

const rowsAtOnce = 1000

/** What would change: every record is read and held against the rules, nothing is written. */
export function planBulk(db: ReadDb, input: BulkInput, job: JobHandle): BulkReport {
  return eachGroup(db, input, job, () => {})
}

/** Changes those that allow it; the others stay as they are. The report is that of `planBulk`. */
export function changeInBulk(tx: WriteTx, input: BulkInput, job: JobHandle): BulkReport {
  const writer = planWriter(tx, cellListOf(input.list))
  const report = eachGroup(tx, input, job, writer.write)
  job.progress('bulk.settling', 0, null)
  writer.finish()
  return report
}

function eachGroup(db: ReadDb, input: BulkInput, job: JobHandle, take: (rows: RowPlan[]) => void): BulkReport {
  const list = cellListOf(input.list)
  refuseUnfit(list, input.changes)
  const ids = targetIds(db, input.target)
  const planner = cellPlanner(db, list, {
    reading: { decimal: '.', dates: 'ymd' },
    columns: input.changes.map(({ column }) => column),
  })
  const cellsOf = (row: CellRow): GivenCell[] =>
    input.changes.map((change) => ({ column: change.column, text: bulkText(list, row, change) }))
  const gone = () => input.changes.map(({ column }) => ({ column, text: '' }))
  const reporter = bulkReporter()
  for (let at = 0; at < ids.length; at += rowsAtOnce) {
    job.stopIfCancelled()
    const rows = planner.plan(ids.slice(at, at + rowsAtOnce), cellsOf, gone)
    for (const row of rows) reporter.add(row)
    take(rows)
    job.progress('bulk.changing', Math.min(at + rowsAtOnce, ids.length), ids.length)
  }
  return reporter.report()
}

/** What each record must have for itself cannot be set for many, and only amounts can be raised. */
function refuseUnfit(list: CellList, changes: readonly BulkChange[]): void {
  for (const change of changes) {
    const column = ownValue(list.columns, change.column)
    if (!column || column.unique || (change.do !== 'set' && !column.amount)) {
      throw new AppError('lists/not-in-bulk', { column: change.column })
    }
  }
}
