// A book as a file: made, opened (locked, checked, upgraded) and closed again as one file.
import { randomUUID } from 'node:crypto'
import { existsSync, rmSync, statSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { backUp } from '#main/db/backup.ts'
import { backupPathBeside } from '#main/db/backup-paths.ts'
import { isDamage, wasBook } from '#main/db/damage.ts'
import {
  applicationId,
  type Connection,
  closeWriter,
  openReader,
  openWriter,
  rollBackJournal,
} from '#main/db/database.ts'
import { type BookLock, lockBook } from '#main/db/lock.ts'
import type { MachineMemory } from '#main/db/machine-memory.ts'
import { type AfterUpgrade, migrate, pendingMigrations } from '#main/db/migrate.ts'
import { purgeIfDue } from '#main/db/purge.ts'
import { type AfterWork, makeWriter, type Writer } from '#main/db/write.ts'
import type { Instant } from '#shared/dates.ts'
import { AppError } from '#shared/errors.ts'

export type OpenBook = {
  readonly file: string
  readonly uid: string
  readonly connection: Connection
  readonly writer: Writer
  readonly clock: () => Instant
  /** Whether this program still is the writer; false once another one has taken the book over. */
  isOurs(): boolean
  /** Takes the lock where the book was opened over another program's: false as long as that one has it. */
  holdLock(): boolean
  close(): void
}

export type BookSettings = {
  memory: MachineMemory
  clock: () => Instant
  /** What follows from any operation, as part of it. */
  afterWork?: AfterWork
  /** What follows from bringing an older book to this schema, as part of it. */
  afterUpgrade?: AfterUpgrade
  /** Becomes the writer also where another program is: that one's next write is refused. */
  takeOver?: boolean
}

export type NewBook = {
  companyName: string
  country: string
  baseCurrency: string
  timeZone?: string
  isSample?: boolean
  ownerName?: string
}

const inMemory = ':memory:'

/** Makes a new book. The copy that makes a book has replica number 1. A file that is already there is left alone. */
export function createBook(file: string, start: NewBook, settings: BookSettings): OpenBook {
  if (file !== inMemory && existsSync(file)) throw new AppError('book/exists')
  if (file !== inMemory) refuseMissingFolder(dirname(file))
  const lock = file === inMemory ? null : lockBook(file)
  let connection: Connection | null = null
  try {
    connection = openWriter(file)
    migrate(connection, settings.clock())
    return beginBook({ file, connection, lock }, start, settings)
  } catch (error) {
    connection?.close()
    lock?.release()
    if (file !== inMemory) for (const part of ['', '-wal', '-shm']) rmSync(file + part, { force: true })
    throw error
  }
}

type EmptyBook = Omit<OpenParts, 'uid'>

/** Makes a book of a file that has its tables and nothing in them yet. */
export function beginBook({ file, connection, lock }: EmptyBook, start: NewBook, settings: BookSettings): OpenBook {
  const uid = randomUUID()
  const { companyName, country, baseCurrency, timeZone = 'UTC', isSample = false } = start
  connection
    .prepare(
      'INSERT INTO books (id, uid, company_name, country, base_currency, time_zone, is_sample, made_at) VALUES (1, ?, ?, ?, ?, ?, ?, ?)',
    )
    .run(uid, companyName, country, baseCurrency, timeZone, isSample ? 1 : 0, settings.clock())
  connection.prepare('INSERT INTO this_copy (id, replica) VALUES (1, 1)').run()
  settings.memory.keepHead(uid, 1, '')
  return opened({ file, uid, connection, lock }, settings)
}

function refuseMissingFolder(folder: string): void {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return
  throw new AppError('book/no-folder', { folder: basename(folder) })
}

/** Opens a book, upgrading it first (after a checked backup) where this program's schema is newer. */
export async function openBook(file: string, settings: BookSettings): Promise<OpenBook> {
  if (!existsSync(file)) throw new AppError('book/not-found')
  const lock = lockFor(file, settings)
  let connection: Connection | null = null
  try {
    connection = openExisting(file)
    if (pendingMigrations(connection).length > 0) {
      await backUp(connection, backupPathBeside(file, { madeAt: settings.clock(), cause: 'upgrade' }))
      migrate(connection, settings.clock(), { afterUpgrade: settings.afterUpgrade })
    }
    const uid = uidOf(connection)
    purgeIfDue(connection)
    return opened({ file, uid, connection, lock }, settings)
  } catch (error) {
    connection?.close()
    lock?.release()
    throw isBroken(error) ? new AppError('book/damaged', { reason: codeOf(error) }) : error
  }
}

/** Pages that cannot be read, or a schema that lacks what every book has. */
function isBroken(error: unknown): boolean {
  return isDamage(error) || codeOf(error) === 'SQLITE_ERROR'
}

function uidOf(connection: Connection): string {
  const book = connection.prepare('SELECT uid FROM books WHERE id = 1').get() as { uid: string } | undefined
  const copy = connection.prepare('SELECT 1 FROM this_copy WHERE id = 1').get()
  if (!book || !copy) throw new AppError('book/damaged', { reason: 'books' })
  return book.uid
}

/** Null where another program has the lock and the book is taken over. */
function lockFor(file: string, { takeOver = false }: BookSettings): BookLock | null {
  try {
    return lockBook(file)
  } catch (error) {
    if (takeOver && error instanceof AppError && error.code === 'book/in-use') return null
    throw error
  }
}

/** The writer's connection, once the file has shown that it is a book. Nothing is written to a file that is none. */
function openExisting(file: string): Connection {
  let id: unknown
  try {
    const look = openLook(file)
    try {
      id = look.pragma('application_id', { simple: true })
    } finally {
      look.close()
    }
  } catch (error) {
    if (isDamage(error)) throw new AppError(wasBook(file) ? 'book/damaged' : 'book/not-a-book')
    throw new AppError('book/cannot-open', { reason: codeOf(error) })
  }
  if (id !== applicationId) throw new AppError(wasBook(file) ? 'book/damaged' : 'book/not-a-book')
  try {
    return openWriter(file)
  } catch (error) {
    throw new AppError('book/cannot-open', { reason: codeOf(error) })
  }
}

function openLook(file: string): Connection {
  try {
    return readLook(file)
  } catch (error) {
    if (codeOf(error) !== 'SQLITE_READONLY_ROLLBACK') throw error
    rollBackJournal(file)
    return readLook(file)
  }
}

function readLook(file: string): Connection {
  const look = openReader(file)
  try {
    look.prepare('SELECT count(*) FROM sqlite_schema').get()
    return look
  } catch (error) {
    look.close()
    throw error
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
}

type OpenParts = { file: string; uid: string; connection: Connection; lock: BookLock | null }

function opened(parts: OpenParts, { memory, clock, afterWork }: BookSettings): OpenBook {
  const { file, uid, connection } = parts
  let { lock } = parts
  const token = randomUUID()
  const writer = makeWriter(connection, { bookUid: uid, memory, clock, afterWork, token })
  return {
    file,
    uid,
    connection,
    writer,
    clock,
    isOurs() {
      const row = connection.prepare('SELECT writer_token AS held FROM this_copy').get() as { held: string }
      return row.held === token
    },
    holdLock() {
      if (lock !== null || file === inMemory) return true
      try {
        lock = lockBook(file)
      } catch (error) {
        if (!(error instanceof AppError)) throw error
      }
      return lock !== null
    },
    close() {
      closeWriter(connection)
      lock?.release()
    },
  }
}
