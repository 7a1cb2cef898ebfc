// The book as one worker has it open, and the context of each call: the writer writes, a reader only reads.

import type { Context } from '#main/api/trpc.ts'
import { createBook, type OpenBook, openBook } from '#main/db/book.ts'
import { type Connection, openReader, type WriteTx } from '#main/db/database.ts'
import { fileMemory } from '#main/db/machine-memory.ts'
import { read } from '#main/db/statements.ts'
import { jobReporter } from '#main/host/job-reporter.ts'
import type { WorkerStart } from '#main/host/worker-messages.ts'
import { addPerson } from '#main/services/book/book-commands.ts'
import { fileShelf } from '#main/services/files/file-shelf.ts'
import type { Instant } from '#shared/dates.ts'
import { AppError } from '#shared/errors.ts'
import type { JobState } from '#shared/operation.ts'

export type RoleBook = {
  connection: Connection
  close(): void
  personId(): number | null
  /** A context for one call, and the tables that call will have changed. */
  newCall(): { context: Context; changedTables: Set<string> }
}

type RoleParts = { clock: () => Instant; reportJob: (job: JobState) => void }

export async function openForRole(start: WorkerStart, parts: RoleParts): Promise<RoleBook> {
  return start.role === 'writer' ? openAsWriter(start, parts) : openAsReader(start, parts)
}

async function openAsWriter(start: WorkerStart, parts: RoleParts): Promise<RoleBook> {
  const memory = fileMemory(start.memoryFolder)
  const settings = { memory, clock: parts.clock }
  const book = start.create ? createBook(start.file, start.create, settings) : await openBook(start.file, settings)
  if (start.create?.ownerName) introduce(book, start.create.ownerName, memory.keepPerson)
  const personId = () => memory.person(book.uid)
  return {
    connection: book.connection,
    close: () => book.close(),
    personId,
    newCall: () => newCall({ connection: book.connection, book, personId: personId(), start, parts }),
  }
}

/** The book's maker is its first person, and who uses it on this machine. */
function introduce(book: OpenBook, name: string, keepPerson: (uid: string, personId: number) => void): void {
  const { result } = book.writer.write('people.add', null, (tx) => addPerson(tx, name))
  keepPerson(book.uid, result)
}

function openAsReader(start: WorkerStart, parts: RoleParts): RoleBook {
  const connection = openReader(start.file)
  const { uid } = connection.prepare('SELECT uid FROM books WHERE id = 1').get() as { uid: string }
  const memory = fileMemory(start.memoryFolder)
  const personId = () => memory.person(uid)
  return {
    connection,
    close: () => connection.close(),
    personId,
    newCall: () => newCall({ connection, book: null, personId: personId(), start, parts }),
  }
}

export function closeReader(book: RoleBook): void {
  book.close()
}

type CallParts = {
  connection: Connection
  book: OpenBook | null
  personId: number | null
  start: WorkerStart
  parts: RoleParts
}

function newCall({ connection, book, personId, start, parts }: CallParts): {
  context: Context
  changedTables: Set<string>
} {
  const changedTables = new Set<string>()
  const writer = () => {
    if (!book) throw new AppError('call/read-only')
    return book.writer
  }
  const written = <Result>(operation: string, service: (tx: WriteTx) => Result) => {
    const done = writer().write(operation, personId, service)
    for (const table of done.changedTables) changedTables.add(table)
    return done
  }
  const context: Context = {
    read: (service) => read(connection, service),
    write: (operation, service) => written(operation, service).result,
    writeUndoable: written,
    rehearse: (service) => writer().rehearse(personId, service),
    job: (id, kind) => jobReporter({ id, kind, stopFlag: start.stopFlag, report: parts.reportJob }),
    files: fileShelf(start.shelfFolder),
    personId,
    host: null,
  }
  return { context, changedTables }
}
