// Reading a file that someone else may have written: whatever it makes SQLite say is a damaged copy, never our own failure.
import type { Connection, Param, ReadDb } from '#main/db/database.ts'
import { preparedRaw, readDb } from '#main/db/statements.ts'
import type { Instant } from '#shared/dates.ts'
import { AppError } from '#shared/errors.ts'

/** The other copy does not agree with itself; `where` says what was looked at. */
export function damaged(where: string): AppError {
  return new AppError('merge/damaged', { where })
}

/** Our own disk or memory that fails, which tells nothing of the other copy: a private copy is read and written here. */
const ownTrouble = /^(SQLITE_(FULL|IOERR|BUSY|LOCKED|NOMEM|READONLY|CANTOPEN)|E[A-Z]+$)/

/** Does what reads the other copy; any failure of it says that the copy is damaged, unless it is our own. */
export function readingForeign<Result>(where: string, work: () => Result): Result {
  try {
    return work()
  } catch (error) {
    throw asForeignFailure(where, error)
  }
}

function asForeignFailure(where: string, error: unknown): unknown {
  return error instanceof AppError || ownTrouble.test(codeOf(error)) ? error : damaged(where)
}

/** The other copy for services that read it. */
export function foreignDb(foreign: Connection, now: Instant): ReadDb {
  const db = readDb(foreign, now)
  return {
    now,
    all: <Row>(sql: string, ...params: Param[]) => readingForeign('content', () => db.all<Row>(sql, ...params)),
    get: <Row>(sql: string, ...params: Param[]) => readingForeign('content', () => db.get<Row>(sql, ...params)),
    raw: (sql: string, ...params: Param[]) => readingForeign('content', () => db.raw(sql, ...params)),
  }
}

/** Rows of the other copy as arrays, one after another. */
export function* foreignRows(
  foreign: Connection,
  where: string,
  sql: string,
  ...params: Param[]
): Generator<unknown[]> {
  const rows = readingForeign(where, () => preparedRaw(foreign, sql).iterate(...params)) as IterableIterator<unknown[]>
  try {
    for (;;) {
      const next = readingForeign(where, () => rows.next())
      if (next.done) return
      yield next.value
    }
  } finally {
    rows.return?.()
  }
}

/** A writing of what the other copy brings: what our tables refuse (types, CHECKs, keys) makes it a damaged copy. */
export function admitting<Result>(where: string, write: () => Result): Result {
  try {
    return write()
  } catch (error) {
    const isRefused = /^SQLITE_(CONSTRAINT|MISMATCH|TOOBIG)/.test(codeOf(error)) || error instanceof RangeError
    throw isRefused ? damaged(where) : error
  }
}

/** Reckoning with what the other copy brought: what cannot be reckoned with makes it a damaged copy, unless the disk fails. */
export function reckoning<Result>(where: string, work: () => Result): Result {
  try {
    return work()
  } catch (error) {
    // It is our own file that this reads.
    if (codeOf(error).startsWith('SQLITE_CORRUPT')) throw error
    throw asForeignFailure(where, error)
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}
