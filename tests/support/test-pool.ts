// The worker pool over a book in a file, with the built worker, as the hosts use it.
import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { openPool, type WorkerPool } from '#main/host/worker-pool.ts'
import type { HostEvent } from '#shared/operation.ts'
import { outFile } from '#tests/support/built-program.ts'

type TestPoolOptions = { existing?: boolean; onEvent?: (event: HostEvent) => void }

export async function openTestPool(file: string, options: TestPoolOptions = {}): Promise<WorkerPool> {
  const data = join(dirname(file), 'data')
  mkdirSync(data, { recursive: true })
  const create = { companyName: 'Test Trading', country: 'CN', baseCurrency: 'USD', ownerName: 'Mei' }
  return openPool({
    file,
    create: options.existing ? null : create,
    memoryFolder: join(data, 'books'),
    shelfFolder: join(data, 'shelf'),
    onEvent: options.onEvent ?? (() => {}),
    workerFile: pathToFileURL(outFile('main/worker.js')),
  })
}
