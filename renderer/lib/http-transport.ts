// Browser mode: the same envelopes as JSON over this page's own host.

import { CallFailure, unreachable } from '#renderer/lib/call-failure.ts'
import type { Transport } from '#renderer/lib/transport.ts'
import type { Failure } from '#shared/errors.ts'
import type { Envelope, HostEvent, Reply } from '#shared/operation.ts'

export const httpTransport: Transport = {
  async call(envelope: Envelope): Promise<Reply> {
    const body = JSON.stringify(envelope)
    // What is typed last is sent while the page goes away.
    const keepalive = envelope.path.startsWith('drafts.') && body.length < keepaliveLimit
    const response = await send('/api/call', { headers: jsonHeaders, body, keepalive })
    return (await response.json()) as Reply
  },
  onEvent(listener) {
    const source = new EventSource('/api/events')
    source.onmessage = (message) => listener(JSON.parse(message.data) as HostEvent)
    return () => source.close()
  },
  files: {
    async open(name) {
      const response = await send('/api/files/open', { headers: jsonHeaders, body: JSON.stringify({ name }) })
      return (await response.json()) as { token: string }
    },
    async put(token, offset, chunk) {
      const headers = { 'content-type': 'application/octet-stream' }
      await send(`/api/files/put?token=${encodeURIComponent(token)}&offset=${offset}`, { headers, body: chunk })
    },
    async get(token, offset) {
      const response = await send(`/api/files/get?token=${encodeURIComponent(token)}&offset=${offset}`, {
        method: 'GET',
      })
      return response.arrayBuffer()
    },
  },
}

/** Browsers let 64 KiB outlive a page; a character takes up to three bytes. */
const keepaliveLimit = 20_000

const jsonHeaders = { 'content-type': 'application/json' }

async function send(address: string, init: RequestInit): Promise<Response> {
  const response = await fetch(address, { method: 'POST', ...init }).catch(() => {
    throw unreachable()
  })
  if (response.ok) return response
  const failure = await failureIn(response)
  throw failure ? new CallFailure(failure) : unreachable()
}

/** The host answers refusals as `{error: Failure}`; anything else did not come from it. */
async function failureIn(response: Response): Promise<Failure | null> {
  const body: unknown = await response.json().catch(() => null)
  if (typeof body !== 'object' || body === null || !('error' in body)) return null
  const { error } = body
  return typeof error === 'object' && error !== null && 'code' in error ? (error as Failure) : null
}
