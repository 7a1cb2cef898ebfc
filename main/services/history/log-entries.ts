// Reads the log: which operation made a row, and what later ones changed in it.
import type { ReadDb } from '#main/db/database.ts'
import { type Id, idParts } from '#shared/ids.ts'

export type LoggedValue = string | number | null

/** One change row: the columns of one record that an operation changed, with the rest of their groups. */
export type LoggedChange = {
  operationId: Id
  table: string
  rowId: Id
  before: Record<string, LoggedValue>
  after: Record<string, LoggedValue>
}

/** Everything ever changed in some rows of one table, or what certain operations changed in them; oldest first by the clock. */
export function changesOf(
  db: ReadDb,
  table: string,
  ids: readonly Id[],
  operationIds: readonly Id[] | null = null,
): LoggedChange[] {
  const rows = db.raw(
    `SELECT c.operation_id, c.row_id, c.before, c.after FROM json_each(?) j
     CROSS JOIN changes c INDEXED BY changes_by_row ON c.table_name = ? AND c.row_id = j.value
     JOIN operations o ON o.id = c.operation_id
     ${operationIds ? 'WHERE c.operation_id IN (SELECT value FROM json_each(?))' : ''} ORDER BY o.clock, o.replica, c.id`,
    JSON.stringify(ids),
    table,
    ...(operationIds ? [JSON.stringify(operationIds)] : []),
  ) as [Id, Id, string, string][]
  return rows.map(([operationId, rowId, before, after]) => ({
    operationId,
    table,
    rowId,
    before: JSON.parse(before),
    after: JSON.parse(after),
  }))
}

const replicaIds = 2 ** 29

/**
 * The operation whose span holds the id: the one that made the row. Seeded rows have none. Spans do not overlap and empty
 * ones hold nothing, so the last that begins at or before the id, within its copy, is the only candidate.
 */
export function makerOf(db: ReadDb, id: Id): Id | null {
  const firstOfCopy = idParts(id).replica * replicaIds
  const row = db.get<{ id: Id; last: Id }>(
    `SELECT id, last_id AS last FROM operations INDEXED BY operations_by_span
     WHERE first_id BETWEEN ? AND ? AND last_id >= first_id ORDER BY first_id DESC LIMIT 1`,
    firstOfCopy,
    id,
  )
  return row && row.last >= id ? row.id : null
}

export type OperationHead = { id: Id; replica: number; name: string; person: string | null; at: number; clock: number }

/** Name, person and time of operations, newest first by the clock. */
export function operationHeads(db: ReadDb, ids: readonly Id[]): OperationHead[] {
  return db.all<OperationHead>(
    `SELECT o.id, o.replica, o.name, p.name AS person, o.wall_at AS at, o.clock FROM operations o
     LEFT JOIN people p ON p.id = o.person_id WHERE o.id IN (SELECT value FROM json_each(?))
     ORDER BY o.clock DESC, o.replica DESC`,
    JSON.stringify(ids),
  )
}
