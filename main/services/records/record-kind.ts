// What a kind of record says of itself, so that everything that hangs on any record (notes, files, tasks, papers, history)
// works on it. Each feature keeps its own rule beside its SQL; record-kinds.ts gathers them.
import type { ReadDb } from '#main/db/database.ts'
import type { ValueKind } from '#main/domain/search/record-text.ts'
import type { Id } from '#shared/ids.ts'
import type { RecordTitle } from '#shared/schemas/records.ts'
import type { SearchField } from '#shared/schemas/search.ts'

/** A child table and the column that names its record, or names the row of `via` whose column does. */
export type ChildTable = { table: string; owner: string; via?: { table: string; owner: string } }

/** SQL that is true of the child's rows (alias `r`) of one record, its parameter. */
export function ownedSql({ owner, via }: ChildTable): string {
  return via ? `r.${owner} IN (SELECT v.id FROM ${via.table} v WHERE v.${via.owner} = ?)` : `r.${owner} = ?`
}

/** SQL for the record that a child's row belongs to; `row` is the alias or the table it is read by. */
export function ownerOfSql({ owner, via }: ChildTable, row: string): string {
  return via ? `(SELECT v.${via.owner} FROM ${via.table} v WHERE v.id = ${row}.${owner})` : `${row}.${owner}`
}

export type RecordKindRule = {
  table: string
  /** Tables whose rows belong to the record and to nothing else: part of its history. */
  children: readonly ChildTable[]
  /** What its form does not hold, and so does not overwrite: changed elsewhere, it is no reason to ask who saves the form. */
  besideForm?: { tables?: readonly string[]; columns?: readonly string[] }
  /**
   * A SELECT of id, code, name, nameZh, archived, deleted and role ('' or the list a party is opened from) over the table as
   * alias `r`, ending before its WHERE.
   */
  titleSelect: string
  search: SearchRule
}

/** A value that search looks through: SQL over the row, what the value is, and what it is called on screen. */
export type SearchedValue = { sql: string; is: ValueKind; field: SearchField }

/** What of a record is searched. The row is alias `r`; that of a child is `c`. */
export type SearchRule = {
  values: readonly SearchedValue[]
  /** LEFT JOINs that values or detail read from. */
  join?: string
  /** Tables joined above: when one of their rows changes, the records of this SELECT (its parameter the row's id) do, too. */
  borrowed?: readonly { table: string; borrowers: string }[]
  children?: readonly (ChildTable & { values: readonly SearchedValue[] })[]
  /** Columns of 0 and 1 by which a search can be narrowed. */
  facets?: readonly string[]
  /** SQL; `r.archived` and `r.deleted` unless the table has no such columns. */
  archived?: string
  deleted?: string
  /** SQL of a few words that tell records of like names apart: a day, a place. */
  detail: string
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
