// The open book as it was at the end of a day, written to a file that the host then shows.
import { type BookHandle, connectionOf } from '#main/db/book-handle.ts'
import { openReader } from '#main/db/database.ts'
import { makePast } from '#main/db/past.ts'
import { read } from '#main/db/statements.ts'
import { bookFacts } from '#main/services/book/book-queries.ts'
import { type JobHandle, runAsyncJob } from '#main/services/jobs/job.ts'
import { pastFigures } from '#main/services/past/past-figures.ts'
import { type Day, dayOf, endOfDay, type Instant } from '#shared/dates.ts'
import { AppError } from '#shared/errors.ts'
import type { PastBounds } from '#shared/schemas/past.ts'

/** Gives the instant that the file stands at, the last of the day. `past/future` and `past/before-book` for other days. */
export async function makePastFile(
  handle: BookHandle,
  { target, day, now }: { target: string; day: Day; now: Instant },
  job: JobHandle,
): Promise<{ at: Instant }> {
  return runAsyncJob(job, async () => {
    const { timeZone } = read(connectionOf(handle), bookFacts)
    const { first } = pastBounds(handle, now)
    if (day >= dayOf(now, timeZone)) throw new AppError('past/future')
    if (day < first) throw new AppError('past/before-book', { first })
    const until = endOfDay(day, timeZone)
    // A connection of its own: its read transaction holds the book still while the clerk's goes on with other work.
    const source = openReader(handle.file)
    try {
      await makePast(source, target, { until, figures: pastFigures, work: job })
    } finally {
      source.close()
    }
    return { at: (until - 1) as Instant }
  })
}

/** The days that can be looked at: from the book's first to yesterday. */
export function pastBounds(handle: BookHandle, now: Instant): PastBounds {
  return read(connectionOf(handle), (db) => {
    const { timeZone } = bookFacts(db)
    const made = db.get<{ at: Instant }>('SELECT made_at AS at FROM books WHERE id = 1')
    return { first: dayOf(made?.at ?? now, timeZone), today: dayOf(now, timeZone) }
  })
}
