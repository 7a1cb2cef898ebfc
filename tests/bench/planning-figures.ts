// Planning: the forecasts of every product, each with its test, as the job that the program runs; what screens wait for
// meanwhile; and the list of what to buy.
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { openBook } from '#main/db/book.ts'
import type { WriteTx } from '#main/db/database.ts'
import { openReader } from '#main/db/database.ts'
import { read } from '#main/db/statements.ts'
import { periodAfter } from '#main/domain/forecast/periods.ts'
import { type Random, seededRandom } from '#main/domain/stats/random.ts'
import { workForecasts } from '#main/host/planning/forecast-services.ts'
import { openPool, type WorkerPool } from '#main/host/worker-pool.ts'
import { alertsAtHome } from '#main/services/alerts/alerts-at-home.ts'
import { silentJob } from '#main/services/jobs/job.ts'
import { productForecast } from '#main/services/planning/product-forecast.ts'
import { replenishmentOf } from '#main/services/planning/replenishment-detail.ts'
import { replenishmentList } from '#main/services/planning/replenishment-list.ts'
import { forecastState, workOutForecasts } from '#main/services/planning/work-forecasts.ts'
import { addDays, asDay } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import { replenishmentInput } from '#shared/schemas/replenishment.ts'
import { removeBook } from '#tests/bench/bare.ts'
import { type Figure, figure } from '#tests/bench/figure.ts'
import { bookSettings, lastDay } from '#tests/bench/make-book.ts'
import { measure, timingOf } from '#tests/bench/measure.ts'
import { type PoolParts, poolSettings } from '#tests/bench/pool-figures.ts'

const months = 24
/** Of the issue: 10,000 products in 30 s. */
const mostMsPerProduct = 3

export async function planningFigures(parts: PoolParts, products: readonly Id[]): Promise<Figure[]> {
  const file = join(parts.folder, 'planning.quay')
  removeBook(file)
  copyFileSync(parts.base, file)
  await fillDemand(file, products)
  const job = await whileItWorks(parts, file, products.length)
  const queries = queryFigures(file, products)
  removeBook(file)
  return [...job, ...queries]
}

/** Two years of demand for each product, of every kind that there is. */
async function fillDemand(file: string, products: readonly Id[]): Promise<void> {
  const book = await openBook(file, bookSettings)
  book.writer.write('bench.demand', null, (tx) => {
    const random = seededRandom(1, 'bench demand')
    for (let month = 0; month < months; month += 1) {
      const on = addDays(periodAfter(asDay('2026-10-01'), 'month', month + 1 - months), 9)
      const orderId = tx.insert('sales_orders', {
        ...{ number: `D-${month}`, ordered_on: on, shipped_on: on, status: 'closed', currency: 'USD', is_history: 1 },
      })
      for (const [at, productId] of products.entries())
        sell(tx, { orderId, productId, on, quantity: demandOf(random, at, month) })
    }
    tx.run('UPDATE products SET lead_time_days = 7 + id % 50')
  })
  book.close()
}

type Sale = { orderId: Id; productId: Id; on: string; quantity: number }

function sell(tx: WriteTx, { orderId, productId, on, quantity }: Sale): void {
  if (quantity === 0) return
  tx.insert('order_lines', {
    ...{ order_id: orderId, position: 1, product_id: productId, qty_milli: quantity * 1000, sold_on: on },
    ...{ price_micros: 1_000_000, total_minor: quantity * 100, base_minor: quantity * 100 },
  })
}

/** By turns smooth with a trend, seasonal, erratic, intermittent and lumpy. */
function demandOf(random: Random, product: number, month: number): number {
  const noise = () => random.between(-8, 8)
  switch (product % 5) {
    case 0:
      return 60 + 2 * month + noise()
    case 1:
      return Math.round(80 + 40 * Math.sin((month * Math.PI) / 6)) + noise()
    case 2:
      return random.between(1, 120)
    case 3:
      return random.chance(0.35) ? 10 + noise() : 0
    default:
      return random.chance(0.3) ? random.between(1, 200) : 0
  }
}

