// Rows of clashes as screens show them, for rules whose rows all lie in one table.
import type { ReadDb } from '#main/db/database.ts'
import type { ClashRow, ClashRule, FoundClash } from '#main/services/clashes/clash-rule.ts'
import { rowRecords } from '#main/services/records/row-records.ts'

/** The rows of one table with the records they are or belong to. */
export function rowsOf(table: string): ClashRule['rows'] {
  return (db: ReadDb, clashes: readonly FoundClash[]): ClashRow[] =>
    rowRecords(
      db,
      table,
      clashes.flatMap(({ ids }) => ids),
    )
}
