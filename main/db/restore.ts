// Puts a backup in a book's place: page by page through SQLite into the open path, in one transaction. The book is never
// renamed over, and a kill at any moment leaves the old book or the restored one.
import { copyFileSync, existsSync, rmSync, truncateSync } from 'node:fs'
import { fingerprintOf } from '#main/db/backup.ts'
import { factsOfBackup, openBackup } from '#main/db/backup-file.ts'
import { isDamage } from '#main/db/damage.ts'
import {
  applicationId,
  type Connection,
  closeWriter,
  openReader,
  openWriter,
  rollBackJournal,
} from '#main/db/database.ts'
import { leadToSame } from '#main/db/file-identity.ts'
import { lockBook } from '#main/db/lock.ts'
import { AppError } from '#shared/errors.ts'

const everyPage = 2 ** 31 - 1
const sides = ['-wal', '-shm', '-journal']

/** What stands in the book's place, as far as it can be read: null for a book too damaged to say who it is. */
function uidOfBook(file: string): string | null {
  try {
    const book = openReader(file)
    try {
      if (book.pragma('application_id', { simple: true }) !== applicationId) return null
      return (book.prepare('SELECT uid FROM books WHERE id = 1').get() as { uid: string } | undefined)?.uid ?? null
    } finally {
      book.close()
    }
  } catch {
    return null
  }
}

/**
 * Restores `backup` into `file`, which must not be open here. Refused with `backups/…` where the backup is not whole or is
 * of another book; `book/in-use` where another program has the book. `keepDamaged` is where the bytes of a book go that SQLite
 * cannot open any more.
 */
export async function restoreInto(file: string, backup: string, keepDamaged: string): Promise<void> {
  if (leadToSame(file, backup)) throw new AppError('backups/same-file')
  const lock = lockBook(file)
  try {
    const source = openBackup(backup)
    try {
      takeBackHalf(file)
      refuseUnfit(source, file)
      makeReady(file, keepDamaged)
      await source.backup(file, { progress: () => everyPage })
      checkRestored(file, fingerprintOf(source))
    } finally {
      source.close()
    }
  } catch (error) {
    throw restoreError(error)
  } finally {
    lock.release()
  }
}

/** An earlier restore that was killed: the book says who it is only once that is taken back. */
function takeBackHalf(file: string): void {
  if (!existsSync(`${file}-journal`)) return
  try {
    rollBackJournal(file)
  } catch (error) {
    if (!isDamage(error)) throw error
  }
}

function refuseUnfit(source: Connection, file: string): void {
  const { uid, companyName } = factsOfBackup(source)
  const own = existsSync(file) ? uidOfBook(file) : null
  if (own !== null && own !== uid) throw new AppError('backups/not-this-book', { company: companyName })
  if (source.pragma('quick_check(1)', { simple: true }) !== 'ok') throw new AppError('backups/unreadable')
}

/**
 * What a killed program left beside the book belongs to the old one: it is folded in before the new one comes. A book too
 * damaged for that is emptied, once its bytes are kept elsewhere: SQLite refuses to write into what it cannot read.
 */
function makeReady(file: string, keepDamaged: string): void {
  if (!existsSync(file)) return
  try {
    const book = openWriter(file)
    try {
      book.prepare('SELECT count(*) FROM sqlite_schema').get()
    } finally {
      closeWriter(book)
    }
  } catch (error) {
    if (!isDamage(error)) throw error
    keepBytes(file, keepDamaged)
    for (const side of sides) rmSync(file + side, { force: true })
    truncateSync(file, 0)
  }
}

/** For a book that is not open anywhere: its bytes as they lie there, under another name. */
export function keepBytes(file: string, target: string): void {
  for (const side of ['', ...sides]) if (existsSync(file + side)) copyFileSync(file + side, target + side)
}

function checkRestored(file: string, fingerprint: string): void {
  const book = openWriter(file)
  try {
    const isWhole = book.pragma('quick_check(1)', { simple: true }) === 'ok' && fingerprintOf(book) === fingerprint
    if (!isWhole) throw new AppError('backups/cannot-restore', { reason: 'check' })
  } finally {
    closeWriter(book)
  }
}

function restoreError(error: unknown): unknown {
  if (error instanceof AppError) return error
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
  if (/^(SQLITE_FULL|ENOSPC)/.test(code)) return new AppError('book/disk-full')
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) return new AppError('book/in-use')
  return new AppError('backups/cannot-restore', { reason: code })
}
