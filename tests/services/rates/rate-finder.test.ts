import { describe, expect, test } from 'vitest'
import { convertAmount } from '#main/services/rates/rate-convert.ts'
import { ratedPairs, rateFinder, rateFor } from '#main/services/rates/rate-finder.ts'
import { addDays, asDay } from '#shared/dates.ts'
import { convertInput } from '#shared/schemas/rates.ts'
import { queryPlans, slowSteps } from '#tests/support/query-plans.ts'
import { makeRate } from '#tests/support/records.ts'
import { testBook } from '#tests/support/test-book.ts'

type Convert = Parameters<typeof convertInput.parse>[0]
type RateRow = [from: string, to: string, on: string, rate: string]

function bookWith(rates: RateRow[], baseCurrency = 'CNY') {
  const book = testBook({ baseCurrency })
  book.write((tx) => {
    for (const [from, to, on, rate] of rates) makeRate(tx, from, to, on, rate)
  })
  const convert = (input: Convert) => book.read((db) => convertAmount(db, convertInput.parse(input)))
  return { ...book, convert }
}

describe('converting', () => {
  test('a currency into itself needs no rate', () => {
    const { convert } = bookWith([])
    const same = convert({ amount: '12.345', from: 'USD', to: 'USD', on: '2026-03-02' })
    expect(same).toEqual({
      status: 'ok',
      amount: '12.35',
      rate: '1',
      rateOn: '2026-03-02',
      isEarlierDay: false,
      ageDays: 0,
    })
  })

  test('uses the pair as written, or divides by the inverse pair', () => {
    const { convert } = bookWith([['USD', 'CNY', '2026-03-02', '7.1024']])
    expect(convert({ amount: '100', from: 'USD', to: 'CNY', on: '2026-03-02' })).toMatchObject({ amount: '710.24' })
    expect(convert({ amount: '710.24', from: 'CNY', to: 'USD', on: '2026-03-02' })).toMatchObject({
      amount: '100.00',
      rate: '0.140797476909',
    })
  })

  test('goes through a third currency, whichever way its pairs are written', () => {
    const { convert } = bookWith([
      ['EUR', 'USD', '2026-03-02', '1.10'],
      ['EUR', 'CNY', '2026-03-02', '7.70'],
      ['JPY', 'EUR', '2026-03-02', '0.00625'],
    ])
    expect(convert({ amount: '100', from: 'USD', to: 'CNY', on: '2026-03-02' })).toMatchObject({
      amount: '700.00',
      rate: '7',
    })
    expect(convert({ amount: '1000', from: 'JPY', to: 'CNY', on: '2026-03-02' })).toMatchObject({ amount: '48.13' })
    expect(convert({ amount: '7.70', from: 'CNY', to: 'JPY', on: '2026-03-02' })).toMatchObject({ amount: '160' })
  })

  test('a missing day takes the last one before and says so; the day after is never taken', () => {
    const { convert } = bookWith([
      ['USD', 'CNY', '2026-02-27', '7.10'],
      ['USD', 'CNY', '2026-03-03', '7.20'],
    ])
    expect(convert({ amount: '1', from: 'USD', to: 'CNY', on: '2026-03-02' })).toEqual({
      status: 'ok',
      amount: '7.10',
      rate: '7.10',
      rateOn: '2026-02-27',
      isEarlierDay: true,
      ageDays: 3,
    })
    expect(convert({ amount: '1', from: 'USD', to: 'CNY', on: '2026-02-26' })).toEqual({
      status: 'missing',
      from: 'USD',
      to: 'CNY',
    })
  })

  test('a rate past the book’s limit asks, and is used once someone says so', () => {
    const { convert } = bookWith([['USD', 'CNY', '2026-02-01', '7.10']])
    const input = { amount: '2', from: 'USD', to: 'CNY', on: '2026-02-12' }
    expect(convert({ ...input, on: '2026-02-11' })).toMatchObject({ status: 'ok', ageDays: 10 })
    expect(convert(input)).toEqual({ status: 'old', rate: '7.10', rateOn: '2026-02-01', ageDays: 11 })
    expect(convert({ ...input, acceptOld: true })).toMatchObject({ status: 'ok', amount: '14.20', ageDays: 11 })
  })

  test('a currency without any rate asks', () => {
    const { convert } = bookWith([['EUR', 'CNY', '2026-03-02', '7.70']])
    expect(convert({ amount: '1', from: 'VND', to: 'CNY', on: '2026-03-02' })).toEqual({
      status: 'missing',
      from: 'VND',
      to: 'CNY',
    })
  })

  test('the newest known rate wins; of equally new ones the pair itself', () => {
    const rates: RateRow[] = [
      ['EUR', 'USD', '2026-03-02', '1.10'],
      ['EUR', 'CNY', '2026-03-02', '7.70'],
      ['USD', 'CNY', '2026-02-27', '7.50'],
    ]
    const input = { amount: '1', from: 'USD', to: 'CNY', on: '2026-03-02' }
    expect(bookWith(rates).convert(input)).toMatchObject({ amount: '7.00' })
    expect(bookWith([...rates, ['USD', 'CNY', '2026-03-02', '7.50']]).convert(input)).toMatchObject({ amount: '7.50' })
    expect(bookWith([...rates, ['CNY', 'USD', '2026-03-02', '0.125']]).convert(input)).toMatchObject({ amount: '8.00' })
  })

  test('a way through a third currency is as old as its older half', () => {
    const { convert } = bookWith([
      ['EUR', 'USD', '2026-02-27', '1.10'],
      ['EUR', 'CNY', '2026-03-02', '7.70'],
    ])
    expect(convert({ amount: '1', from: 'USD', to: 'CNY', on: '2026-03-02' })).toMatchObject({ rateOn: '2026-02-27' })
  })
})

describe('looking up', () => {
  test('an empty book answers that the rate is missing', () => {
    const { read } = testBook()
    expect(read((db) => rateFor(db, 'EUR', 'USD', asDay('2026-03-02')))).toEqual({ status: 'missing' })
    expect(read(ratedPairs)).toEqual([])
  })

  test('many days are found by index, and the pairs by leaps', () => {
    const book = testBook()
    book.write((tx) => {
      const insert = tx.statement(
        'INSERT INTO rates (id, from_currency, to_currency, rate_on, rate) VALUES (?, ?, ?, ?, ?)',
      )
      for (let day = 0; day < 2000; day += 1) {
        for (const to of ['CNY', 'JPY']) insert.run(tx.nextId(), 'EUR', to, addDays(asDay('2020-01-01'), day), '7.5')
      }
    })
    book.read((db) => {
      expect(ratedPairs(db)).toEqual([
        ['EUR', 'CNY'],
        ['EUR', 'JPY'],
      ])
      const find = rateFinder(db)
      expect(find('CNY', 'JPY', asDay('2025-01-01'))).toMatchObject({ status: 'ok', rate: '1', ageDays: 0 })
    })
    const plans = queryPlans(book, (db) => rateFor(db, 'USD', 'JPY', asDay('2025-01-01')))
    expect(plans.filter((step) => / rates /.test(step) && !step.includes('rates_by_pair'))).toEqual([])
    expect(slowSteps(plans)).toEqual([])
  })
})
