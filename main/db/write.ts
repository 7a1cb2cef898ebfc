// Every write is an operation: one immediate transaction that notes who did what, which ids it drew and what it changed.
import { randomInt } from 'node:crypto'
import Sqlite from 'better-sqlite3'
import type { Connection, Param, ReadDb, Statement, WriteTx } from '#main/db/database.ts'
import { digestOf } from '#main/db/digest.ts'
import { applyErasures } from '#main/db/erase.ts'
import { ticksPerMs } from '#main/db/log-clock.ts'
import { erasedMessage } from '#main/db/log-triggers.ts'
import type { MachineMemory } from '#main/db/machine-memory.ts'
import { hashOf, headsFromText, headsToText, type NamedHead } from '#main/db/operation-hash.ts'
import { purgeIfDue } from '#main/db/purge.ts'
import { prepared, preparedRaw, readDb } from '#main/db/statements.ts'
import { tableList } from '#main/db/table-list.ts'
import type { Instant } from '#shared/dates.ts'
import { AppError } from '#shared/errors.ts'
import { type Id, idFrom } from '#shared/ids.ts'

const maxReplica = 2 ** 24

export type Written<Result> = { result: Result; changedTables: string[]; operationId: Id | null }

type CopyState = {
  replica: number
  counter: number
  sequence: number
  clock: number
  head: string
  writer_token: string
  pending_heads: string
}

export type Writer = {
  /** Runs `work` as the operation `name` of a person. An operation that changed nothing leaves no trace. */
  write<Result>(name: string, personId: Id | null, work: (tx: WriteTx) => Result): Written<Result>
  /** Runs `work` to see what it would do, then takes all of it back. */
  rehearse<Result>(personId: Id | null, work: (tx: WriteTx) => Result): Result
}

/** An operation whose work is done and which is not closed yet: what it drew and wrote so far. */
export type OpenOperation = { id: Id; firstId: Id; lastId: Id; touched: ReadonlySet<string> }

/** Work that follows from any operation, whatever it was for, as part of it (versions of documents that were changed). */
export type AfterWork = (tx: WriteTx, operation: OpenOperation) => void

type WriterSettings = {
  bookUid: string
  memory: MachineMemory
  clock: () => Instant
  token: string
  afterWork?: AfterWork | undefined
}

/**
 * The one writer of an open book: takes the writer's token, and before any write a number of its own if need be. Asked for
 * each: a copy made of the file meanwhile, and opened in another program of this machine, goes on under the same number.
 */
export function makeWriter(connection: Connection, settings: WriterSettings): Writer {
  connection.prepare('UPDATE this_copy SET writer_token = ?').run(settings.token)
  return {
    write: (name, personId, work) => runOperation(connection, settings, { name, personId }, work),
    rehearse: (personId, work) => {
      prepared(connection, 'BEGIN IMMEDIATE').run()
      try {
        return work(openTransaction(connection, settings, { before: copyState(connection), personId }).tx)
      } finally {
        connection.exec('ROLLBACK')
      }
    },
  }
}

/**
 * Draws a fresh replica number unless this machine itself wrote the last operation under the file's number: a file that
 * was copied, restored or moved would give out ids that another copy has given out already. Gives the state to go on from.
 */
function ownState(connection: Connection, { bookUid, memory }: WriterSettings): CopyState {
  const found = copyState(connection)
  if (memory.lastHead(bookUid, found.replica) === found.head) return found
  // Its first operation names everything written so far: a head of the new number then stands for all below it.
  const heads = preparedRaw(
    connection,
    `SELECT replica, sequence, hash FROM operations o
     WHERE sequence = (SELECT max(sequence) FROM operations WHERE replica = o.replica)`,
  ).all() as NamedHead[]
  prepared(connection, "UPDATE this_copy SET replica = ?, counter = 0, sequence = 0, head = '', pending_heads = ?").run(
    randomInt(2, maxReplica),
    headsToText(heads),
  )
  return copyState(connection)
}

