// The tables and columns of a copy, as SQLite knows them.
import type { ReadDb } from '#main/db/database.ts'

export type TableColumn = { name: string; type: string; notnull: number; dflt_value: string | null }

/** Stored columns only: what is generated is not in the file. */
export function columnsOfTable(db: ReadDb, table: string): TableColumn[] {
  return db.all<TableColumn>(`PRAGMA table_info("${table}")`)
}

export function tablesOf(db: ReadDb): string[] {
  return db
    .raw("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name")
    .map(([name]) => String(name))
}
