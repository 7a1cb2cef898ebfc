// The rows that an operation made or changed: a first look at them, and how many records they are.
import type { ReadDb } from '#main/db/database.ts'
import { tableList } from '#main/db/table-list.ts'
import { kindOfTable, ownersOf } from '#main/services/history/row-owners.ts'
import { recordKey } from '#main/services/records/record-titles.ts'
import type { Id } from '#shared/ids.ts'
import type { RecordRef } from '#shared/schemas/records.ts'

export type OperationSpan = { id: Id; firstId: Id; lastId: Id }

export type TouchedRow = { table: string; id: Id; isMade: boolean }

/** An operation may have touched 100,000 rows; a line of the history looks at the first of them. */
export const rowsLookedAt = 200

/** What people know of; keys of imports, versions and the like follow from other work. */
const untold = new Set(['source_keys', 'undoings', 'document_versions', 'attachments', 'paper_contents', 'erasures'])

/** Records before what belongs to them: what a page shows first says most. */
const toldTables = Object.keys(tableList)
  .filter((table) => ['record', 'ledger'].includes(tableList[table]?.kind ?? '') && !untold.has(table))
  .sort((left, right) => Number(kindOfTable.has(right)) - Number(kindOfTable.has(left)))

const madeSql = toldTables
  .map((table) => `SELECT * FROM (SELECT '${table}', id FROM ${table} WHERE id BETWEEN ? AND ? LIMIT ?)`)
  .join(' UNION ALL ')

/** Made rows first, then changed ones; at most `limit` of each table and of the changed. */
export function touchedRows(db: ReadDb, { id, firstId, lastId }: OperationSpan, limit = rowsLookedAt): TouchedRow[] {
  const made =
    lastId < firstId ? [] : (db.raw(madeSql, ...toldTables.flatMap(() => [firstId, lastId, limit])) as [string, Id][])
  const changed = db.raw(
    `SELECT DISTINCT table_name, row_id FROM changes INDEXED BY changes_by_operation
     WHERE operation_id = ? AND row_id NOT BETWEEN ? AND ? LIMIT ?`,
    ...[id, firstId, lastId, limit],
  ) as [string, Id][]
  return [
    ...made.map(([table, rowId]) => ({ table, id: rowId, isMade: true })),
    ...changed.filter(([table]) => !untold.has(table)).map(([table, rowId]) => ({ table, id: rowId, isMade: false })),
  ]
}

export type TouchedRecords = {
  /** Each once, records themselves before those of which only a part was touched. */
  records: RecordRef[]
  /** Rows that belong to no record. */
  others: TouchedRow[]
}

export function recordsOf(db: ReadDb, rows: readonly TouchedRow[]): TouchedRecords {
  const records = new Map<string, RecordRef>()
  const others: TouchedRow[] = []
  for (const [table, some] of Map.groupBy(rows, (row) => row.table)) {
    const ids = some.map((row) => row.id)
    const owners = ownersOf(db, table, ids)
    for (const row of some) {
      const owner = owners.get(row.id)
      if (owner) records.set(recordKey(owner), records.get(recordKey(owner)) ?? owner)
      else others.push(row)
    }
  }
  return { records: [...records.values()], others }
}
