import { expect, test } from 'vitest'
import { bridgeTransport } from '#renderer/lib/bridge-transport.ts'
import { failureOf } from '#renderer/lib/call-failure.ts'
import type { Transport } from '#renderer/lib/transport.ts'
import { failureMessage } from '#shared/failure-message.ts'

/** As Electron wraps what a handler throws. */
function bridge(message: string): Transport {
  const refuse = () => Promise.reject(new Error(`Error invoking remote method 'quayside:files-put': Error: ${message}`))
  return {
    call: async ({ id }) => ({ id, ok: true, data: 'called' }),
    onEvent: () => () => {},
    files: { open: refuse, put: refuse, get: refuse },
  }
}

test('a chunk that finds no room is refused by the same failure as over HTTP', async () => {
  const full = { code: 'book/disk-full', details: { reason: 'ENOSPC' } }
  const { files } = bridgeTransport(bridge(failureMessage(full)))
  const works = [() => files.open('a.csv'), () => files.put('t', 0, new ArrayBuffer(1)), () => files.get('t', 0)]
  for (const work of works) expect(await work().then(() => null, failureOf)).toEqual(full)
})

test('a host that is gone is said to be', async () => {
  const { files } = bridgeTransport(bridge('reply was never sent'))
  expect(await files.get('t', 0).then(() => null, failureOf)).toMatchObject({ code: 'host/unreachable' })
})

test('calls go through as they are', async () => {
  const { call } = bridgeTransport(bridge(''))
  expect(await call({ id: 7, kind: 'query', path: 'x' })).toEqual({ id: 7, ok: true, data: 'called' })
})
