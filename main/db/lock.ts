// One writer per book on this machine: an exclusive transaction held on a side file. The system frees it at any kill.
import { statSync, unlinkSync } from 'node:fs'
import Sqlite from 'better-sqlite3'
import { AppError } from '#shared/errors.ts'

export type BookLock = { release(): void }

/** Takes the writer's place for a book, or says that another process has it. */
export function lockBook(file: string): BookLock {
  const side = `${file}-lock`
  const connection = openSide(side)
  try {
    connection.exec('BEGIN EXCLUSIVE')
  } catch {
    connection.close()
    throw new AppError('book/in-use')
  }
  return {
    release() {
      // Gone while still held, so that a closed book is one file; Windows refuses that, and gets it afterwards.
      const removed = removeSide(side)
      connection.close()
      if (!removed) removeSide(side)
    },
  }
}

function openSide(side: string): Sqlite.Database {
  for (let attempt = 0; ; attempt += 1) {
    const connection = new Sqlite(side, { timeout: 0 })
    // Between opening and locking, a closing program may have removed the file under us: then it locks nothing.
    if (attempt >= 3 || existsNow(side)) return connection
    connection.close()
  }
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
