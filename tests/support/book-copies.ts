// Copies of one book in memory, each on a machine of its own: written, copied, restored and merged without a file, so that a
// history of many takes milliseconds.
import Sqlite from 'better-sqlite3'
import type { Connection, ReadDb, WriteTx } from '#main/db/database.ts'
import { type MachineMemory, transientMemory } from '#main/db/machine-memory.ts'
import { foreignBookOf } from '#main/db/merge/foreign-book.ts'
import type { MergeOutcome } from '#main/db/merge/merge-types.ts'
import { read } from '#main/db/statements.ts'
import { followedTables, tableList } from '#main/db/table-list.ts'
import { makeWriter, type Writer } from '#main/db/write.ts'
import { afterWork } from '#main/services/book/after-work.ts'
import { mergeForeign } from '#main/services/merge/merge-books.ts'
import type { Instant } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import { testBook, testNow } from '#tests/support/test-book.ts'

/** What a copy's machine has outside the file: its settings, and a clock that may run ahead or behind. */
export type Machine = { memory: MachineMemory; clock: () => Instant }

export type BookCopy = {
  connection: Connection
  machine: Machine
  write<Result>(work: (tx: WriteTx) => Result, name?: string): Result
  /** The same, with the operation's id; null where it changed nothing. */
  writeNamed<Result>(name: string, work: (tx: WriteTx) => Result): { result: Result; operationId: Id | null }
  read<Result>(work: (db: ReadDb) => Result): Result
  /** The file as it is now. */
  file(): Buffer
  close(): void
}

export function machine(clock: () => Instant = () => testNow): Machine {
  return { memory: transientMemory(), clock }
}

let template: Buffer | null = null

/** The first copy of a new book; made once and copied from then on. */
export function firstCopy(on: Machine): BookCopy {
  if (!template) {
    const book = testBook()
    book.connection.pragma('journal_mode = MEMORY')
    template = book.connection.serialize()
    book.close()
  }
  const copy = openCopy(template, on)
  on.memory.keepHead(uidOf(copy.connection), 1, '')
  return copy
}

/** A file opened on a machine: a copy that someone was given, or on the same machine a restored one. */
export function openCopy(file: Buffer, on: Machine): BookCopy {
  const connection = openFile(file)
  connection.pragma('foreign_keys = ON')
  connection.pragma('recursive_triggers = ON')
  const uid = uidOf(connection)
  let writer: Writer | null = null
  const ready = () => {
    writer ??= makeWriter(connection, { bookUid: uid, memory: on.memory, clock: on.clock, afterWork, token: 'test' })
    return writer
  }
  return {
    connection,
    machine: on,
    write: (work, name = 'test.write') => ready().write(name, null, work).result,
    writeNamed: (name, work) => ready().write(name, null, work),
    read: (work) => read(connection, work, on.clock),
    file: () => connection.serialize(),
    close: () => connection.close(),
  }
}

export function openFile(file: Buffer): Connection {
  return new Sqlite(Buffer.from(file))
}

function uidOf(connection: Connection): string {
  return connection.prepare('SELECT uid FROM books WHERE id = 1').pluck().get() as string
}

/** Takes what another copy has into this one. */
export function mergeCopy(ours: BookCopy, theirs: BookCopy | Buffer): MergeOutcome {
  const now = ours.machine.clock()
  const file = Buffer.isBuffer(theirs) ? theirs : theirs.file()
  const foreign = foreignBookOf(openFile(file), { ours: ours.connection, now })
  try {
    return mergeForeign(ours.connection, foreign, { fileName: 'other.quay', now })
  } finally {
    foreign.close()
  }
}

const derivedTables = Object.keys(tableList).filter((table) => tableList[table]?.kind === 'derived')

/** Everything that copies share, as text: two that have taken in the same must give the same. Local tables are left out. */
export function sharedState({ connection }: BookCopy): Record<string, string> {
  const rows = (sql: string) => JSON.stringify(connection.prepare(sql).raw().all())
  const tables = [...followedTables, ...derivedTables].map((table) => [
    table,
    rows(`SELECT * FROM ${table} ORDER BY 1, 2`),
  ])
  return {
    ...Object.fromEntries(tables),
    operations: rows('SELECT * FROM operations ORDER BY id'),
    changes: rows(
      'SELECT operation_id, table_name, row_id, kind, before, after FROM changes ORDER BY operation_id, id',
    ),
    erased_leaves: rows('SELECT * FROM erased_leaves ORDER BY 1, 2, 3, 4'),
  }
}
