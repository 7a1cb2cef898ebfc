// What took what back. An undoing is itself an operation and may be taken back in turn: that is redo.
import type { ReadDb } from '#main/db/database.ts'
import { makerOf } from '#main/services/history/log-entries.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'

/** The operation that takes this one back and stands; null where this one stands. */
export function takenBackBy(db: ReadDb, operationId: Id): Id | null {
  return undoingsOf(db, operationId).find((undoing) => takenBackBy(db, undoing) === null) ?? null
}

/** Operations that took this one back, newest first, whether or not they stand. */
function undoingsOf(db: ReadDb, operationId: Id): Id[] {
  const rows = db.raw('SELECT id FROM undoings WHERE operation_id = ? ORDER BY id DESC', operationId) as [Id][]
  return rows.flatMap(([id]) => makerOf(db, id) ?? [])
}

/** The operation that this one took back; null where it is no undoing. */
export function takesBack(db: ReadDb, { firstId, lastId }: { firstId: Id; lastId: Id }): Id | null {
  if (lastId < firstId) return null
  const row = db.get<{ operationId: Id }>(
    'SELECT operation_id AS operationId FROM undoings WHERE id BETWEEN ? AND ? LIMIT 1',
    firstId,
    lastId,
  )
  return row?.operationId ?? null
}

/** Of an undoing, or an undoing of one: the name of the operation that it all began with. */
export function firstName(db: ReadDb, operationId: Id): string | null {
  const row = db.get<{ name: string; firstId: Id; lastId: Id }>(
    'SELECT name, first_id AS firstId, last_id AS lastId FROM operations WHERE id = ?',
    operationId,
  )
  if (!row) return null
  const before = takesBack(db, row)
  return before === null ? row.name : firstName(db, before)
}

/**
 * What must be taken back for an operation to be undone: itself, or the last redo of it. `history/undo-done` where it is
 * undone already.
 */
export function standingOf(db: ReadDb, operationId: Id): Id {
  const by = takenBackBy(db, operationId)
  if (by !== null) throw new AppError('history/undo-done', { operationId: by })
  const [undoing] = undoingsOf(db, operationId)
  const redo = undoing === undefined ? null : takenBackBy(db, undoing)
  return redo === null ? operationId : standingOf(db, redo)
}
