// What people tell records apart by and commands refuse to give twice; each feature names its own beside the command that
// refuses. Whoever writes past the commands (undo) asks the same.
import type { Param, ReadDb } from '#main/db/database.ts'
import type { Id } from '#shared/ids.ts'

export type KeyedRow = Readonly<Record<string, Param>> & { readonly id: Id }

export type UniqueKey = {
  table: string
  /** The columns that make the key; where all of them are empty there is none. */
  columns: readonly string[]
  /** What the holders are looked up by beside the key. */
  beside?: readonly string[]
  /** Living rows that hold the row's key; the row itself may be among them. */
  holders: (db: ReadDb, row: KeyedRow) => readonly Id[]
}

/** A key that is the same letter for letter, or in any letter case. */
export function plainKey(
  table: string,
  columns: readonly string[],
  collate: 'BINARY' | 'NOCASE' = 'BINARY',
): UniqueKey {
  const same = columns.map((column) => `${column} = ? COLLATE ${collate}`).join(' AND ')
  return {
    table,
    columns,
    holders: (db, row) =>
      db
        .raw(`SELECT id FROM live_${table} WHERE ${same}`, ...columns.map((column) => row[column] ?? null))
        .map(([id]) => id as Id),
  }
}
