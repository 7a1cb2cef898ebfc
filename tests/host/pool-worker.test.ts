// A worker thread that is gone answers every call at once, and keeps none.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { startWorker } from '#main/host/pool-worker.ts'
import { envelope } from '#tests/api/transport-cases.ts'

const folder = mkdtempSync(join(tmpdir(), 'quayside-worker-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('a call of a dead one is answered, and not counted as under way', async () => {
  const file = join(folder, 'worker.mjs')
  writeFileSync(
    file,
    `import { parentPort } from 'node:worker_threads'
     parentPort.on('message', () => {})
     parentPort.postMessage({ type: 'ready', personId: null })`,
  )
  const crashed = Promise.withResolvers<void>()
  const worker = await startWorker({
    role: 'reader',
    file: '',
    create: null,
    memoryFolder: folder,
    shelfFolder: folder,
    onEvent() {},
    onCrash: () => crashed.resolve(),
    workerFile: pathToFileURL(file),
  })
  await worker.crash()
  await crashed.promise
  const { reply } = await worker.call(envelope('query', 'products.list'))
  expect(reply).toMatchObject({ ok: false, error: { details: { reference: 'worker-lost' } } })
  expect(worker.load()).toBe(0)
})
