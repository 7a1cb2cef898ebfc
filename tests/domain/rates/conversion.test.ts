import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { conversionOf, costConverter, minorConverter } from '#main/domain/rates/conversion.ts'
import { lineTotalMinor } from '#shared/money.ts'
import { convertMinor } from '#shared/rates.ts'

const currency = fc.constantFrom('USD', 'CNY', 'JPY', 'KWD', 'CLF', 'EUR')
const rateText = fc
  .tuple(fc.nat({ max: 99_999 }), fc.integer({ min: 1, max: 999_999_999 }), fc.integer({ min: 9, max: 12 }))
  .map(([whole, part, width]) => `${whole}.${String(part).padStart(width, '0')}`)

describe('minorConverter', () => {
  test('gives what convertMinor gives, for any amount, pair and rate', () => {
    const amount = fc.oneof(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.integer({ min: -1e12, max: 1e12 }))
    fc.assert(
      fc.property(amount, currency, currency, rateText, rateText, (minor, from, to, multiply, divide) => {
        fc.pre(Math.abs(minor) * (Number(multiply) / Number(divide)) < 1e10)
        expect(minorConverter(from, to, { multiply, divide })(minor)).toBe(
          convertMinor(minor, from, to, { multiply, divide }),
        )
      }),
    )
  })

  test('rounds half away from zero, without a minus zero', () => {
    const halve = minorConverter('USD', 'EUR', { multiply: '0.5', divide: '1' })
    expect([1, -1, 3, -3, 0].map(halve)).toEqual([1, -1, 2, -2, 0])
    expect(Object.is(minorConverter('USD', 'EUR', { multiply: '0.1', divide: '1' })(-1), 0)).toBe(true)
  })

  test('respects the digits of both currencies', () => {
    expect(minorConverter('USD', 'JPY', { multiply: '150.25', divide: '1' })(1000)).toBe(1503)
    expect(minorConverter('JPY', 'KWD', { multiply: '1', divide: '480' })(480)).toBe(1000)
  })

  test('refuses what passes 2^53 instead of losing cents', () => {
    const huge = minorConverter('USD', 'VND', { multiply: '25000', divide: '1' })
    expect(() => huge(9e15)).toThrow('input/too-large')
  })
})

describe('costConverter', () => {
  test('in one currency it is the line total without discount', () => {
    const micros = fc.integer({ min: 0, max: 1e11 })
    const milli = fc.integer({ min: -1e7, max: 1e7 })
    fc.assert(
      fc.property(micros, milli, currency, (priceMicros, qtyMilli, code) => {
        fc.pre(Math.abs(priceMicros * qtyMilli) < 1e20)
        const same = costConverter(code, { multiply: '1', divide: '1' })
        expect(same(priceMicros, qtyMilli)).toBe(
          lineTotalMinor({ priceMicros, qtyMilli, discountPpm: 0, currency: code }),
        )
      }),
    )
  })

  test('rounds once: unit cost x quantity x rate', () => {
    // 0.333333 CNY x 3 = 0.999999 CNY, at 0.14 = 0.13999986 USD
    expect(costConverter('USD', { multiply: '0.14', divide: '1' })(333_333, 3000)).toBe(14)
  })
})

describe('conversionOf', () => {
  test('through a third currency multiplies and divides the rates as written', () => {
    // USD -> CNY over EUR, both written as 1 EUR = x
    const by = conversionOf({ rate: '1.10', isInverse: true }, { rate: '7.70', isInverse: false })
    expect(by).toEqual({ multiply: '7.70', divide: '1.10' })
    expect(minorConverter('USD', 'CNY', by)(100)).toBe(700)
  })
})
