// The yardstick: better-sqlite3 alone, on a copy of the same book without its log.
import { copyFileSync, rmSync } from 'node:fs'
import Sqlite from 'better-sqlite3'

/** A copy with the same tables and indexes and the program's own settings, but no triggers. */
export function openBare(from: string, file: string): Sqlite.Database {
  removeBook(file)
  copyFileSync(from, file)
  const connection = new Sqlite(file)
  connection.pragma('journal_mode = WAL')
  for (const setting of ['foreign_keys = ON', 'synchronous = FULL', 'cache_size = -32768', 'mmap_size = 268435456'])
    connection.pragma(setting)
  connection.pragma('temp_store = MEMORY')
  const triggers = connection.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'").pluck().all() as string[]
  for (const name of triggers) connection.exec(`DROP TRIGGER "${name}"`)
  return connection
}

export function removeBook(file: string): void {
  for (const part of ['', '-wal', '-shm', '-lock', '-journal']) rmSync(file + part, { force: true })
}
