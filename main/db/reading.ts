// A book that is only read: one that another program writes, or a private copy of one that lets nobody write.
import { existsSync } from 'node:fs'
import { isDamage, wasBook } from '#main/db/damage.ts'
import { applicationId, type Connection, closeWriter, openReader, openWriter } from '#main/db/database.ts'
import { lockBook } from '#main/db/lock.ts'
import { type AfterUpgrade, migrate, pendingMigrations } from '#main/db/migrate.ts'
import { AppError } from '#shared/errors.ts'

/**
 * A reader's connection, once the file has shown that it is a book of this program's schema. A book that an older program
 * has open cannot be upgraded under it: `book/in-use-older`.
 */
export function openForReading(file: string): Connection {
  const connection = refusingDamage(file, () => openReader(file))
  try {
    refusingDamage(file, () => {
      if (connection.pragma('application_id', { simple: true }) !== applicationId) throw notABook(file)
      if (pendingMigrations(connection).length > 0) throw new AppError('book/in-use-older')
    })
    return connection
  } catch (error) {
    connection.close()
    throw error
  }
}

/**
 * Brings a private copy to this program's schema and to one file. Nobody else may have it open. For writing from the first
 * look on: a journal that came along with it is rolled back.
 */
export function prepareCopy(file: string, now: number, afterUpgrade: AfterUpgrade): void {
  refusingDamage(file, () => {
    const connection = openWriter(file)
    try {
      if (connection.pragma('application_id', { simple: true }) !== applicationId) throw notABook(file)
      migrate(connection, now, { afterUpgrade })
    } finally {
      closeWriter(connection)
    }
  })
}

/**
 * Folds what a program that was killed, or that closed before its readers, left beside the book. Where another program has
 * the book open, it does so itself when it closes.
 */
export function foldLeftovers(file: string): void {
  const lock = lockBook(file)
  try {
    closeWriter(openWriter(file))
  } finally {
    lock.release()
  }
}

function refusingDamage<Result>(file: string, work: () => Result): Result {
  try {
    return work()
  } catch (error) {
    if (error instanceof AppError) throw error
    if (isDamage(error)) throw notABook(file)
    // Deleted or moved while another thread of the program still has it.
    if (!existsSync(file)) throw new AppError('book/not-found')
    throw new AppError('book/cannot-open', { reason: codeOf(error) })
  }
}

function notABook(file: string): AppError {
  return new AppError(wasBook(file) ? 'book/damaged' : 'book/not-a-book')
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
}
