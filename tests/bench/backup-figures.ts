// A backup of a large book beside SQLite's own, and how calls are answered while it is made. Through the worker pool.
import { copyFileSync, mkdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { backUp } from '#main/db/backup.ts'
import { openReader, openWriter } from '#main/db/database.ts'
import { openPool, type WorkerPool } from '#main/host/worker-pool.ts'
import { removeBook } from '#tests/bench/bare.ts'
import { type Figure, figure } from '#tests/bench/figure.ts'
import { timingOf } from '#tests/bench/measure.ts'
import type { PoolParts } from '#tests/bench/pool-figures.ts'

const wantedBytes = 300_000_000
const everyPage = 2 ** 31 - 1
const rounds = 5

export async function backupFigures(parts: PoolParts): Promise<Figure[]> {
  const file = join(parts.folder, 'large.quay')
  copyFileSync(parts.full, file)
  grow(file)
  const target = join(parts.folder, 'large-backup.quay')
  const reader = openReader(file)
  const [bares, times]: [number[], number[]] = [[], []]
  // In turns, so that both meet the same load of the disk.
  for (let round = 0; round < rounds; round += 1) {
    rmSync(target, { force: true })
    bares.push(await msOf(() => reader.backup(target, { progress: () => everyPage })))
    times.push(await msOf(() => backUp(reader, target)))
  }
  const [bare, ours] = [timingOf(bares), timingOf(times)]
  reader.close()
  const megabytes = Math.round(statSync(file).size / 1e6)
  const waits = await waitsMeanwhile(parts, file, target)
  removeBook(file)
  removeBook(target)
  return [
    figure(`backup of ${megabytes} MB, checked and flushed`, ours, { bare, goal: { ratio: 1.5 } }),
    figure(
      'a query while a backup is made, longest',
      { ...timingOf(waits.queries), medianMs: Math.max(...waits.queries) },
      {
        goal: { ms: 100 },
      },
    ),
    figure(
      'a saved edit while a backup is made, longest',
      { ...timingOf(waits.edits), medianMs: Math.max(...waits.edits) },
      {
        goal: { ms: 100 },
      },
    ),
  ]
}

async function msOf(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now()
  await work()
  return performance.now() - startedAt
}

/** The log grows with the years; its own rows, over again, until the book is as large as wanted. */
function grow(file: string): void {
  const writer = openWriter(file)
  const size = () =>
    Number(writer.pragma('page_count', { simple: true })) * Number(writer.pragma('page_size', { simple: true }))
  let id = 2 ** 52
  const text = JSON.stringify({ name_en: 'x'.repeat(700) })
  const insert = writer.prepare(
    "INSERT INTO changes (id, operation_id, table_name, row_id, before, after) VALUES (?, 0, 'products', 1, ?, '{}')",
  )
  while (size() < wantedBytes) {
    writer.transaction(() => {
      for (let count = 0; count < 10_000; count += 1) insert.run(BigInt(id++), text)
    })()
  }
  writer.pragma('wal_checkpoint(TRUNCATE)')
  writer.pragma('journal_mode = DELETE')
  writer.close()
}

type Waits = { queries: number[]; edits: number[] }

async function waitsMeanwhile({ root, folder }: PoolParts, file: string, target: string): Promise<Waits> {
  const memoryFolder = join(folder, 'memory')
  mkdirSync(memoryFolder, { recursive: true })
  const workerFile = pathToFileURL(join(root, 'out', 'main', 'worker.js'))
  const pool = await openPool({
    file,
    create: null,
    memoryFolder,
    shelfFolder: join(folder, 'shelf'),
    onEvent: () => {},
    workerFile,
  })
  const waits: Waits = { queries: [], edits: [] }
  const { id } = (await asked(pool, 'mutation', 'people.add', { name: 'Backup bench' })) as { id: number }
  await asked(pool, 'mutation', 'people.choose', { id })
  await backup(pool, target)
  for (let round = 0; round < 3; round += 1) {
    const edited = timed(pool, 'mutation', () => ['products.add', { sku: `BENCH-${round}-${performance.now()}` }])
    let isDone = false
    const running = backup(pool, target).finally(() => {
      isDone = true
    })
    // As after three quiet seconds, or when the window loses the focus.
    pool.rest()
    while (!isDone) {
      waits.queries.push(await timed(pool, 'query', () => ['orders.list', {}])())
      waits.edits.push(await edited())
      await pause(15)
    }
    await running
  }
  await pool.close()
  return waits
}

function timed(pool: WorkerPool, kind: 'query' | 'mutation', call: () => [path: string, input: object]) {
  return async () => {
    const [path, input] = call()
    const startedAt = performance.now()
    await asked(pool, kind, path, input)
    return performance.now() - startedAt
  }
}

const backup = (pool: WorkerPool, target: string) =>
  asked(pool, 'query', 'inner.backups.make', { target, jobId: 'bench', kind: 'backups.make' })

async function asked(pool: WorkerPool, kind: 'query' | 'mutation', path: string, input: object): Promise<unknown> {
  const reply = await pool.call({ id: 1, kind, path, input })
  if (!reply.ok) throw new Error(JSON.stringify(reply.error))
  return reply.data
}
