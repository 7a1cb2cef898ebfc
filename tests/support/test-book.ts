// A migrated book in memory or in a file, with a clock that stands still unless told otherwise.
import { writeFileSync } from 'node:fs'
import { beginBook, type OpenBook } from '#main/db/book.ts'
import { openWriter, type ReadDb, type WriteTx } from '#main/db/database.ts'
import { lockBook } from '#main/db/lock.ts'
import { transientMemory } from '#main/db/machine-memory.ts'
import { migrate } from '#main/db/migrate.ts'
import { read } from '#main/db/statements.ts'
import { afterWork } from '#main/services/book/after-work.ts'
import { addPerson } from '#main/services/people/people-commands.ts'
import type { Instant } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'

/** 2026-11-22T12:00:00Z, the day most tests live on. */
export const testNow = Date.UTC(2026, 10, 22, 12) as Instant

export type TestBook = OpenBook & {
  write<Result>(work: (tx: WriteTx) => Result, name?: string): Result
  read<Result>(work: (db: ReadDb) => Result): Result
}

export function testBook(options: { baseCurrency?: string; file?: string; now?: () => Instant } = {}): TestBook {
  const settings = { memory: transientMemory(), clock: options.now ?? (() => testNow), afterWork }
  const start = { companyName: 'Test Trading', country: 'CN', baseCurrency: options.baseCurrency ?? 'USD' }
  const book = beginBook(options.file ? emptyFile(options.file) : emptyMemory(), start, settings)
  return {
    ...book,
    write: (work, name = 'test.write') => book.writer.write(name, null, work).result,
    read: (work) => read(book.connection, work, book.clock),
  }
}

let migrated: Buffer | null = null

/** All migrations are run once and their outcome copied: they would take most of the time of most tests. */
function emptyBook(): Buffer {
  if (!migrated) {
    const connection = openWriter(':memory:')
    migrate(connection, testNow)
    migrated = connection.serialize()
    connection.close()
  }
  return migrated
}

const emptyMemory = () => ({ file: ':memory:', connection: openWriter(emptyBook()), lock: null })

/** As `createBook` leaves it before anything is in it; a file that is there is left alone, too. */
function emptyFile(file: string) {
  const lock = lockBook(file)
  writeFileSync(file, emptyBook(), { flag: 'wx' })
  return { file, connection: openWriter(file), lock }
}

/** Someone for a caller to be: what goes through a host is refused without a person. */
export function testPerson(book: TestBook, name = 'Mei'): Id {
  return book.write((tx) => addPerson(tx, { name }), 'people.add')
}
