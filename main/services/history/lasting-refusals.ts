// Operations that can never be taken back, whatever is undone first: erasures, issued and void papers, kept runs, people
// whose work the log names. Cheap enough to be asked for every line of the history.
import type { ReadDb } from '#main/db/database.ts'
import { personalColumns } from '#main/db/table-list.ts'
import type { PastOperation } from '#main/services/history/undo-operation.ts'
import { AppError, type Failure } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'

type Span = Pick<PastOperation, 'id' | 'firstId' | 'lastId'>

export function refuseForGood(db: ReadDb, operation: Span): void {
  refuseErasure(db, operation)
  refuseErased(db, operation)
  refuseKept(db, operation)
  refuseVoid(db, operation)
  refuseWorkers(db, operation)
}

/** Why the operation can never be taken back; null where it may be some day. */
export function lastingRefusal(db: ReadDb, operation: Span): Failure | null {
  return refusalOf(() => refuseForGood(db, operation))
}

/** What a check throws, as a value. */
export function refusalOf(check: () => void): Failure | null {
  try {
    check()
    return null
  } catch (error) {
    if (error instanceof AppError) return { code: error.code, details: error.details }
    throw error
  }
}

/** What was erased is nowhere any more, so nobody can put it back. */
function refuseErasure(db: ReadDb, { firstId, lastId }: Span): void {
  if (db.get('SELECT 1 FROM erasures WHERE id BETWEEN ? AND ? LIMIT 1', firstId, lastId)) {
    throw new AppError('history/undo-erasure')
  }
}

/** Neither can what it changed or made in rows that were erased later. */
function refuseErased(db: ReadDb, { id, firstId, lastId }: Span): void {
  if (!db.get('SELECT 1 FROM erasures LIMIT 1')) return
  const made = 'SELECT 1 FROM erasures WHERE row_id BETWEEN ? AND ? LIMIT 1'
  const changed = db.all<{ table: string; after: string }>(
    `SELECT c.table_name AS "table", c.after FROM changes c INDEXED BY changes_by_operation
     WHERE c.operation_id = ? AND c.row_id NOT BETWEEN ? AND ?
       AND EXISTS (SELECT 1 FROM erasures e WHERE e.table_name = c.table_name AND e.row_id = c.row_id)`,
    ...[id, firstId, lastId],
  )
  const isPersonal = ({ table, after }: { table: string; after: string }) =>
    Object.keys(JSON.parse(after)).some((name) => personalColumns(table).includes(name))
  if (db.get(made, firstId, lastId) || changed.some(isPersonal)) throw new AppError('history/undo-erased')
}

/** Papers that went out have their number and stay; they are made void instead. */
function refuseKept(db: ReadDb, { firstId, lastId }: Span): void {
  const paper = db.get<{ number: string }>(
    'SELECT number FROM papers WHERE id BETWEEN ? AND ? LIMIT 1',
    firstId,
    lastId,
  )
  if (paper) throw new AppError('history/undo-paper', { number: paper.number })
  // Later runs were compared with it.
  if (db.get('SELECT 1 FROM class_runs WHERE id BETWEEN ? AND ? LIMIT 1', firstId, lastId))
    throw new AppError('history/undo-class-run')
  if (db.get('SELECT 1 FROM score_runs WHERE id BETWEEN ? AND ? LIMIT 1', firstId, lastId))
    throw new AppError('history/undo-score-run')
}

/** A void paper stays void: whoever was told so would not hear that it counts again. */
function refuseVoid(db: ReadDb, { id, firstId, lastId }: Span): void {
  const paper = db.get<{ number: string }>(
    `SELECT p.number FROM changes c INDEXED BY changes_by_operation JOIN papers p ON p.id = c.row_id
     WHERE c.operation_id = ? AND c.table_name = 'papers' AND c.row_id NOT BETWEEN ? AND ?
       AND json_extract(c.after, '$.status') = 'void' LIMIT 1`,
    ...[id, firstId, lastId],
  )
  if (paper) throw new AppError('history/undo-void', { number: paper.number })
}

/** Someone whom the log names stays: nobody could say any more who did what. */
function refuseWorkers(db: ReadDb, { id: operationId, firstId, lastId }: Span): void {
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
