// An opening that fails after its threads have started leaves neither threads nor a lock, and the screens know what is open.
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test, vi } from 'vitest'
import { isLocked } from '#main/db/lock.ts'
import type { HeldBook } from '#main/host/book-keeper.ts'
import { pastView } from '#main/host/past/past-view.ts'
import type { WorkerPool } from '#main/host/worker-pool.ts'
import type { Day } from '#shared/dates.ts'
import type { Envelope } from '#shared/operation.ts'
import { testCompany, testMachine } from '#tests/support/test-keeper.ts'

vi.setConfig({ testTimeout: 60_000 })

let failsFacts = false
const open = new Set<string>()
vi.mock('#main/host/worker-pool.ts', async (original) => {
  const real = await original<typeof import('#main/host/worker-pool.ts')>()
  const openPool: typeof real.openPool = async (settings) => {
    // A past's file is made by a book that is not there in these tests.
    const pool = settings.reading?.why === 'past' ? await emptyPool(settings.file) : await real.openPool(settings)
    open.add(settings.file)
    return {
      ...pool,
      call: (sent) => (failsFacts && sent.path === 'book.facts' ? lost(sent) : pool.call(sent)),
      async close() {
        open.delete(settings.file)
        await pool.close()
      },
    }
  }
  return { ...real, openPool }
})

const lost = async ({ id }: Envelope) =>
  ({ id, ok: false, error: { code: 'internal', details: { reference: 'worker-lost' } } }) as const

async function emptyPool(file: string): Promise<WorkerPool> {
  const { writeFileSync } = await import('node:fs')
  writeFileSync(file, 'a past')
  return poolThat(async ({ id }) => ({ id, ok: true, data: {} }))
}

function poolThat(call: WorkerPool['call']): WorkerPool {
  const nothing = async () => {}
  return { call, close: nothing, rest() {}, cancelJob: () => false, keptInMemory: () => [], crashForTest: nothing }
}

const root = mkdtempSync(join(tmpdir(), 'quayside-failed-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))
let folder = ''
beforeEach(() => {
  failsFacts = false
  open.clear()
  folder = mkdtempSync(join(root, 'case-'))
})

test('a book whose facts cannot be read is closed again, and free for others', async () => {
  const { keeper } = testMachine(join(folder, 'data'))
  const file = join(folder, 'book.quay')
  failsFacts = true
  await expect(keeper.open(file, testCompany)).rejects.toMatchObject({ code: 'internal' })
  expect(keeper.held()).toBe(null)
  expect(open).toEqual(new Set())
  expect(isLocked(file)).toBe(false)
  failsFacts = false
  await keeper.open(file, null)
  expect(keeper.held()?.state.access).toEqual({ mode: 'write' })
  await keeper.close()
})

test.each([
  ['in another way', 'reopen'],
  ['after work on its closed file', 'aside'],
] as const)('a book that opens no more %s is told as closed', async (_, way) => {
  const { keeper, events } = testMachine(join(folder, 'data'))
  await keeper.open(join(folder, 'book.quay'), testCompany)
  failsFacts = true
  events.length = 0
  const work = way === 'reopen' ? keeper.reopen('read') : keeper.aside(async () => {})
  await expect(work).rejects.toMatchObject({ code: 'internal' })
  expect(keeper.held()).toBe(null)
  expect(open).toEqual(new Set())
  expect(events).toContainEqual({ type: 'book' })
})

function viewOf(present: () => HeldBook | null) {
  mkdirSync(join(folder, 'shelf'))
  const places = { data: folder, shelf: join(folder, 'shelf'), home: folder }
  return pastView({ places, present, emit() {} })
}

const day = '2026-01-01' as Day
const pastFile = () => join(folder, 'past', String(process.pid), '1.quay')

test('a past whose facts cannot be read leaves no threads and no file', async () => {
  const book = { pool: poolThat(async ({ id }) => ({ id, ok: true, data: { at: 1 } })), state: {} } as HeldBook
  const view = viewOf(() => book)
  failsFacts = true
  await expect(view.open({ day, jobId: 'job' })).rejects.toMatchObject({ code: 'internal' })
  expect(open).toEqual(new Set())
  expect(existsSync(pastFile())).toBe(false)
  expect(view.held()).toBe(null)
})

test('a book that is closed while its past is made takes that along', async () => {
  let present: HeldBook | null = null
  const call: WorkerPool['call'] = async ({ id }) => {
    present = null
    return { id, ok: true, data: { at: 1 } }
  }
  present = { pool: poolThat(call), state: {} } as HeldBook
  const view = viewOf(() => present)
  await expect(view.open({ day, jobId: 'job' })).rejects.toMatchObject({ code: 'book/closed' })
  expect(open).toEqual(new Set())
  expect(existsSync(pastFile())).toBe(false)
})
