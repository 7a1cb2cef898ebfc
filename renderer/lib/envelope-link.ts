// tRPC's terminating link: puts each call into an envelope for the transport.
import { TRPCClientError, type TRPCLink } from '@trpc/client'
import { observable } from '@trpc/server/observable'
import type { AppRouter } from '#main/api/router.ts'
import { CallFailure, unreachable } from '#renderer/lib/call-failure.ts'
import type { Transport } from '#renderer/lib/transport.ts'

/** Subscriptions have no envelope: the host tells by events. */
export function envelopeLink(transport: Pick<Transport, 'call'>): TRPCLink<AppRouter> {
  return () =>
    ({ op }) =>
      observable((observer) => {
        const fail = (cause: Error) => observer.error(TRPCClientError.from(cause))
        if (op.type === 'subscription') {
          fail(new Error('subscriptions have no envelope'))
          return
        }
        const { id, type: kind, path, input } = op
        transport.call({ id, kind, path, input }).then(
          (reply) => {
            if (!reply.ok) return fail(new CallFailure(reply.error))
            observer.next({ result: { data: reply.data } })
            observer.complete()
          },
          (cause: unknown) => fail(cause instanceof CallFailure ? cause : unreachable()),
        )
      })
}
