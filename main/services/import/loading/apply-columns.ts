// Sets the columns that a row gives on a record that is there, and says whether that changed anything.

import type { Param, WriteTx } from '#main/db/database.ts'
import type { Id } from '#shared/ids.ts'

export type Columns = Readonly<Record<string, Param | undefined>>

/** A new record's columns: what the row gives, else what holds without it. */
export function withDefaults(defaults: Columns, given: Columns): Columns {
  const known = Object.entries(given).filter(([, value]) => value !== undefined)
  return { ...defaults, ...Object.fromEntries(known) }
}

/** `undefined` columns are not given by the row and stay; equal values are not written. */
export function applyColumns(tx: WriteTx, table: string, id: Id, columns: Columns): 'changed' | 'unchanged' {
  const given = Object.entries(columns).filter((entry): entry is [string, Param] => entry[1] !== undefined)
  if (given.length === 0) return 'unchanged'
  const names = given.map(([name]) => name).join(', ')
  const before = tx.get<Record<string, Param>>(`SELECT ${names} FROM ${table} WHERE id = ?`, id) ?? {}
  const differing = given.filter(([name, value]) => before[name] !== value)
  if (differing.length === 0) return 'unchanged'
  tx.update(table, id, Object.fromEntries(differing))
  return 'changed'
}

/** The one child row at a position (a party's main address, its first contact): made when missing and there is something to say. */
export function applyChild(
  tx: WriteTx,
  table: string,
  parent: { column: string; id: Id },
  columns: Columns,
): 'changed' | 'unchanged' {
  if (Object.values(columns).every((value) => value === undefined)) return 'unchanged'
  const child = tx.get<{ id: Id }>(
    `SELECT id FROM live_${table} WHERE ${parent.column} = ? ORDER BY position, id LIMIT 1`,
    parent.id,
  )
  if (child) return applyColumns(tx, table, child.id, columns)
  tx.insert(table, { [parent.column]: parent.id, ...columns })
  return 'changed'
}
