// What an emptied cell holds, and whether one holds more than that.
import type { ReadDb } from '#main/db/database.ts'
import { columnsOfTable } from '#main/services/copies/copy-tables.ts'
import type { CellsOut } from '#main/services/copies/redaction-plan.ts'

type Cell = Pick<CellsOut, 'table' | 'column'>

/** SQL: NULL where the column takes it, else what new rows hold, else the text or number of nothing. */
export function emptyOf(db: ReadDb, { table, column }: Cell): string {
  const info = columnsOfTable(db, table).find(({ name }) => name === column)
  if (info?.notnull !== 1) return 'NULL'
  if (info.dflt_value?.match(/^('\w*'|\d+)$/)) return info.dflt_value
  return info.type === 'TEXT' ? "''" : '0'
}

/** SQL: whether a cell holds anything. */
export function isFull(db: ReadDb, cell: Cell): string {
  const empty = emptyOf(db, cell)
  return empty === 'NULL' ? `coalesce(${cell.column}, '') <> ''` : `${cell.column} IS NOT ${empty}`
}
