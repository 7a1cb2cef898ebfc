// A migrated book in memory, with a clock that stands still unless told otherwise.

import { createBook, type OpenBook } from '#main/db/book.ts'
import type { ReadDb, WriteTx } from '#main/db/database.ts'
import { transientMemory } from '#main/db/machine-memory.ts'
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
  const book = createBook(options.file ?? ':memory:', start, settings)
  return {
    ...book,
    write: (work, name = 'test.write') => book.writer.write(name, null, work).result,
    read: (work) => read(book.connection, work, book.clock),
  }
}

/** Someone for a caller to be: what goes through a host is refused without a person. */
export function testPerson(book: TestBook, name = 'Mei'): Id {
  return book.write((tx) => addPerson(tx, { name }), 'people.add')
}
