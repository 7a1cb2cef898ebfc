// Prepared statements by their text, one cache per connection, so that a query is compiled once.
import type Sqlite from 'better-sqlite3'
import type { Connection, Param, ReadDb } from '#main/db/database.ts'
import type { Instant } from '#shared/dates.ts'

type Cache = Map<string, Sqlite.Statement>

/** Two caches per connection: whether rows come as arrays is a state of the statement. */
const caches = new WeakMap<Connection, { objects: Cache; arrays: Cache }>()
const cacheLimit = 500

/** The prepared statement for a text; dynamic lists make many, so the oldest go when there are too many. */
export function prepared(connection: Connection, sql: string): Sqlite.Statement {
  const { objects } = cachesOf(connection)
  return objects.get(sql) ?? added(objects, sql, connection.prepare(sql))
}

/** The same, giving rows as arrays. */
export function preparedRaw(connection: Connection, sql: string): Sqlite.Statement {
  const { arrays } = cachesOf(connection)
  return arrays.get(sql) ?? added(arrays, sql, connection.prepare(sql).raw(true))
}

function cachesOf(connection: Connection): { objects: Cache; arrays: Cache } {
  let found = caches.get(connection)
  if (!found) {
    found = { objects: new Map(), arrays: new Map() }
    caches.set(connection, found)
  }
  return found
}

function added(cache: Cache, sql: string, statement: Sqlite.Statement): Sqlite.Statement {
  if (cache.size >= cacheLimit) cache.delete(cache.keys().next().value ?? sql)
  cache.set(sql, statement)
  return statement
}

/** The reading half of a connection. */
export function readDb(connection: Connection, now: Instant): ReadDb {
  return {
    now,
    all: <Row>(sql: string, ...params: Param[]) => prepared(connection, sql).all(...params) as Row[],
    get: <Row>(sql: string, ...params: Param[]) => prepared(connection, sql).get(...params) as Row | undefined,
    raw: (sql: string, ...params: Param[]) => preparedRaw(connection, sql).all(...params) as unknown[][],
  }
}

const machineClock = () => Date.now() as Instant

/** Runs a query inside one read transaction, so that a page and its count see the same book and the same moment. */
export function read<Result>(connection: Connection, query: (db: ReadDb) => Result, clock = machineClock): Result {
  const db = readDb(connection, clock())
  if (connection.inTransaction) return query(db)
  connection.exec('BEGIN')
  try {
    return query(db)
  } finally {
    connection.exec('COMMIT')
  }
}
