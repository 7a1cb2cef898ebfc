import { describe, expect, test } from 'vitest'
import { overruleDemand, takeBackOverrule } from '#main/services/planning/demand-overrides.ts'
import { setPlanningSetting } from '#main/services/planning/planning-settings.ts'
import { productForecast } from '#main/services/planning/product-forecast.ts'
import { asDay } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import { evenly, sellMonthly } from '#tests/services/planning/planning-book.ts'
import { makeOrder, makeProduct } from '#tests/support/records.ts'
import { refusal } from '#tests/support/refusal.ts'
import { type TestBook, testBook } from '#tests/support/test-book.ts'

function shop(quantities: readonly number[]) {
  const book = testBook()
  const mug = book.write((tx) => {
    const id = makeProduct(tx, { sku: 'MUG', nameEn: 'Mug' })
    sellMonthly(tx, id, quantities)
    return id
  })
  return { book, mug, of: () => forecastOf(book, mug) }
}

const forecastOf = (book: TestBook, productId: Id) => book.read((db) => productForecast(db, { productId }))

test('demand that never varies goes on as it is, with the naive forecast as good as any', () => {
  const { of } = shop(evenly(24, 30))
  const forecast = of()
  expect(forecast).toMatchObject({ sku: 'MUG', name: 'Mug', basis: 'ordered', on: '2026-11-22', gap: null })
  expect(forecast.history).toHaveLength(24)
  expect(forecast.history[0]).toMatchObject({ from: '2024-11-01', to: '2024-11-30', demand: 30, used: 30, marks: [] })
  expect(forecast.months).toHaveLength(12)
  expect(forecast.months[0]).toMatchObject({
    from: '2026-11-01',
    to: '2026-11-30',
    computed: 30,
    used: 30,
    override: null,
  })
  expect(forecast.figures).toMatchObject({
    pattern: { class: 'smooth', periods: 24, demands: 24, adi: 1 },
    method: { name: 'naive', method: 'naive', chosenBy: 'test', why: null },
    naive: { mae: 0, tests: 8 },
    rmse: { value: 0, from: 'test', errors: 8 },
  })
  expect(forecast.figures?.candidates.filter(({ isChosen }) => isChosen).map(({ name }) => name)).toEqual(['naive'])
})

test('what was sold in the running month is no history yet', () => {
  const { book, mug, of } = shop(evenly(12, 10))
  const before = of()
  book.write((tx) =>
    makeOrder(tx, { orderedOn: '2026-11-05', lines: [{ productId: mug, quantity: 500, unitPrice: '5' }] }),
  )
  expect(of()).toEqual(before)
})

describe('a month that someone overruled', () => {
  test('counts in the place of what is computed, which stays beside it', () => {
    const { book, mug, of } = shop(evenly(24, 30))
    const monthOn = asDay('2026-12-01')
    book.write((tx) => overruleDemand(tx, { productId: mug, monthOn, quantity: 120, reason: 'Christmas fair' }))
    const [, december] = of().months
    expect(december).toMatchObject({ computed: 30, used: 120, override: { quantity: 120, reason: 'Christmas fair' } })
    book.write((tx) => overruleDemand(tx, { productId: mug, monthOn, quantity: 90, reason: 'smaller stand' }))
    expect(of().months[1]).toMatchObject({ computed: 30, used: 90, override: { reason: 'smaller stand' } })
    book.write((tx) => takeBackOverrule(tx, { productId: mug, monthOn }))
    expect(of().months[1]).toMatchObject({ computed: 30, used: 30, override: null })
  })

  test('of the history takes the place of what was sold, with a mark', () => {
    const { book, mug, of } = shop([...evenly(12, 30), 400, ...evenly(11, 30)])
    const monthOn = asDay('2025-11-01')
    book.write((tx) => overruleDemand(tx, { productId: mug, monthOn, quantity: 30, reason: 'a fair' }))
    const row = of().history.find(({ from }) => from === monthOn)
    expect(row).toMatchObject({ demand: 400, used: 30, marks: ['overruled'], override: { quantity: 30 } })
    expect(of().months[0]?.used).toBe(30)
  })

  test('stands where nothing can be computed; the other months stay unknown', () => {
    const { book, mug, of } = shop([])
    expect(of()).toMatchObject({ gap: { reason: 'no-demand' }, figures: null, history: [] })
    book.write((tx) => overruleDemand(tx, { productId: mug, monthOn: asDay('2027-01-01'), quantity: 40, reason: '' }))
    expect(
      of()
        .months.slice(0, 4)
        .map(({ computed, used }) => [computed, used]),
    ).toEqual([
      [null, null],
      [null, null],
      [null, 40],
      [null, null],
    ])
  })

  test('of a product that is gone is refused', () => {
    const { book, mug } = shop([])
    const input = { productId: mug + 99, monthOn: asDay('2027-01-01'), quantity: 1, reason: '' }
    expect(refusal(() => book.write((tx) => overruleDemand(tx, input)))).toMatchObject({
      code: 'catalog/product-not-found',
    })
  })
})

test('a history too short to choose by is the plain mean, and says so', () => {
  const { of } = shop([10, 20, 30])
  expect(of()).toMatchObject({
    figures: { method: { method: 'mean', chosenBy: 'rule', why: { reason: 'too-few-periods', needs: 6, has: 3 } } },
  })
  expect(of().months[0]?.computed).toBeCloseTo(20)
})

test('a kit is forecast as it sells itself, its part as it is needed in all', () => {
  const book = testBook()
  const { part, kit } = book.write((tx) => {
    const mug = makeProduct(tx, { sku: 'MUG' })
    const set = makeProduct(tx, { sku: 'SET', kind: 'kit', kitParts: [{ partId: mug, quantity: 2 }] })
    sellMonthly(tx, mug, evenly(12, 10))
    sellMonthly(tx, set, evenly(12, 5))
    return { part: mug, kit: set }
  })
  expect(forecastOf(book, kit).months[0]?.used).toBe(5)
  expect(forecastOf(book, part).months[0]?.used).toBe(20)
})

test('an outlier is capped with a mark, unless the settings keep it', () => {
  const { book, of } = shop([
    28, 31, 30, 29, 33, 30, 27, 32, 30, 31, 29, 30, 31, 29, 600, 30, 28, 32, 31, 30, 29, 30, 31, 30,
  ])
  const marked = () => of().history.filter(({ marks }) => marks.includes('capped'))
  expect(marked().map(({ from, demand }) => [from, demand])).toEqual([['2026-01-01', 600]])
  expect(of().figures?.outlierLimit).toBeLessThan(600)
  book.write((tx) => setPlanningSetting(tx, 'forecast', { outliers: 'keep' }))
  expect(marked()).toEqual([])
})
