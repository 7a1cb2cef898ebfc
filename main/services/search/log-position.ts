// How far into the log the index has come, and what has been written since: by this copy or, after a merge, by others.
import type { ReadDb } from '#main/db/database.ts'
import type { Id } from '#shared/ids.ts'

/** Copy -> the last operation of it that was seen. */
export type LogPosition = ReadonlyMap<number, number>

export type LoggedOperation = { id: Id; clock: number; firstId: Id; lastId: Id }

/** A look at the ends of the log: one search in an index for each copy, however long the log is. */
export function logPosition(db: ReadDb): LogPosition {
  const position = new Map<number, number>()
  for (let replica = nextReplica(db, -1); replica !== null; replica = nextReplica(db, replica)) {
    const [row] = db.raw('SELECT max(sequence) FROM operations WHERE replica = ?', replica)
    position.set(replica, row?.[0] as number)
  }
  return position
}

function nextReplica(db: ReadDb, after: number): number | null {
  return (db.raw('SELECT min(replica) FROM operations WHERE replica > ?', after)[0]?.[0] as number | null) ?? null
}

/** Operations beyond a position, in no particular order. */
export function operationsSince(db: ReadDb, position: LogPosition, now: LogPosition): LoggedOperation[] {
  return [...now].flatMap(([replica, sequence]) => {
    const seen = position.get(replica) ?? 0
    if (seen >= sequence) return []
    return db.all<LoggedOperation>(
      `SELECT id, clock, first_id AS firstId, last_id AS lastId FROM operations WHERE replica = ? AND sequence > ?`,
      replica,
      seen,
    )
  })
}

/** Whether the log lacks what was seen before: another state of the book lies under this connection. */
export function isRewound(position: LogPosition, now: LogPosition): boolean {
  return [...position].some(([replica, sequence]) => (now.get(replica) ?? 0) < sequence)
}

export function isSamePosition(left: LogPosition, right: LogPosition): boolean {
  return left.size === right.size && [...left].every(([replica, sequence]) => right.get(replica) === sequence)
}
