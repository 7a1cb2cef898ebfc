// Opening SQLite, and the two handles that services see: one that reads, one that writes inside an operation.
import Sqlite from 'better-sqlite3'
import type { Instant } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'

export type Param = string | number | bigint | null | Uint8Array

/** A prepared statement for hot loops; get it once, run it often. */
export interface Statement {
  run(...params: Param[]): number
  get<Row>(...params: Param[]): Row | undefined
  all<Row>(...params: Param[]): Row[]
}

/** Reads inside one read transaction. */
export interface ReadDb {
  /** When the transaction began, by the clock of the book. */
  readonly now: Instant
  all<Row>(sql: string, ...params: Param[]): Row[]
  get<Row>(sql: string, ...params: Param[]): Row | undefined
  /** Rows as arrays, in column order: for large results that are folded at once. */
  raw(sql: string, ...params: Param[]): unknown[][]
}

/** Writes inside one operation; only `write` hands it out. */
export interface WriteTx extends ReadDb {
  /** Who does this; null only until someone signs. */
  readonly personId: Id | null
  /** Says who does this where it is only known once the work has begun: the first person adds themselves. */
  signAs(personId: Id): void
  /** Whether the log will tell of what was done so far; writes to local tables alone leave nothing there. */
  leavesTrace(): boolean
  /** Draws the next id of this copy. */
  nextId(): Id
  /** Runs a statement and gives the number of rows it changed. */
  run(sql: string, ...params: Param[]): number
  statement(sql: string): Statement
  /** Inserts a row under a fresh id; `undefined` values are left to the column's default. */
  insert(table: string, values: Readonly<Record<string, Param | undefined>>): Id
  /** Runs work whose writes are taken back unless `keep` says yes to its result; ids that it drew stay drawn. */
  attempt<Result>(work: () => Result, keep: (result: Result) => boolean): Result
  /** Sets columns of one row; `undefined` values stay as they are. */
  update(table: string, id: Id, values: Readonly<Record<string, Param | undefined>>): void
}

export type Connection = Sqlite.Database

/** 'QUAY': how a book is told from any other SQLite file. */
export const applicationId = 0x51554159

/** How long a connection waits for another one that holds the file. */
const patienceMs = 5000

/** Opens the writer's connection. `:memory:`, or the bytes of a book, which then is in memory, serve tests. */
export function openWriter(file: string | Buffer): Connection {
  return madeReady(new Sqlite(file), (connection) => {
    // A write that a reader holds up waits; a second writer cannot exist (see lock.ts).
    connection.pragma(`busy_timeout = ${patienceMs}`)
    connection.pragma('journal_mode = WAL')
    applyCommonPragmas(connection)
    // REPLACE would delete without a trace in the log; with this its hidden delete meets the no-delete triggers.
    connection.pragma('recursive_triggers = ON')
  })
}

/** Opens a reader: SQLite itself refuses any write through it. */
export function openReader(file: string): Connection {
  return madeReady(new Sqlite(file, { readonly: true, fileMustExist: true }), (connection) => {
    connection.pragma(`busy_timeout = ${patienceMs}`)
    applyCommonPragmas(connection)
    connection.pragma('query_only = ON')
  })
}

/** A pragma reads the file: one that is damaged is refused here, and must not stay open behind the refusal. */
function madeReady(connection: Connection, make: (connection: Connection) => void): Connection {
  try {
    make(connection)
    return connection
  } catch (error) {
    connection.close()
    throw error
  }
}

/**
 * Takes back what a killed restore left half written: its journal lies beside the file, and a reader may not roll it back.
 * The file is then as it was; nothing else of it changes.
 */
export function rollBackJournal(file: string): void {
  const connection = new Sqlite(file, { fileMustExist: true })
  try {
    connection.pragma('synchronous = FULL')
    connection.pragma('fullfsync = ON')
    connection.prepare('SELECT count(*) FROM sqlite_schema').get()
  } finally {
    connection.close()
  }
}

/** What every connection sets on every open, because SQLite keeps none of it in the file. */
function applyCommonPragmas(connection: Connection): void {
  connection.pragma('foreign_keys = ON')
  // A committed change survives a power cut; macOS needs fullfsync for the drive to be asked at all.
  connection.pragma('synchronous = FULL')
  connection.pragma('fullfsync = ON')
  connection.pragma('checkpoint_fullfsync = ON')
  connection.pragma('cache_size = -32768')
  connection.pragma('mmap_size = 268435456')
  connection.pragma('temp_store = MEMORY')
}

/**
 * Folds the WAL back into the file while nobody works. Where someone still reads from it (a backup, a long report) it stays
 * for the next time: waiting for them would keep every write waiting as well.
 */
export function checkpoint(connection: Connection): void {
  connection.pragma('busy_timeout = 0')
  try {
    connection.pragma('wal_checkpoint(TRUNCATE)')
  } finally {
    connection.pragma(`busy_timeout = ${patienceMs}`)
  }
}

/** Closes the writer so that the closed book is one file. Readers must be closed before. */
export function closeWriter(connection: Connection): void {
  if (!connection.open) return
  try {
    if (!connection.memory) foldIntoOneFile(connection)
  } finally {
    connection.close()
  }
}

function foldIntoOneFile(connection: Connection): void {
  try {
    checkpoint(connection)
    connection.pragma('journal_mode = DELETE')
  } catch (error) {
    // Another program is reading the book: it stays whole, with its WAL beside it, and whoever closes last folds it. A
    // file that was renamed meanwhile is folded all the same by its closing. Where nothing can be written any more, what
    // was acknowledged lies in the WAL.
    if (!(error instanceof Sqlite.SqliteError && /^SQLITE_(BUSY|READONLY|FULL|IOERR)/.test(error.code))) throw error
  }
}
