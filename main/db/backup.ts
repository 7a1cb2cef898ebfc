// Copies of an open book. They come from SQLite itself: no file call ever opens a book that is open in this process.
import { createHash } from 'node:crypto'
import { closeSync, fdatasync, fdatasyncSync, openSync, statSync } from 'node:fs'
import { promisify } from 'node:util'
import Sqlite from 'better-sqlite3'
import { applicationId, type Connection, openReader } from '#main/db/database.ts'
import { logHeads } from '#main/db/merge/new-runs.ts'
import { schemaVersion } from '#main/db/migrate.ts'
import { putWhole } from '#main/db/put-in-place.ts'
import { partialSuffix } from '#main/domain/backups/backup-name.ts'
import { AppError } from '#shared/errors.ts'

/** Some 8 MB: short enough to hear a wish to stop, long enough that the pauses cost nothing. */
const pagesAtOnce = 2048

export type BackupWatch = {
  progress?: (donePages: number, totalPages: number) => void
  /** Throws when the user asked to stop. */
  stopIfCancelled?: () => void
}

/**
 * Two files with one fingerprint hold the same book: its schema, the last operation of every copy, and how many contents it
 * was made without. Those come in by a merge that brings nothing else: no operation tells of it, and a backup must.
 */
export function fingerprintOf(connection: Connection): string {
  const text = JSON.stringify([schemaVersion(connection), logHeads(connection), lackingContents(connection)])
  return createHash('sha256').update(text).digest('hex')
}

/** Books of the first schema had no files. The length of a content is known without reading it. */
function lackingContents(connection: Connection): number {
  const hasFiles = connection.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'attachments'").get() !== undefined
  if (!hasFiles) return 0
  const lacking = "SELECT count(*) FROM attachments WHERE size > 0 AND length(content) = 0 AND hash <> ''"
  return connection.prepare(lacking).pluck().get() as number
}

/**
 * Copies the whole book as it is at this moment, checks the copy and puts it in its place: a name that stands there is a
 * whole backup. The folder must exist, and no book that is open is written over (`copies/target-in-use`). `backups/book-damaged` where the copy does not check, `backups/no-room`,
 * `backups/no-access`, or `book/backup-failed` with the reason.
 */
export async function backUp(connection: Connection, target: string, watch: BackupWatch = {}): Promise<void> {
  try {
    await putWhole({ path: target, replace: true, suffix: partialSuffix }, async (partial) => {
      const fingerprint = await copyPages(connection, partial, watch)
      checkCopy(partial, { fingerprint, isOnBookDisk: isOnDiskOf(connection, partial) })
      watch.stopIfCancelled?.()
    })
  } catch (error) {
    throw backupError(error)
  }
}

/**
 * Page by page out of one read transaction, so that a busy writer neither waits nor makes it begin anew: through a
 * connection of its own, since the caller's may have other calls to answer between two steps.
 */
async function copyPages(connection: Connection, target: string, watch: BackupWatch): Promise<string> {
  const source = connection.memory ? connection : openReader(connection.name)
  if (!connection.memory) source.exec('BEGIN')
  const flushing = flushAsItGrows(target)
  try {
    const fingerprint = fingerprintOf(source)
    await source.backup(target, {
      progress: ({ totalPages, remainingPages }) => {
        flushing.flush()
        watch.progress?.(totalPages - remainingPages, totalPages)
        watch.stopIfCancelled?.()
        return pagesAtOnce
      },
    })
    await flushing.end()
    return fingerprint
  } finally {
    await flushing.close()
    if (!connection.memory) source.close()
  }
}

type Flushing = {
  flush(): void
  /** Once nothing runs any more; throws what a flush has failed with. */
  end(): Promise<void>
  close(): Promise<void>
}

/**
 * Hands each piece to the disk as it is written, and the next one is copied meanwhile; no more than two wait to be written. All
 * at the end, 300 MB kept a saved edit of the book waiting for 200 ms; so it waits for 30, and the backup is done sooner.
 */
function flushAsItGrows(file: string): Flushing {
  let handle: number | null = null
  let running: Promise<void> | null = null
  let failure: unknown = null
  const begin = async (open: number) => {
    try {
      await flushed(open)
    } catch (error) {
      failure = error
    }
    running = null
  }
  const refuseFailed = () => {
    if (failure !== null) throw failure
  }
  return {
    flush() {
      refuseFailed()
      handle ??= openSync(file, 'r+')
      if (running === null) running = begin(handle)
      else fdatasyncSync(handle)
    },
    async end() {
      await running
      refuseFailed()
    },
    async close() {
      await running
      if (handle !== null) closeSync(handle)
    },
  }
}

const flushed = promisify(fdatasync)

/** Whether the copy lies on the disk of the book itself, which every reader maps as well. */
function isOnDiskOf(connection: Connection, copy: string): boolean {
  return !connection.memory && statSync(copy).dev === statSync(connection.name, { throwIfNoEntry: false })?.dev
}

type CheckParts = { fingerprint: string; isOnBookDisk: boolean }

/** A backup is one file without side files, so that it opens from a read-only disk too. */
function checkCopy(file: string, { fingerprint, isOnBookDisk }: CheckParts): void {
  const copy = new Sqlite(file)
  try {
    // Half the time of reading it all. Not on a stick: a page that is mapped and gone ends the whole program.
    if (isOnBookDisk) copy.pragma('mmap_size = 2147418112')
    copy.pragma('journal_mode = DELETE')
    // Whether a row is a sensible one is for `check` to say; here it is whether the copy is whole.
    copy.pragma('ignore_check_constraints = ON')
    const found = copy.pragma('quick_check(1)', { simple: true })
    if (found !== 'ok') throw new AppError('backups/book-damaged', { reason: String(found) })
    const isBook = copy.pragma('application_id', { simple: true }) === applicationId
    if (!isBook || fingerprintOf(copy) !== fingerprint) throw new AppError('book/backup-failed', { reason: 'heads' })
  } finally {
    copy.close()
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

function backupError(error: unknown): unknown {
  if (error instanceof AppError) return error
  const code = codeOf(error)
  if (/^(SQLITE_FULL|ENOSPC|EDQUOT)/.test(code)) return new AppError('backups/no-room')
  if (/^SQLITE_(CORRUPT|NOTADB)/.test(code)) return new AppError('backups/book-damaged', { reason: code })
  if (/^(SQLITE_(READONLY|CANTOPEN|PERM)|EACCES|EPERM|EROFS|ENOENT)/.test(code) || error instanceof TypeError)
    return new AppError('backups/no-access', { reason: code })
  return code === '' ? error : new AppError('book/backup-failed', { reason: code })
}
