// What the fields of rows held at a moment: of each, the `after` of its last change up to then, else the `before` of its
// first later one, in the order of the clock, the copy, and the place within the operation.
import type { Connection, Param } from '#main/db/database.ts'
import type { PastWork } from '#main/db/past.ts'
import { prepared, preparedRaw } from '#main/db/statements.ts'
import { tableList } from '#main/db/table-list.ts'

/** The ids that one copy gave out after the moment: those of its operations, and those of the rows they made. */
export type LaterSpan = { firstOperation: number; firstId: number; end: number }

const rowsAtOnce = 4000

type LoggedRow = [table: string, rowId: number, isLater: number, before: string, after: string]
type Fields = Record<string, Param>
type PastRow = { table: string; rowId: number; fields: Fields }

/** Writes what changed later back to what it was. Gives, by table, the rows that changed. */
export function putFieldsBack(
  connection: Connection,
  later: readonly LaterSpan[],
  { cut, work }: { cut: number; work: PastWork },
): Map<string, Set<number>> {
  const total = listChangedRows(connection, later)
  const changed = new Map<string, Set<number>>()
  for (let done = 0; done < total; done += rowsAtOnce) {
    work.stopIfCancelled()
    work.progress('changes', done, total)
    for (const row of pastRows(connection, { from: done, cut })) {
      writeFields(connection, row)
      const ids = changed.get(row.table) ?? new Set()
      changed.set(row.table, ids.add(row.rowId))
    }
  }
  connection.exec('DROP TABLE temp.past_rows')
  return changed
}

/** Rows with later changes, in a list to go through piece by piece; rows that came later themselves are none of them. */
function listChangedRows(connection: Connection, later: readonly LaterSpan[]): number {
  connection.exec('CREATE TEMP TABLE past_rows (place INTEGER PRIMARY KEY, table_name TEXT, row_id INTEGER)')
  const spans = JSON.stringify(later)
  connection
    .prepare(
      `INSERT INTO temp.past_rows (table_name, row_id)
       SELECT DISTINCT c.table_name, c.row_id FROM json_each(?) s
       CROSS JOIN changes c INDEXED BY changes_by_operation
         ON c.operation_id BETWEEN s.value ->> 'firstOperation' AND s.value ->> 'end'
       WHERE NOT EXISTS (SELECT 1 FROM json_each(?) r WHERE c.row_id BETWEEN r.value ->> 'firstId' AND r.value ->> 'end')
       ORDER BY c.table_name, c.row_id`,
    )
    .run(spans, spans)
  return (connection.prepare('SELECT count(*) AS n FROM temp.past_rows').get() as { n: number }).n
}

function pastRows(connection: Connection, { from, cut }: { from: number; cut: number }): PastRow[] {
  const logged = preparedRaw(
    connection,
    `SELECT c.table_name, c.row_id, o.clock >= ?, c.before, c.after FROM temp.past_rows p
     CROSS JOIN changes c INDEXED BY changes_by_row ON c.table_name = p.table_name AND c.row_id = p.row_id
     CROSS JOIN operations o ON o.id = c.operation_id
     WHERE p.place > ? AND p.place <= ? ORDER BY p.place, o.clock, o.replica, c.id`,
  ).all(cut, from, from + rowsAtOnce) as LoggedRow[]
  const rows: (PastRow & { known: Fields })[] = []
  for (const [table, rowId, isLater, before, after] of logged) {
    const row = rowOf(rows, table, rowId)
    if (isLater) takeBack(row, JSON.parse(before))
    else Object.assign(row.known, JSON.parse(after))
  }
  return rows
}

/** The changes of a row follow one another. */
function rowOf(rows: (PastRow & { known: Fields })[], table: string, rowId: number): PastRow & { known: Fields } {
  const last = rows.at(-1)
  if (last?.rowId === rowId && last.table === table) return last
  const row = { table, rowId, fields: {}, known: {} }
  rows.push(row)
  return row
}

/** Only a column with later changes may hold something else by now; the first of them that the order meets decides. */
function takeBack({ fields, known }: { fields: Fields; known: Fields }, before: Fields): void {
  for (const [column, value] of Object.entries(before)) {
    if (!(column in fields)) fields[column] = column in known ? (known[column] ?? null) : value
  }
}

function writeFields(connection: Connection, { table, rowId, fields }: PastRow): void {
  const columns = Object.keys(fields)
  if (columns.length === 0 || !tableList[table]) return
  const sets = columns.map((column) => `${column} = ?`).join(', ')
  prepared(connection, `UPDATE ${table} SET ${sets} WHERE id = ?`).run(...Object.values(fields), rowId)
}
