// Browser mode: the page and its calls over 127.0.0.1, for whoever holds the session's cookie, and nobody else.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { contentSecurityPolicy } from '#main/host/content-security.ts'
import type { Desk } from '#main/host/desk.ts'
import { answerCall, answerEvents, answerFiles } from '#main/host/http/api-routes.ts'
import { openSession, type Session } from '#main/host/http/session-cookie.ts'
import { pageFile } from '#main/host/page-files.ts'
import { failureOf } from '#main/host/run-envelope.ts'
import { AppError } from '#shared/errors.ts'

export type RunningServer = { url: string; port: number; close(): Promise<void> }

/** Starts the server; port 0 takes any free one. The URL holds the one-time token. */
export async function startServer(desk: Desk, wantedPort: number): Promise<RunningServer> {
  const session = openSession(() => port)
  const server = createServer((request, response) => {
    route({ desk, session, port }, request, response).catch((error: unknown) => refuse(response, error))
  })
  const port = await listen(server, wantedPort)
  return {
    url: `http://127.0.0.1:${port}/?token=${session.token}`,
    port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function listen(server: Server, wanted: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? new AppError('host/port-taken', { port: wanted }) : error)
    })
    server.listen(wanted, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })
}

type Parts = { desk: Desk; session: Session; port: number }

async function route(
  { desk, session, port }: Parts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  setSafetyHeaders(response)
  // A foreign page can reach this port, but not under this name: DNS rebinding ends here.
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`]
  if (!hosts.includes(request.headers.host ?? '')) return end(response, 403, 'foreign host')
  const origin = request.headers.origin
  if (origin !== undefined && !hosts.some((host) => origin === `http://${host}`))
    return end(response, 403, 'foreign origin')
  const url = new URL(request.url ?? '/', `http://127.0.0.1:${port}`)
  const token = url.searchParams.get('token')
  if (request.method === 'GET' && url.pathname === '/' && token !== null) {
    const cookie = session.redeem(token)
    if (cookie) response.setHeader('Set-Cookie', cookie)
    if (cookie || session.isKnown(request)) return redirectHome(response)
  }
  if (!session.isKnown(request)) return end(response, 403, 'Open the address that Quayside printed when it started.')
  if (url.pathname === '/api/call') return answerCall(desk, request, response)
  if (url.pathname === '/api/events') return answerEvents(desk, request, response)
  if (url.pathname.startsWith('/api/files/')) return answerFiles(desk, { request, response, url })
  if (request.method !== 'GET') return end(response, 405, 'not allowed')
  return sendPage(response, url.pathname)
}

function setSafetyHeaders(response: ServerResponse): void {
  response.setHeader('Content-Security-Policy', contentSecurityPolicy)
  response.setHeader('X-Content-Type-Options', 'nosniff')
  response.setHeader('Referrer-Policy', 'no-referrer')
  response.setHeader('Cross-Origin-Resource-Policy', 'same-origin')
  response.setHeader('Cross-Origin-Opener-Policy', 'same-origin')
}

function redirectHome(response: ServerResponse): void {
  response.writeHead(303, { Location: '/', 'Cache-Control': 'no-store' })
  response.end()
}

async function sendPage(response: ServerResponse, path: string): Promise<void> {
  const file = await pageFile(path)
  if (!file) return end(response, 404, 'not here')
  response.setHeader('Content-Type', file.type)
  response.setHeader('Cache-Control', file.isImmutable ? 'public, max-age=31536000, immutable' : 'no-store')
  response.end(file.body)
}

function end(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' })
  response.end(text)
}

function refuse(response: ServerResponse, error: unknown): void {
  const failure = failureOf(error, 'http')
  if (!response.headersSent)
    response.writeHead(failure.code === 'internal' ? 500 : 400, { 'Content-Type': 'application/json' })
  response.end(JSON.stringify({ error: failure }))
}
