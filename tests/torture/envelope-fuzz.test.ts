// Damaged envelopes as they would come over the loopback: each gets an answer in the form of answers, none an unexpected error.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Desk } from '#main/host/desk.ts'
import { directCall } from '#main/host/direct-caller.ts'
import { type RunningServer, startServer } from '#main/host/http/server.ts'
import { fileShelf } from '#main/services/files/file-shelf.ts'
import { testBook, testPerson } from '#tests/support/test-book.ts'
import { rounds, seed, seededRandom } from '#tests/torture/torture-size.ts'

const count = rounds(1500, 20_000)
const random = seededRandom(seed)
const shelfFolder = mkdtempSync(join(tmpdir(), 'quayside-envelopes-'))
const book = testBook()
const call = directCall(book, { shelfFolder, personId: testPerson(book) })

let server: RunningServer
let cookie = ''

beforeAll(async () => {
  server = await startServer(deskOf(), 0)
  const answer = await fetch(server.url, { redirect: 'manual' })
  cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? ''
})

afterAll(async () => {
  await server.close()
  rmSync(shelfFolder, { recursive: true, force: true })
})

function deskOf(): Desk {
  return {
    call,
    files: fileShelf(shelfFolder),
    onEvent: () => () => {},
    openPath: async () => {},
    rest: () => {},
    close: async () => {},
  }
}

const seeds = [
  { id: 1, kind: 'query', path: 'products.page', input: { offset: 0, limit: 10, sort: [], filters: [] } },
  { id: 2, kind: 'mutation', path: 'products.add', input: { sku: 'A-1', nameEn: 'Mug' } },
  { id: 3, kind: 'query', path: 'book.facts' },
  { id: 4, kind: 'mutation', path: 'tasks.add', input: { title: 'Call', dueOn: '2026-11-22' } },
].map((envelope) => Buffer.from(JSON.stringify(envelope)))

const nasty = [
  ...[
    '__proto__',
    'constructor',
    'toString',
    'inner.',
    'host.',
    '\\u0000',
    '\\ud800',
    '[',
    '{',
    '"',
    ',',
    'null',
    '1e999',
  ],
  ...['9'.repeat(400), '[['.repeat(500), '\u0000', '\ufeff', 'é', '-0', '{"__proto__":{"a":1}}', 'x'.repeat(300)],
]

test(`${count} damaged envelopes (seed ${seed})`, { timeout: count * 100 }, async () => {
  const endings = { answered: 0, refused: 0, malformed: 0 }
  for (let round = 0; round < count; round += 1) {
    const body = damaged(seeds[round % seeds.length] ?? Buffer.alloc(0))
    const answer = await fetch(`${new URL(server.url).origin}/api/call`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Cookie: cookie },
      body: new Uint8Array(body),
    })
    const reply = (await answer.json()) as { ok?: boolean; error?: { code: string } }
    expect(reply.error?.code, `round ${round}: ${body.toString('latin1').slice(0, 500)}`).not.toBe('internal')
    endings[answer.status === 400 ? 'malformed' : reply.ok ? 'answered' : 'refused'] += 1
  }
  for (const times of Object.values(endings)) expect(times).toBeGreaterThan(0)
})

function damaged(bytes: Buffer): Buffer {
  let result = bytes
  for (let times = Math.floor(random() * 4); times > 0; times -= 1) {
    const at = Math.floor(random() * (result.length + 1))
    const kind = Math.floor(random() * 4)
    if (kind === 0) result = Buffer.concat([result.subarray(0, at), result.subarray(at + 1)])
    if (kind === 1) result = result.subarray(0, at)
    if (kind === 2) result = Buffer.concat([result.subarray(0, at), oneOf(nasty), result.subarray(at)])
    if (kind === 3)
      result = Buffer.from(result.map((byte, index) => (index === at ? byte ^ (1 << Math.floor(random() * 8)) : byte)))
  }
  return result
}

function oneOf(texts: readonly string[]): Buffer {
  return Buffer.from(texts[Math.floor(random() * texts.length)] ?? '')
}
