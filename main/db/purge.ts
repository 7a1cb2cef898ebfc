// After an erasure: the file is written anew, so that no free page, statistic or log of SQLite keeps what was blanked.
import Sqlite from 'better-sqlite3'
import type { Connection } from '#main/db/database.ts'

export function isPurgeDue(connection: Connection): boolean {
  return connection.prepare('SELECT 1 FROM this_copy WHERE purge_due = 1').get() !== undefined
}

/**
 * Does what an erasure has left to do; false where it could not be finished (no space, a reader that does not end): it stays
 * due and is done when the book is opened again. Outside any transaction.
 */
export function purgeIfDue(connection: Connection): boolean {
  if (!isPurgeDue(connection)) return true
  try {
    rebuildStatistics(connection)
    connection.exec('VACUUM')
    if (!emptyWal(connection)) return false
    connection.exec('UPDATE this_copy SET purge_due = 0')
    return true
  } catch (error) {
    // The erasure itself is done and stays; a full disk or a busy file must not make it look undone.
    if (error instanceof Sqlite.SqliteError) return false
    throw error
  }
}

/** Samples of columns are values like any other. */
function rebuildStatistics(connection: Connection): void {
  const kept = connection
    .prepare("SELECT name FROM sqlite_schema WHERE name IN ('sqlite_stat1', 'sqlite_stat3', 'sqlite_stat4')")
    .pluck()
    .all() as string[]
  if (kept.length === 0) return
  for (const name of kept) connection.exec(`DROP TABLE ${name}`)
  connection.exec('ANALYZE')
}

function emptyWal(connection: Connection): boolean {
  if (connection.memory) return true
  const [done] = connection.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[]
  return done?.busy === 0
}
