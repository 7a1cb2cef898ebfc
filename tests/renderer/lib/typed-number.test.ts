import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { typedDay } from '#renderer/lib/typed-day.ts'
import { newFieldReader, numberToText, scales, textToNumber, typedDecimal } from '#renderer/lib/typed-number.ts'

describe('typed numbers', () => {
  test.each([
    ['1,234.50', '1234.50'],
    ['12,345,678', '12345678'],
    [' 12.50 ', '12.50'],
    ['１２．５', '12.5'],
    ['.5', '0.5'],
    ['-.5', '-0.5'],
    ['12.', '12'],
    ['+7', '7'],
    ['1 234', '1234'],
  ])('%s is %s', (typed, decimal) => {
    expect(typedDecimal(typed)).toBe(decimal)
  })

  test.each(['12,50', '1,23', '1.234,56', '12a', 'twelve', '1e5', '--1'])(
    '%s is left as it is, never guessed',
    (typed) => {
      expect(typedDecimal(typed)).toBe(typed)
    },
  )
})

describe('units on screen', () => {
  test('are exact both ways', () => {
    expect(numberToText(480, 'kg')).toBe('0.48')
    expect(textToNumber('0.48', 'kg')).toEqual({ value: 480 })
    expect(textToNumber('40.5', 'cm')).toEqual({ value: 405 })
    expect(textToNumber('13.25', 'percent')).toEqual({ value: 13.25 })
    expect(textToNumber('', 'kg')).toEqual({ value: null })
  })

  test('refuse what is finer than what travels, with the reason', () => {
    expect(textToNumber('0.4805', 'kg')).toEqual({ problem: 'thousandths' })
    expect(textToNumber('40.55', 'cm')).toEqual({ problem: 'tenths' })
    expect(textToNumber('2.5', 'whole')).toEqual({ problem: 'whole' })
    expect(textToNumber('12,50', 'kg')).toEqual({ problem: 'decimal' })
  })

  test('bring back every whole number', () => {
    const names = Object.keys(scales) as (keyof typeof scales)[]
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.integer({ min: 0, max: 1e9 }), (scale, value) => {
        expect(textToNumber(numberToText(value, scale), scale)).toEqual({ value })
      }),
    )
  })
})

describe('a reader of fields', () => {
  test('gathers problems by field and goes on', () => {
    const reader = newFieldReader()
    expect(reader.number('a', '1.5', 'quantity')).toBe(1.5)
    expect(reader.number('b', 'x', 'quantity')).toBeNull()
    expect(reader.needed('c', '', 'quantity')).toBe(0)
    expect(reader.needed('d', '1.2345', 'quantity')).toBe(0)
    expect(reader.problems).toEqual({ b: 'decimal', c: 'required', d: 'thousandths' })
  })
})

describe('typed days', () => {
  test.each([
    ['2026/3/1', '2026-03-01'],
    ['2026.03.01', '2026-03-01'],
    ['20260301', '2026-03-01'],
    ['2026年3月1日', '2026-03-01'],
    ['２０２６－０３－０１', '2026-03-01'],
    ['', ''],
  ])('%s is %s', (typed, day) => {
    expect(typedDay(typed)).toBe(day)
  })

  test.each(['01/09/2026', '2026-02-30', 'tomorrow', '2026-13-01'])('%s is left as it is', (typed) => {
    expect(typedDay(typed)).toBe(typed)
  })
})
