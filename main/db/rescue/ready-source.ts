// A damaged book made readable, on a private copy: header put right, and its tables told by our own schema instead of what is
// left of theirs. Indexes, views and triggers are forgotten: they may be broken, and what is hostile in them never runs.
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import Sqlite from 'better-sqlite3'
import type { Connection } from '#main/db/database.ts'
import { isUnreadable } from '#main/db/rescue/read-rows.ts'
import { repairHeader } from '#main/db/rescue/repair-header.ts'
import { AppError } from '#shared/errors.ts'

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
    if (noted > Math.max(...known)) throw new AppError('rescue/from-newer-version')
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

/**
 * `tables`: name and CREATE statement of every table of that version, from a book of our own making. The list of tables is
 * made anew on the first page, whatever became of the pages that it went on to; gives the tables that were found.
 */
export function putOurSchema(file: string, tables: ReadonlyMap<string, string>): Set<string> {
  const kept = foldedSchema(file).filter(
    ({ type, name, sql }) => (type === 'table' && tables.has(name)) || (type === 'index' && sql === null),
  )
  emptySchema(file)
  const connection = openRaw(file)
  try {
    const insert = connection.prepare(
      'INSERT INTO sqlite_schema (type, name, tbl_name, rootpage, sql) VALUES (?, ?, ?, ?, ?)',
    )
    connection.transaction(() => {
      for (const { type, name, rootpage, sql } of kept) {
        const owner = type === 'table' ? name : name.replace(/^sqlite_autoindex_(.*)_\d+$/, '$1')
        if (tables.has(owner))
          insert.run(type, name, owner, BigInt(rootpage), type === 'table' ? tables.get(name) : sql)
      }
    })()
    return new Set(kept.filter(({ type }) => type === 'table').map(({ name }) => name))
  } finally {
    connection.close()
  }
}

/** What the file says of its tables, once its last writes are folded in as far as they can be. */
function foldedSchema(file: string): SchemaRow[] {
  const connection = openRaw(file)
  try {
    const rows = schemaRows(connection)
    try {
      connection.pragma('wal_checkpoint(TRUNCATE)')
    } catch (error) {
      if (!isUnreadable(error)) throw error
    }
    return rows
  } finally {
    connection.close()
    for (const side of ['-wal', '-shm', '-journal']) rmSync(file + side, { force: true })
  }
}

const pageSize = 4096
const headerSize = 100

/** A first page without a table in it; new pages go to the end, since the list of free ones may be broken as well. */
function emptySchema(file: string): void {
  const bytes = readFileSync(file)
  const pages = Math.floor(bytes.length / pageSize)
  const first = Buffer.alloc(pageSize)
  bytes.copy(first, 0, 0, headerSize)
  first.writeUInt16BE(0x0101, 18)
  first.writeUInt32BE(pages, 28)
  first.writeUInt32BE(0, 32)
  first.writeUInt32BE(0, 36)
  first.copy(first, 92, 24, 28)
  first.writeUInt8(0x0d, headerSize)
  first.writeUInt16BE(pageSize, headerSize + 5)
  first.copy(bytes, 0)
  writeFileSync(file, bytes.subarray(0, pages * pageSize))
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
