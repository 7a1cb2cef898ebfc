// The book as one worker has it open, and the context of each call: the writer writes, a reader only reads.

import type { Context } from '#main/api/trpc.ts'
import { createBook, type OpenBook, openBook } from '#main/db/book.ts'
import { bookHandle } from '#main/db/book-handle.ts'
import type { Connection, WriteTx } from '#main/db/database.ts'
import { identityOf } from '#main/db/file-identity.ts'
import { fileMemory, type MachineMemory } from '#main/db/machine-memory.ts'
import { openForReading, prepareCopy } from '#main/db/reading.ts'
import { read } from '#main/db/statements.ts'
import { jobReporter } from '#main/host/job-reporter.ts'
import { refuseMoved } from '#main/host/moved-file.ts'
import { openAsPorter } from '#main/host/porter-book.ts'
import { signed } from '#main/host/signed-write.ts'
import { systemUserName } from '#main/host/system-user.ts'
import type { WorkerStart } from '#main/host/worker-messages.ts'
import { afterUpgrade } from '#main/services/book/after-upgrade.ts'
import { afterWork } from '#main/services/book/after-work.ts'
import { fileShelf } from '#main/services/files/file-shelf.ts'
import { forgetLook } from '#main/services/merge/look.ts'
import { addPerson } from '#main/services/people/people-commands.ts'
import { workingPerson } from '#main/services/people/people-queries.ts'
import { type SearchIndex, searchIndex } from '#main/services/search/search-index.ts'
import type { Instant } from '#shared/dates.ts'
import { AppError } from '#shared/errors.ts'
import type { JobState } from '#shared/operation.ts'

export type WriterPlace = Pick<OpenBook, 'isOurs' | 'holdLock'>

export type RoleBook = {
  connection: Connection
  close(): void
  personId(): number | null
  search: SearchIndex
  /** Only the writer has it: whether it still is the one, and its lock where it took the book over. */
  writing?: WriterPlace
  /** A context for one call, and the tables that call will have changed. */
  newCall(): { context: Context; changedTables: Set<string> }
}

type RoleParts = { clock: () => Instant; reportJob: (job: JobState) => void }

export async function openForRole(start: WorkerStart, parts: RoleParts): Promise<RoleBook> {
  if (start.role === 'porter') return openAsPorter(start, parts)
  return start.role === 'writer' ? openAsWriter(start, parts) : openAsReader(start, parts)
}

async function openAsWriter(start: WorkerStart, parts: RoleParts): Promise<RoleBook> {
  const memory = fileMemory(start.memoryFolder)
  const settings = { memory, clock: parts.clock, afterWork, afterUpgrade, takeOver: start.opening.takeOver }
  const book = start.create ? createBook(start.file, start.create, settings) : await openBook(start.file, settings)
  if (start.create) introduce(book, start.create.ownerName || systemUserName(), memory)
  const person = personOfMachine(book.connection, book.uid, memory)
  const search = searchIndex()
  const identity = identityOf(start.file)
  const guard = () => refuseMoved(start.file, identity)
  return {
    connection: book.connection,
    close: () => book.close(),
    personId: person.known,
    search,
    writing: book,
    newCall: () => newCall({ connection: book.connection, book, person, search, start, parts, guard }),
  }
}

/** The book's maker is its first person, and who uses it on this machine. */
function introduce(book: OpenBook, name: string, memory: MachineMemory): void {
  const { result } = book.writer.write('people.add', null, (tx) => addPerson(tx, { name }))
  memory.keepPerson(book.uid, result)
}

type PersonOfMachine = { known(): number | null; keep(personId: number): void }

/** Who works here, asked anew by every call: it may have been said in another window, or the person archived. */
function personOfMachine(connection: Connection, uid: string, memory: MachineMemory): PersonOfMachine {
  return {
    known: () => read(connection, (db) => workingPerson(db, memory.person(uid))?.id ?? null),
    keep: (personId) => memory.keepPerson(uid, personId),
  }
}

function openAsReader(start: WorkerStart, parts: RoleParts): RoleBook {
  if (start.opening.prepares) prepareCopy(start.file, parts.clock(), afterUpgrade)
  const connection = openForReading(start.file)
  const { uid } = connection.prepare('SELECT uid FROM books WHERE id = 1').get() as { uid: string }
  const memory = fileMemory(start.memoryFolder)
  const person = personOfMachine(connection, uid, memory)
  const search = searchIndex()
  return {
    connection,
    close() {
      forgetLook(connection)
      connection.close()
    },
    personId: person.known,
    search,
    newCall: () => newCall({ connection, book: null, person, search, start, parts }),
  }
}

export function closeReader(book: RoleBook): void {
  book.close()
}

type CallParts = {
  connection: Connection
  book: OpenBook | null
  person: PersonOfMachine
  search: SearchIndex
  start: WorkerStart
  parts: RoleParts
  /** Throws where nothing may be written just now. */
  guard?: () => void
}

function newCall({ connection, book, person, search, start, parts, guard }: CallParts): {
  context: Context
  changedTables: Set<string>
} {
  const changedTables = new Set<string>()
  const writer = () => {
    if (!book) throw new AppError('call/read-only')
    return book.writer
  }
  const written = <Result>(operation: string, service: (tx: WriteTx) => Result) => {
    guard?.()
    const done = writer().write(operation, person.known(), signed(service))
    for (const table of done.changedTables) changedTables.add(table)
    return done
  }
  const context: Context = {
    read: (service) => read(connection, service, parts.clock),
    write: (operation, service) => written(operation, service).result,
    writeUndoable: written,
    rehearse: (service) => writer().rehearse(person.known(), service),
    job: (id, kind) => jobReporter({ id, kind, stopFlag: start.stopFlag, report: parts.reportJob }),
    files: fileShelf(start.shelfFolder),
    search,
    get personId() {
      return person.known()
    },
    keepPerson(personId) {
      person.keep(personId)
      // Nothing in the book changed, but what the screens say of who works here did.
      changedTables.add('people')
    },
    handle: bookHandle(start.file, connection, book ? () => book.isOurs() : undefined),
    noteChanged(tables) {
      for (const table of tables) changedTables.add(table)
    },
    host: null,
  }
  return { context, changedTables }
}
