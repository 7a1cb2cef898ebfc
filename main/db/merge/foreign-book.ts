// Opens another copy of our book: shown to be one, brought to our schema on its private copy, then only read.
import Sqlite from 'better-sqlite3'
import { applicationId, type Connection } from '#main/db/database.ts'
import { damaged, readingForeign } from '#main/db/merge/foreign-rows.ts'
import { refuseOtherSchema } from '#main/db/merge/known-schema.ts'
import type { ForeignBook } from '#main/db/merge/merge-types.ts'
import { privateCopy } from '#main/db/merge/private-copy.ts'
import { migrate, schemaVersion } from '#main/db/migrate.ts'
import { migrations } from '#main/db/migrations.ts'
import type { Instant } from '#shared/dates.ts'
import { AppError } from '#shared/errors.ts'

/** `isPrivate`: the file is a private copy already, may be changed, and stays its maker's to remove. */
export type ForeignFile = { file: string; isPrivate?: boolean; folder?: string }

/**
 * Opens another copy of `ours`. Throws `book/not-a-book`, `merge/another-book`, `merge/newer`, `merge/damaged` and what
 * `privateCopy` throws. Close it.
 */
export async function openForeignBook(ours: Connection, other: ForeignFile, now: Instant): Promise<ForeignBook> {
  const copy = other.isPrivate
    ? { file: other.file, remove: () => {} }
    : await privateCopy(other.file, { own: ours.name, ...(other.folder === undefined ? {} : { folder: other.folder }) })
  try {
    return foreignBookOf(
      readingForeign('file', () => new Sqlite(copy.file)),
      { ours, now, remove: copy.remove },
    )
  } catch (error) {
    copy.remove()
    throw error
  }
}

type Asking = { ours: Connection; now: Instant; remove?: () => void }

/** The same of a connection to a private copy; it is closed with the book, or when it is refused. */
export function foreignBookOf(connection: Connection, { ours, now, remove = () => {} }: Asking): ForeignBook {
  try {
    const fromSchema = admit(connection, ours, now)
    return {
      connection,
      fromSchema,
      close() {
        connection.close()
        remove()
      },
    }
  } catch (error) {
    connection.close()
    throw error
  }
}

function admit(connection: Connection, ours: Connection, now: Instant): number {
  refuseNoBook(connection)
  readingForeign('file', () => restrain(connection))
  const version = readingForeign('file', () => schemaVersion(connection))
  const newest = migrations.at(-1)?.number ?? 0
  if (version > newest) throw new AppError('merge/newer', { book: version, program: newest })
  refuseOtherSchema(connection, version)
  refuseAnotherBook(connection, ours)
  refuseDamage(connection)
  if (version < newest) readingForeign('upgrade', () => migrate(connection, now))
  connection.pragma('query_only = ON')
  return version
}

/** Nothing that the file brings along may run or be believed. */
function restrain(connection: Connection): void {
  connection.pragma('trusted_schema = OFF')
  connection.pragma('cell_size_check = ON')
  connection.pragma('mmap_size = 0')
  connection.pragma('temp_store = MEMORY')
  connection.pragma('cache_size = -32768')
  connection.pragma('foreign_keys = OFF')
  // A private copy that is lost with the machine is no loss.
  connection.pragma('synchronous = OFF')
}

function refuseNoBook(connection: Connection): void {
  let id: unknown
  try {
    id = connection.pragma('application_id', { simple: true })
    connection.prepare('SELECT count(*) FROM sqlite_schema').get()
  } catch (error) {
    throw isNoDatabase(error) ? new AppError('book/not-a-book') : damaged('file')
  }
  if (id !== applicationId) throw new AppError('book/not-a-book')
}

function isNoDatabase(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'SQLITE_NOTADB'
}

function refuseAnotherBook(connection: Connection, ours: Connection): void {
  const uid = (book: Connection) => book.prepare('SELECT uid FROM books WHERE id = 1').pluck().get()
  const theirs = readingForeign('books', () => uid(connection))
  if (theirs === undefined) throw damaged('books')
  if (theirs !== uid(ours)) throw new AppError('merge/another-book')
}

/** What SQLite sees of a cut or damaged file; what it cannot see, the digests do. */
function refuseDamage(connection: Connection): void {
  const result = readingForeign('file', () => connection.pragma('quick_check(1)', { simple: true }))
  if (result !== 'ok') throw damaged('file')
}
