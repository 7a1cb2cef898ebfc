// What the log keeps of blanked values: the hash that stands for them in the digest of the operation that wrote them.
import { blankColumns, personalTables } from '#main/db/blank-values.ts'
import type { Connection, ReadDb } from '#main/db/database.ts'
import type { RowsToBlank } from '#main/db/erase.ts'
import type { Column } from '#main/db/log-triggers.ts'
import {
  type ChangeRow,
  changeLeafOf,
  columnsText,
  hasLeaves,
  isPersonalChange,
  leafOf,
  rowTextOf,
} from '#main/db/row-text.ts'
import { prepared } from '#main/db/statements.ts'
import { type LeafPlace, saltOf, valuesBefore, valuesThen } from '#main/db/verify-operations.ts'

/** A change of an erased row that still says something, or whose leaf is still to be kept, and the same without it. */
export type ErasedChange = {
  id: number
  operationId: number
  schemaVersion: number
  /** The how-manieth of its operation to its row. */
  place: number
  change: ChangeRow
  blanked: { before: string; after: string }
}

type Found = [...ChangeRow, id: number, operationId: number, schemaVersion: number, place: number]

/** The changes of erased rows whose personal columns are not blank yet, or whose leaf is not kept yet. */
export function erasedChanges(db: ReadDb): ErasedChange[] {
  const blanks = new Map(personalTables.map((table) => [table, blankValues(db, table)]))
  const rows = db.raw(
    `SELECT c.table_name, c.row_id, c.kind, c.before, c.after, c.id, c.operation_id, o.schema_version,
       row_number() OVER (PARTITION BY c.operation_id, c.table_name, c.row_id ORDER BY c.id)
     FROM (SELECT DISTINCT table_name, row_id FROM erasures) e
     CROSS JOIN changes c INDEXED BY changes_by_row ON c.table_name = e.table_name AND c.row_id = e.row_id
     JOIN operations o ON o.id = c.operation_id`,
  ) as Found[]
  return rows.flatMap(([table, rowId, kind, before, after, id, operationId, schemaVersion, place]) => {
    const values = blanks.get(table) ?? {}
    const blanked = { before: blankedText(before, values), after: blankedText(after, values) }
    const change: ChangeRow = [table, rowId, kind, before, after]
    const isBlank = blanked.before === before && blanked.after === after
    // One that says nothing personal, but has a place for it, loses its leaf with its row's salt.
    if (isBlank && (!isPersonalChange(change) || saltOf(db, table, rowId) === '')) return []
    return [{ id, operationId, schemaVersion, place, change, blanked }]
  })
}

function blankValues(db: ReadDb, table: string): Record<string, string | null> {
  return Object.fromEntries(blankColumns(db, table).map(({ name, value }) => [name, value]))
}

function blankedText(text: string, blanks: Record<string, string | null>): string {
  const entries = Object.entries(JSON.parse(text) as Record<string, unknown>)
  if (!entries.some(([column]) => column in blanks)) return text
  return JSON.stringify(
    Object.fromEntries(entries.map(([column, value]) => [column, column in blanks ? blanks[column] : value])),
  )
}

export type ToBlank = { rows: readonly RowsToBlank[]; changes: readonly ErasedChange[] }

/** Keeps the leaf of everything that is about to be blanked. Operations of older schemas have none: their digest is plain. */
export function keepLeaves(connection: Connection, db: ReadDb, { rows, changes }: ToBlank): void {
  const keep = prepared(
    connection,
    'INSERT OR IGNORE INTO erased_leaves (operation_id, table_name, row_id, place, leaf) VALUES (?, ?, ?, ?, ?)',
  )
  const put = ({ operationId, table, id, place }: LeafPlace, leaf: string) =>
    keep.run(operationId, table, id, place, leaf)
  for (const { change, operationId, schemaVersion, place } of changes) {
    const [table, id] = change
    const salt = saltOf(db, table, id)
    const leaf = salt !== '' && hasLeaves(schemaVersion) ? changeLeafOf(change, salt) : null
    if (leaf !== null) put({ operationId, table, id, place }, leaf)
  }
  for (const { table, ids } of rows) {
    for (const id of ids) {
      const maker = makerOf(db, id)
      if (maker === null || saltOf(db, table, id) === '') continue
      put({ operationId: maker, table, id, place: 0 }, rowLeafThen(db, table, { id, maker }))
    }
  }
}

/** The operation that made a row, when its digest has leaves. */
function makerOf(db: ReadDb, id: number): number | null {
  const [row] = db.raw(
    `SELECT id, last_id, schema_version FROM operations INDEXED BY operations_by_span
     WHERE first_id <= ? AND last_id >= first_id ORDER BY first_id DESC LIMIT 1`,
    id,
  ) as [number, number, number][]
  return row && row[1] >= id && hasLeaves(row[2]) ? row[0] : null
}

function rowLeafThen(db: ReadDb, table: string, { id, maker }: { id: number; maker: number }): string {
  const text = rowTextOf(table, db.all<Column>(`PRAGMA table_info("${table}")`))
  const before = valuesBefore(db, { table, from: id, to: id, operationId: maker }).get(id) ?? {}
  return leafOf(columnsText(text, 'personal', valuesThen(db, table, id, before)))
}
