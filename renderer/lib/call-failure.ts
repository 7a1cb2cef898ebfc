// A call that the host answered with a failure, or could not answer, as something to throw and to read back.
import { TRPCClientError } from '@trpc/client'
import type { Failure } from '#shared/errors.ts'

export class CallFailure extends Error {
  readonly failure: Failure

  constructor(failure: Failure) {
    super(failure.code)
    this.name = 'CallFailure'
    this.failure = failure
  }
}

/** The host does not answer: it was closed, or crashed. */
export function unreachable(): CallFailure {
  return new CallFailure({ code: 'host/unreachable', details: {} })
}

/** What went wrong, whoever threw it. What is not a failure of a call is a fault of ours: `screen/fault`. */
export function failureOf(error: unknown): Failure {
  if (error instanceof CallFailure) return error.failure
  if (error instanceof TRPCClientError && error.cause instanceof CallFailure) return error.cause.failure
  return { code: 'screen/fault', details: { message: error instanceof Error ? error.message : String(error) } }
}
