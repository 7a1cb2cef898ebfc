// What a kind of record says of itself, so that everything that hangs on any record (notes, files, tasks, papers, history)
// works on it. Each feature keeps its own rule beside its SQL; record-kinds.ts gathers them.
import type { ReadDb } from '#main/db/database.ts'
import type { Id } from '#shared/ids.ts'
import type { RecordTitle } from '#shared/schemas/records.ts'

/** A child table and the column that names its record. */
export type ChildTable = { table: string; owner: string }

export type RecordKindRule = {
  table: string
  /** Tables whose rows belong to the record and to nothing else: part of its history. */
  children: readonly ChildTable[]
  /**
   * A SELECT of id, code, name, nameZh, archived, deleted and role ('' or the list a party is opened from) over the table as
   * alias `r`, ending before its WHERE.
   */
  titleSelect: string
}

type TitleRow = Omit<RecordTitle, 'kind' | 'archived' | 'deleted' | 'role'> & {
  archived: number
  deleted: number
  role: string
}

/** The titles of records of one kind, deleted ones included; one that never was is left out. */
export function titlesOf(db: ReadDb, rule: RecordKindRule, ids: readonly Id[]): Omit<RecordTitle, 'kind'>[] {
  return db
    .all<TitleRow>(`${rule.titleSelect} WHERE r.id IN (SELECT value FROM json_each(?))`, JSON.stringify(ids))
    .map((row) => ({
      ...row,
      archived: row.archived === 1,
      deleted: row.deleted === 1,
      role: row.role === '' ? null : (row.role as RecordTitle['role']),
    }))
}
