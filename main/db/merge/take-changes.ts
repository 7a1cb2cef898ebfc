// The change rows of foreign operations, in the order in which they were written.
import type { Connection, Param } from '#main/db/database.ts'
import { type ChangeCheck, changeCheck } from '#main/db/merge/check-change.ts'
import { admitting, damaged, foreignRows } from '#main/db/merge/foreign-rows.ts'
import type { NewRun } from '#main/db/merge/merge-types.ts'
import { insertOf, report, type Sides } from '#main/db/merge/take-operations.ts'
import { prepared, preparedRaw } from '#main/db/statements.ts'
import { idParts } from '#shared/ids.ts'

const rowsAtOnce = 2000

const changeColumns = ['operation_id', 'table_name', 'row_id', 'kind', 'before', 'after'] as const

export type TakenChanges = {
  count: number
  /** Rows that the changes name, by table. */
  named: Map<string, Set<number>>
}

/**
 * Copies the change rows of the runs, operation by operation in the order of the clock: their ids count in each file for
 * itself, and there a change never stands before one that it knew of.
 */
export function takeChanges(sides: Sides, runs: readonly NewRun[]): TakenChanges {
  const taken: TakenChanges = { count: 0, named: new Map() }
  const check = changeCheck(sides.ours)
  for (const operation of inOrder(sides.ours, runs)) takeOperation(sides, { operation, check }, taken)
  return taken
}

type Placed = [id: number, clock: number, replica: number]

function inOrder(ours: Connection, runs: readonly NewRun[]): number[] {
  const select = preparedRaw(ours, 'SELECT id, clock, replica FROM operations WHERE id BETWEEN ? AND ?')
  const placed = runs.flatMap((run) => select.all(run.firstOperation, run.lastOperation) as Placed[])
  return placed.sort((left, right) => left[1] - right[1] || left[2] - right[2]).map(([id]) => id)
}

type Wanted = { operation: number; check: ChangeCheck }

const select = `SELECT ${changeColumns.join(', ')} FROM changes INDEXED BY changes_by_operation
  WHERE operation_id = ? ORDER BY id`

function takeOperation({ ours, foreign, progress }: Sides, { operation, check }: Wanted, taken: TakenChanges): void {
  const insert = prepared(ours, insertOf('changes', changeColumns))
  const { replica, counter } = idParts(operation)
  const where = `${replica}/${counter} change`
  for (const row of foreignRows(foreign, 'changes', select, operation)) {
    const [, table, rowId, , before, after] = row as [number, string, number, string, string, string]
    if (!check(table, before, after) || !Number.isSafeInteger(rowId)) throw damaged(where)
    admitting(where, () => insert.run(...(row as Param[])))
    const ids = taken.named.get(table) ?? new Set()
    taken.named.set(table, ids.add(rowId))
    taken.count += 1
    if (taken.count % rowsAtOnce === 0) report(progress, 'merge.changes', taken.count, null)
  }
}
