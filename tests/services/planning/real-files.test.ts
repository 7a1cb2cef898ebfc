// Planning on the books of two real companies, where their files lie beside the project: what must come out is worked out from
// the files here, by other means.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import { classAnalysis } from '#main/services/insights/class-analysis.ts'
import { silentJob } from '#main/services/jobs/job.ts'
import { keepForecasts } from '#main/services/planning/kept-forecasts.ts'
import { productForecast } from '#main/services/planning/product-forecast.ts'
import { replenishmentList } from '#main/services/planning/replenishment-list.ts'
import { forecastState, workOutForecasts } from '#main/services/planning/work-forecasts.ts'
import { asDay, type Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import { classesInput } from '#shared/schemas/classes.ts'
import type { ForecastErrors, ProductForecast } from '#shared/schemas/forecasts.ts'
import { replenishmentInput } from '#shared/schemas/replenishment.ts'
import { importAll, importOne, lent } from '#tests/support/import-files.ts'
import { type TestBook, testBook } from '#tests/support/test-book.ts'

const data = fileURLToPath(new URL('../../../../shared/data', import.meta.url))
const retail = join(data, 'online-retail', 'online_retail_2010-12.csv')

function rowsOf(file: string): Record<string, string>[] {
  const [header = [], ...records] = readFileSync(join(data, 'northwind', file), 'utf8')
    .split(/\r?\n/)
    .filter(Boolean)
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted ?? plain ?? ''),
    )
  return records.map((cells) => Object.fromEntries(header.map((name, at) => [name, cells[at] ?? ''])))
}

const productsOf = (book: TestBook) =>
  book.read((db) => db.raw("SELECT id, sku FROM products WHERE kind <> 'family'")) as [Id, string][]

function work(book: TestBook, on: Day) {
  const { rows, work: done } = book.read((db) => workOutForecasts(db, { on, all: false, job: silentJob }))
  book.write((tx) => keepForecasts(tx, rows))
  return done
}

const maeOf = (errors: ForecastErrors | null) => errors?.mae ?? Number.POSITIVE_INFINITY

describe.skipIf(!existsSync(join(data, 'northwind')))('Northwind, two years of orders (needs ../shared/data)', () => {
  const book = testBook({ baseCurrency: 'USD' })
  const on = asDay('1998-04-30')
  let forecasts: Map<string, ProductForecast>

  beforeAll(() => {
    importAll(
      book,
      readdirSync(join(data, 'northwind')).map((file) => lent(join(data, 'northwind', file))),
    )
    forecasts = new Map(
      productsOf(book).map(([productId, sku]) => [sku, book.read((db) => productForecast(db, { productId, on }))]),
    )
  })

  test('demand by month is what the files say, from the first sale on', () => {
    const monthOf = new Map(rowsOf('orders.csv').map((row) => [row.orderID, row.orderDate?.slice(0, 7)]))
    const sums = new Map<string, number>()
    for (const { orderID, productID, quantity } of rowsOf('order-details.csv')) {
      const key = `${productID} ${monthOf.get(orderID)}`
      sums.set(key, (sums.get(key) ?? 0) + Number(quantity))
    }
    expect(forecasts.size).toBe(77)
    for (const [sku, { history }] of forecasts) {
      expect(history[0]?.demand).toBeGreaterThan(0)
      expect(history.at(-1)?.to).toBe(on)
      for (const { from, demand } of history)
        expect([sku, from, demand]).toEqual([sku, from, sums.get(`${sku} ${from.slice(0, 7)}`) ?? 0])
    }
  })

  test('every product has a forecast that is sane: chosen by test, no worse than the naive one, within what was ever sold', () => {
    for (const [sku, { figures, months, history }] of forecasts) {
      expect([sku, figures?.method.chosenBy]).toEqual([sku, 'test'])
      const chosen = figures?.candidates.find(({ isChosen }) => isChosen)
      expect(figures?.candidates.length).toBeGreaterThan(2)
      for (const { errors } of figures?.candidates ?? [])
        expect(maeOf(errors)).toBeGreaterThanOrEqual(maeOf(chosen?.errors ?? null))
      // Intermittent demand is not put to the naive forecast, whose error stands beside it all the same.
      expect(figures?.naive?.mae).toBeGreaterThan(0)
      expect(months).toHaveLength(12)
      const most = Math.max(...history.map(({ demand }) => demand))
      expect(months[0]?.used).toBeLessThanOrEqual(1.5 * most)
      for (const { used, lower, upper } of months) {
        expect(used).toBeGreaterThanOrEqual(0)
        // A trend may lead on for a year.
        expect(used).toBeLessThanOrEqual(3 * most)
        if (lower !== null && upper !== null) expect(lower).toBeLessThanOrEqual(upper)
      }
    }
    const better = [...forecasts.values()].filter(({ figures }) => {
      const chosen = figures?.candidates.find(({ isChosen }) => isChosen)
      return maeOf(chosen?.errors ?? null) < maeOf(figures?.naive ?? null)
    })
    // 68 of 77: of the others some are best left to the naive one.
    expect(better.length).toBeGreaterThan(60)
  })

  test('the job keeps them for all that are bought', () => {
    const bought = rowsOf('products.csv').filter(({ discontinued }) => discontinued === '0').length
    expect(work(book, on)).toEqual({ made: bought, withoutForecast: 0, kept: 0 })
    expect(book.read((db) => forecastState(db, on))).toMatchObject({ products: bought, current: bought })
  })

  test('without a lead time the point of the file decides, and what is due is what the file says', () => {
    const due = rowsOf('products.csv').filter(
      ({ discontinued, unitsInStock, unitsOnOrder, reorderLevel }) =>
        discontinued === '0' && Number(unitsInStock) + Number(unitsOnOrder) <= Number(reorderLevel),
    )
    expect(due.length).toBeGreaterThan(0)
    const { groups, counts } = book.read((db) => replenishmentList(db, replenishmentInput.parse({ on })))
    const lines = groups.flatMap((group) => group.lines)
    expect(lines.map(({ sku }) => sku).sort()).toEqual(due.map(({ productID }) => productID).sort())
    expect(new Set(lines.map(({ rule }) => rule))).toEqual(new Set(['minimum']))
    expect(counts).toMatchObject({ withoutRule: 0, outdatedForecasts: 0, missingForecasts: 0 })
    for (const line of lines) {
      expect(line.missing).toEqual(['no-lead-time'])
      expect(line.suggested).toBeGreaterThan(0)
    }
  })

  test('with a lead time of three weeks the reorder points follow from forecast and spread', () => {
    book.write((tx) => tx.run('UPDATE products SET lead_time_days = 21'))
    const { groups } = book.read((db) => replenishmentList(db, replenishmentInput.parse({ on, scope: 'all' })))
    const lines = groups.flatMap((group) => group.lines)
    expect(lines.filter(({ rule }) => rule === 'statistics').length).toBeGreaterThan(60)
    for (const { rule, reorderPoint, safetyStock, dailyDemand, orderUpTo } of lines) {
      if (rule !== 'statistics') continue
      expect(safetyStock).toBeGreaterThan(0)
      expect(reorderPoint ?? 0).toBeGreaterThanOrEqual(Math.floor((dailyDemand ?? 0) * 21) + (safetyStock ?? 0) - 1)
      expect(orderUpTo ?? 0).toBeGreaterThanOrEqual(reorderPoint ?? 0)
    }
  })
})

