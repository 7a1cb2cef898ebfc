// Temporary tables in the trial merge: which operations each side had alone, and which rows they made or changed. Everything
// else of the report is asked of them, so that its cost is that of what differs, not of the book.
import type { Connection } from '#main/db/database.ts'
import type { NewRun } from '#main/db/merge/merge-types.ts'
import { sideNumber } from '#main/services/merge/conflict-types.ts'
import { type ShownTable, shownTables } from '#main/services/merge/merged-tables.ts'
import type { Id } from '#shared/ids.ts'
import { type MergeSide, mergeSides } from '#shared/schemas/merge.ts'

export type SideRuns = Record<MergeSide, readonly NewRun[]>

const schema = `
  CREATE TEMP TABLE look_operations (id INTEGER PRIMARY KEY, side INTEGER NOT NULL);
  CREATE TEMP TABLE look_spans (first_id INTEGER PRIMARY KEY, last_id INTEGER NOT NULL);
  CREATE TEMP TABLE look_rows (
    table_name TEXT NOT NULL, row_id INTEGER NOT NULL, kind TEXT, id INTEGER, is_own INTEGER NOT NULL DEFAULT 0,
    -- The side that made it; NULL where it was there before.
    made INTEGER, ours INTEGER NOT NULL, theirs INTEGER NOT NULL,
    PRIMARY KEY (table_name, row_id)) WITHOUT ROWID;
  CREATE TEMP TABLE look_records (
    kind TEXT NOT NULL, place TEXT NOT NULL, id INTEGER NOT NULL, PRIMARY KEY (kind, place, id)) WITHOUT ROWID;`

export function makeLookTables(together: Connection, runs: SideRuns): void {
  together.exec(schema)
  together.exec('BEGIN')
  for (const side of mergeSides) for (const run of runs[side]) noteOperations(together, side, run)
  for (const side of mergeSides) for (const run of runs[side]) noteMadeRows(together, side, run)
  noteChangedRows(together)
  for (const shown of shownTables) noteOwners(together, shown)
  noteRecords(together)
  together.exec('COMMIT')
  together.exec('CREATE INDEX temp.look_rows_by_record ON look_rows (kind, id)')
}

function noteOperations(together: Connection, side: MergeSide, { firstOperation, lastOperation }: NewRun): void {
  together
    .prepare('INSERT INTO look_operations SELECT id, ? FROM operations WHERE id BETWEEN ? AND ?')
    .run(sideNumber[side], firstOperation, lastOperation)
}

/** The ids that a copy drew in a row of operations lie side by side. What was made and deleted again is not told. */
function noteMadeRows(together: Connection, side: MergeSide, { firstOperation, lastOperation }: NewRun): void {
  const span = together
    .prepare(
      `SELECT min(first_id) AS first, max(last_id) AS last FROM operations
       WHERE id BETWEEN ? AND ? AND last_id >= first_id`,
    )
    .get(firstOperation, lastOperation) as { first: Id | null; last: Id | null }
  if (span.first === null) return
  together.prepare('INSERT INTO look_spans VALUES (?, ?)').run(span.first, span.last)
  const number = sideNumber[side]
  for (const { table, hasDeleted } of shownTables) {
    together
      .prepare(
        `INSERT INTO look_rows (table_name, row_id, made, ours, theirs)
         SELECT '${table}', r.id, ${number}, ${number === 0 ? '1, 0' : '0, 1'} FROM ${table} r
         WHERE r.id BETWEEN ? AND ?${hasDeleted ? ' AND r.deleted = 0' : ''}`,
      )
      .run(span.first, span.last)
  }
}

/** What one side made the other cannot have changed. */
function noteChangedRows(together: Connection): void {
  const tables = shownTables.map(({ table }) => `'${table}'`).join(', ')
  together.exec(
    `INSERT INTO look_rows (table_name, row_id, ours, theirs)
     SELECT c.table_name, c.row_id, max(l.side = 0), max(l.side = 1) FROM look_operations l
     CROSS JOIN changes c INDEXED BY changes_by_operation ON c.operation_id = l.id
     WHERE c.table_name IN (${tables})
       AND NOT EXISTS (SELECT 1 FROM look_spans s WHERE c.row_id BETWEEN s.first_id AND s.last_id)
     GROUP BY c.table_name, c.row_id`,
  )
}

/** The record that each row is or belongs to. */
function noteOwners(together: Connection, { table, kind, id, isOwn }: ShownTable): void {
  together.exec(
    `UPDATE look_rows SET (kind, id, is_own) = (SELECT ${kind}, ${id}, ${isOwn ? 1 : 0} FROM ${table} r WHERE r.id = look_rows.row_id)
     WHERE table_name = '${table}'`,
  )
}

function noteRecords(together: Connection): void {
  together.exec(
    `INSERT INTO look_records (kind, place, id)
     SELECT kind, CASE made WHEN 0 THEN 'newOurs' WHEN 1 THEN 'newTheirs' ELSE
       CASE WHEN ours AND theirs THEN 'both' WHEN ours THEN 'changedOurs' ELSE 'changedTheirs' END END, id
     FROM (SELECT kind, id, max(iif(is_own, made, NULL)) AS made, max(ours) AS ours, max(theirs) AS theirs
       FROM look_rows WHERE kind <> '' AND id IS NOT NULL GROUP BY kind, id)`,
  )
}
