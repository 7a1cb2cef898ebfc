import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Decimal } from '#shared/decimal.ts'
import {
  allocateMinor,
  lineTotalMinor,
  microsFromDecimal,
  microsToDecimal,
  minorFromDecimal,
  minorToDecimal,
  typedMicros,
  typedMinor,
} from '#shared/money.ts'
import { currencyCodes, currencyDigits } from '#shared/reference/currencies.ts'

const currency = fc.constantFrom('USD', 'JPY', 'KWD', 'CNY', 'HUF')

describe('amounts', () => {
  test.each([
    ['12.50', 'USD', 1250],
    ['12.505', 'USD', 1251],
    ['-12.505', 'USD', -1251],
    ['1250', 'JPY', 1250],
    ['1250.5', 'JPY', 1251],
    ['1.2345', 'KWD', 1235],
    ['-0.004', 'USD', 0],
  ])('%s %s is %d in minor units', (text, code, minor) => {
    expect(minorFromDecimal(text, code)).toBe(minor)
    expect(Object.is(minorFromDecimal(text, code), -0)).toBe(false)
  })

  test('survive the way to text and back', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), currency, (minor, code) => {
        expect(minorFromDecimal(minorToDecimal(minor, code), code)).toBe(minor === 0 ? 0 : minor)
      }),
    )
  })

  test('past exact arithmetic are refused, never rounded', () => {
    expect(() => minorFromDecimal('90071992547409.93', 'USD')).toThrow('input/too-large')
  })

  test('typed finer than the currency, or a price finer than six decimals, are refused, never rounded', () => {
    expect([typedMinor('12.5', 'USD'), typedMinor('12.5000', 'USD'), typedMinor('7.', 'JPY')]).toEqual([1250, 1250, 7])
    expect(() => typedMinor('1.5', 'JPY')).toThrow('input/too-many-decimals {"value":"1.5","places":0}')
    expect(() => typedMinor('-0.001', 'USD')).toThrow('input/too-many-decimals')
    expect([typedMicros('0.000001'), typedMicros('1.2345670')]).toEqual([1, 1_234_567])
    expect(() => typedMicros('1.2345678')).toThrow('input/too-many-decimals')
    expect(() => typedMicros('90071992547409930')).toThrow('input/too-large')
  })
})

describe('unit prices', () => {
  test.each([
    [14_000_000, 'USD', '14.00'],
    [12_345_600, 'USD', '12.3456'],
    [1_400_000_000, 'JPY', '1400'],
    [1_400_500_000, 'JPY', '1400.5'],
    [0, 'USD', '0.00'],
  ])('%d micros of %s are shown as %s', (micros, code, text) => {
    expect(microsToDecimal(micros, code)).toBe(text)
    expect(microsFromDecimal(text)).toBe(micros)
  })
})

test('a line is price x quantity x (1 - discount), exactly, rounded once half away from zero', () => {
  const line = fc.record({
    priceMicros: fc.integer({ min: 0, max: 5_000_000_000 }),
    qtyMilli: fc.integer({ min: -5_000_000, max: 5_000_000 }),
    discountPpm: fc.integer({ min: 0, max: 1_000_000 }),
    currency,
  })
  fc.assert(
    fc.property(line, (given) => {
      const exact = new Decimal(given.priceMicros).times(given.qtyMilli).times(1_000_000 - given.discountPpm)
      const minor = exact.div(new Decimal(10).pow(15 - currencyDigits(given.currency))).round(0, 1)
      expect(lineTotalMinor(given)).toBe(Number(minor.toFixed(0)) || 0)
    }),
  )
})

describe('a sum shared out', () => {
  const weights = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 30 })
  const total = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 })

  test('always adds up to the whole, and no part is off by a unit or more', () => {
    fc.assert(
      fc.property(total, weights, (amount, shares) => {
        const parts = allocateMinor(amount, shares)
        const sum = shares.reduce((left, right) => left + right, 0)
        if (sum === 0) {
          expect(parts).toBeNull()
          return
        }
        expect(parts?.reduce((left, right) => left + right, 0)).toBe(amount)
        parts?.forEach((part, at) => {
          const quota = new Decimal(amount).times(shares[at] ?? 0).div(sum)
          expect(new Decimal(part).minus(quota).abs().lt(1)).toBe(true)
        })
      }),
    )
  })

  test('by plain integers as by decimals, and past them', () => {
    const large = fc.oneof(total, fc.maxSafeInteger())
    fc.assert(
      fc.property(large, fc.array(fc.oneof(fc.nat(5), fc.nat()), { minLength: 1, maxLength: 12 }), (amount, shares) => {
        expect(allocateMinor(amount, shares)).toEqual(allocateMinor(amount, shares.map(String)))
      }),
    )
  })

  test('gives what has no weight nothing, and refuses weights below zero', () => {
    expect(allocateMinor(100, [0, 1, 0])).toEqual([0, 100, 0])
    expect(allocateMinor(100, [1, -1])).toBeNull()
    expect(allocateMinor(100, [1, 1, 1])).toEqual([34, 33, 33])
    expect(allocateMinor(-100, [1, 1, 1])).toEqual([-34, -33, -33])
  })
})

test('digits of minor units are those of ISO 4217, not of Intl', () => {
  expect(['CNY', 'JPY', 'KWD', 'HUF', 'IDR', 'COP', 'PKR', 'IQD', 'VND', 'UYW'].map(currencyDigits)).toEqual([
    2, 0, 3, 2, 2, 2, 2, 3, 0, 4,
  ])
  expect(new Set(currencyCodes).size).toBe(currencyCodes.length)
  expect([...currencyCodes].sort()).toEqual(currencyCodes)
})
