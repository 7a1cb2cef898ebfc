// Work that writes no log: with the log's triggers of some tables away, inside the caller's transaction, and back at its end.
import type { Connection } from '#main/db/database.ts'
import { dropLogTriggersOf, makeLogTriggersOf } from '#main/db/log-triggers.ts'

/**
 * Needs an open transaction: a crash in between then leaves the triggers as they were. Of the named tables alone, as all
 * of them take longer than most work does.
 */
export function withCaptureOff<Result>(connection: Connection, tables: readonly string[], work: () => Result): Result {
  if (!connection.inTransaction) throw new Error('The log is only set aside inside a transaction')
  for (const table of tables) dropLogTriggersOf(connection, table)
  const result = work()
  for (const table of tables) makeLogTriggersOf(connection, table)
  return result
}
