// Writes what a plan says, and lets follow what follows from it.
import type { Param, Statement, WriteTx } from '#main/db/database.ts'
import type { CellList } from '#main/services/lists/cell-list.ts'
import type { RowPlan } from '#main/services/lists/plan-cells.ts'
import type { Id } from '#shared/ids.ts'

export type PlanWriter = {
  write: (rows: readonly RowPlan[]) => void
  /** Derived columns, once for everything written. */
  finish: () => void
}

/** Rows may come in groups; one statement is prepared for each set of columns. */
export function planWriter(tx: WriteTx, list: CellList): PlanWriter {
  const statements = new Map<string, Statement>()
  const ids: Id[] = []
  const columns = new Set<string>()
  const writeRow = ({ id, patch }: RowPlan) => {
    const names = Object.keys(patch)
    if (names.length === 0) return
    ids.push(id)
    for (const name of names) columns.add(name)
    const own = names.filter((name) => !name.startsWith('~'))
    if (own.length > 0) {
      const key = own.join()
      const sql = `UPDATE ${list.table} SET ${own.map((name) => `${name} = ?`).join(', ')} WHERE id = ?`
      const statement = statements.get(key) ?? tx.statement(sql)
      statements.set(key, statement)
      statement.run(...own.map((name) => patch[name] as Param), id)
    }
    if (own.length < names.length) list.writeRest?.(tx, id, patch)
  }
  return {
    write: (rows) => rows.forEach(writeRow),
    finish: () => {
      if (ids.length > 0) list.settle?.(tx, ids, columns)
    },
  }
}
