import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, asDay, dayFromParts, dayOf, daysBetween, daysOfSpan, type Instant, isDay } from '#shared/dates.ts'
import { fromUnits } from '#shared/decimal.ts'
import { firstCounterId, idFrom, idParts, replicaLetters } from '#shared/ids.ts'
import { qtyFromDecimal } from '#shared/quantity.ts'
import { convertMinor, effectiveRate, isRate } from '#shared/rates.ts'
import { countryCodes, countryName, findCountry } from '#shared/reference/countries.ts'

describe('ids', () => {
  const replica = fc.integer({ min: 1, max: 2 ** 24 - 1 })
  const counter = fc.integer({ min: 0, max: 2 ** 29 - 1 })

  test('of different copies or counters never meet, and stay exact', () => {
    fc.assert(
      fc.property(replica, counter, replica, counter, (r1, c1, r2, c2) => {
        const [one, other] = [idFrom(r1, c1), idFrom(r2, c2)]
        expect(Number.isSafeInteger(one)).toBe(true)
        expect(one === other).toBe(r1 === r2 && c1 === c2)
        expect(idParts(one)).toEqual({ replica: r1, counter: c1 })
        expect(one).toBeGreaterThanOrEqual(firstCounterId)
      }),
    )
  })

  test('out of range are refused', () => {
    for (const [r, c] of [
      [0, 1],
      [2 ** 24, 1],
      [1, 2 ** 29],
      [1, -1],
      [1.5, 1],
    ] as const)
      expect(() => idFrom(r, c)).toThrow()
  })

  test('the first copy has no letters, every other three', () => {
    expect(replicaLetters(1)).toBe('')
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 2 ** 24 - 1 }), (number) => /^[A-Z]{3}$/.test(replicaLetters(number))),
    )
  })
})

describe('days', () => {
  test.each(['2024-02-29', '2000-02-29', '2026-12-31'])('%s is one', (text) => expect(isDay(text)).toBe(true))
  test.each(['2023-02-29', '1900-02-29', '2026-13-01', '2026-00-10', '2026-1-1', '', '2026-01-01T00:00'])(
    '%s is none',
    (text) => expect(isDay(text)).toBe(false),
  )

  test('adding days and counting them agree, over leap years', () => {
    const day = fc
      .date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
      .map((date) => asDay(date.toISOString().slice(0, 10)))
    fc.assert(
      fc.property(day, fc.integer({ min: -40_000, max: 40_000 }), (from, count) => {
        expect(daysBetween(from, addDays(from, count))).toBe(count)
      }),
    )
  })

  test('of a span are all there, also at the end of the calendar; a span that ends before it begins has none', () => {
    const span = (from: string, to: string) => daysOfSpan({ from: asDay(from), to: asDay(to) })
    expect(span('2024-02-28', '2024-03-01')).toEqual(['2024-02-28', '2024-02-29', '2024-03-01'])
    expect(span('9999-12-30', '9999-12-31')).toEqual(['9999-12-30', '9999-12-31'])
    expect(span('2024-03-02', '2024-03-01')).toEqual([])
  })

  test('an instant has the day of its time zone', () => {
    const late = Date.UTC(2026, 10, 22, 20) as Instant
    expect([dayOf(late), dayOf(late, 'Asia/Shanghai'), dayOf(late, 'America/New_York')]).toEqual([
      '2026-11-22',
      '2026-11-23',
      '2026-11-22',
    ])
    expect(dayFromParts(2026, 2, 30)).toBeNull()
  })
})

describe('quantities', () => {
  test('survive the way to text and back', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (milli) => {
        expect(qtyFromDecimal(fromUnits(milli, 3))).toBe(milli)
      }),
    )
  })
  test('finer than a thousandth are no quantity', () => {
    expect([qtyFromDecimal('0.001'), qtyFromDecimal('0.0010'), qtyFromDecimal('0.0001'), qtyFromDecimal('x')]).toEqual([
      1,
      1,
      null,
      null,
    ])
  })
})

describe('rates', () => {
  test('0 is no rate, nor is anything below it', () => {
    expect(['7.1', '0.0001', '0', '0.000', '-1', '', 'x'].map(isRate)).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
      false,
    ])
  })
  test('convert exactly and round once', () => {
    expect(convertMinor(100, 'USD', 'JPY', { multiply: '149.505', divide: '1' })).toBe(150)
    expect(convertMinor(10_000, 'CNY', 'USD', { multiply: '1', divide: '7.1024' })).toBe(1408)
    expect(effectiveRate({ multiply: '1', divide: '8' })).toBe('0.125')
  })
})

describe('countries', () => {
  test('every code is found by its names in both languages', () => {
    for (const code of countryCodes) {
      expect(findCountry(code)).toBe(code)
      for (const language of ['en', 'zh-CN']) expect(findCountry(countryName(code, language))).toBe(code)
    }
  })
  test.each([
    ['UK', 'GB'],
    ['U.S.A.', 'US'],
    ['EIRE', 'IE'],
    ['RSA', 'ZA'],
    ['Congo DRC', 'CD'],
    ['Swaziland', 'SZ'],
    ['the Netherlands', 'NL'],
    ['Türkiye', 'TR'],
    ['德国', 'DE'],
    ['Unspecified', null],
    ['European Community', null],
    ['', null],
  ])('%s', (text, code) => expect(findCountry(text)).toBe(code))
})
