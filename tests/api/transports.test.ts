// The same cases over the direct caller, the worker pool and HTTP. Electron's IPC runs them in tests/electron.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { directCall } from '#main/host/direct-caller.ts'
import type { Envelope, Reply } from '#shared/operation.ts'
import { type Call, transportCases } from '#tests/api/transport-cases.ts'
import { testBook, testPerson } from '#tests/support/test-book.ts'
import { startHttpHost, type TestHost } from '#tests/support/test-host.ts'
import { openTestPool } from '#tests/support/test-pool.ts'

const folder = mkdtempSync(join(tmpdir(), 'quayside-test-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function runCases(getCall: () => Call): void {
  for (const { name, run } of transportCases) test(name, () => run(getCall(), expect))
}

describe('direct caller', () => {
  const book = testBook()
  const call = directCall(book, { shelfFolder: folder, personId: testPerson(book) })
  runCases(() => call)
})

describe('worker threads', () => {
  let pool: Awaited<ReturnType<typeof openTestPool>>
  beforeAll(async () => {
    pool = await openTestPool(join(folder, 'pool.quay'))
  })
  afterAll(() => pool.close())
  runCases(
    () =>
      (envelope: Envelope): Promise<Reply> =>
        pool.call(envelope),
  )
})

describe('HTTP', () => {
  let host: TestHost
  beforeAll(async () => {
    host = await startHttpHost({ folder, newBook: true })
  })
  afterAll(() => host.stop())
  runCases(() => (envelope) => host.call(envelope))
})
