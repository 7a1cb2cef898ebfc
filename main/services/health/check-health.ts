// The check of a book as a job: how far it is, and what was found, by kind.
import { isDamage } from '#main/db/damage.ts'
import type { ReadDb } from '#main/db/database.ts'
import { type BookCheck, checkBook } from '#main/services/book/check-book.ts'
import { type JobHandle, runJob } from '#main/services/jobs/job.ts'
import type { HealthCheck } from '#shared/schemas/health.ts'

const shownPlaces = 5

/** A file too broken to be read to its end is a finding, not a failure. */
export function checkHealth(db: ReadDb, job: JobHandle): HealthCheck {
  return runJob(job, () => {
    try {
      return summary(
        db,
        checkBook(db, (phase, done, total) => {
          job.progress(phase, done, total)
          job.stopIfCancelled()
        }),
      )
    } catch (error) {
      if (!isDamage(error)) throw error
      return summary(db, { ok: false, problems: [{ code: 'file', where: String((error as Error).message) }] })
    }
  })
}

const noCounts = { operations: 0, changes: 0, products: 0, parties: 0, orders: 0, orderLines: 0 }

function summary(db: ReadDb, check: Pick<BookCheck, 'ok' | 'problems'> & Partial<BookCheck>): HealthCheck {
  const codes = [...new Set(check.problems.map(({ code }) => code))]
  return {
    at: db.now,
    ok: check.ok,
    problems: codes.map((code) => {
      const of = check.problems.filter((problem) => problem.code === code)
      return { code, count: of.length, where: of.slice(0, shownPlaces).map(({ where }) => where) }
    }),
    counts: check.counts ?? noCounts,
    unprovable: check.unprovable?.length ?? 0,
  }
}
