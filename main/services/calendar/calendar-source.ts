// What a feature tells the calendar: a question by day, and what becomes of its rows.
import type { ReadDb } from '#main/db/database.ts'
import type { Day } from '#shared/dates.ts'
import type { CalendarEntry, CalendarKind, CalendarState } from '#shared/schemas/calendar.ts'
import type { RecordRef } from '#shared/schemas/records.ts'

/** Before the titles of records are looked up: `concerns` gives its title as the detail where there is none. */
export type SourceEntry = Omit<CalendarEntry, 'kind' | 'on' | 'detail' | 'detailZh' | 'countries' | 'record'> & {
  detail?: string
  detailZh?: string
  concerns?: RecordRef | null
  record: RecordRef
}

export type CalendarSource = SqlSource | FoundSource

type SourceBase = {
  kind: CalendarKind
  /** The rows behind ids, in any order; one that is left out is not shown. */
  entries(db: ReadDb, ids: readonly number[]): SourceEntry[]
}

/** Days that come again or are reckoned from others: found by the feature itself, each id on one day of the span at most. */
type FoundSource = SourceBase & { find(db: ReadDb, span: { from: Day; to: Day }): readonly { id: number; on: Day }[] }

type SqlSource = SourceBase & {
  /** The table as alias `r`, with the index to read where SQLite would choose another. */
  from: string
  day: string
  /** Always true of what the calendar shows; what its index says, word for word. */
  where: string
}

export type DayRow = { id: number; on: Day; ofDay: number }

type Asked = { from: Day; to: Day; perDay: number }

/** Ids by day from `from` to `to`, at most `perDay` of each, with how many that day has in all. */
export function rowsByDay(db: ReadDb, source: CalendarSource, asked: Asked): DayRow[] {
  return 'find' in source ? foundByDay(db, source, asked) : queriedByDay(db, source, asked)
}

function foundByDay(db: ReadDb, { find }: FoundSource, { from, to, perDay }: Asked): DayRow[] {
  const byDay = Map.groupBy(find(db, { from, to }), ({ on }) => on)
  return [...byDay.values()].flatMap((rows) =>
    rows
      .toSorted((left, right) => left.id - right.id)
      .slice(0, perDay)
      .map((row) => ({ ...row, ofDay: rows.length })),
  )
}

function queriedByDay(db: ReadDb, { from: table, day, where }: SqlSource, { from, to, perDay }: Asked): DayRow[] {
  return db.all<DayRow>(
    `SELECT id, "on", ofDay FROM (
       SELECT r.id, ${day} AS "on", row_number() OVER byDay AS nth, count(*) OVER (PARTITION BY ${day}) AS ofDay
       FROM ${table} WHERE ${where} AND ${day} BETWEEN ? AND ?
       WINDOW byDay AS (PARTITION BY ${day} ORDER BY r.id))
     WHERE nth <= ?`,
    from,
    to,
    perDay,
  )
}

export function stateOf(isDone: boolean, isVoid = false): CalendarState {
  if (isVoid) return 'void'
  return isDone ? 'done' : 'open'
}

/** Rows of a statement over ids: it ends before its WHERE, and its table is `r`. */
export function rowsOf<Row>(db: ReadDb, select: string, ids: readonly number[]): Row[] {
  return db.all<Row>(`${select} WHERE r.id IN (SELECT value FROM json_each(?))`, JSON.stringify(ids))
}
