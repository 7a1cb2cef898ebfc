// Stops work that does not end, wherever it loops: V8 itself breaks it off, between any two of its steps.
import { runInNewContext } from 'node:vm'
import { AppError } from '#shared/errors.ts'

/** The result of synchronous work, or `papers/template-too-slow` after `limitMs`. */
export function runInTime<Result>(work: () => Result, limitMs: number): Result {
  try {
    return runInNewContext('work()', { work }, { timeout: limitMs }) as Result
  } catch (error) {
    if (isTimeout(error)) throw new AppError('papers/template-too-slow', { seconds: Math.round(limitMs / 1000) })
    throw error
  }
}

/** The error is one of the other context's, so no `instanceof Error` of ours. */
function isTimeout(error: unknown): boolean {
  const isObject = typeof error === 'object' && error !== null
  return isObject && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
}
