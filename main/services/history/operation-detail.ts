// Everything that one operation did, record by record: before and after of each field.
import type { ReadDb } from '#main/db/database.ts'
import { historyEntry } from '#main/services/history/book-history.ts'
import { changesOf } from '#main/services/history/log-entries.ts'
import { changedColumns, recordChanges } from '#main/services/history/record-changes.ts'
import { recordsOf, type TouchedRow, touchedRows } from '#main/services/history/touched-rows.ts'
import { recordKey, recordTitles } from '#main/services/records/record-titles.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import type { OperationDetail, OperationPart } from '#shared/schemas/history.ts'

const partsAtOnce = 25
/** The rest of an operation on thousands of records is told by its records' own histories. */
const rowsAtMost = 2000

export function operationDetail(
  db: ReadDb,
  { operationId, cursor }: { operationId: Id; cursor: number },
): OperationDetail {
  const span = db.get<{ id: Id; firstId: Id; lastId: Id }>(
    'SELECT id, first_id AS firstId, last_id AS lastId FROM operations WHERE id = ?',
    operationId,
  )
  if (!span) throw new AppError('history/undo-unknown')
  const rows = touchedRows(db, span, rowsAtMost)
  const { records, others } = recordsOf(db, rows)
  const shown = records.slice(cursor, cursor + partsAtOnce)
  const titles = recordTitles(db, shown)
  const parts = shown.map((ref): OperationPart => {
    const did = recordChanges(db, ref, [operationId]).get(operationId)
    const record = titles.get(recordKey(ref)) ?? null
    // Touched by what hangs on it (a note, a file, a movement): that is told with the other things.
    return { record, kind: did?.kind ?? 'changed', changes: did?.changes ?? [], titles: did?.titles ?? [] }
  })
  const rest = cursor === 0 ? othersOf(db, operationId, [...others, ...hangingRows(rows)]) : []
  return {
    entry: historyEntry(db, operationId),
    parts: [...parts, ...rest],
    records: parts.length,
    hasMore: records.length > cursor + partsAtOnce,
  }
}

/** What hangs on records without being part of them. */
const hanging = new Set(['notes', 'record_attachments', 'alert_marks', 'stock_movements'])

function hangingRows(rows: readonly TouchedRow[]): TouchedRow[] {
  return rows.filter(({ table }) => hanging.has(table))
}

const unsaid = new Set([
  'id',
  'salt',
  'record_kind',
  'record_id',
  'product_id',
  'attachment_id',
  'person_id',
  'reverses_id',
])
const othersAtMost = 50

function othersOf(db: ReadDb, operationId: Id, rows: readonly TouchedRow[]): OperationPart[] {
  return rows.slice(0, othersAtMost).flatMap((row): OperationPart[] => {
    const changes = row.isMade ? madeColumns(db, row) : changedIn(db, operationId, row)
    if (changes.length === 0) return []
    return [{ record: null, kind: row.isMade ? 'made' : 'changed', changes, titles: [] }]
  })
}

function changedIn(db: ReadDb, operationId: Id, { table, id }: TouchedRow): OperationPart['changes'] {
  return changesOf(db, table, [id], [operationId])
    .flatMap(changedColumns)
    .filter(({ column }) => !unsaid.has(column))
}

/** A row as it was made: what it holds now, with everything changed later taken back. */
function madeColumns(db: ReadDb, { table, id }: TouchedRow): OperationPart['changes'] {
  const now = db.get<Record<string, string | number | null>>(`SELECT * FROM ${table} WHERE id = ?`, id) ?? {}
  const first = { ...now }
  for (const change of changesOf(db, table, [id]).toReversed()) Object.assign(first, change.before)
  const told = Object.entries(first).filter(
    ([column, value]) =>
      !unsaid.has(column) && column !== 'deleted' && value !== null && value !== '' && isShort(value),
  )
  return [
    { table, rowId: id, column: 'deleted', before: null, after: 0 },
    ...told.map(([column, after]) => ({ table, rowId: id, column, before: null, after })),
  ]
}

/** A template's text or a view's state is nothing to read in a line. */
function isShort(value: string | number): boolean {
  return typeof value === 'number' || (value.length < 500 && !value.startsWith('{'))
}
