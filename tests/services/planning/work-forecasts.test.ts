import { describe, expect, test } from 'vitest'
import { cancelled, type JobHandle, silentJob } from '#main/services/jobs/job.ts'
import { overruleDemand } from '#main/services/planning/demand-overrides.ts'
import { keepForecasts, keptForecasts } from '#main/services/planning/kept-forecasts.ts'
import { plannedForecasts } from '#main/services/planning/planned-forecasts.ts'
import { setPlanningSetting } from '#main/services/planning/planning-settings.ts'
import { forecastState, workOutForecasts } from '#main/services/planning/work-forecasts.ts'
import { asDay } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import { evenly, sellMonthly, today } from '#tests/services/planning/planning-book.ts'
import { makeOrder, makeProduct } from '#tests/support/records.ts'
import { type TestBook, testBook } from '#tests/support/test-book.ts'

/** Two that sell, one that sold for two months only, one that never did. */
function shop() {
  const book = testBook()
  const ids = book.write((tx) => {
    const [mug, tray, young, idle] = ['MUG', 'TRAY', 'YOUNG', 'IDLE'].map((sku) =>
      makeProduct(tx, { sku, leadTimeDays: 10 }),
    ) as [Id, Id, Id, Id]
    sellMonthly(tx, mug, evenly(24, 30))
    sellMonthly(tx, tray, evenly(18, 12))
    sellMonthly(tx, young, [4, 6])
    return { mug, tray, young, idle }
  })
  return { book, ...ids }
}

const workedOut = (book: TestBook, all = false, job: JobHandle = silentJob) =>
  book.read((db) => workOutForecasts(db, { on: today, all, job }))
function work(book: TestBook, all = false) {
  const worked = workedOut(book, all)
  book.write((tx) => keepForecasts(tx, worked.rows))
  return worked.work
}
const state = (book: TestBook, on = today) => book.read((db) => forecastState(db, on))
const log = (book: TestBook) => book.read((db) => db.get<{ n: number }>('SELECT count(*) AS n FROM operations')?.n)

test('all are worked out and kept, in this copy alone: nothing stands in the log', () => {
  const { book, mug } = shop()
  const before = log(book)
  expect(state(book)).toMatchObject({ products: 3, current: 0, outdated: 0, missing: 3, newestOn: null })
  expect(work(book)).toEqual({ made: 3, withoutForecast: 1, kept: 0 })
  expect(log(book)).toBe(before)
  expect(state(book)).toEqual({ products: 3, current: 3, outdated: 0, missing: 0, oldestOn: today, newestOn: today })
  const kept = book.read((db) => keptForecasts(db)).get(mug)
  expect(kept?.summary).toEqual({
    ...{ from: '2026-11-01', months: evenly(12, 30_000), rmseMilli: 0 },
    ...{ method: 'naive', mae: 0, naiveMae: 0, gap: null },
  })
  const row = book.read((db) => db.get('SELECT reorder_milli, daily_milli FROM forecasts WHERE product_id = ?', mug))
  expect(row).toEqual({ reorder_milli: 10_000, daily_milli: 997 })
})

