// What stands in the way of taking an operation back: later changes of the same fields, later records that lean on what it
// made, people whose work the log names.
import type { ReadDb } from '#main/db/database.ts'
import { isErased } from '#main/db/erase.ts'
import { personalColumns, tableList } from '#main/db/table-list.ts'
import { type LeaningRows, leaningRows } from '#main/services/history/leaning-rows.ts'
import { type LoggedValue, makerOf, operationHeads } from '#main/services/history/log-entries.ts'
import { ownersOf } from '#main/services/history/row-owners.ts'
import type { NetChange, PastOperation } from '#main/services/history/undo-operation.ts'
import { recordKey, recordTitles } from '#main/services/records/record-titles.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'

export function refuseLaterWork(db: ReadDb, operation: PastOperation, changes: readonly NetChange[]): void {
  refuseErasure(db, operation)
  refuseErased(db, operation, changes)
  refuseKept(db, operation)
  refuseVoid(db, changes)
  refuseWorkers(db, operation)
  refuseChangedRows(db, operation, changes)
  refuseChangedMade(db, operation)
  refuseLeaning(db, operation)
}

/** What was erased is nowhere any more, so nobody can put it back. */
function refuseErasure(db: ReadDb, { firstId, lastId }: PastOperation): void {
  if (db.get('SELECT 1 FROM erasures WHERE id BETWEEN ? AND ? LIMIT 1', firstId, lastId)) {
    throw new AppError('history/undo-erasure')
  }
}

/** Neither can what it changed or made in rows that were erased later. */
function refuseErased(db: ReadDb, { firstId, lastId }: PastOperation, changes: readonly NetChange[]): void {
  const made = 'SELECT 1 FROM erasures WHERE row_id BETWEEN ? AND ? LIMIT 1'
  const isPersonal = ({ table, after }: NetChange) =>
    Object.keys(after).some((name) => personalColumns(table).includes(name))
  const isGone = ({ table, rowId }: NetChange) => isErased(db, table, rowId)
  if (db.get(made, firstId, lastId) || changes.some((change) => isPersonal(change) && isGone(change))) {
    throw new AppError('history/undo-erased')
  }
}

/** Papers that went out have their number and stay; they are made void instead. */
function refuseKept(db: ReadDb, { firstId, lastId }: PastOperation): void {
  const paper = db.get<{ number: string }>(
    'SELECT number FROM papers WHERE id BETWEEN ? AND ? LIMIT 1',
    firstId,
    lastId,
  )
  if (paper) throw new AppError('history/undo-paper', { number: paper.number })
}

/** A void paper stays void: whoever was told so would not hear that it counts again. */
function refuseVoid(db: ReadDb, changes: readonly NetChange[]): void {
  const made = changes.find(({ table, after }) => table === 'papers' && after.status === 'void')
  const paper = made && db.get<{ number: string }>('SELECT number FROM papers WHERE id = ?', made.rowId)
  if (paper) throw new AppError('history/undo-void', { number: paper.number })
}

/** Someone whom the log names stays: nobody could say any more who did what. */
function refuseWorkers(db: ReadDb, { id: operationId, firstId, lastId }: PastOperation): void {
  const made = 'SELECT id, name FROM live_people WHERE id BETWEEN ? AND ?'
  for (const { id, name } of db.all<{ id: Id; name: string }>(made, firstId, lastId)) {
    // Nobody signs before being made, so that the log is looked through from there on only.
    const signed = `SELECT 1 FROM operations INDEXED BY operations_by_clock
      WHERE clock >= (SELECT clock FROM operations WHERE id = ?) AND person_id = ? LIMIT 1`
    if (db.get(signed, operationId, id)) {
      throw new AppError('history/undo-person', { name })
    }
  }
}

/** Every field must still be as the operation left it. */
function refuseChangedRows(db: ReadDb, operation: PastOperation, changes: readonly NetChange[]): void {
  for (const { table, rowId, after } of changes) {
    const columns = Object.keys(after).join(', ')
    const row = db.get<Record<string, LoggedValue>>(`SELECT ${columns} FROM ${table} WHERE id = ?`, rowId)
    const isOther = Object.entries(after).some(([column, value]) => row?.[column] !== value)
    if (isOther) throw laterChange(db, operation, { table, rowId })
  }
}

/** What the operation made must be as it made it, unless later changes cancelled each other out. */
function refuseChangedMade(db: ReadDb, operation: PastOperation): void {
  const { id, firstId, lastId } = operation
  if (lastId < firstId) return
  const later = followed.flatMap((table) => {
    const rows = db.raw(
      `SELECT c.row_id, c.before FROM changes c INDEXED BY changes_by_row
       JOIN operations o ON o.id = c.operation_id
       WHERE c.table_name = ? AND c.row_id BETWEEN ? AND ? AND c.operation_id <> ? ORDER BY o.clock, o.replica, c.id`,
      ...[table, firstId, lastId, id],
    ) as [Id, string][]
    return rows.map(([rowId, before]) => [table, rowId, before] as const)
  })
  const first = new Map<string, Record<string, LoggedValue>>()
  for (const [table, rowId, before] of later) {
    const key = `${table} ${rowId}`
    first.set(key, { ...JSON.parse(before), ...first.get(key) })
  }
  for (const [key, before] of first) {
    const [table = '', rowId = ''] = key.split(' ')
    const row = db.get<Record<string, LoggedValue>>(`SELECT * FROM ${table} WHERE id = ?`, Number(rowId))
    const isOther = Object.entries(before).some(([column, value]) => row?.[column] !== value)
    // Deleted since by hand: there is nothing left of it to take back.
    if (isOther && row?.deleted !== 1) throw laterChange(db, operation, { table, rowId: Number(rowId) })
  }
}

function laterChange(db: ReadDb, { id }: PastOperation, { table, rowId }: { table: string; rowId: Id }): AppError {
  const last = db.get<{ id: Id }>(
    `SELECT c.operation_id AS id FROM changes c INDEXED BY changes_by_row
     JOIN operations o ON o.id = c.operation_id
     WHERE c.table_name = ? AND c.row_id = ? AND c.operation_id <> ?
     ORDER BY o.clock DESC, o.replica DESC, c.id DESC LIMIT 1`,
    table,
    rowId,
    id,
  )
  const [head] = last ? operationHeads(db, [last.id]) : []
  return new AppError('history/undo-later-change', {
    person: head?.person ?? '',
    at: head?.at ?? null,
    operationId: head?.id ?? null,
    record: titleOfRow(db, table, rowId),
  })
}

/** Living rows made later that point at something the operation made. */
function refuseLeaning(db: ReadDb, operation: PastOperation): void {
  const found = leaningRows(db, operation)
  if (found) throw leaningRow(db, found)
}

function leaningRow(db: ReadDb, { table, id, count }: LeaningRows): AppError {
  const operationId = makerOf(db, id)
  return new AppError('history/undo-in-use', { count, table, operationId, record: titleOfRow(db, table, id) })
}

/** What people call the record that a row belongs to; empty where it belongs to none. */
function titleOfRow(db: ReadDb, table: string, id: Id): string {
  const owner = ownersOf(db, table, [id]).get(id)
  const title = owner && recordTitles(db, [owner]).get(recordKey(owner))
  return title ? [title.code, title.name].filter(Boolean).join(' \u00b7 ') : ''
}

const followed = Object.keys(tableList).filter((table) => ['record', 'ledger'].includes(tableList[table]?.kind ?? ''))