function copyState(connection: Connection): CopyState {
  return prepared(
    connection,
    'SELECT replica, counter, sequence, clock, head, writer_token, pending_heads FROM this_copy',
  ).get() as CopyState
}

type OperationHead = { name: string; personId: Id | null }

function runOperation<Result>(
  connection: Connection,
  settings: WriterSettings,
  head: OperationHead,
  work: (tx: WriteTx) => Result,
): Written<Result> {
  prepared(connection, 'BEGIN IMMEDIATE').run()
  try {
    const open = openTransaction(connection, settings, {
      before: ownState(connection, settings),
      personId: head.personId,
    })
    const result = work(open.tx)
    settings.afterWork?.(open.tx, soFar(open))
    const done = finishOperation(connection, settings, head, open)
    const blanked = open.touched.has('erasures') ? applyErasures(connection) : []
    prepared(connection, 'COMMIT').run()
    if (blanked.length > 0) purgeIfDue(connection)
    return { result, ...done, changedTables: [...new Set([...done.changedTables, ...blanked])].sort() }
  } catch (error) {
    // SQLite may have rolled back by itself (disk full); rolling back twice would hide the real error.
    if (connection.inTransaction) connection.exec('ROLLBACK')
    throw isOfErasedRow(error) ? new AppError('book/erased') : error
  }
}

function isOfErasedRow(error: unknown): boolean {
  return error instanceof Sqlite.SqliteError && error.message === erasedMessage
}

function soFar({ before, operationId, drawn, touched }: OpenTransaction): OpenOperation {
  const firstId = idFrom(before.replica, before.counter + 1)
  return { id: operationId, firstId, lastId: idFrom(before.replica, before.counter + drawn()), touched }
}

type OpenTransaction = { tx: WriteTx; before: CopyState; operationId: Id; drawn: () => number; touched: Set<string> }

type Beginning = { before: CopyState; personId: Id | null }

function openTransaction(
  connection: Connection,
  settings: WriterSettings,
  { before, personId }: Beginning,
): OpenTransaction {
  if (before.writer_token !== settings.token) throw new AppError('book/taken-over')
  const operationId = idFrom(before.replica, before.sequence + 1)
  prepared(connection, 'UPDATE change_context SET operation_id = ?').run(operationId)
  const touched = new Set<string>()
  let drawn = 0
  const nextId = () => {
    drawn += 1
    return idFrom(before.replica, before.counter + drawn)
  }
  const leavesTrace = () => drawn > 0 || hasChanges(connection, operationId)
  const tx = writeTx(connection, { now: settings.clock(), personId, nextId, leavesTrace, touched })
  return { tx, before, operationId, drawn: () => drawn, touched }
}

function hasChanges(connection: Connection, operationId: Id): boolean {
  return prepared(connection, 'SELECT 1 FROM changes WHERE operation_id = ? LIMIT 1').get(operationId) !== undefined
}

const writtenTable = /^\s*(?:INSERT\s+(?:OR\s+IGNORE\s+)?INTO|UPDATE|DELETE\s+FROM)\s+"?([a-z_]+)/i

type TxParts = {
  now: Instant
  personId: Id | null
  nextId: () => Id
  leavesTrace: () => boolean
  touched: Set<string>
}

