import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readInteger, readPercent, readQuantity, readRate } from '#main/domain/import/cells/read-number-kinds.ts'
import { Decimal, fromUnits } from '#shared/decimal.ts'

describe('whole numbers', () => {
  it('takes decimals that are all zero', () => {
    expect(readInteger('12.00', '.')).toEqual({ value: 12 })
    expect(readInteger('1,200', '.')).toEqual({ value: 1200 })
    expect(readInteger('12.5', '.')).toEqual({ expected: 'whole-number' })
    expect(readInteger('99999999999999999999', '.')).toEqual({ expected: 'whole-number' })
  })
})

describe('quantities', () => {
  it.each([
    ['12', '12'],
    ['2.500', '2.5'],
    ['0.001', '0.001'],
    ['-3', '-3'],
    ['12 pcs', '12'],
    ['1,200件', '1200'],
  ])('%s is %s', (text, value) => expect(readQuantity(text, '.')).toEqual({ value }))

  it.each(['0.0001', 'abc', '', '12 kg', '3 of 4'])('%s is refused', (text) =>
    expect(readQuantity(text, '.')).toEqual({ expected: 'quantity' }),
  )
})

describe('percentages', () => {
  it.each([
    ['0.05', 'fraction', '0.05'],
    ['5%', 'fraction', '0.05'],
    ['5', 'percent', '0.05'],
    ['13 %', 'percent', '0.13'],
    ['0.5', 'percent', '0.005'],
    ['0', 'fraction', '0'],
    ['100%', 'fraction', '1'],
    ['１３％', 'fraction', '0.13'],
  ] as const)('%s as %s is %s', (text, form, value) => expect(readPercent(text, '.', form)).toEqual({ value }))

  it('is the hundredth, exactly, for any percentage with decimals', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000_000 }), fc.integer({ min: 6, max: 9 }), (units, places) => {
        const text = fromUnits(units, places)
        const expected = new Decimal(text).div(100).toFixed()
        expect(readPercent(text, '.', 'percent')).toEqual({ value: expected })
        expect(readPercent(`${text}%`, '.', 'fraction')).toEqual({ value: expected })
      }),
    )
  })

  it.each([
    ['5', 'fraction'],
    ['101%', 'percent'],
    ['-5%', 'percent'],
    ['free', 'percent'],
  ] as const)('%s as %s is refused', (text, form) =>
    expect(readPercent(text, '.', form)).toEqual({ expected: 'percent' }),
  )
})

describe('rates', () => {
  it('are above zero', () => {
    expect(readRate('7.1024', '.')).toEqual({ value: '7.1024' })
    expect(readRate('20082,05', ',')).toEqual({ value: '20082.05' })
    expect(readRate('0', '.')).toEqual({ expected: 'rate' })
    expect(readRate('-1', '.')).toEqual({ expected: 'rate' })
  })
})
