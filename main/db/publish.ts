// Puts a book into its place on a network: page by page through SQLite, in one transaction with a rollback journal, since a
// WAL needs memory that machines do not share.
import { existsSync } from 'node:fs'
import Sqlite from 'better-sqlite3'
import { fingerprintOf } from '#main/db/backup.ts'
import { applicationId, type Connection } from '#main/db/database.ts'
import { lockBook } from '#main/db/lock.ts'
import { logHeads, newRuns } from '#main/db/merge/new-runs.ts'
import { AppError } from '#shared/errors.ts'

const everyPage = 2 ** 31 - 1

/** The last operation of one copy number. */
export type LogEnd = { replica: number; sequence: number }

/** What was published. */
export type Published = { fingerprint: string; ends: LogEnd[] }

type PublishParts = {
  /** The ends of the log as they were when both were last the same. */
  had: readonly LogEnd[]
  /** Asked last, under the lock. */
  refuse: () => void | Promise<void>
}

/**
 * Writes the whole of `snapshot`, a file that nobody has open, over the book at `target`, or makes it. A kill leaves the one
 * or the other. `book/in-use` where a program works on the target itself, `network/other-book` where another book lies there,
 * `network/changed` where the book there holds work that never was here: by its log, since sizes and times of files on a
 * network may stand still. Work that was here before and is no more was taken back on purpose (a restore, a merge undone),
 * and is taken back there as well; a colleague who has it in their copy brings it again.
 */
export async function publishInto(target: string, snapshot: string, { had, refuse }: PublishParts): Promise<Published> {
  const lock = lockBook(target)
  try {
    const source = new Sqlite(snapshot, { readonly: true })
    try {
      if (existsSync(target)) onNetwork(target, (there) => refuseOther(there, source, had))
      await refuse()
      await source.backup(target, { progress: () => everyPage })
      onNetwork(target, (there) => {
        if (fingerprintOf(there) !== fingerprintOf(source))
          throw new AppError('network/not-published', { reason: 'check' })
      })
      const ends = logHeads(source).map(({ replica, sequence }) => ({ replica, sequence }))
      return { fingerprint: fingerprintOf(source), ends }
    } finally {
      source.close()
    }
  } finally {
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

function refuseOther(there: Connection, ours: Connection, had: readonly LogEnd[]): void {
  const isBook = there.pragma('application_id', { simple: true }) === applicationId
  if (!isBook || uidOf(there) !== uidOf(ours)) throw new AppError('network/other-book')
  const lastHad = new Map(had.map(({ replica, sequence }) => [replica, sequence]))
  const news = newRuns(ours, there).filter((run) => run.lastSequence > (lastHad.get(run.replica) ?? 0))
  if (news.length > 0) throw new AppError('network/changed')
}

function uidOf(connection: Connection): string {
  return (connection.prepare('SELECT uid FROM books WHERE id = 1').get() as { uid: string }).uid
}
