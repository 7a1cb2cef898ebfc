// What falls on the days of a month or a week.
import type { ReadDb } from '#main/db/database.ts'
import { namedDays } from '#main/services/book/special-days.ts'
import { workingCalendar } from '#main/services/book/working-calendar.ts'
import {
  type CalendarSource,
  type DayRow,
  rowsByDay,
  type SourceEntry,
} from '#main/services/calendar/calendar-source.ts'
import { calendarSources } from '#main/services/calendar/calendar-sources.ts'
import { holidayEntries } from '#main/services/calendar/holiday-entries.ts'
import { recordKey, recordTitles } from '#main/services/records/record-titles.ts'
import { type Day, daysOfSpan } from '#shared/dates.ts'
import type { CalendarDay, CalendarEntry, CalendarInput, CalendarRange } from '#shared/schemas/calendar.ts'
import type { Holiday } from '#shared/schemas/customers.ts'
import type { RecordRef } from '#shared/schemas/records.ts'

/**
 * Every day of the span, and its entries in the order of kinds; a day with more than it shows says so by its total. Holidays
 * are those of customers' countries, found by who asks for them.
 */
export function calendarRange(db: ReadDb, input: CalendarInput, holidays: readonly Holiday[] = []): CalendarRange {
  const wanted = calendarSources.filter(({ kind }) => input.kinds.length === 0 || input.kinds.includes(kind))
  const found = wanted.map((source) => ({ source, rows: rowsByDay(db, source, input) }))
  const totals = new Map<Day, number>()
  for (const { rows } of found)
    for (const [on, ofDay] of new Map(rows.map((row) => [row.on, row.ofDay])))
      totals.set(on, (totals.get(on) ?? 0) + ofDay)
  const entries = found.flatMap(({ source, rows }) => entriesOf(db, source, rows))
  const ofCountries = Map.groupBy(holidayEntries(holidays), ({ on }) => on)
  for (const [on, entries] of ofCountries) totals.set(on, (totals.get(on) ?? 0) + entries.length)
  const shown = [...ofCountries.values()].flatMap((ofDay) => ofDay.slice(0, input.perDay))
  return { days: daysOf(db, input, totals), entries: [...titled(db, entries), ...shown] }
}

type Placed = { kind: CalendarEntry['kind']; on: Day; entry: SourceEntry }

function entriesOf(db: ReadDb, source: CalendarSource, rows: readonly DayRow[]): Placed[] {
  if (rows.length === 0) return []
  const ids = rows.map((row) => row.id)
  const byId = new Map(source.entries(db, ids).map((entry) => [entry.id, entry]))
  return rows.flatMap(({ id, on }) => {
    const entry = byId.get(id)
    return entry ? [{ kind: source.kind, on, entry }] : []
  })
}

/** Looks up all records at once: what opens, and what an entry is about. */
function titled(db: ReadDb, placed: readonly Placed[]): CalendarEntry[] {
  const refs = placed.flatMap(({ entry }) => [entry.record, ...(entry.concerns ? [entry.concerns] : [])])
  const titles = recordTitles(db, refs)
  const nameOf = (ref: RecordRef) => {
    const title = titles.get(recordKey(ref))
    if (!title) return {}
    return title.code === '' ? { detail: title.name, detailZh: title.nameZh } : { detail: title.code }
  }
  return placed.flatMap(({ kind, on, entry: { record, concerns, ...entry } }) => {
    const title = titles.get(recordKey(record))
    const about = concerns ? nameOf(concerns) : {}
    return title ? [{ kind, on, detail: '', detailZh: '', ...about, ...entry, record: title }] : []
  })
}

function daysOf(db: ReadDb, { from, to }: CalendarInput, totals: ReadonlyMap<Day, number>): CalendarDay[] {
  const { isWorkingDay } = workingCalendar(db)
  const names = namedDays(db, { from, to })
  return daysOfSpan({ from, to }).map((on) => ({
    on,
    isWorking: isWorkingDay(on),
    name: names.get(on) ?? '',
    total: totals.get(on) ?? 0,
  }))
}
