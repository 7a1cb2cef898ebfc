// Which day it is where the company sits.
import type { ReadDb } from '#main/db/database.ts'
import { bookFacts } from '#main/services/book/book-queries.ts'
import { type Day, dayOf, type Instant } from '#shared/dates.ts'

/** The calendar day of `now` (UTC ms) in the book's time zone. */
export function bookToday(db: ReadDb, now: number): Day {
  return dayOf(now as Instant, bookFacts(db).timeZone)
}
