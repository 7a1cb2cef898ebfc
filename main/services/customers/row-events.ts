// Events of the timeline from rows that a record owns: their making, and what became of them.
import { makerSql } from '#main/services/history/row-makers.ts'
import type { EventsSql } from '#main/services/timeline/timeline-source.ts'
import type { Id } from '#shared/ids.ts'

type Rows = {
  table: string
  /** Rows as alias `r`, ending with a condition that has one `?`: the record. */
  from: string
  made: string
  /** SQL over a change `c` that gives the word for it, or NULL where it is no event. */
  changed?: string
}

/** The making of rows and what became of them. */
export function eventsOf({ table, from, made, changed }: Rows, id: Id): EventsSql {
  const madeSql = `SELECT ${makerSql('r.id')}, ${made}, r.id FROM ${from}`
  if (changed === undefined) return { sql: madeSql, params: [id] }
  const changes = `changes c INDEXED BY changes_by_row ON c.table_name = '${table}' AND c.row_id = r.id`
  const [source, condition] = from.split(' WHERE ') as [string, string]
  const changedSql = `SELECT c.operation_id, ${changed}, r.id FROM ${source} CROSS JOIN ${changes} WHERE ${condition}`
  return { sql: `${madeSql} UNION ALL ${changedSql}`, params: [id, id] }
}
