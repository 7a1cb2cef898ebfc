// Work that writes no log: with the log's triggers away, inside the caller's transaction, and all of them back at its end.
import type { Connection } from '#main/db/database.ts'
import { makeLogTriggers } from '#main/db/log-triggers.ts'
import { dropLogTriggers } from '#main/db/migrate.ts'

/** Needs an open transaction: a crash in between then leaves the triggers as they were. */
export function withCaptureOff<Result>(connection: Connection, work: () => Result): Result {
  if (!connection.inTransaction) throw new Error('The log is only set aside inside a transaction')
  dropLogTriggers(connection)
  const result = work()
  makeLogTriggers(connection)
  return result
}
