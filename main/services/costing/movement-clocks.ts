// In which order movements count: by day, then by the clock of the operation that posted them, then by id. The clock is not in
// the ledger; it is that of the operation in whose span the id lies.
import type { ReadDb } from '#main/db/database.ts'
import type { Day } from '#shared/dates.ts'
import { firstCounterId, type Id } from '#shared/ids.ts'

/** Finds clocks of rows; those of the operation that is still going on, which has none yet, come last. */
export type ClockFinder = (ids: readonly Id[]) => (id: Id) => number

const notYet = Number.POSITIVE_INFINITY

/** For a few rows: asks the log for each. */
export function clocksOfFew(db: ReadDb): ClockFinder {
  return (ids) => {
    const rows = db.raw(
      `SELECT j.value, (
         SELECT iif(m.last_id >= j.value, m.clock, NULL) FROM operations m INDEXED BY operations_by_span
         WHERE m.first_id BETWEEN (j.value / ${firstCounterId}) * ${firstCounterId} AND j.value AND m.last_id >= m.first_id
         ORDER BY m.first_id DESC LIMIT 1)
       FROM json_each(?) j`,
      JSON.stringify(ids),
    ) as [Id, number | null][]
    const clocks = new Map(rows.map(([id, clock]) => [id, clock ?? notYet]))
    return (id) => clocks.get(id) ?? notYet
  }
}

/** For all rows of the book: holds every span of the log, in memory and in order, from the first question on. */
export function clocksOfAll(db: ReadDb): ClockFinder {
  let spans: Spans | null = null
  return () => {
    const known = spans ?? loadSpans(db)
    spans = known
    return (id) => clockIn(known, id)
  }
}

type Spans = { first: Float64Array; last: Float64Array; clock: Float64Array }

function loadSpans(db: ReadDb): Spans {
  const rows = db.raw(
    'SELECT first_id, last_id, clock FROM operations WHERE last_id >= first_id ORDER BY first_id, last_id',
  ) as [number, number, number][]
  const column = (at: 0 | 1 | 2) => Float64Array.from(rows, (row) => row[at])
  return { first: column(0), last: column(1), clock: column(2) }
}

/** The last span that begins at or before the id holds it, or none does. */
function clockIn({ first, last, clock }: Spans, id: Id): number {
  let [low, high] = [0, first.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((first[middle] ?? notYet) <= id) low = middle + 1
    else high = middle
  }
  const at = low - 1
  return at >= 0 && (last[at] ?? 0) >= id ? (clock[at] ?? notYet) : notYet
}

/** Sorts in place. Within one copy the clock grows with the ids, so only rows of several copies need it. */
export function inCostOrder<Row extends { id: Id; on: Day }>(rows: Row[], findClocks: ClockFinder): Row[] {
  const clockOf = isOfOneCopy(rows) ? () => 0 : findClocks(rows.map(({ id }) => id))
  const byDay = (left: Row, right: Row) => (left.on < right.on ? -1 : left.on > right.on ? 1 : 0)
  // Two that have no clock yet would differ by NaN.
  const byClock = (left: Row, right: Row) => {
    const [one, other] = [clockOf(left.id), clockOf(right.id)]
    return one === other ? 0 : one < other ? -1 : 1
  }
  return rows.sort((left, right) => byDay(left, right) || byClock(left, right) || left.id - right.id)
}

function isOfOneCopy(rows: readonly { id: Id }[]): boolean {
  const copy = copyOf(rows[0]?.id ?? 0)
  return rows.every(({ id }) => copyOf(id) === copy)
}

function copyOf(id: Id): number {
  return Math.floor(id / firstCounterId)
}
