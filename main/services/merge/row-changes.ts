// What both sides did to some rows since they parted, by field group: from the log of the trial merge.
import type { ReadDb } from '#main/db/database.ts'
import { isErased } from '#main/db/erase.ts'
import { personalColumns } from '#main/db/table-list.ts'
import { unitOf } from '#main/services/merge/merged-tables.ts'
import type { Id } from '#shared/ids.ts'
import { type MergeSide, type MergeValue, mergeSides } from '#shared/schemas/merge.ts'

/** Columns that mean something only together, as both sides changed them; `base` from before the first change. */
export type UnitChange = {
  columns: readonly string[]
  base: Record<string, MergeValue>
  last: Partial<Record<MergeSide, Id>>
}

export type RowChange = {
  table: string
  rowId: Id
  /** By the unit's first column. */
  units: Map<string, UnitChange>
}

/** Units of a row that can be chosen: what was erased on either side stays so, whatever the other wrote. */
export function choosable(together: ReadDb, { table, rowId, units }: RowChange): UnitChange[] {
  const personal = personalColumns(table)
  const all = [...units.values()]
  if (personal.length === 0 || !isErased(together, table, rowId)) return all
  return all.filter(({ columns }) => !columns.some((column) => personal.includes(column)))
}

type LoggedRow = [table: string, rowId: Id, operationId: Id, side: number, before: string]

const columnsSql = 'r.table_name, r.row_id, c.operation_id, l.side, c.before'
const fromSql = `CROSS JOIN changes c INDEXED BY changes_by_row ON c.table_name = r.table_name AND c.row_id = r.row_id
  JOIN look_operations l ON l.id = c.operation_id JOIN operations o ON o.id = c.operation_id
  WHERE c.kind = 'update'`
const orderSql = 'ORDER BY o.clock, o.replica, c.id'

/** Rows that were there before and that both sides changed. */
export function rowsChangedByBoth(together: ReadDb): RowChange[] {
  return foldChanges(
    together.raw(
      `SELECT ${columnsSql} FROM look_rows r ${fromSql} AND r.made IS NULL AND r.ours AND r.theirs ${orderSql}`,
    ) as LoggedRow[],
  )
}

/** The rows of some records. */
export function rowsChangedOf(together: ReadDb, kind: string, ids: readonly Id[]): RowChange[] {
  return foldChanges(
    together.raw(
      `SELECT ${columnsSql} FROM json_each(?) j CROSS JOIN look_rows r ON r.kind = ? AND r.id = j.value ${fromSql} ${orderSql}`,
      JSON.stringify(ids),
      kind,
    ) as LoggedRow[],
  )
}

function foldChanges(rows: readonly LoggedRow[]): RowChange[] {
  const changes = new Map<string, RowChange>()
  for (const [table, rowId, operationId, side, before] of rows) {
    const key = `${table} ${rowId}`
    const change = changes.get(key) ?? { table, rowId, units: new Map<string, UnitChange>() }
    changes.set(key, change)
    noteUnits(change, { operationId, side: mergeSides[side] ?? 'ours', before: JSON.parse(before) })
  }
  return [...changes.values()]
}

type Logged = { operationId: Id; side: MergeSide; before: Record<string, MergeValue> }

function noteUnits({ table, units }: RowChange, { operationId, side, before }: Logged): void {
  for (const column of Object.keys(before)) {
    if (column === 'salt') continue
    const columns = unitOf(table, column)
    const name = columns[0] ?? column
    const unit = units.get(name) ?? { columns, base: {}, last: {} }
    units.set(name, unit)
    // The earliest change tells what was there; a group is logged whole.
    if (!(column in unit.base)) unit.base[column] = before[column] ?? null
    unit.last[side] = operationId
  }
}
