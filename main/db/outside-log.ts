// Changes to a copy that are no part of its history: what it must not carry goes, and nothing tells what it was.
import { bareTx } from '#main/db/bare-tx.ts'
import { type Connection, openWriter, type WriteTx } from '#main/db/database.ts'
import { makeLogTriggers } from '#main/db/log-triggers.ts'
import { dropLogTriggers } from '#main/db/migrate.ts'
import type { Instant } from '#shared/dates.ts'

/** Opens a copy that nobody else has, and closes it as one file again. */
export function withCopy<Result>(file: string, work: (connection: Connection) => Result): Result {
  const connection = openWriter(file)
  try {
    connection.pragma('journal_mode = DELETE')
    return work(connection)
  } finally {
    connection.close()
  }
}

/** Does work with the log switched off, all of it or nothing. References must hold at its end. */
export function changeOutsideLog(connection: Connection, now: Instant, work: (tx: WriteTx) => void): void {
  // A row that goes is not looked for in every table that might point at it; the check below makes up for it.
  connection.pragma('foreign_keys = OFF')
  try {
    connection
      .transaction(() => {
        dropLogTriggers(connection)
        work(bareTx(connection, now))
        const broken = connection.pragma('foreign_key_check') as unknown[]
        if (broken.length > 0) throw new Error(`References broken: ${JSON.stringify(broken[0])}`)
        makeLogTriggers(connection)
      })
      .immediate()
  } finally {
    connection.pragma('foreign_keys = ON')
  }
}
