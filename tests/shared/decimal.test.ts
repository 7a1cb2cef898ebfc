import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Decimal, fromUnits, isDecimal, toUnits, trimZeros } from '#shared/decimal.ts'

/** The definition, without the short way for common texts. */
function unitsByDefinition(text: string, places: number): string {
  return new Decimal(text).times(new Decimal(10).pow(places)).round(0, 1).toFixed(0).replace(/^-0$/, '0')
}

const decimalText = fc
  .tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 10n ** 12n }), fc.option(fc.stringMatching(/^\d{1,9}$/)))
  .map(([isNegative, whole, fraction]) => `${isNegative ? '-' : ''}${whole}${fraction === null ? '' : `.${fraction}`}`)

describe('decimal text as whole units', () => {
  test('is exact, rounded half away from zero, for any text and number of places', () => {
    fc.assert(
      fc.property(decimalText, fc.integer({ min: 0, max: 9 }), (text, places) => {
        const expected = unitsByDefinition(text, places)
        if (!Number.isSafeInteger(Number(expected))) expect(() => toUnits(text, places)).toThrow('input/too-large')
        else expect(String(toUnits(text, places))).toBe(expected)
      }),
      { numRuns: 2000 },
    )
  })

  test.each([
    ['0', 2, 0],
    ['-0', 2, 0],
    ['-0.00', 2, 0],
    ['.5', 0, 1],
    ['-.5', 0, -1],
    ['1.005', 2, 101],
    ['-1.005', 2, -101],
    ['00012.50', 2, 1250],
    ['123456789012345', 0, 123456789012345],
    ['9007199254740991', 0, 9007199254740991],
  ])('%s at %i places is %i', (text, places, units) => {
    expect(Object.is(toUnits(text, places), units)).toBe(true)
  })

  test('past 2^53 is refused, not rounded', () => {
    expect(() => toUnits('9007199254740993', 0)).toThrow('input/too-large')
    expect(() => toUnits('9007199254740.9931', 3)).toThrow('input/too-large')
  })

  test('that is no number is no number', () => {
    for (const text of ['', '-', '.', '1.', 'abc', '1,5', '--1']) {
      expect(isDecimal(text)).toBe(false)
      if (text !== '1.') expect(() => toUnits(text, 2)).toThrow()
    }
  })

  test('comes back as text', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.integer({ min: 0, max: 9 }), (units, places) => {
        const text = fromUnits(units, places)
        expect(isDecimal(text)).toBe(true)
        expect(toUnits(text, places)).toBe(units)
        expect(toUnits(trimZeros(text), places)).toBe(units)
      }),
    )
  })
})
