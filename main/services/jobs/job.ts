// Long work as services see it: report how far it is, ask whether to stop.
import { AppError } from '#shared/errors.ts'

export interface JobHandle {
  /** `done` of `total` in this phase; `total` null while nobody knows. Cheap enough to call per batch. */
  progress(phase: string, done: number, total: number | null): void
  /** Throws `job/cancelled` when the user asked to stop; called per batch, so that everything is rolled back. */
  stopIfCancelled(): void
  /** Reports the end: `done`, `cancelled` or `failed`. */
  finish(error?: unknown): void
}

/** For callers without anyone watching: the command line and tests. */
export const silentJob: JobHandle = { progress: () => {}, stopIfCancelled: () => {}, finish: () => {} }

/** Runs work as a job: its end is reported whatever happens. */
export function runJob<Result>(job: JobHandle, work: () => Result): Result {
  try {
    const result = work()
    job.finish()
    return result
  } catch (error) {
    job.finish(error)
    throw error
  }
}

/** The same for work that waits in between, such as packing a workbook. */
export async function runAsyncJob<Result>(job: JobHandle, work: () => Promise<Result>): Promise<Result> {
  try {
    const result = await work()
    job.finish()
    return result
  } catch (error) {
    job.finish(error)
    throw error
  }
}

export function cancelled(): AppError {
  return new AppError('job/cancelled')
}
