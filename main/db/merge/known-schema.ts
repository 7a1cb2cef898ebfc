// Whether another file has exactly the tables that this program makes at its version. What it adds to them (triggers, views)
// never runs: it is taken off the private copy before anything else happens there.
import Sqlite from 'better-sqlite3'
import type { Connection } from '#main/db/database.ts'
import { damaged, readingForeign } from '#main/db/merge/foreign-rows.ts'
import { migrationsTable } from '#main/db/migrate.ts'
import { migrations } from '#main/db/migrations.ts'

/** Takes triggers and views off, then holds tables and indexes against our own of that version. */
export function refuseOtherSchema(foreign: Connection, version: number): void {
  readingForeign('schema', () => {
    dropTriggersAndViews(foreign)
    if (schemaText(foreign) !== ownSchemaText(version)) throw damaged('schema')
  })
}

/** All at once: each DROP of its own goes through the whole schema, and there are hundreds. */
function dropTriggersAndViews(foreign: Connection): void {
  foreign.unsafeMode(true)
  foreign.pragma('writable_schema = ON')
  foreign.exec("DELETE FROM sqlite_schema WHERE type IN ('trigger', 'view')")
  // Reads what is left anew, and nothing else may be written there any more.
  foreign.pragma('writable_schema = RESET')
  foreign.unsafeMode(false)
}

/** SQLite's own tables hold what it found out about the others; they are none of the book's. */
function schemaText(connection: Connection): string {
  const rows = connection
    .prepare(
      "SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY type, name",
    )
    .raw()
    .all()
  return JSON.stringify(rows)
}

const ownTexts = new Map<number, string>()

/** Made by running our own steps; '' for a version that none of them leads to. */
function ownSchemaText(version: number): string {
  const known = ownTexts.get(version)
  if (known !== undefined) return known
  const text = migrations.some(({ number }) => number === version) ? madeSchemaText(version) : ''
  ownTexts.set(version, text)
  return text
}

function madeSchemaText(version: number): string {
  const scratch = new Sqlite(':memory:')
  try {
    scratch.exec(migrationsTable)
    for (const { number, sql } of migrations) if (number <= version) scratch.exec(sql)
    return schemaText(scratch)
  } finally {
    scratch.close()
  }
}
