import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { NewBook } from '#main/db/book.ts'
import type { BookKeeper } from '#main/host/book-keeper.ts'
import { openSampleBook } from '#main/host/sample-book.ts'
import type { Instant } from '#shared/dates.ts'
import type { Envelope, Reply } from '#shared/operation.ts'
import type { BookState } from '#shared/schemas/host.ts'

let dataFolder: string

beforeEach(() => {
  dataFolder = mkdtempSync(join(tmpdir(), 'quayside-sample-'))
})

afterEach(() => rmSync(dataFolder, { recursive: true, force: true }))

/** A keeper of books that notes what is asked of it; `answer` is the reply to the filling. */
function desk(answer: Partial<Reply> = { ok: true, data: null }) {
  const opened: { path: string; create: NewBook | null }[] = []
  const calls: Envelope[] = []
  const state = { companyName: 'sample' } as BookState
  const call = async (envelope: Envelope) => {
    calls.push(envelope)
    return { id: envelope.id, ...answer } as Reply
  }
  const keeper = {
    async open(path: string, create: NewBook | null) {
      opened.push({ path, create })
      return state
    },
    held: () => ({ pool: { call }, path: '', state }),
  } as unknown as BookKeeper
  const parts = { dataFolder, now: Date.UTC(2026, 10, 22, 12) as Instant, keeper, language: 'zh-CN' as const }
  return { opened, calls, open: () => openSampleBook(parts) }
}

describe("the sample company's book", () => {
  test('is made as a sample in the folder of the program and filled as of today', async () => {
    const { opened, calls, open } = desk()
    await open()
    expect(opened[0]?.create).toMatchObject({ companyName: 'Harbour & Pine Trading', isSample: true })
    expect(opened[0]?.path.startsWith(dataFolder)).toBe(true)
    expect(existsSync(dirname(opened[0]?.path ?? ''))).toBe(true)
    expect(calls).toEqual([expect.objectContaining({ kind: 'mutation', path: 'sample.fill' })])
    expect(calls[0]?.input).toEqual({ today: expect.stringMatching(/^2026-11-2[123]$/), language: 'zh-CN' })
  })

  test('is opened as it is when it is there and holds something', async () => {
    const first = desk()
    await first.open()
    writeFileSync(first.opened[0]?.path ?? '', '')
    const { opened, open } = desk({ ok: false, error: { code: 'sample/not-empty', details: {} } })
    expect(await open()).toEqual({ companyName: 'sample' })
    expect(opened[0]?.create).toBeNull()
  })

  test('that cannot be filled is said', async () => {
    const { open } = desk({ ok: false, error: { code: 'book/disk-full', details: {} } })
    await expect(open()).rejects.toThrow('book/disk-full')
  })
})