const screens: readonly (readonly [path: string, input: object])[] = [
  ['products.list', {}],
  ['orders.list', {}],
  ['stock.list', {}],
  ['products.list', { search: 'oak' }],
]
const pauseMs = 15
/** Looks at the screens before the job begins, for what the machine itself makes them wait. */
const calmRounds = 150

type Waits = { queries: number[]; writes: number[] }
const noWaits = (): Waits => ({ queries: [], writes: [] })

async function askAround(pool: WorkerPool, count: number, waits: Waits): Promise<void> {
  const [path, input] = screens[count % screens.length] ?? ['products.list', {}]
  waits.queries.push(await ask(pool, 'query', path, input))
  waits.writes.push(await ask(pool, 'mutation', 'grid.keep', { list: 'bench', state: String(count) }))
  await pause(pauseMs)
}

async function whileItWorks(parts: PoolParts, file: string, products: number): Promise<Figure[]> {
  const pool = await openPool({ file, create: null, ...poolSettings(parts) })
  for (const [path, input] of screens) await ask(pool, 'query', path, input)
  const [before, waits] = [noWaits(), noWaits()]
  for (let count = 0; count < calmRounds; count += 1) await askAround(pool, count, before)
  let isDone = false
  const beganAt = performance.now()
  const work = workForecasts(pool, { jobId: 'bench', all: true, on: lastDay }).finally(() => {
    isDone = true
  })
  for (let count = 0; !isDone; count += 1) await askAround(pool, count, waits)
  const done = await work
  const tookMs = performance.now() - beganAt
  await pool.close()
  if (done.made !== products) throw new Error(`${done.made} forecasts of ${products} products`)
  const longest = (kind: keyof Waits): Figure => {
    const timing = timingOf(waits[kind])
    const calm = timingOf(before[kind]).maxMs.toFixed(1)
    const note = `median ${timing.medianMs.toFixed(1)} ms; the longest without the job: ${calm} ms`
    const name = `a ${kind === 'queries' ? 'query' : 'write'} while forecasts are worked out, the longest`
    return figure(name, { ...timing, medianMs: timing.maxMs }, { goal: { ms: 100 }, note })
  }
  return [
    figure(`forecasts of ${products} products, ${months} months each, as a job`, timingOf([tookMs]), {
      goal: { ms: products * mostMsPerProduct },
      note: `${done.withoutForecast} without a forecast`,
    }),
    longest('queries'),
    longest('writes'),
  ]
}

async function ask(pool: WorkerPool, kind: 'query' | 'mutation', path: string, input: object): Promise<number> {
  const askedAt = performance.now()
  const reply = await pool.call({ id: 1, kind, path, input })
  if (!reply.ok) throw new Error(`${path}: ${JSON.stringify(reply.error)}`)
  return performance.now() - askedAt
}

function queryFigures(file: string, products: readonly Id[]): Figure[] {
  const connection = openReader(file)
  const productId = products[0] ?? 0
  const timed = (name: string, work: () => unknown) =>
    figure(
      name,
      measure(() => {}, work),
    )
  try {
    const question = replenishmentInput.parse({ on: lastDay })
    const once = { runs: 1, limitMs: 1 }
    const all = () => read(connection, (db) => workOutForecasts(db, { on: lastDay, all: true, job: silentJob }))
    return [
      figure(
        'the same work in one thread, by processor time',
        measure(() => {}, all, once),
      ),
      timed('what to buy of all products', () => read(connection, (db) => replenishmentList(db, question))),
      timed('what to buy of one product', () =>
        read(connection, (db) => replenishmentOf(db, { productId, on: lastDay })),
      ),
      timed('the forecast of one product', () =>
        read(connection, (db) => productForecast(db, { productId, on: lastDay })),
      ),
      timed('how many forecasts hold', () => read(connection, (db) => forecastState(db, lastDay))),
      timed('alerts at Home, with forecasts kept', () => read(connection, (db) => alertsAtHome(db, lastDay))),
    ]
  } finally {
    connection.close()
  }
}
