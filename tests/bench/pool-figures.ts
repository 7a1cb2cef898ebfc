// What someone at the screen notices: how soon a book is open, and how queries are answered while an import runs. Through
// the worker pool, as the hosts use it.
import { copyFileSync, mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { openByPlace } from '#main/host/opening/open-by-place.ts'
import { openPool, type WorkerPool } from '#main/host/worker-pool.ts'
import { fileShelf } from '#main/services/files/file-shelf.ts'
import type { ImportMapping, Inspection } from '#shared/schemas/imports.ts'
import { removeBook } from '#tests/bench/bare.ts'
import { type Figure, figure } from '#tests/bench/figure.ts'
import { measureAsync, timingOf } from '#tests/bench/measure.ts'

export type PoolParts = {
  root: string
  folder: string
  base: string
  full: string
  csv: string
}

export async function poolFigures(parts: PoolParts): Promise<Figure[]> {
  return [await toFirstList(parts), await startUp(parts), ...(await duringImport(parts))]
}

function open(parts: PoolParts, file: string): Promise<WorkerPool> {
  return openPool({ file, create: null, ...poolSettings(parts) })
}

export function poolSettings({ root, folder }: PoolParts) {
  const memoryFolder = join(folder, 'memory')
  mkdirSync(memoryFolder, { recursive: true })
  return {
    memoryFolder,
    shelfFolder: join(folder, 'shelf'),
    onEvent: () => {},
    workerFile: pathToFileURL(join(root, 'out', 'main', 'worker.js')),
  }
}

async function startUp(parts: PoolParts): Promise<Figure> {
  const timing = await measureAsync(async () => {
    const pool = await open(parts, parts.full)
    await query(pool, 'orders.list', {})
    await pool.close()
  })
  return figure('open a book, show its orders, close it', timing)
}

const openings = 5

/** From the wish to the first list, by the way that the hosts take: place looked at, locked, opened, read. */
async function toFirstList(parts: PoolParts): Promise<Figure> {
  const took: number[] = []
  for (let round = 0; round < openings; round += 1) {
    const beganAt = performance.now()
    const opened = await openByPlace({
      path: parts.full,
      create: null,
      as: 'usual',
      dataFolder: join(parts.folder, 'data'),
      pool: poolSettings(parts),
      onNetwork: () => {},
    })
    await query(opened.pool, 'orders.list', {})
    took.push(performance.now() - beganAt)
    await opened.close()
  }
  const megabytes = Math.round(statSync(parts.full).size / 2 ** 20)
  return figure('open a book to its first list', timingOf(took), { goal: { ms: 1000 }, note: `${megabytes} MB` })
}

/** Screens that someone looks at meanwhile; the imported table is among them. */
const screens: readonly (readonly [path: string, input: object])[] = [
  ['orders.list', {}],
  ['products.list', {}],
  ['parties.list', { role: 'customer' }],
  ['products.list', { search: 'oak' }],
]

const pauseMs = 15

async function duringImport(parts: PoolParts): Promise<Figure[]> {
  const file = join(parts.folder, 'busy.quay')
  const answers: number[] = []
  const loopWaits: number[] = []
  for (let round = 0; round < 3; round += 1) {
    removeBook(file)
    copyFileSync(parts.base, file)
    const pool = await open(parts, file)
    await signIn(pool)
    const { token } = fileShelf(join(parts.folder, 'shelf')).lend(parts.csv)
    const { mapping } = await query<Inspection>(pool, 'imports.inspect', { file: token })
    for (const [path, input] of screens) await query(pool, path, input)
    await watch(pool, importOf(pool, token, mapping), { answers, loopWaits })
    await pool.close()
  }
  removeBook(file)
  const answered = timingOf(answers)
  const waited = timingOf(loopWaits)
  return [
    figure(
      'a query while an import runs, p95',
      { ...answered, medianMs: answered.p95Ms },
      {
        goal: { ms: 20 },
        note: `median ${answered.medianMs.toFixed(1)} ms`,
      },
    ),
    figure(
      'a query while an import runs, the longest',
      { ...answered, medianMs: answered.maxMs },
      { goal: { ms: 100 } },
    ),
    figure(
      'the host thread held up while an import runs, the longest',
      { ...waited, medianMs: waited.maxMs },
      {
        goal: { ms: 100 },
      },
    ),
  ]
}

async function importOf(pool: WorkerPool, file: string, mapping: ImportMapping): Promise<void> {
  await change(pool, 'imports.run', { jobId: 'bench', files: [{ file, mapping }] })
}

/** Whoever made the book imports into it. */
async function signIn(pool: WorkerPool): Promise<void> {
  const [person] = await query<{ id: number }[]>(pool, 'people.list', {})
  await change(pool, 'people.choose', { id: person?.id })
}

async function change(pool: WorkerPool, path: string, input: object): Promise<void> {
  const reply = await pool.call({ id: 1, kind: 'mutation', path, input })
  if (!reply.ok) throw new Error(`${path}: ${JSON.stringify(reply.error)}`)
}

type Watched = { answers: number[]; loopWaits: number[] }

/** Asks one screen after the other until the import has ended. */
async function watch(pool: WorkerPool, running: Promise<void>, { answers, loopWaits }: Watched): Promise<void> {
  let isDone = false
  const ended = running.finally(() => {
    isDone = true
  })
  for (let count = 0; !isDone; count += 1) {
    const [path, input] = screens[count % screens.length] ?? ['orders.list', {}]
    const askedAt = performance.now()
    await query(pool, path, input)
    answers.push(performance.now() - askedAt)
    const pausedAt = performance.now()
    await pause(pauseMs)
    loopWaits.push(performance.now() - pausedAt - pauseMs)
  }
  await ended
}

async function query<Result>(pool: WorkerPool, path: string, input: object): Promise<Result> {
  const reply = await pool.call({ id: 1, kind: 'query', path, input })
  if (!reply.ok) throw new Error(`${path}: ${JSON.stringify(reply.error)}`)
  return reply.data as Result
}
