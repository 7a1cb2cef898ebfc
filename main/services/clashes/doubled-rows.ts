// Living rows that hold one key twice. The doubled keys are read off an index alone; only their rows are looked at.
import type { Param, ReadDb } from '#main/db/database.ts'
import { type ClashFacts, clashOf, type FoundClash } from '#main/services/clashes/clash-rule.ts'
import type { Id } from '#shared/ids.ts'

export type DoubledKey = {
  table: string
  /** An index that begins with the columns and holds no more of the row than is asked for here. */
  index: string
  columns: readonly string[]
  /** Those of them that are one in any letter case. */
  folded?: readonly string[]
  /** SQL over the index's own columns: which keys are any at all. */
  isKey?: string
  /** SQL over the row as `r`: which rows count. */
  isLiving: string
  /** Rows that are one by this SQL (over `r`) are no clash of this rule: another one lists them. */
  isSame?: string
  facts(values: readonly Param[]): ClashFacts
}

/** One clash for each key that two or more living rows hold. */
export function doubledRows(db: ReadDb, key: DoubledKey): FoundClash[] {
  const { table, index, columns, folded = [], isKey = 'true', isLiving, isSame = 'r.id' } = key
  const list = columns.join(', ')
  const fold = (column: string) => (folded.includes(column) ? ' COLLATE NOCASE' : '')
  const grouped = (alias: string) => columns.map((column) => `${alias}${column}${fold(column)}`).join(', ')
  const same = columns.map((column) => `r.${column} = d.${column}${fold(column)}`).join(' AND ')
  const groups = db.raw(
    `SELECT json_group_array(r.id), ${columns.map((column) => `d.${column}`).join(', ')} FROM (
       SELECT ${list} FROM ${table} INDEXED BY ${index} WHERE ${isKey} GROUP BY ${grouped('')} HAVING count(*) > 1) d
     CROSS JOIN ${table} r INDEXED BY ${index} ON ${same} WHERE ${isLiving}
     GROUP BY ${grouped('d.')} HAVING count(DISTINCT ${isSame}) > 1`,
  )
  return groups.map(([ids, ...values]) => clashOf(JSON.parse(String(ids)) as Id[], key.facts(values as Param[])))
}
