// Puts a book into its place on a network: page by page through SQLite, in one transaction with a rollback journal, since a
// WAL needs memory that machines do not share.
import { existsSync } from 'node:fs'
import Sqlite from 'better-sqlite3'
import { fingerprintOf } from '#main/db/backup.ts'
import { applicationId, type Connection } from '#main/db/database.ts'
import { lockBook } from '#main/db/lock.ts'
import { AppError } from '#shared/errors.ts'

const everyPage = 2 ** 31 - 1

/**
 * Writes the whole of `snapshot`, a file that nobody has open, over the book at `target`, or makes it. A kill leaves the one
 * or the other. `book/in-use` where a program works on the target itself, `network/other-book` where another book lies there.
 * `refuse` is asked last, under the lock.
 */
export async function publishInto(target: string, snapshot: string, refuse: () => void): Promise<void> {
  const lock = lockBook(target)
  const source = new Sqlite(snapshot, { readonly: true })
  try {
    if (existsSync(target)) onNetwork(target, (there) => refuseOther(there, source))
    refuse()
    await source.backup(target, { progress: () => everyPage })
    onNetwork(target, (there) => {
      if (fingerprintOf(there) !== fingerprintOf(source))
        throw new AppError('network/not-published', { reason: 'check' })
    })
  } finally {
    source.close()
    lock.release()
  }
}

/** Opened so that even a file with a WAL's header is read and brought back to a journal without shared memory. */
function onNetwork(file: string, work: (there: Connection) => void): void {
  const there = new Sqlite(file)
  try {
    there.pragma('busy_timeout = 5000')
    there.pragma('locking_mode = EXCLUSIVE')
    there.pragma('synchronous = FULL')
    if (there.pragma('journal_mode', { simple: true }) !== 'delete') there.pragma('journal_mode = DELETE')
    work(there)
  } finally {
    there.close()
  }
}

function refuseOther(there: Connection, ours: Connection): void {
  const isBook = there.pragma('application_id', { simple: true }) === applicationId
  if (!isBook || uidOf(there) !== uidOf(ours)) throw new AppError('network/other-book')
}

function uidOf(connection: Connection): string {
  return (connection.prepare('SELECT uid FROM books WHERE id = 1').get() as { uid: string }).uid
}
