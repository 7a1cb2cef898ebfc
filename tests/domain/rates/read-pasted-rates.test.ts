import { describe, expect, test } from 'vitest'
import { readPastedRates } from '#main/domain/rates/read-pasted-rates.ts'

const rates = (text: string) => readPastedRates(text).rates.map(({ on, rate }) => [on, rate])
const refused = (text: string) => readPastedRates(text).refused.map(({ line, expected }) => [line, expected])

describe('reading pasted rates', () => {
  test.each([
    ['tab', '2024-01-05\t7.1024\n2024-01-08\t7.11'],
    ['spaces', '2024-01-05   7.1024\n2024-01-08 7.11'],
    ['comma', '2024-01-05,7.1024\n2024-01-08, 7.11'],
    ['semicolon', '2024-01-05;7.1024\r\n2024-01-08; 7.11'],
    ['dots and decimal comma', '05.01.2024 7,1024\n08.01.2024 7,11'],
    ['month names', 'Jan 5, 2024, 7.1024\nJan 8, 2024, 7.11'],
    ['Chinese', '2024年1月5日 7.1024\n2024年1月8日 7.11'],
    ['a clock time', '2024-01-05 00:00:00\t7.1024\n2024-01-08 00:00:00\t7.11'],
    ['month first, settled by another line', '1/5/2024 7.1024\n1/8/2024 7.11\n12/31/2023 7.09'],
    ['day first, settled by another line', '5/1/2024 7.1024\n8/1/2024 7.11\n31/12/2023 7.09'],
  ])('%s', (_, text) => {
    expect(rates(text).slice(0, 2)).toEqual([
      ['2024-01-05', '7.1024'],
      ['2024-01-08', '7.11'],
    ])
  })

  test('a heading and blank lines are no lines', () => {
    expect(readPastedRates('Date\tRate\n\n2024-01-05\t7.1\n')).toEqual({
      rates: [{ line: 3, on: '2024-01-05', rate: '7.1' }],
      refused: [],
    })
  })

  test('day or month first is refused while nothing settles it', () => {
    expect(refused('3/4/2024 7.1')).toEqual([[1, 'day-order']])
  })

  test('three decimals after a point are decimals; after a comma nobody knows', () => {
    expect(rates('2024-01-05 157.123')).toEqual([['2024-01-05', '157.123']])
    expect(refused('2024-01-05 7,123')).toEqual([[1, 'decimal-mark']])
    expect(rates('2024-01-05 7,123\n2024-01-06 7,1')).toHaveLength(2)
  })

  test('0, negative rates, words and broken days are refused with their line', () => {
    expect(refused('2024-01-05 0\n2024-01-06 -7.1\n2024-01-07 N/A\n2024-02-30 7.1\nhello 1\nhello')).toEqual([
      [1, 'rate'],
      [2, 'rate'],
      [3, 'rate'],
      [4, 'day'],
      [5, 'day'],
      [6, 'day-and-rate'],
    ])
  })

  test('one rate a day: the same again is nothing, another is refused', () => {
    const text = '2024-01-05 7.1\n2024-01-05 7.1\n2024-01-05 7.2'
    expect(rates(text)).toEqual([['2024-01-05', '7.1']])
    expect(refused(text)).toEqual([[3, 'one-rate-a-day']])
  })
})