function writeTx(connection: Connection, { now, personId, nextId, leavesTrace, touched }: TxParts): WriteTx {
  const reading: ReadDb = readDb(connection, now)
  let signer = personId
  const open = (sql: string) => {
    const table = writtenTable.exec(sql)?.[1]
    if (table) touched.add(table)
    return prepared(connection, sql)
  }
  const run = (sql: string, ...params: Param[]) => open(sql).run(...params).changes
  return {
    ...reading,
    get personId() {
      return signer
    },
    signAs(id) {
      signer = id
    },
    leavesTrace,
    nextId,
    run,
    statement: (sql) => asStatement(open(sql)),
    insert(table, values) {
      const id = nextId()
      const given = Object.entries(values).filter((entry): entry is [string, Param] => entry[1] !== undefined)
      const names = ['id', ...given.map(([name]) => name)]
      const marks = names.map(() => '?')
      if (tableList[table]?.isSaltedByWriter && values.salt === undefined) {
        names.push('salt')
        marks.push('hex(randomblob(8))')
      }
      run(
        `INSERT INTO ${table} (${names.join(', ')}) VALUES (${marks.join(', ')})`,
        id,
        ...given.map(([, value]) => value),
      )
      return id
    },
    attempt(work, keep) {
      connection.exec('SAVEPOINT attempt')
      let isKept = false
      try {
        const result = work()
        isKept = keep(result)
        return result
      } finally {
        connection.exec(isKept ? 'RELEASE attempt' : 'ROLLBACK TO attempt; RELEASE attempt')
      }
    },
    update(table, id, values) {
      const given = Object.entries(values).filter((entry): entry is [string, Param] => entry[1] !== undefined)
      if (given.length === 0) return
      const sets = given.map(([name]) => `${name} = ?`).join(', ')
      run(`UPDATE ${table} SET ${sets} WHERE id = ?`, ...given.map(([, value]) => value), id)
    },
  }
}

function asStatement(statement: ReturnType<typeof prepared>): Statement {
  return {
    run: (...params) => statement.run(...params).changes,
    get: <Row>(...params: Param[]) => statement.get(...params) as Row | undefined,
    all: <Row>(...params: Param[]) => statement.all(...params) as Row[],
  }
}

/** The schema version by a statement that stays prepared: it is asked by every operation. */
function versionOf(connection: Connection): number {
  const [version] = preparedRaw(connection, 'PRAGMA user_version').get() as [number]
  return version
}

/** Closes the operation: digest, hash over the predecessor, the row itself, and what this machine remembers. */
function finishOperation(
  connection: Connection,
  { bookUid, memory, clock }: WriterSettings,
  { name }: OperationHead,
  { tx, before, operationId, drawn, touched }: OpenTransaction,
): { changedTables: string[]; operationId: Id | null } {
  prepared(connection, 'UPDATE change_context SET operation_id = NULL').run()
  const changedTables = [...touched].sort()
  const firstId = idFrom(before.replica, before.counter + 1)
  const lastId = idFrom(before.replica, before.counter + drawn())
  const { digest, hasChanges } = digestOf(connection, operationId, { firstId, lastId }, changedTables)
  if (drawn() === 0 && !hasChanges) return { changedTables, operationId: null }
  const wallAt = clock()
  const tick = Math.max(before.clock + 1, wallAt * ticksPerMs)
  const merged = (headsFromText(before.pending_heads) ?? []).filter(([replica]) => replica !== before.replica)
  const header = {
    replica: before.replica,
    sequence: before.sequence + 1,
    name,
    person_id: tx.personId,
    clock: tick,
    wall_at: wallAt,
    schema_version: versionOf(connection),
    first_id: firstId,
    last_id: lastId,
    merged_heads: headsToText(merged),
    previous_hash: before.head,
    digest,
  }
  const hash = hashOf(header)
  prepared(
    connection,
    `INSERT INTO operations (id, replica, sequence, name, person_id, clock, wall_at, schema_version, first_id, last_id, merged_heads, previous_hash, digest, hash)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(operationId, ...Object.values(header), hash)
  prepared(connection, "UPDATE this_copy SET counter = ?, sequence = ?, clock = ?, head = ?, pending_heads = '[]'").run(
    before.counter + drawn(),
    before.sequence + 1,
    tick,
    hash,
  )
  // A copy of the file, open beside this one, went on under the same number while a long operation ran here. Asked right
  // before it is noted: nothing but a lock on the note would close the rest of the gap.
  if ((memory.lastHead(bookUid, before.replica) ?? '') !== before.head) throw new AppError('book/taken-over')
  // Before the commit: a crash in between costs a new number, the other order could give one number out twice.
  memory.keepHead(bookUid, before.replica, hash)
  return { changedTables, operationId }
}
