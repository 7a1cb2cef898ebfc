// Shipments at the service: the board, the list, who delivers as promised beside bare SQL that yields the same, alerts, the
// calendar, a promise, and news by the hundred thousand beside the same rows by bare inserts.
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { openBook } from '#main/db/book.ts'
import { type Connection, openReader } from '#main/db/database.ts'
import { fileMemory } from '#main/db/machine-memory.ts'
import { read } from '#main/db/statements.ts'
import { waitingCounts } from '#main/services/alerts/alert-counts.ts'
import { calendarRange } from '#main/services/calendar/calendar-queries.ts'
import { expectedArrival } from '#main/services/lanes/expected-arrival.ts'
import { performance as lanePerformance, laneTrend } from '#main/services/lanes/performance.ts'
import { shipmentBoard } from '#main/services/shipments/board.ts'
import { listShipments } from '#main/services/shipments/shipment-list.ts'
import { addEvents } from '#main/services/tracking/add-events.ts'
import { addDays } from '#shared/dates.ts'
import { calendarInput } from '#shared/schemas/calendar.ts'
import { laneGroups, laneQuestion, laneTrendInput, performanceInput } from '#shared/schemas/lanes.ts'
import { type ListQuery, listInput } from '#shared/schemas/paging.ts'
import { boardInput } from '#shared/schemas/shipment-board.ts'
import { openBare, removeBook } from '#tests/bench/bare.ts'
import { bareLanes, refuseDifferent } from '#tests/bench/bare-lanes.ts'
import { type Figure, figure } from '#tests/bench/figure.ts'
import { bookSettings, lastDay } from '#tests/bench/make-book.ts'
import { makeShipments } from '#tests/bench/make-shipments.ts'
import { measure, measureInTurns, type Spent, stopwatch, timingOfSpent } from '#tests/bench/measure.ts'
import { type News, newsOf } from '#tests/bench/shipment-news.ts'
import type { Size } from '#tests/bench/sizes.ts'

export async function shippingFigures(folder: string, base: string, size: Size): Promise<Figure[]> {
  const { file } = await makeShipments(folder, base, size)
  const reader = openReader(file)
  const figures = [...pageFigures(reader), ...laneFigures(reader), ...dayFigures(reader)]
  const news = newsOf(reader, size.shipments / 2)
  reader.close()
  return [...figures, await newsFigure(folder, file, news)]
}

function pageFigures(reader: Connection): Figure[] {
  const board = (cards: number) => () =>
    read(reader, (db) => shipmentBoard(db, boardInput.parse({ asOf: lastDay, cards })))
  const page = (query: ListQuery) => () => read(reader, (db) => listShipments(db, listInput.parse(query)))
  const sorted = (column: string): ListQuery => ({ sort: [{ column, direction: 'desc' }], limit: 100 })
  const lists = ['sentOn', 'number', 'plannedOn'].map((column) =>
    figure(`list of shipments by ${column}`, timed(page(sorted(column))), { goal: { ms: 10 } }),
  )
  return [
    figure('shipments.board, counts', timed(board(0)), { goal: { ms: 20 } }),
    figure('shipments.board, with 25 cards each', timed(board(25)), { goal: { ms: 40 } }),
    ...lists,
    figure('list of shipments, last page', timed(page({ ...sorted('sentOn'), offset: lastOffset(reader) })), {
      goal: { ms: 50 },
    }),
  ]
}

const timed = (work: () => unknown) => measure(() => {}, work)

function lastOffset(reader: Connection): number {
  return Math.max(0, (reader.prepare('SELECT count(*) FROM shipments').pluck().get() as number) - 100)
}

