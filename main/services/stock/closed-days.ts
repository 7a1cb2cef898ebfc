// Closed periods: nothing is posted into them any more.
import type { ReadDb } from '#main/db/database.ts'
import { addDays, type Day } from '#shared/dates.ts'
import { AppError } from '#shared/errors.ts'

/** The last closed day; null where no period is closed. */
export function closedThrough(db: ReadDb): Day | null {
  const sql = 'SELECT max(through_on) AS day FROM period_closings INDEXED BY period_closings_by_day WHERE deleted = 0'
  return db.get<{ day: Day | null }>(sql)?.day ?? null
}

/** `stock/period-closed` where the day lies in a closed period. */
export function refuseClosedDay(db: ReadDb, day: Day): void {
  const through = closedThrough(db)
  if (through !== null && day <= through) throw new AppError('stock/period-closed', { day, through, field: 'on' })
}

/** The day itself, or the first open one where its period is closed. */
export function openDay(db: ReadDb, day: Day): Day {
  const through = closedThrough(db)
  return through !== null && day <= through ? addDays(through, 1) : day
}
