// The expected failure of some work, for tests that look at its details.
import { AppError, type Failure } from '#shared/errors.ts'

/** Code and details of the failure; null where the work went through. Anything unexpected is thrown on. */
export function refusal(work: () => unknown): Failure | null {
  try {
    work()
    return null
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return { code: error.code, details: error.details }
  }
}
