// One writer per book on this machine: an exclusive transaction held on a side file. The system frees it at any kill.
import { mkdirSync, statSync, unlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { identityOf, isSameFile, truePath } from '#main/db/file-identity.ts'
import { AppError } from '#shared/errors.ts'

export type BookLock = { release(): void }

/** Long enough for another program's glance at the lock (`isLocked`) to be over. */
const patienceMs = 60

/**
 * Takes the writer's place for a book, or says `book/in-use` where another process has it. The side file lies beside the
 * file itself, whatever link led to it. A file with several names (hard links) is also locked by its number:
 * `book/other-name` says that it is open under another one, where SQLite would not see the other's writes.
 */
export function lockBook(path: string): BookLock {
  const file = truePath(path)
  const lock = lockSide(sideOf(file), 'book/in-use')
  const identity = identityOf(file)
  if (identity === null || identity.links < 2n) return lock
  try {
    // One for each user: what one of them made lets no other write.
    const folder = join(tmpdir(), `quayside-locks-${process.getuid?.() ?? 'user'}`)
    mkdirSync(folder, { recursive: true })
    const byNumber = lockSide(join(folder, `${identity.device}-${identity.inode}`), 'book/other-name')
    return {
      release() {
        byNumber.release()
        lock.release()
      },
    }
  } catch (error) {
    lock.release()
    throw error instanceof AppError ? error : noLock(error)
  }
}

/** Whether some process holds the lock, by a glance that takes nothing from anyone. */
export function isLocked(path: string): boolean {
  const side = sideOf(truePath(path))
  if (!existsNow(side)) return false
  let connection: Sqlite.Database | null = null
  try {
    connection = new Sqlite(side, { timeout: 0, readonly: true, fileMustExist: true })
    connection.prepare('SELECT count(*) FROM sqlite_schema').get()
    return false
  } catch (error) {
    return isBusy(error)
  } finally {
    connection?.close()
  }
}

function sideOf(file: string): string {
  return `${file}-lock`
}

const attempts = 5

function lockSide(side: string, refusal: string): BookLock {
  const connection = heldSide(side, refusal)
  return {
    release() {
      // Gone while still held, so that a closed book is one file; Windows refuses that, and gets it afterwards.
      const removed = removeSide(side)
      connection.close()
      if (!removed) removeSide(side)
    },
  }
}

/**
 * The side file, held. A program that closes removes it: what was opened before and locked after that would lock nothing,
 * so the file must be the same before it is opened and once it is held.
 */
function heldSide(side: string, refusal: string): Sqlite.Database {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const before = identityOf(side)
    const connection = openSide(side)
    try {
      connection.exec('BEGIN EXCLUSIVE')
    } catch (error) {
      connection.close()
      throw isBusy(error) ? new AppError(refusal) : noLock(error)
    }
    if (before !== null && isSameFile(before, identityOf(side))) return connection
    connection.close()
  }
  throw new AppError(refusal)
}

function openSide(side: string): Sqlite.Database {
  try {
    return new Sqlite(side, { timeout: patienceMs })
  } catch (error) {
    throw noLock(error)
  }
}

/** Where no side file can be made or locked, the book cannot be written: its folder lets nobody, or the disk is full. */
function noLock(error: unknown): AppError {
  return new AppError('book/no-lock', { reason: error instanceof Sqlite.SqliteError ? error.code : String(error) })
}

function isBusy(error: unknown): boolean {
  return error instanceof Sqlite.SqliteError && error.code.startsWith('SQLITE_BUSY')
}

function existsNow(side: string): boolean {
  return statSync(side, { throwIfNoEntry: false }) !== undefined
}

function removeSide(side: string): boolean {
  try {
    unlinkSync(side)
    return true
  } catch {
    // Held open (Windows), or gone already: an empty side file left behind locks nobody out.
    return false
  }
}
