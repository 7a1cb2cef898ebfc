// The change rows of foreign operations, in the order in which they were written.
import { type ChangeCheck, changeCheck } from '#main/db/merge/check-change.ts'
import { admitting, damaged, foreignRows } from '#main/db/merge/foreign-rows.ts'
import type { NewRun } from '#main/db/merge/merge-types.ts'
import { insertOf, report, type Sides } from '#main/db/merge/take-operations.ts'
import { prepared } from '#main/db/statements.ts'
import { idParts } from '#shared/ids.ts'

const rowsAtOnce = 2000

const changeColumns = ['operation_id', 'table_name', 'row_id', 'kind', 'before', 'after'] as const

export type TakenChanges = {
  count: number
  /** Rows that the changes name, by table. */
  named: Map<string, Set<number>>
}

/** Copies the change rows of the runs. Fresh ids in the same order: those count in each file for itself. */
export function takeChanges(sides: Sides, runs: readonly NewRun[]): TakenChanges {
  const taken: TakenChanges = { count: 0, named: new Map() }
  const check = changeCheck(sides.ours)
  for (const run of runs) takeRun(sides, { run, check }, taken)
  return taken
}

type Run = { run: NewRun; check: ChangeCheck }

function takeRun({ ours, foreign, progress }: Sides, { run, check }: Run, taken: TakenChanges): void {
  const insert = prepared(ours, insertOf('changes', changeColumns))
  const select = `SELECT ${changeColumns.join(', ')} FROM changes INDEXED BY changes_by_operation
    WHERE operation_id BETWEEN ? AND ? ORDER BY operation_id, id`
  for (const row of foreignRows(foreign, 'changes', select, run.firstOperation, run.lastOperation)) {
    const [operation, table, rowId, kind, before, after] = row as [number, string, number, string, string, string]
    const where = `${run.replica}/${idParts(operation).counter} change`
    if (!check(table, before, after) || !Number.isSafeInteger(rowId)) throw damaged(where)
    admitting(where, () => insert.run(operation, table, rowId, kind, before, after))
    const ids = taken.named.get(table) ?? new Set()
    taken.named.set(table, ids.add(rowId))
    taken.count += 1
    if (taken.count % rowsAtOnce === 0) report(progress, 'merge.changes', taken.count, null)
  }
}
