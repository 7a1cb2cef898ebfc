// Who may talk to the loopback server, and how it ends.

import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { HostState } from '#shared/schemas/host.ts'
import { startHttpHost, type TestHost } from '#tests/support/test-host.ts'

const folder = mkdtempSync(join(tmpdir(), 'quayside-test-'))
let host: TestHost
beforeAll(async () => {
  host = await startHttpHost({ folder, newBook: true })
})
afterAll(async () => {
  await host.stop()
  rmSync(folder, { recursive: true, force: true })
})

type Sent = { path: string; method?: string; headers?: Record<string, string>; body?: string }

/** fetch does not let a test forge Host; node:http does. */
async function send({ path, method = 'GET', headers = {}, body }: Sent) {
  const cookie = await host.cookie()
  return new Promise<{ status: number; text: string; headers: Record<string, unknown> }>((resolve, reject) => {
    const call = request(
      `${host.origin}${path}`,
      { method, agent: false, headers: { Cookie: cookie, ...headers } },
      (response) => {
        let text = ''
        response.on('data', (chunk: Buffer) => {
          text += chunk.toString()
        })
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text, headers: response.headers }))
      },
    )
    call.on('error', reject)
    call.end(body)
  })
}

const envelope = JSON.stringify({ id: 1, kind: 'query', path: 'host.state' })
const json = { 'Content-Type': 'application/json' }

test('the page comes with the policy, and nothing else is said about us to others', async () => {
  const { status, headers, text } = await send({ path: '/' })
  expect(status).toBe(200)
  expect(text).toContain('<div id="root">')
  expect(headers['content-security-policy']).toContain("default-src 'none'")
  expect(headers['content-security-policy']).not.toContain('unsafe-eval')
  expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' })
})

describe('refused:', () => {
  test('no cookie', async () => {
    expect((await send({ path: '/', headers: { Cookie: '' } })).status).toBe(403)
    expect(
      (await send({ path: '/api/call', method: 'POST', headers: { ...json, Cookie: '' }, body: envelope })).status,
    ).toBe(403)
  })

  test('the one-time token a second time', async () => {
    const { search } = new URL(host.url)
    const again = await send({ path: `/${search}`, headers: { Cookie: '' } })
    expect(again.status).toBe(403)
    expect(again.headers['set-cookie']).toBeUndefined()
  })

  test('a wrong token', async () => {
    expect((await send({ path: '/?token=guess', headers: { Cookie: '' } })).status).toBe(403)
  })

  test('a foreign Host name, as after DNS rebinding', async () => {
    expect((await send({ path: '/', headers: { Host: 'evil.example' } })).status).toBe(403)
  })

  test('a foreign Origin', async () => {
    const headers = { ...json, Origin: 'https://evil.example' }
    expect((await send({ path: '/api/call', method: 'POST', headers, body: envelope })).status).toBe(403)
  })

  test('a form of another page', async () => {
    const headers = { 'Content-Type': 'text/plain' }
    const { status, text } = await send({ path: '/api/call', method: 'POST', headers, body: envelope })
    expect([status, JSON.parse(text)]).toMatchObject([400, { error: { code: 'call/malformed' } }])
  })

  test('a body over the limit', async () => {
    const body = JSON.stringify({ id: 1, kind: 'query', path: 'host.state', input: 'x'.repeat(17 * 1024 * 1024) })
    const { text } = await send({ path: '/api/call', method: 'POST', headers: json, body })
    expect(JSON.parse(text)).toMatchObject({ error: { code: 'call/too-large' } })
  })

  test.each([
    '/../package.json',
    '/..%2f..%2fpackage.json',
    '/%2e%2e/%2e%2e/package.json',
    '/assets/../../main/http.js',
  ])('a path out of the page: %s', async (path) => {
    expect((await send({ path })).status).toBe(404)
  })

  test('files by anything but a token', async () => {
    for (const token of ['../settings.json', '..%2f..%2fetc%2fpasswd', 'x'.repeat(32)]) {
      const { text } = await send({ path: `/api/files/get?token=${token}&offset=0` })
      expect(JSON.parse(text)).toMatchObject({ error: { code: 'files/unknown' } })
    }
  })

  test('places by anything but a token', async () => {
    const body = JSON.stringify({ id: 1, kind: 'mutation', path: 'host.openBook', input: { token: '/etc/passwd' } })
    const { text } = await send({ path: '/api/call', method: 'POST', headers: json, body })
    expect(JSON.parse(text)).toMatchObject({ ok: false, error: { code: 'host/unknown-place' } })
  })
})

