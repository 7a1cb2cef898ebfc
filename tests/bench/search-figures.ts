// Search at the service over 200,000 records: made anew, asked, kept up to date; and what it costs to write 10,000 products
// beside it. The index is held by a thread of its own, as in the program.
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { openBook } from '#main/db/book.ts'
import { type Connection, openReader } from '#main/db/database.ts'
import { read } from '#main/db/statements.ts'
import { openPool, type WorkerPool } from '#main/host/worker-pool.ts'
import { addProduct } from '#main/services/catalog/product-commands.ts'
import { type SearchIndex, searchIndex } from '#main/services/search/search-index.ts'
import { findRecords } from '#main/services/search/search-queries.ts'
import { productInput } from '#shared/schemas/catalog.ts'
import { searchInput } from '#shared/schemas/search.ts'
import { removeBook } from '#tests/bench/bare.ts'
import { type Figure, figure } from '#tests/bench/figure.ts'
import { bookSettings } from '#tests/bench/make-book.ts'
import { makeNames } from '#tests/bench/make-names.ts'
import { measure, type Timing, timingOf } from '#tests/bench/measure.ts'

const written = 10_000

const texts = [
  ...[
    'a',
    'w',
    '1',
    'x',
    'hp',
    'hp-0',
    'HP-007',
    'so',
    'ng',
    '00',
    '10',
    'c1',
    'C99999',
    '690',
    '13800',
    '5512',
    '30123',
  ],
  ...['walnut', 'walnut board', 'wal bo', 'oak mug 12', 'basket, sea', 'carafe moss', 'blue 4', 'oard', 'rading 55'],
  ...['lodz', 'weiss', 'cafe', 'muller', 'mueller', 'uller', 'hansen 86', 'ana mu', 'city 12', 'buyer55', 'shop12'],
  ...['cq', 'xm', 'htm', 'chongqing', 'hutao', 'zhongqing', '重庆', '庆', '厦门 乐器', 'trading 777', 'zzzz', 'ananas'],
]

export async function searchFigures(folder: string, root: string): Promise<Figure[]> {
  const file = join(folder, 'names.quay')
  removeBook(file)
  makeNames(file)
  const connection = openReader(file)
  const { index, timing, heldMb } = build(connection)
  const asked = timingOf(ask(connection, index))
  connection.close()
  const figures = [
    figure('search: index of 200,000 records made', timing, {
      goal: { ms: 2000 },
      note: `holds ${heldMb} MB`,
    }),
    figure(
      'search: one of many questions, p95',
      { ...asked, medianMs: asked.p95Ms },
      {
        goal: { ms: 15 },
        note: `median ${asked.medianMs.toFixed(1)} ms, longest ${asked.maxMs.toFixed(1)} ms`,
      },
    ),
    ...(await afterWrites(folder, file)),
    ...(await throughPool(folder, root, file)),
  ]
  removeBook(file)
  return figures
}

function build(connection: Connection): { index: SearchIndex; timing: Timing; heldMb: number } {
  globalThis.gc?.()
  const before = process.memoryUsage()
  let index = searchIndex()
  const timing = measure(
    () => {
      index = searchIndex()
    },
    () => {
      while (read(connection, (db) => index.work(db)));
    },
    { runs: 5, limitMs: 20_000 },
  )
  const after = process.memoryUsage()
  const held = after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers
  return { index, timing, heldMb: Math.round(held / 2 ** 20) }
}

function ask(connection: Connection, index: SearchIndex): number[] {
  const times: number[] = []
  for (let round = 0; round < 6; round += 1) {
    for (const text of texts) {
      const input = searchInput.parse({ text, limit: 5 })
      const startedAt = performance.now()
      read(connection, (db) => findRecords(db, index, input))
      if (round > 0) times.push(performance.now() - startedAt)
    }
  }
  return times
}

/** The first search after a write: what the write touched is read again, then the answer found. */
async function afterWrites(folder: string, from: string): Promise<Figure[]> {
  const file = join(folder, 'names-written.quay')
  removeBook(file)
  copyFileSync(from, file)
  const book = await openBook(file, bookSettings)
  const index = searchIndex()
  const find = (text: string) => read(book.connection, (db) => findRecords(db, index, searchInput.parse({ text })))
  find('a')
  let count = 0
  const write = (many: number) =>
    book.writer.write('products.add', null, (tx) => {
      for (let made = 0; made < many; made += 1) {
        count += 1
        addProduct(tx, productInput.parse({ sku: `NEW-${count}`, nameEn: `New thing ${count}`, nameZh: '新品' }))
      }
    })
  const one = measure(
    () => write(1),
    () => find('walnut'),
  )
  const many = measure(
    () => write(written),
    () => find('walnut'),
    { runs: 3, limitMs: 20_000 },
  )
  book.close()
  removeBook(file)
  return [
    figure('search: the first after one product was written', one, { goal: { ms: 15 } }),
    figure(`search: the first after ${written.toLocaleString('en')} products were written`, many),
  ]
}

type Written = { withMs: number[]; withoutMs: number[]; readyMs: number[] }

/** The program's own threads: a book opened, its index ready, products written with and without the searcher beside. */
async function throughPool(folder: string, root: string, from: string): Promise<Figure[]> {
  const times: Written = { withMs: [], withoutMs: [], readyMs: [] }
  for (let round = 0; round < 1; round += 1) await writeBeside(folder, root, from, times)
  const [beside, alone, ready] = [timingOf(times.withMs), timingOf(times.withoutMs), timingOf(times.readyMs)]
  return [
    figure('search: ready after the book was opened, first answer', ready, { goal: { ms: 2000 } }),
    figure(`search: writing ${written.toLocaleString('en')} products one by one, index following`, beside, {
      bare: alone,
      goal: { ratio: 1.3 },
      note: 'bare: the same without a searcher',
    }),
  ]
}

async function writeBeside(folder: string, root: string, from: string, times: Written): Promise<void> {
  const file = join(folder, 'names-pool.quay')
  for (const hasSearcher of [true, false]) {
    removeBook(file)
    copyFileSync(from, file)
    const pool = await openPool({
      file,
      create: null,
      memoryFolder: join(folder, 'memory'),
      shelfFolder: join(folder, 'shelf'),
      onEvent: () => {},
      workerFile: pathToFileURL(join(root, 'out', 'main', 'worker.js')),
      hasSearcher,
    })
    const openedAt = performance.now()
    const [person] = (await call(pool, 'query', 'people.list', {})) as { id: number }[]
    await call(pool, 'mutation', 'people.choose', { id: person?.id })
    if (hasSearcher) {
      await call(pool, 'query', 'search.find', { text: 'walnut' })
      times.readyMs.push(performance.now() - openedAt)
    }
    const startedAt = performance.now()
    for (let count = 0; count < written; count += 1) {
      await call(pool, 'mutation', 'products.add', { sku: `W-${count}`, nameEn: `Written ${count}`, nameZh: '新品' })
    }
    times[hasSearcher ? 'withMs' : 'withoutMs'].push(performance.now() - startedAt)
    await pool.close()
  }
  removeBook(file)
}

async function call(pool: WorkerPool, kind: 'query' | 'mutation', path: string, input: object): Promise<unknown> {
  const reply = await pool.call({ id: 1, kind, path, input })
  if (!reply.ok) throw new Error(`${path}: ${JSON.stringify(reply.error)}`)
  return reply.data
}
