// A damaged book made readable, on a private copy: header put right, and its tables told by our own schema instead of what is
// left of theirs. Indexes, views and triggers are forgotten: they may be broken, and what is hostile in them never runs.
import Sqlite from 'better-sqlite3'
import type { Connection } from '#main/db/database.ts'
import { isUnreadable } from '#main/db/rescue/read-rows.ts'
import { repairHeader } from '#main/db/rescue/repair-header.ts'

export type Source = { connection: Connection; version: number; repaired: string[]; close(): void }

type SchemaRow = { type: string; name: string; rootpage: number; sql: string | null }

/** The newest schema step that the file knows of; 0 where nothing tells. */
export function versionIn(
  file: string,
  known: readonly number[],
  hasWal: boolean,
): { version: number; repaired: string[] } {
  const repaired = repairHeader(file, { hasWal })
  const connection = openRaw(file)
  try {
    const noted = notedVersion(connection)
    if (known.includes(noted)) return { version: noted, repaired }
    const version = Number(connection.pragma('user_version', { simple: true }))
    return { version: known.includes(version) ? version : 0, repaired }
  } catch (error) {
    if (!isUnreadable(error)) throw error
    return { version: 0, repaired }
  } finally {
    connection.close()
  }
}

/** By the list of steps in the file, which says more than one number in its header. */
function notedVersion(connection: Connection): number {
  try {
    return Number(connection.prepare('SELECT max(number) FROM migrations NOT INDEXED').pluck().get())
  } catch (error) {
    if (!isUnreadable(error)) throw error
    return 0
  }
}

/** `tables`: name and CREATE statement of every table of that version, from a book of our own making. */
export function putOurSchema(file: string, tables: ReadonlyMap<string, string>): Set<string> {
  const connection = openRaw(file)
  try {
    const rows = schemaRows(connection)
    const kept = rows.filter(
      ({ type, name, sql }) => (type === 'table' && tables.has(name)) || (type === 'index' && sql === null),
    )
    connection.pragma('journal_mode = DELETE')
    connection.exec('BEGIN')
    connection.exec('DELETE FROM sqlite_schema')
    const insert = connection.prepare(
      'INSERT INTO sqlite_schema (type, name, tbl_name, rootpage, sql) VALUES (?, ?, ?, ?, ?)',
    )
    for (const { type, name, rootpage, sql } of kept) {
      const owner = type === 'table' ? name : name.replace(/^sqlite_autoindex_(.*)_\d+$/, '$1')
      if (tables.has(owner)) insert.run(type, name, owner, BigInt(rootpage), type === 'table' ? tables.get(name) : sql)
    }
    connection.exec('COMMIT')
    return new Set(kept.filter(({ type }) => type === 'table').map(({ name }) => name))
  } finally {
    connection.close()
  }
}

function schemaRows(connection: Connection): SchemaRow[] {
  const rows = new Map<string, SchemaRow>()
  for (const order of ['ASC', 'DESC']) {
    try {
      const select = `SELECT type, name, rootpage, sql FROM sqlite_schema ORDER BY rowid ${order}`
      for (const row of connection.prepare(select).iterate() as Iterable<SchemaRow>) {
        if (Number.isInteger(row.rootpage) && row.rootpage > 1) rows.set(String(row.name), row)
      }
    } catch (error) {
      if (!isUnreadable(error)) throw error
    }
  }
  return [...rows.values()]
}

export function openRaw(file: string): Connection {
  const connection = new Sqlite(file)
  connection.unsafeMode(true)
  connection.pragma('writable_schema = ON')
  connection.pragma('trusted_schema = OFF')
  connection.pragma('cell_size_check = ON')
  connection.pragma('foreign_keys = OFF')
  return connection
}
