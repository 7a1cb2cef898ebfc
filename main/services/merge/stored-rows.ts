// Rows as they are stored, in any of the books of a look.
import type { ReadDb } from '#main/db/database.ts'
import type { Id } from '#shared/ids.ts'
import type { MergeValue } from '#shared/schemas/merge.ts'

export type StoredRow = Readonly<Record<string, MergeValue>>

export function storedRow(db: ReadDb, table: string, id: Id): StoredRow | undefined {
  return db.get<StoredRow>(`SELECT * FROM ${table} WHERE id = ?`, id)
}

export function isSameRow(one: StoredRow, other: StoredRow, columns: readonly string[]): boolean {
  return columns.every((column) => one[column] === other[column])
}
