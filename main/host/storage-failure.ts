// What the disk or SQLite says when a book cannot be read or written, as a failure that its user understands.
import type { Failure } from '#shared/errors.ts'

const rules: readonly (readonly [code: RegExp, failure: string, why?: string])[] = [
  [/^(SQLITE_FULL|ENOSPC|EDQUOT)$/, 'book/disk-full'],
  [/^SQLITE_READONLY_DBMOVED$/, 'book/read-only', 'moved'],
  [/^(SQLITE_READONLY.*|SQLITE_PERM|EROFS)$/, 'book/read-only', 'became-read-only'],
  [/^(SQLITE_CORRUPT.*|SQLITE_NOTADB)$/, 'book/damaged'],
  [/^(SQLITE_BUSY.*|SQLITE_LOCKED.*)$/, 'book/busy'],
  [/^(SQLITE_IOERR.*|SQLITE_CANTOPEN.*|SQLITE_PROTOCOL|EIO)$/, 'book/cannot-write'],
]

/** Null for what has nothing to do with the disk. */
export function storageFailure(error: unknown): Failure | null {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const rule = rules.find(([pattern]) => pattern.test(code))
  if (!rule) return null
  const [, failure, why] = rule
  return { code: failure, details: why ? { why } : { reason: code } }
}
