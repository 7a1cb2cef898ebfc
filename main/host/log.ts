// One line per failed or slow call, on standard error; never the data that was in it.
import { randomBytes } from 'node:crypto'

/** Logs an unexpected error under a short reference that the screen can show. */
export function logFailure(path: string, error: unknown): string {
  const reference = randomBytes(4).toString('hex')
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
  process.stderr.write(`quayside: ${reference} ${path} failed: ${text}\n`)
  return reference
}

const slowMs = 1000

/** Logs a call that took longer than a second. */
export function logSlow(path: string, startedAt: number): void {
  const took = Math.round(performance.now() - startedAt)
  if (took > slowMs) process.stderr.write(`quayside: ${path} took ${took} ms\n`)
}
