// Forecasts of the whole book: the clerk works them out beside all other work, the writer keeps them in pieces so small that
// nobody waits for one.
import type { ForecastServices } from '#main/api/host/forecasts-services.ts'
import type { BookKeeper } from '#main/host/book-keeper.ts'
import type { WorkerPool } from '#main/host/worker-pool.ts'
import type { WorkedForecasts } from '#main/services/planning/work-forecasts.ts'
import { AppError } from '#shared/errors.ts'
import type { Envelope } from '#shared/operation.ts'
import type { ForecastWork, WorkForecastsInput } from '#shared/schemas/forecasts.ts'

/** Rows of one write: some ten milliseconds, and few enough writes that screens are not asked anew all the time. */
const keptAtOnce = 1000

export function forecastServices({ keeper }: { keeper: Pick<BookKeeper, 'held'> }): ForecastServices {
  return {
    work(input) {
      const held = keeper.held()
      if (!held) throw new AppError('book/closed')
      // What comes of it could not be kept.
      if (held.state.access.mode === 'read') throw new AppError('book/read-only', { why: held.state.access.reason })
      return workForecasts(held.pool, input)
    },
  }
}

/** Nothing is kept of a job that was cancelled. */
export async function workForecasts(pool: Pick<WorkerPool, 'call'>, input: WorkForecastsInput): Promise<ForecastWork> {
  const { rows, work } = await asked<WorkedForecasts>(pool, { kind: 'query', path: 'inner.forecasts.work', input })
  for (let at = 0; at < rows.length; at += keptAtOnce) {
    const piece = { rows: rows.slice(at, at + keptAtOnce) }
    await asked(pool, { kind: 'mutation', path: 'inner.forecasts.keep', input: piece })
  }
  return work
}

async function asked<Result>(pool: Pick<WorkerPool, 'call'>, call: Omit<Envelope, 'id'>): Promise<Result> {
  const reply = await pool.call({ id: 0, ...call })
  if (!reply.ok) throw new AppError(reply.error.code, reply.error.details)
  return reply.data as Result
}