function laneFigures(reader: Connection): Figure[] {
  const figures = laneGroups.map((by) => {
    const ours = () => read(reader, (db) => lanePerformance(db, performanceInput.parse({ by, asOf: lastDay })))
    const statement = reader.prepare(bareLanes(by))
    const plain = () => statement.all({ asOf: lastDay })
    refuseDifferent(by, ours().rows, plain())
    const [timing, bare] = measureInTurns([{ run: ours }, { run: plain }], { runs: 20, limitMs: 20_000 })
    if (!timing || !bare) throw new Error('nothing was timed')
    return figure(`shipments.performance by ${by}`, timing, { bare, goal: { ratio: 2 } })
  })
  const trend = () => read(reader, (db) => laneTrend(db, laneTrendInput.parse({ by: 'carrier', asOf: lastDay })))
  return [...figures, figure('lanes.trend by carrier', timed(trend))]
}

function dayFigures(reader: Connection): Figure[] {
  const month = calendarInput.parse({
    ...{ from: addDays(lastDay, -21), to: addDays(lastDay, 9) },
    kinds: ['outboundDeparture', 'outboundArrival', 'inboundDeparture', 'inboundArrival'],
  })
  const offer = reader
    .prepare('SELECT carrier_id AS carrierId, id AS serviceId, mode FROM carrier_services LIMIT 1')
    .get() as object
  const question = laneQuestion.parse({ ...offer, fromCountry: 'CN', toCountry: 'US' })
  return [
    figure(
      'alerts of all kinds counted, for the sidebar',
      timed(() => read(reader, (db) => waitingCounts(db, lastDay))),
    ),
    figure(
      'calendar of a month, shipments alone',
      timed(() => read(reader, (db) => calendarRange(db, month))),
    ),
    figure(
      'a promised day, own measured days',
      timed(() => read(reader, (db) => expectedArrival(db, { ...question, leftOn: lastDay }))),
      {
        goal: { ms: 5 },
      },
    ),
  ]
}

const insertEvent = `INSERT INTO shipment_events (id, shipment_id, parcel_id, local_time, zone, happened_at, place, country, text, source,
    source_code, state, read_by)
  VALUES (:id, :shipmentId, :parcelId, :localTime, :zone, :happenedAt, :place, :country, :text, :source, :sourceCode, :told, 'text')`

/** The two take turns, each on a fresh copy, so that a busy machine slows both alike. */
async function newsFigure(folder: string, file: string, news: readonly News[]): Promise<Figure> {
  const spent = { ours: [] as Spent[], bare: [] as Spent[] }
  for (let run = 0; run < 4; run += 1) {
    const bare = bareNews(folder, file, news)
    const ours = await ownNews(folder, file, news)
    // The first of each warms up.
    if (run === 0) continue
    spent.bare.push(bare)
    spent.ours.push(ours)
  }
  return figure(`${news.length.toLocaleString('en')} events read, kept and followed`, timingOfSpent(spent.ours), {
    bare: timingOfSpent(spent.bare),
    goal: { ratio: 4 },
    note: 'rules, duplicates, log, states of parcels and shipments, orders',
  })
}

function bareNews(folder: string, file: string, news: readonly News[]): Spent {
  const copy = join(folder, 'bare-news.quay')
  const connection = openBare(file, copy)
  const insert = connection.prepare(insertEvent)
  const all = connection.transaction(() => {
    for (const row of news) insert.run(row)
  })
  const watch = stopwatch()
  all.immediate()
  const spent = watch()
  connection.close()
  removeBook(copy)
  return spent
}

async function ownNews(folder: string, file: string, news: readonly News[]): Promise<Spent> {
  const copy = join(folder, 'own-news.quay')
  removeBook(copy)
  copyFileSync(file, copy)
  const book = await openBook(copy, { ...bookSettings, memory: fileMemory(join(folder, 'own-news-memory')) })
  const watch = stopwatch()
  const { result } = book.writer.write('bench.news', null, (tx) => addEvents(tx, news))
  const spent = watch()
  book.close()
  removeBook(copy)
  if (result.added !== news.length) throw new Error(`${result.added} of ${news.length} events were kept`)
  return spent
}
