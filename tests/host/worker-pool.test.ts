import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { openWriter } from '#main/db/database.ts'
import { fileShelf } from '#main/services/files/file-shelf.ts'
import type { HostEvent } from '#shared/operation.ts'
import { dataOf, envelope } from '#tests/api/transport-cases.ts'
import { orderRowsMapping, writeOrderRows } from '#tests/support/order-rows-file.ts'
import { openTestPool } from '#tests/support/test-pool.ts'

const folder = mkdtempSync(join(tmpdir(), 'quayside-test-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let count = 0
let file = ''
beforeEach(() => {
  count += 1
  file = join(folder, `pool-${count}`, 'book.quay')
})

async function openFresh(onEvent?: (event: HostEvent) => void) {
  const { mkdirSync } = await import('node:fs')
  mkdirSync(join(folder, `pool-${count}`), { recursive: true })
  return openTestPool(file, { onEvent })
}

const call = (pool: Awaited<ReturnType<typeof openFresh>>) => (sent: ReturnType<typeof envelope>) => pool.call(sent)

test('a mutation tells which tables changed', async () => {
  const events: HostEvent[] = []
  const pool = await openFresh((event) => events.push(event))
  await dataOf(call(pool), 'mutation', 'products.add', { sku: 'A' })
  await pool.close()
  expect(events).toContainEqual({ type: 'changed', tables: ['products'] })
})

test('the maker of a book is its first person, and signs what is written', async () => {
  const pool = await openFresh()
  const { id } = await dataOf<{ id: number }>(call(pool), 'mutation', 'products.add', { sku: 'A' })
  const history = await dataOf<{ person: string | null }[]>(call(pool), 'query', 'history.ofRecord', {
    entity: 'product',
    id,
  })
  await pool.close()
  expect(history[0]?.person).toBe('Mei')
})

test('who works here is known to every thread from the next call on, and needed for any write', async () => {
  const events: HostEvent[] = []
  const first = await openFresh()
  await first.close()
  // As on a machine that never saw the book.
  for (const name of readdirSync(join(folder, `pool-${count}`, 'data', 'books')))
    if (name.includes('.person.')) rmSync(join(folder, `pool-${count}`, 'data', 'books', name))
  const pool = await openTestPool(file, { existing: true, onEvent: (event) => events.push(event) })
  const me = () => dataOf<{ name: string } | null>(call(pool), 'query', 'people.me')
  const everyReader = () => Promise.all([me(), me(), me(), me()])
  expect(await everyReader()).toEqual([null, null, null, null])
  expect(await pool.call(envelope('mutation', 'products.add', { sku: 'A' }))).toMatchObject({
    ok: false,
    error: { code: 'people/unknown-person' },
  })
  const { id } = await dataOf<{ id: number }>(call(pool), 'mutation', 'people.add', { name: 'Bo' })
  events.length = 0
  await dataOf(call(pool), 'mutation', 'people.choose', { id })
  expect(events).toContainEqual({ type: 'changed', tables: ['people'] })
  expect((await everyReader()).map((person) => person?.name)).toEqual(['Bo', 'Bo', 'Bo', 'Bo'])
  await dataOf(call(pool), 'mutation', 'products.add', { sku: 'A' })
  await dataOf(call(pool), 'mutation', 'people.archive', { ids: [id] })
  expect(await everyReader()).toEqual([null, null, null, null])
  await pool.close()
})

test('closing lets what is under way finish, and leaves one file', async () => {
  const pool = await openFresh()
  const calls = Array.from({ length: 10 }, (_, index) =>
    pool.call(envelope('mutation', 'products.add', { sku: `S-${index}` })),
  )
  await pool.close()
  const replies = await Promise.all(calls)
  expect(replies.filter((reply) => reply.ok)).toHaveLength(10)
  expect(readdirSync(join(folder, `pool-${count}`)).filter((name) => name.startsWith('book.quay'))).toEqual([
    'book.quay',
  ])
  expect(await pool.call(envelope('query', 'products.list', {}))).toMatchObject({
    ok: false,
    error: { code: 'book/closed' },
  })
})

test('a file that is no book is refused in words, and nothing stays open', async () => {
  const { mkdirSync } = await import('node:fs')
  mkdirSync(join(folder, `pool-${count}`), { recursive: true })
  writeFileSync(file, 'not a book')
  await expect(openTestPool(file, { existing: true })).rejects.toMatchObject({ code: 'book/not-a-book' })
  expect(existsSync(`${file}-lock`)).toBe(false)
})

describe('a crashed worker', () => {
  test('answers the calls it lost, and is started again', async () => {
    const pool = await openFresh()
    const lost = pool.call(envelope('query', 'products.list', {}))
    await pool.crashForTest('reader')
    await lost
    for (let round = 0; round < 6; round += 1) {
      expect(await dataOf(call(pool), 'query', 'products.list', {})).toMatchObject({ total: 0 })
    }
    const writing = pool.call(envelope('mutation', 'products.add', { sku: 'MAYBE' }))
    await pool.crashForTest('writer')
    expect(['ok', 'internal']).toContain(await writing.then((reply) => (reply.ok ? 'ok' : reply.error.code)))
    await dataOf(call(pool), 'mutation', 'products.add', { sku: 'AFTER' })
    const { total } = await dataOf<{ total: number }>(call(pool), 'query', 'products.list', { search: 'AFTER' })
    expect(total).toBe(1)
    await pool.close()
  })
})

describe('an import running as a job', () => {
  async function startImport(rows: number) {
    const events: HostEvent[] = []
    const pool = await openFresh((event) => events.push(event))
    const shelf = fileShelf(join(folder, `pool-${count}`, 'data', 'shelf'))
    const source = join(folder, `pool-${count}`, 'orders.csv')
    writeOrderRows(source, rows)
    const { token } = shelf.lend(source)
    const input = { jobId: 'job-1', files: [{ file: token, mapping: orderRowsMapping }] }
    return { pool, events, running: pool.call(envelope('mutation', 'imports.run', input)) }
  }

  const runningJob = (events: HostEvent[]) =>
    expect
      .poll(() => events.some((event) => event.type === 'job' && event.job.done > 0), { timeout: 15_000 })
      .toBe(true)

  test('leaves queries answered, holds writes back and says for what, and can be stopped without a trace', async () => {
    const { pool, events, running } = await startImport(60_000)
    await runningJob(events)
    expect(await dataOf(call(pool), 'query', 'products.list', {})).toMatchObject({ total: 0 })
    // What a window only remembers waits unsaid.
    const remembered = ['records.opened', 'views.setDefault', 'drafts.keep', 'grid.keep'].map((path) =>
      pool.call(envelope('mutation', path, {})),
    )
    const waiting = pool.call(envelope('mutation', 'products.add', { sku: 'WAITED' }))
    const saidWaiting = () => events.filter((event) => event.type === 'waiting' && event.job !== null)
    await expect.poll(saidWaiting).toEqual([{ type: 'waiting', job: 'job-1' }])
    expect(pool.cancelJob('another')).toBe(false)
    expect(pool.cancelJob('job-1')).toBe(true)
    expect(await running).toMatchObject({ ok: false, error: { code: 'job/cancelled' } })
    expect(await waiting).toMatchObject({ ok: true })
    await Promise.all(remembered)
    expect(await dataOf(call(pool), 'query', 'products.list', {})).toMatchObject({ total: 1 })
    expect(events.filter((event) => event.type === 'job').at(-1)).toMatchObject({ job: { status: 'cancelled' } })
    await pool.close()
  })

  test('is rolled back when the program quits in the middle', async () => {
    const { pool, events, running } = await startImport(60_000)
    await runningJob(events)
    await pool.close()
    await running
    const connection = openWriter(file)
    expect(connection.prepare('SELECT count(*) AS n FROM sales_orders').get()).toEqual({ n: 0 })
    expect(connection.pragma('integrity_check', { simple: true })).toBe('ok')
    connection.close()
  })
})
