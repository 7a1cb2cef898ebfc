// Rows that belong to one other row, made to be those of a list in its order: kept ones stay the same rows, untouched ones are
// not rewritten, missing ones go.
import type { Param, WriteTx } from '#main/db/database.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'

export type KeptRow = { id?: Id | undefined; columns: Readonly<Record<string, Param>> }

export type RowsOf = {
  table: string
  owner: { column: string; id: Id }
  /** What a row that is not found is told at (`legs`), and the code that says so. */
  field: string
  missing: string
  /** May refuse that a row goes. */
  onDrop?: (id: Id) => void
}

/** The ids of the rows, in the order of the list; `missing` where one is named that is not there. */
export function keepRows(
  tx: WriteTx,
  { table, owner, field, missing, onDrop }: RowsOf,
  list: readonly KeptRow[],
): Id[] {
  const before = new Map(
    tx
      .all<Record<string, Param> & { id: Id }>(`SELECT * FROM live_${table} WHERE ${owner.column} = ?`, owner.id)
      .map((row) => [row.id, row] as const),
  )
  const kept = new Set(list.flatMap(({ id }) => id ?? []))
  for (const id of before.keys()) {
    if (kept.has(id)) continue
    onDrop?.(id)
    tx.update(table, id, { deleted: 1 })
  }
  const seen = new Set<Id>()
  return list.map(({ id, columns }, index) => {
    if (id === undefined) return tx.insert(table, { [owner.column]: owner.id, ...columns })
    const row = before.get(id)
    if (!row || seen.has(id)) throw new AppError(missing, { field: `${field}.${index}` })
    seen.add(id)
    if (Object.entries(columns).some(([name, value]) => row[name] !== value)) tx.update(table, id, columns)
    return id
  })
}
