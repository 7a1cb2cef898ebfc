// What a feature brings to the timeline of records: where its events are found, and what they say. Each feature keeps its own
// source beside its SQL; timeline-sources.ts gathers them.
import type { Param, ReadDb } from '#main/db/database.ts'
import { makerSql } from '#main/services/history/row-makers.ts'
import type { Id } from '#shared/ids.ts'
import type { RecordRef } from '#shared/schemas/records.ts'
import type { TimelineContent, TimelineKind } from '#shared/schemas/timeline.ts'

/** One thing that an operation did: which (`what`) to which row (`ref`; 0 where the operation itself is meant). */
export type TimelineEvent = { operationId: Id; operation: string; what: string; ref: Id }

export type EventsSql = { sql: string; params: Param[] }

export type TimelineSource = {
  kind: TimelineKind
  /** A SELECT of operation_id, what and ref; null where records of this kind have no such events. */
  events(record: RecordRef): EventsSql | null
  /** What the events of one page say, in their order. */
  contents(db: ReadDb, record: RecordRef, events: readonly TimelineEvent[]): TimelineContent[]
}

type HungOn = {
  /** A table with record_kind and record_id, and its index over them. */
  table: string
  index: string
  /** The word for the making of a row; null: that is no event. A condition on the row `r` may narrow it. */
  made: string | null
  madeWhere?: string
  /** SQL over a change `c` that gives the word for it, or NULL where it is no event. */
  changed?: string
}

/** Events of rows that hang on a record: their making and what became of them, all found by index. */
export function hungOnRecord({ table, index, made, madeWhere = '1', changed }: HungOn): TimelineSource['events'] {
  const rows = `${table} r INDEXED BY ${index}`
  const own = 'r.record_id = ? AND r.record_kind = ?'
  const parts = [
    made === null ? '' : `SELECT ${makerSql('r.id')}, '${made}', r.id FROM ${rows} WHERE ${own} AND ${madeWhere}`,
    changed
      ? `SELECT c.operation_id, ${changed}, r.id FROM ${rows} CROSS JOIN changes c INDEXED BY changes_by_row
         ON c.table_name = '${table}' AND c.row_id = r.id WHERE ${own}`
      : '',
  ].filter((part) => part !== '')
  return ({ kind, id }) => ({ sql: parts.join(' UNION ALL '), params: parts.flatMap(() => [id, kind]) })
}

/** The word for a row that was taken away. */
export const removedSql = "iif(c.after ->> '$.deleted' = 1, 'removed', NULL)"

/** The value that a column was changed to; NULL where another of its group was changed. */
export function changedTo(column: string): string {
  return `iif(c.after ->> '$.${column}' IS NOT c.before ->> '$.${column}', c.after ->> '$.${column}', NULL)`
}

/** One content for each event, from rows by their ids. */
export function contentsByRow<Row extends { id: Id }>(
  events: readonly TimelineEvent[],
  rows: readonly Row[],
  content: (row: Row, event: TimelineEvent) => TimelineContent,
): TimelineContent[] {
  const byId = new Map(rows.map((row) => [row.id, row]))
  return events.map((event) => {
    const row = byId.get(event.ref)
    // Rows are never physically deleted, and the events were read from them in the same transaction.
    if (!row) throw new Error(`no row ${event.ref} for ${event.what}`)
    return content(row, event)
  })
}

export function idsOf(events: readonly TimelineEvent[]): string {
  return JSON.stringify([...new Set(events.map((event) => event.ref))])
}
