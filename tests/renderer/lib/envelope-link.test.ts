import { createTRPCClient } from '@trpc/client'
import { describe, expect, test } from 'vitest'
import type { AppRouter } from '#main/api/router.ts'
import { CallFailure, failureOf } from '#renderer/lib/call-failure.ts'
import { envelopeLink } from '#renderer/lib/envelope-link.ts'
import type { Envelope, Reply } from '#shared/operation.ts'

function clientOver(answer: (envelope: Envelope) => Promise<Reply>) {
  return createTRPCClient<AppRouter>({ links: [envelopeLink({ call: answer })] })
}

describe('the link', () => {
  test('puts path, kind and input into one envelope and hands back the data', async () => {
    const seen: Envelope[] = []
    const client = clientOver(async (envelope) => {
      seen.push(envelope)
      return { id: envelope.id, ok: true, data: { id: 7 } }
    })
    await client.products.archive.mutate({ ids: [7] })
    expect(seen[0]).toMatchObject({ kind: 'mutation', path: 'products.archive', input: { ids: [7] } })
    await client.products.get.query({ id: 7 })
    expect(seen[1]).toMatchObject({ kind: 'query', path: 'products.get', input: { id: 7 } })
    expect(seen[1]?.id).not.toBe(seen[0]?.id)
  })

  test('throws the host’s failure as it is', async () => {
    const error = { code: 'catalog/product-not-found', details: {} }
    const client = clientOver(async ({ id }) => ({ id, ok: false, error }))
    await expect(client.products.get.query({ id: 1 })).rejects.toSatisfy(
      (thrown) => failureOf(thrown).code === error.code,
    )
  })

  test('calls a transport that breaks unreachable, and keeps what it refuses by itself', async () => {
    const broken = clientOver(() => Promise.reject(new TypeError('fetch failed')))
    await expect(broken.products.get.query({ id: 1 })).rejects.toSatisfy(
      (thrown) => failureOf(thrown).code === 'host/unreachable',
    )
    const refused = clientOver(() => Promise.reject(new CallFailure({ code: 'call/too-large', details: {} })))
    await expect(refused.products.get.query({ id: 1 })).rejects.toSatisfy(
      (thrown) => failureOf(thrown).code === 'call/too-large',
    )
  })
})