describe.skipIf(!existsSync(retail))('a month of online retail (needs ../shared/data)', () => {
  const book = testBook({ baseCurrency: 'GBP' })
  const on = asDay('2011-01-15')

  beforeAll(() => {
    importOne(book, lent(retail), { options: { makeMissing: true } })
  })

  test('ABC-XYZ runs on it; what was first sold a month ago is new, and has no class of its own yet', () => {
    const { items, cells } = book.read((db) => classAnalysis(db, classesInput.parse({ on })))
    const ranked = items.filter(({ rank }) => rank !== null)
    expect(ranked.length).toBeGreaterThan(2000)
    const dear = ranked.filter(({ rawAbc }) => rawAbc === 'A').length
    expect(dear / ranked.length).toBeGreaterThan(0.1)
    expect(dear / ranked.length).toBeLessThan(0.35)
    expect(cells.find(({ cell }) => cell === 'unclassified')?.items).toBe(items.length)
  })

  test('later they are classed: a month of sales and two without vary as much as can be', () => {
    const { items, cells } = book.read((db) => classAnalysis(db, classesInput.parse({ on: asDay('2011-03-05') })))
    const filled = cells.filter((cell) => cell.items > 0).map(({ cell }) => cell)
    expect(filled).toEqual(expect.arrayContaining(['AZ', 'BZ', 'CZ']))
    expect(cells.reduce((sum, cell) => sum + cell.items, 0)).toBe(items.length)
  })

  test('forecasts run on it: a month is too short to choose by, and every product says so', () => {
    const state = book.read((db) => forecastState(db, on))
    expect(state.products).toBeGreaterThan(2000)
    expect(work(book, on)).toEqual({ made: state.products, withoutForecast: state.products, kept: 0 })
    const [first] = productsOf(book)
    expect(book.read((db) => productForecast(db, { productId: first?.[0] ?? 0, on }))).toMatchObject({
      figures: { method: { chosenBy: 'rule', why: { reason: 'too-few-periods', needs: 6, has: 1 } } },
    })
  })

  test('what to buy names the rule that stands in: the mean of that month, once a lead time is known', () => {
    const list = () =>
      book.read((db) => replenishmentList(db, replenishmentInput.parse({ on, scope: 'all', limit: 20_000 })))
    expect(list().counts.withoutRule).toBe(list().counts.products)
    book.write((tx) => tx.run('UPDATE products SET lead_time_days = 14'))
    const lines = list().groups.flatMap((group) => group.lines)
    const byMean = lines.filter(({ rule }) => rule === 'recent-mean')
    expect(byMean.length).toBe(book.read((db) => forecastState(db, on)).products)
    for (const { dailyDemand, reorderPoint } of byMean.slice(0, 200))
      expect(reorderPoint).toBe(Math.max(0, Math.ceil((dailyDemand ?? 0) * 14 * 1.5 - 1e-6)))
  })
})
