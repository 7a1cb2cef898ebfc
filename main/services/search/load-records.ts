// Records as the index keeps them: their lines of text, and when they were last touched.
import type { ReadDb } from '#main/db/database.ts'
import type { ShelfRecord } from '#main/domain/search/record-shelf.ts'
import { linesOf } from '#main/domain/search/record-text.ts'
import type { RecordKindRule } from '#main/services/records/record-kind.ts'
import { changeClocks, type MakerClocks } from '#main/services/search/record-clocks.ts'
import { readRecords, type Which } from '#main/services/search/record-reader.ts'
import type { Id } from '#shared/ids.ts'

/** Changed rows of the kind's tables by their clocks. */
export type ChangedRows = (table: string) => ReadonlyMap<Id, number>

/** The living records, and the ids of those read, the deleted ones among them. */
export type Loaded = { records: ShelfRecord[]; ids: Id[] }

export function loadRecords(
  db: ReadDb,
  rule: RecordKindRule,
  which: Which,
  clocks: { makers: MakerClocks; changed: ChangedRows },
): Loaded {
  const living = new Map<Id, ShelfRecord>()
  // Values of one record follow each other.
  let current: ShelfRecord | undefined
  const recordOf = (id: Id) => {
    if (current?.id !== id) current = living.get(id)
    return current
  }
  const ids = readRecords(db, rule, which, {
    record({ id, archived, deleted, facets }) {
      if (!deleted) living.set(id, { id, text: '', archived, facets, clock: 0 })
    },
    value(id, value, text) {
      const record = recordOf(id)
      if (record) record.text += linesOf(value.is, text)
    },
    row(id, table, rowId) {
      const record = recordOf(id)
      if (!record) return
      const changed = clocks.changed(table)
      const changedAt = changed.size > 0 ? (changed.get(rowId) ?? 0) : 0
      record.clock = Math.max(record.clock, clocks.makers.of(rowId), changedAt)
    },
  })
  return { ids, records: [...living.values()] }
}

/** The rule's tables whose rows tell when a record was touched. */
function watchedTables({ table, search }: RecordKindRule): string[] {
  return [table, ...(search.children ?? []).map((child) => child.table)]
}

/** Changed rows of a kind, of whole tables: read once for a build. */
export function allChangedRows(db: ReadDb, rule: RecordKindRule): ChangedRows {
  const tables = new Map(watchedTables(rule).map((table) => [table, changeClocks(db, table)]))
  return (table) => tables.get(table) ?? new Map()
}

/** The same for a few records: rows of the children are looked up by their owners. */
export function changedRowsOf(db: ReadDb, rule: RecordKindRule, ids: readonly Id[]): ChangedRows {
  const list = JSON.stringify(ids)
  const tables = new Map([[rule.table, changeClocks(db, rule.table, ids)]])
  for (const { table, owner } of rule.search.children ?? []) {
    const rows = db.raw(`SELECT id FROM ${table} WHERE ${owner} IN (SELECT value FROM json_each(?))`, list)
    tables.set(
      table,
      changeClocks(
        db,
        table,
        rows.map(([id]) => id as Id),
      ),
    )
  }
  return (table) => tables.get(table) ?? new Map()
}
