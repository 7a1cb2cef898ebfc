// One envelope through the router: what workers, the host's own procedures and the command line share.
import { callTRPCProcedure, TRPCError } from '@trpc/server'
import { ZodError } from 'zod'
import { appRouter } from '#main/api/router.ts'
import type { Context } from '#main/api/trpc.ts'
import { logFailure } from '#main/host/log.ts'
import { storageFailure } from '#main/host/storage-failure.ts'
import { AppError, type Failure } from '#shared/errors.ts'
import type { Envelope, Reply } from '#shared/operation.ts'

/** Runs the call and answers in every case; unexpected errors are logged once, here, and answered by a reference. */
export async function runEnvelope(ctx: Context, envelope: Envelope): Promise<Reply> {
  try {
    const data = await callTRPCProcedure({
      router: appRouter,
      ctx,
      path: envelope.path,
      type: envelope.kind,
      getRawInput: async () => withoutNul(envelope.input),
      signal: undefined,
      batchIndex: 0,
    })
    return { id: envelope.id, ok: true, data: data ?? null }
  } catch (error) {
    return { id: envelope.id, ok: false, error: failureOf(error, envelope.path) }
  }
}

const deepest = 64

/** No text of a book holds a NUL: SQLite and most other programs would take it to end there, and hide what follows. */
function withoutNul(input: unknown, depth = 0): unknown {
  if (typeof input === 'string') return input.includes('\u0000') ? input.replaceAll('\u0000', '') : input
  if (typeof input !== 'object' || input === null || depth > deepest) return input
  if (Array.isArray(input)) return input.map((item) => withoutNul(item, depth + 1))
  if (Object.getPrototypeOf(input) !== Object.prototype) return input
  return Object.fromEntries(Object.entries(input).map(([key, value]) => [key, withoutNul(value, depth + 1)]))
}

/** An error as it goes over the wire: the expected ones by their code, all others as `internal` with a reference. */
export function failureOf(error: unknown, path: string): Failure {
  const cause = error instanceof TRPCError ? (error.cause ?? error) : error
  if (cause instanceof AppError) return { code: cause.code, details: cause.details }
  if (error instanceof TRPCError && cause instanceof ZodError) {
    return { code: 'input/invalid', details: {}, issues: cause.issues.map(issueOf) }
  }
  if (error instanceof TRPCError && error.code === 'NOT_FOUND') return { code: 'call/unknown', details: { path } }
  const storage = storageFailure(cause)
  if (storage) {
    logFailure(path, cause)
    return storage
  }
  return { code: 'internal', details: { reference: logFailure(path, cause) } }
}

function issueOf(issue: ZodError['issues'][number]): { path: string; code: string; expected?: string } {
  const isOwnCode = issue.code === 'custom' || /^[a-z_]+$/.test(issue.message)
  const code = isOwnCode ? issue.message : issue.code
  const keys = 'keys' in issue && Array.isArray(issue.keys) ? [issue.keys.join(', ')] : []
  const expected = expectedOf(issue)
  return { path: [...issue.path, ...keys].join('.'), code, ...(expected !== undefined && { expected }) }
}

/** The kind of value, the values there are, or the limit that was passed. */
function expectedOf(issue: ZodError['issues'][number]): string | undefined {
  if (issue.code === 'invalid_type') return String(issue.expected)
  if (issue.code === 'invalid_value') return issue.values.map(String).join(', ')
  if (issue.code === 'too_big') return `≤ ${issue.maximum}`
  if (issue.code === 'too_small') return `≥ ${issue.minimum}`
  return undefined
}
