// Prepared statements by their text, one cache per connection, so that a query is compiled once.
import type Sqlite from 'better-sqlite3'
import type { Connection, Param, ReadDb } from '#main/db/database.ts'
import type { Instant } from '#shared/dates.ts'

const caches = new WeakMap<Connection, Map<string, Sqlite.Statement>>()
const cacheLimit = 500

/** The prepared statement for a text; dynamic lists make many, so the oldest go when there are too many. */
export function prepared(connection: Connection, sql: string): Sqlite.Statement {
  return cached(connection, sql, sql)
}

/** The same, giving rows as arrays; a statement of its own, since the form is a state of the statement. */
export function preparedRaw(connection: Connection, sql: string): Sqlite.Statement {
  return cached(connection, sql, `raw ${sql}`)
}

function cached(connection: Connection, sql: string, key: string): Sqlite.Statement {
  let cache = caches.get(connection)
  if (!cache) {
    cache = new Map()
    caches.set(connection, cache)
  }
  let statement = cache.get(key)
  if (!statement) {
    statement = connection.prepare(sql)
    if (key !== sql) statement.raw(true)
    if (cache.size >= cacheLimit) cache.delete(cache.keys().next().value ?? key)
    cache.set(key, statement)
  }
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
