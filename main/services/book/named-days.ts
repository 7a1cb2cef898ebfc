// What the days that differ from the week are called: holidays, and days worked in exchange for them.
import type { ReadDb } from '#main/db/database.ts'
import type { Day } from '#shared/dates.ts'

/** Names by day from `from` to `to`; of a day that a merge made double, what was entered last holds. */
export function namedDays(db: ReadDb, { from, to }: { from: Day; to: Day }): Map<Day, string> {
  const rows = db.raw(
    'SELECT day_on, name FROM special_days INDEXED BY special_days_by_day WHERE deleted = 0 AND day_on BETWEEN ? AND ? ORDER BY id',
    from,
    to,
  )
  return new Map(rows.map(([day, name]) => [day as Day, name as string]))
}
