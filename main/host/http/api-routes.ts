// The calls of browser mode: envelopes as JSON, events as a stream, files in chunks.
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Desk } from '#main/host/desk.ts'
import { chunkBytes } from '#main/services/files/file-shelf.ts'
import { AppError } from '#shared/errors.ts'
import { envelopeSchema } from '#shared/operation.ts'

const maxCallBytes = 16 * 1024 * 1024

/** POST an envelope, get its reply. Only JSON is taken: a form of a foreign page cannot send that. */
export async function answerCall(desk: Desk, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method !== 'POST' || !request.headers['content-type']?.startsWith('application/json')) {
    throw new AppError('call/malformed')
  }
  const body = await readBody(request, maxCallBytes)
  const envelope = envelopeSchema.safeParse(parseJson(body))
  if (!envelope.success) throw new AppError('call/malformed')
  sendJson(response, await desk.call(envelope.data))
}

/** A stream of what the host tells the screen. */
export function answerEvents(desk: Desk, request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' })
  response.write(': here\n\n')
  const stop = desk.onEvent((event) => response.write(`data: ${JSON.stringify(event)}\n\n`))
  const beat = setInterval(() => response.write(': still here\n\n'), 20_000)
  request.on('close', () => {
    clearInterval(beat)
    stop()
  })
}

type FileCall = { request: IncomingMessage; response: ServerResponse; url: URL }

/** open (POST {name}), put (POST bytes at token, offset), get (GET bytes at token, offset). */
export async function answerFiles(desk: Desk, { request, response, url }: FileCall): Promise<void> {
  const verb = `${request.method} ${url.pathname.slice('/api/files/'.length)}`
  const token = url.searchParams.get('token') ?? ''
  const offset = Number(url.searchParams.get('offset') ?? 0)
  if (!Number.isSafeInteger(offset) || offset < 0) throw new AppError('call/malformed')
  if (verb === 'POST open') {
    const { name } = parseJson(await readBody(request, 4096)) as { name?: unknown }
    return sendJson(response, { token: desk.files.open(typeof name === 'string' ? name : 'file').token })
  }
  if (verb === 'POST put') {
    desk.files.put(token, offset, await readBody(request, chunkBytes))
    return sendJson(response, {})
  }
  if (verb === 'GET get') {
    response.writeHead(200, { 'Content-Type': 'application/octet-stream', 'Cache-Control': 'no-store' })
    response.end(desk.files.get(token, offset))
    return
  }
  throw new AppError('call/malformed')
}

async function readBody(request: IncomingMessage, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.byteLength
    if (size > limit) throw new AppError('call/too-large', { limitBytes: limit })
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8')) ?? {}
  } catch {
    throw new AppError('call/malformed')
  }
}

function sendJson(response: ServerResponse, content: unknown): void {
  response.writeHead(200, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' })
  response.end(JSON.stringify(content))
}