test('a file crosses in chunks, in order, and comes back the same', async () => {
  const opened = await send({
    path: '/api/files/open',
    method: 'POST',
    headers: json,
    body: JSON.stringify({ name: '../a/b.csv' }),
  })
  const { token } = JSON.parse(opened.text) as { token: string }
  const octets = { 'Content-Type': 'application/octet-stream' }
  const put = (offset: number, body: string) =>
    send({ path: `/api/files/put?token=${token}&offset=${offset}`, method: 'POST', headers: octets, body })
  expect((await put(0, 'hello ')).status).toBe(200)
  expect(JSON.parse((await put(0, 'again')).text)).toMatchObject({ error: { code: 'files/out-of-order' } })
  expect((await put(6, 'world')).status).toBe(200)
  expect((await send({ path: `/api/files/get?token=${token}&offset=6` })).text).toBe('world')
  expect((await send({ path: `/api/files/get?token=${token}&offset=11` })).text).toBe('')
})

test('Ctrl+C ends it cleanly: exit code 0, the book one file with its backup, the shelf empty', async () => {
  const own = mkdtempSync(join(folder, 'end-'))
  const second = await startHttpHost({ folder: own, newBook: true })
  const ended = new Promise((resolve) => second.child.once('exit', resolve))
  second.child.kill('SIGINT')
  expect(await ended).toBe(0)
  const books = readdirSync(join(own, 'home')).filter((name) => name.startsWith('Test Trading'))
  expect(books).toEqual(['Test Trading.quay', 'Test Trading.quay-backups'])
  expect(existsSync(join(own, 'home', 'Test Trading.quay-lock'))).toBe(false)
})

test('a port in use is said, with what to do', async () => {
  const { port } = new URL(host.origin)
  const { spawnSync } = await import('node:child_process')
  const { outFile } = await import('#tests/support/built-program.ts')
  const env = { ...process.env, QUAYSIDE_DATA: join(folder, 'other-settings') }
  const { status, stderr } = spawnSync(process.execPath, [outFile('main/http.js'), '--port', port], {
    env,
    encoding: 'utf8',
  })
  expect(status).toBe(1)
  expect(stderr).toContain('--port')
})

test('the state of the host tells at once what a call has changed in the company, and who works here', async () => {
  const call = async <Data>(kind: 'query' | 'mutation', path: string, input?: unknown): Promise<Data> => {
    const reply = await host.call({ id: 1, kind, path, input })
    if (!reply.ok) throw new Error(JSON.stringify(reply.error))
    return reply.data as Data
  }
  const book = async () => (await call<HostState>('query', 'host.state')).book
  expect((await book())?.person?.name).toBe('Mei')
  const { id } = await call<{ id: number }>('mutation', 'people.add', { name: 'Bo', nameZh: '波' })
  await call('mutation', 'people.choose', { id })
  expect((await book())?.person).toEqual({ id, name: 'Bo', nameZh: '波' })
  await call('mutation', 'people.edit', { id, person: { name: 'Bo Chen' } })
  expect((await book())?.person?.name).toBe('Bo Chen')
  await call('mutation', 'book.saveCompany', { companyName: 'Other Trading', country: 'CN', baseCurrency: 'USD' })
  const state = await call<HostState>('query', 'host.state')
  expect([state.book?.companyName, state.recent[0]?.companyName]).toEqual(['Other Trading', 'Other Trading'])
  expect(state.systemUser).not.toBe('')
})
