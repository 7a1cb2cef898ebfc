import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDecimal } from '#main/domain/import/cells/read-decimal.ts'

const point = (text: string) => readDecimal(text, '.')
const comma = (text: string) => readDecimal(text, ',')

describe('numbers with a decimal point', () => {
  it.each([
    ['14.00', '14.00'],
    ['0.25', '0.25'],
    ['.5', '0.5'],
    ['007', '7'],
    ['-0.00', '0.00'],
    ['1,234.56', '1234.56'],
    ['12,34,567.00', '1234567.00'],
    ['1 234.5', '1234.5'],
    ['1\u202f234\u00a0567.5', '1234567.5'],
    ["1'234.56", '1234.56'],
    ["'1'234.56", '1234.56'],
    ['1’234.56', '1234.56'],
    ['(12.00)', '-12.00'],
    ['12.00-', '-12.00'],
    ['−3', '-3'],
    ['+4.5', '4.5'],
    [' 8 ', '8'],
    ['１，２３４．５', '1234.5'],
    ['1.23E+3', '1230'],
    ['5e-3', '0.005'],
    ['12345678901234567890.123456', '12345678901234567890.123456'],
  ])('%s is %s', (text, value) => expect(point(text)).toEqual({ value }))

  it.each([
    '',
    'abc',
    '1,23',
    '1,2345',
    '1.234,56',
    '1.2.3',
    '--4',
    '-(4)',
    '12 pcs',
    '0,123.5',
    '5.',
    'NULL',
    '1,,234',
  ])('%s is refused', (text) => expect(point(text)).toEqual({ expected: 'number-with-point' }))
})

describe('numbers with a decimal comma', () => {
  it.each([
    ['14,00', '14.00'],
    ['1.234,56', '1234.56'],
    ['1.234', '1234'],
    ['1 234,56', '1234.56'],
    ["1'234,5", '1234.5'],
    ['-0,5', '-0.5'],
    ['(1.000)', '-1000'],
  ])('%s is %s', (text, value) => expect(comma(text)).toEqual({ value }))

  it.each(['14.00', '1,234.56', '12.34.567,00', '0.350', '1,5,5'])(
    '%s is refused, never read as another number',
    (text) => expect(comma(text)).toEqual({ expected: 'number-with-comma' }),
  )
})

describe('any number', () => {
  const digits = fc.tuple(
    fc.boolean(),
    fc.bigInt({ min: 0n, max: 10n ** 18n }),
    fc.string({ unit: fc.constantFrom(...'0123456789'), maxLength: 8 }),
  )

  it('reads back from any regular way of writing it', () => {
    fc.assert(
      fc.property(
        digits,
        fc.constantFrom('.', ',') as fc.Arbitrary<'.' | ','>,
        fc.constantFrom('', ' ', "'", 'other'),
        ([isNegative, whole, decimals], mark, grouping) => {
          const separator = grouping === 'other' ? (mark === '.' ? ',' : '.') : grouping
          const grouped = whole.toString().replace(/\B(?=(\d{3})+$)/g, separator)
          const text = `${isNegative ? '-' : ''}${grouped}${decimals === '' ? '' : mark + decimals}`
          const exact = `${whole}${decimals === '' ? '' : `.${decimals}`}`
          const isZero = !/[1-9]/.test(exact)
          expect(readDecimal(text, mark)).toEqual({ value: isNegative && !isZero ? `-${exact}` : exact })
        },
      ),
    )
  })
})
