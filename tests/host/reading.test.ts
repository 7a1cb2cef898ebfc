// A pool over a book that is only read: another process writes it, or it is a private copy. With the built worker.
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { OutsideEvent } from '#main/host/book-watch.ts'
import { openPool, type PoolSettings, type WorkerPool } from '#main/host/worker-pool.ts'
import type { HostEvent } from '#shared/operation.ts'
import { dataOf, envelope } from '#tests/api/transport-cases.ts'
import { outFile } from '#tests/support/built-program.ts'
import { startHttpHost, type TestHost } from '#tests/support/test-host.ts'

// Programs are started and ended, each with threads of its own.
vi.setConfig({ testTimeout: 60_000 })

const root = mkdtempSync(join(tmpdir(), 'quayside-reading-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

let round = 0
let folder = ''
let file = ''
const running: { stop(): Promise<unknown> }[] = []
beforeEach(() => {
  round += 1
  folder = join(root, String(round))
  file = join(folder, 'home', 'Test Trading.quay')
  mkdirSync(join(folder, 'reader'), { recursive: true })
  return async () => {
    for (const one of running.splice(0)) await one.stop()
  }
})

/** Another program with the book open for writing. */
async function otherProgram(): Promise<TestHost> {
  const host = await startHttpHost({ folder, newBook: true })
  running.push(host)
  return host
}

async function killed(host: TestHost): Promise<void> {
  const { child } = host
  running.splice(running.indexOf(host), 1)
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  await ended
}

async function reader(settings: Partial<PoolSettings> = {}): Promise<WorkerPool> {
  const pool = await openPool({
    file,
    create: null,
    memoryFolder: join(folder, 'reader', 'books'),
    shelfFolder: join(folder, 'reader', 'shelf'),
    onEvent: () => {},
    reading: { why: 'in-use', isPrivateCopy: false },
    workerFile: pathToFileURL(outFile('main/worker.js')),
    ...settings,
  })
  running.push({ stop: () => pool.close() })
  return pool
}

const skus = async (pool: WorkerPool) =>
  (await dataOf<{ rows: { sku: string }[] }>((sent) => pool.call(sent), 'query', 'products.list', {})).rows.map(
    ({ sku }) => sku,
  )

test('what the other program writes is seen, in lists and in the search', async () => {
  const host = await otherProgram()
  const events: HostEvent[] = []
  const pool = await reader({ onEvent: (event) => events.push(event) })
  expect(await skus(pool)).toEqual([])
  await dataOf((sent) => host.call(sent), 'mutation', 'products.add', { sku: 'LIVE-1', nameEn: 'Lantern' })
  await expect.poll(() => events.some((event) => event.type === 'changed'), { timeout: 5000 }).toBe(true)
  expect(await skus(pool)).toEqual(['LIVE-1'])
  const found = () => dataOf<object>((sent) => pool.call(sent), 'query', 'search.find', { text: 'lantern' })
  await expect.poll(async () => JSON.stringify(await found()), { timeout: 5000 }).toContain('LIVE-1')
})

test('a wish to write is refused with the reason; what windows remember is kept while the program runs', async () => {
  await otherProgram()
  const pool = await reader()
  const call = (sent: ReturnType<typeof envelope>) => pool.call(sent)
  expect(await call(envelope('mutation', 'products.add', { sku: 'X' }))).toMatchObject({
    ok: false,
    error: { code: 'book/read-only', details: { why: 'in-use' } },
  })
  const owner = { form: 'product/new', window: 'w1' }
  await dataOf(call, 'mutation', 'drafts.keep', { ...owner, content: '{"sku":"half"}' })
  expect(await dataOf(call, 'query', 'drafts.get', owner)).toMatchObject({ content: '{"sku":"half"}', window: 'w1' })
  expect(await dataOf(call, 'query', 'drafts.elsewhere', { form: 'product/new', window: 'w2' })).toMatchObject({
    content: '{"sku":"half"}',
    window: 'w1',
  })
  await dataOf(call, 'mutation', 'grid.keep', { list: 'products', state: '[1]' })
  expect(await dataOf(call, 'query', 'grid.state', { list: 'products' })).toBe('[1]')
  expect(pool.keptInMemory().map(({ path }) => path)).toEqual(['drafts.keep', 'grid.keep'])
  await dataOf(call, 'mutation', 'drafts.drop', owner)
  expect(await dataOf(call, 'query', 'drafts.get', owner)).toBe(null)
  expect(pool.keptInMemory().map(({ path }) => path)).toEqual(['grid.keep'])
})

describe('the lock', () => {
  const freed = (events: readonly OutsideEvent[]) => expect.poll(() => events.at(-1), { timeout: 8000 }).toBe('free')

  test('is seen to be free when the other program closes the book, and when it is killed', async () => {
    for (const end of ['close', 'kill'] as const) {
      folder = join(root, `${round}-${end}`)
      file = join(folder, 'home', 'Test Trading.quay')
      const host = await otherProgram()
      const events: OutsideEvent[] = []
      const pool = await reader({ onOutside: (event) => events.push(event) })
      if (end === 'close') await dataOf((sent) => host.call(sent), 'mutation', 'host.closeBook')
      else await killed(host)
      await freed(events)
      await pool.close()
    }
  })
})

test('a private copy is brought to one file of this schema, and a crashed reader comes back', async () => {
  const host = await otherProgram()
  await dataOf((sent) => host.call(sent), 'mutation', 'products.add', { sku: 'IN-WAL' })
  const copy = join(folder, 'reader', 'copy.quay')
  for (const part of ['', '-wal']) copyFileSync(file + part, copy + part)
  const pool = await reader({ file: copy, reading: { why: 'read-only', isPrivateCopy: true } })
  expect(await skus(pool)).toEqual(['IN-WAL'])
  await pool.crashForTest('reader')
  for (let count = 0; count < 4; count += 1) expect(await skus(pool)).toEqual(['IN-WAL'])
  expect(await pool.call(envelope('mutation', 'products.add', { sku: 'X' }))).toMatchObject({
    error: { code: 'book/read-only', details: { why: 'read-only' } },
  })
})

test('taking over: from then on the earlier writer is refused, and both see the same', async () => {
  const host = await otherProgram()
  await dataOf((sent) => host.call(sent), 'mutation', 'products.add', { sku: 'BEFORE' })
  await expect(reader({ reading: undefined })).rejects.toMatchObject({ code: 'book/in-use' })
  const pool = await reader({ reading: undefined, takeOver: true, memoryFolder: join(folder, 'settings', 'books') })
  await dataOf((sent) => pool.call(sent), 'mutation', 'products.add', { sku: 'AFTER' })
  const reply = await host.call(envelope('mutation', 'products.add', { sku: 'LATE' }))
  expect(reply).toMatchObject({ ok: false })
  expect(await skus(pool)).toEqual(['AFTER', 'BEFORE'])
})
