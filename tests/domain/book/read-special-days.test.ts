import { describe, expect, test } from 'vitest'
import { readSpecialDays } from '#main/domain/book/read-special-days.ts'

const days = (text: string) => readSpecialDays(text).days.map(({ on, isWorking, name }) => [on, isWorking, name])
const refused = (text: string) => readSpecialDays(text).refused.map(({ line, expected }) => [line, expected])

describe('one line', () => {
  test.each([
    ['2026-10-01\tNational Day', '2026-10-01', false, 'National Day'],
    ['2026-10-10\tNational Day\tworking', '2026-10-10', true, 'National Day'],
    ['2026-10-10\t国庆节补班', '2026-10-10', true, '国庆节补班'],
    ['2026-10-10\t国庆节\t上班', '2026-10-10', true, '国庆节'],
    ['2026年10月1日，国庆节，休', '2026-10-01', false, '国庆节'],
    ['2026-10-10, National Day, yes', '2026-10-10', true, 'National Day'],
    ['2026-10-10; National Day; 0', '2026-10-10', false, 'National Day'],
    ['National Day;2026/10/1', '2026-10-01', false, 'National Day'],
    ['2026-10-01 National Day', '2026-10-01', false, 'National Day'],
    ['2026-10-10 National Day working', '2026-10-10', true, 'National Day'],
    ['1 October 2026 National Day off', '2026-10-01', false, 'National Day'],
    ['2026年10月1日国庆节', '2026-10-01', false, '国庆节'],
    ['2026-10-01 00:00:00\tNational Day', '2026-10-01', false, 'National Day'],
    ['Oct 1, 2026;National Day', '2026-10-01', false, 'National Day'],
    ['25.12.2026 Weihnachten', '2026-12-25', false, 'Weihnachten'],
    ['2026-12-25', '2026-12-25', false, ''],
    ['2026-10-10\t补班', '2026-10-10', true, '补班'],
    ['2026-02-14 make-up workday for Spring Festival', '2026-02-14', true, 'make-up workday for Spring Festival'],
  ])('%s', (text, on, isWorking, name) => expect(days(text)).toEqual([[on, isWorking, name]]))
})

describe('a span', () => {
  test.each([
    '2026-10-01..2026-10-03\tNational Day',
    '2026-10-01 – 2026-10-03\tNational Day\toff',
    '2026-10-01 至 2026-10-03 National Day',
    '2026-10-01 - 2026-10-03, National Day',
    '2026-10-01 to 2026-10-03 National Day',
    '2026-10-01\t2026-10-03\tNational Day',
    '2026/10/1～2026/10/3；National Day',
    '2026年10月1日至2026年10月3日 National Day 放假',
  ])('%s', (text) =>
    expect(days(text)).toEqual([
      ['2026-10-01', false, 'National Day'],
      ['2026-10-02', false, 'National Day'],
      ['2026-10-03', false, 'National Day'],
    ]),
  )

  test('that ends before it begins, or never seems to end, is refused', () => {
    expect(refused('2026-10-03..2026-10-01\tNational Day')).toEqual([[1, 'span']])
    expect(refused('2026-10-03..2036-10-01\tNational Day')).toEqual([[1, 'span']])
  })
})

describe('a list', () => {
  test('heading and blank lines count as nothing; the line is told', () => {
    const read = readSpecialDays(
      'Day\tName\tWorking\r\n\r\n2026-10-01\tNational Day\tno\r\n2026-10-10\tNational Day\tyes',
    )
    expect(read.days.map(({ line, isWorking }) => [line, isWorking])).toEqual([
      [3, false],
      [4, true],
    ])
    expect(read.refused).toEqual([])
  })

  test('day or month first is settled by the list, or refused', () => {
    expect(days('03/10/2026;A\n25/12/2026;B').map(([on]) => on)).toEqual(['2026-10-03', '2026-12-25'])
    expect(days('03/10/2026;A\n12/25/2026;B').map(([on]) => on)).toEqual(['2026-03-10', '2026-12-25'])
    expect(refused('03/10/2026;A\n2026-12-25;B')).toEqual([[1, 'day-order']])
  })

  test('a day said twice differently is refused the second time; said alike, it says nothing new', () => {
    const text = '2026-10-01 National Day\n2026-10-01 National Day\n2026-10-01 Mid-autumn'
    expect(days(text)).toEqual([['2026-10-01', false, 'National Day']])
    expect(refused(text)).toEqual([[3, 'one-a-day']])
  })

  test('lines without a day, and days there are none of, are refused', () => {
    expect(refused('2026-10-01 A\nNational Day\n2026-02-30 B\n99/99/2026;C')).toEqual([
      [2, 'day'],
      [3, 'day'],
      [4, 'day'],
    ])
  })

  test('nothing gives nothing', () => expect(readSpecialDays(' \n\t\n')).toEqual({ days: [], refused: [] }))
})