describe('a kept forecast holds', () => {
  test('until the demand of its product is another', () => {
    const { book, mug } = shop()
    work(book)
    book.write((tx) =>
      makeOrder(tx, { orderedOn: '2026-09-20', lines: [{ productId: mug, quantity: 1, unitPrice: '5' }] }),
    )
    expect(state(book)).toMatchObject({ current: 2, outdated: 1 })
    expect(work(book)).toEqual({ made: 1, withoutForecast: 1, kept: 2 })
    expect(state(book)).toMatchObject({ current: 3, outdated: 0 })
  })

  test('whatever is sold in the month that runs', () => {
    const { book, mug } = shop()
    work(book)
    book.write((tx) => makeOrder(tx, { orderedOn: today, lines: [{ productId: mug, quantity: 9, unitPrice: '5' }] }))
    expect(state(book)).toMatchObject({ current: 3, outdated: 0 })
  })

  test('until a month is over, a setting is changed or a month is overruled', () => {
    const { book, tray } = shop()
    work(book)
    expect(state(book, asDay('2026-11-30'))).toMatchObject({ current: 0, outdated: 3 })
    const monthOn = asDay('2026-12-01')
    book.write((tx) => overruleDemand(tx, { productId: tray, monthOn, quantity: 90, reason: '' }))
    expect(state(book)).toMatchObject({ current: 2, outdated: 1 })
    book.write((tx) => setPlanningSetting(tx, 'forecast', { horizon: 6 }))
    expect(state(book)).toMatchObject({ current: 0, outdated: 3 })
  })

  test('and is not worked out again, unless all are asked for', () => {
    const { book } = shop()
    work(book)
    expect(workedOut(book)).toEqual({ rows: [], work: { made: 0, withoutForecast: 1, kept: 3 } })
    expect(workedOut(book, true)).toMatchObject({ rows: { length: 3 }, work: { made: 3, kept: 0 } })
  })

  test('a reorder point that is another for its lead time alone is kept anew', () => {
    const { book, mug } = shop()
    work(book)
    book.write((tx) => tx.update('products', mug, { lead_time_days: 20 }))
    const { rows, work: done } = workedOut(book)
    expect(done).toEqual({ made: 0, withoutForecast: 1, kept: 3 })
    expect(rows).toMatchObject([{ productId: mug, reorderMilli: 20_000 }])
  })
})

describe('what replenishment reckons with', () => {
  const of = (book: TestBook, productId: Id, mostLive: number) =>
    book.read((db) => plannedForecasts(db, { on: today, mostLive }).of(productId))

  test('a few are worked out on the way, the others are said to be missing or outdated', () => {
    const { book, mug } = shop()
    expect(of(book, mug, 1)).toMatchObject({ state: 'current', summary: { method: 'naive' } })
    expect(of(book, mug, 0)).toMatchObject({ state: 'missing', summary: null, recent: { periods: 3 } })
    work(book)
    expect(of(book, mug, 0)).toMatchObject({ state: 'current', madeOn: today })
    book.write((tx) => setPlanningSetting(tx, 'forecast', { months: 12 }))
    expect(of(book, mug, 0)).toMatchObject({ state: 'outdated', madeOn: today, summary: { method: 'naive' } })
  })

  test('a history too short for a forecast is none, whether kept or not', () => {
    const { book, young, idle } = shop()
    expect(of(book, young, 1)).toMatchObject({
      state: 'none',
      summary: { gap: { reason: 'too-few-periods' }, months: [] },
    })
    expect(of(book, idle, 0)).toMatchObject({ state: 'none', summary: { gap: { reason: 'no-demand' } }, recent: null })
    work(book)
    expect(of(book, young, 0)).toMatchObject({ state: 'none', summary: { gap: { reason: 'too-few-periods' } } })
  })
})

test('a job that is told to stop gives nothing', () => {
  const { book } = shop()
  const seen: [string, number, number | null][] = []
  const job: JobHandle = {
    progress: (phase, done, total) => seen.push([phase, done, total]),
    stopIfCancelled: () => {
      if (seen.length > 0) throw cancelled()
    },
    finish: () => {},
  }
  const many = shop()
  many.book.write((tx) => {
    for (let at = 0; at < 30; at += 1) sellMonthly(tx, makeProduct(tx, { sku: `P${at}` }), [1, 2, 3])
  })
  expect(() => workedOut(many.book, false, job)).toThrowError(expect.objectContaining({ code: 'job/cancelled' }))
  expect(seen).toEqual([['forecasts.working', 0, 33]])
  expect(state(book)).toMatchObject({ current: 0 })
})

test('what another version kept is worked out anew', () => {
  const { book, mug } = shop()
  work(book)
  book.write((tx) => tx.run("UPDATE forecasts SET content = '{}' WHERE product_id = ?", mug))
  expect(book.read((db) => plannedForecasts(db, { on: today }).of(mug))).toMatchObject({
    state: 'current',
    summary: { method: 'naive' },
  })
})
