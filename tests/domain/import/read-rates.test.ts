import { describe, expect, it } from 'vitest'
import { profileColumns } from '#main/domain/import/column-profile.ts'
import { guessRatesLayout } from '#main/domain/import/guess-rates-layout.ts'
import { ratesReader } from '#main/domain/import/read-rates.ts'

function layoutOf(headers: readonly string[], ...rows: readonly (readonly string[])[]) {
  const profiling = profileColumns(headers)
  for (const row of rows) profiling.add(row)
  return guessRatesLayout(profiling.profiles)
}

describe('a column per currency', () => {
  const headers = ['Date', 'USD', 'JPY', 'CYP', 'GBP']
  const row = ['2024-01-02', '1.0956', '155.6', 'N/A', '0.8652']

  it('is read against the euro in the files of its central bank', () => {
    const layout = layoutOf(headers, row)
    expect(layout).toMatchObject({ form: 'wide', on: 'Date', base: 'EUR' })
    if (layout === null) return
    expect(ratesReader({ layout, headers, options: { skipTotals: true } })(row)).toEqual({
      rates: [
        { from: 'EUR', to: 'USD', rate: '1.0956', on: '2024-01-02' },
        { from: 'EUR', to: 'JPY', rate: '155.6', on: '2024-01-02' },
        { from: 'EUR', to: 'GBP', rate: '0.8652', on: '2024-01-02' },
      ],
      refused: [],
    })
  })

  it('has its base in the column that is always 1, or it is asked', () => {
    expect(layoutOf(['Date', 'USD', 'EUR', 'CNY'], ['2024-01-02', '1', '0.91', '7.1'])).toMatchObject({ base: 'USD' })
    expect(layoutOf(['Date', 'USD', 'CNY'], ['2024-01-02', '1.09', '7.8'])).toMatchObject({ form: 'wide', base: null })
  })

  it('refuses 0, words and a day that is none, cell by cell', () => {
    const layout = layoutOf(headers, row)
    if (layout === null) throw new Error('no layout')
    const read = ratesReader({ layout, headers, options: { skipTotals: true } })
    expect(read(['2024-01-02', '0', 'about 150', '', '0.86'])).toEqual({
      rates: [{ from: 'EUR', to: 'GBP', rate: '0.86', on: '2024-01-02' }],
      refused: [
        { column: 'USD', value: '0', expected: 'rate' },
        { column: 'JPY', value: 'about 150', expected: 'rate' },
      ],
    })
    expect(read(['', '1.1', '', '', ''])).toEqual({
      rates: [],
      refused: [{ column: 'Date', value: '', expected: 'day-ymd' }],
    })
    expect(read(['2.1.2024', '1.1', '', '', '']).refused).toHaveLength(1)
  })
})

describe('one rate per row', () => {
  it('names both currencies', () => {
    const headers = [
      'CurrencyRateID',
      'CurrencyRateDate',
      'FromCurrencyCode',
      'ToCurrencyCode',
      'AverageRate',
      'EndOfDayRate',
    ]
    const row = ['1', '5/31/2011 12:00:00 AM', 'USD', 'ARS', '1.0000', '1.0002']
    const layout = layoutOf(headers, row)
    expect(layout).toMatchObject({ form: 'long' })
    if (layout === null) return
    const read = ratesReader({ layout, headers, options: { skipTotals: true, dateOrder: 'mdy' } })
    expect(read(row).rates).toEqual([{ from: 'USD', to: 'ARS', rate: '1.0002', on: '2011-05-31' }])
    expect(read(['1', '5/31/2011', 'USD', 'XXQ', '1', '2'])).toMatchObject({
      rates: [],
      refused: [{ expected: 'currency' }],
    })
    expect(read(['1', '5/31/2011', 'USD', 'USD', '1', '1'])).toEqual({ rates: [], refused: [] })
  })
})

describe('days and rates alone', () => {
  it('names its pair in the header', () => {
    const layout = layoutOf(['Date', 'USD/CNY'], ['2024-01-02', '7.1024'])
    expect(layout).toEqual({
      form: 'single',
      columns: { on: 'Date', rate: 'USD/CNY' },
      pair: { from: 'USD', to: 'CNY' },
    })
  })

  it('or is told it', () => {
    const headers = ['日期', '汇率']
    const layout = layoutOf(headers, ['2024年1月2日', '7.1024'])
    expect(layout).toMatchObject({ form: 'single', pair: null })
    if (layout === null) return
    const read = ratesReader({ layout, headers, options: { skipTotals: true }, pair: { from: 'USD', to: 'CNY' } })
    expect(read(['2024年1月2日', '7.1024']).rates).toEqual([
      { from: 'USD', to: 'CNY', rate: '7.1024', on: '2024-01-02' },
    ])
    expect(() => ratesReader({ layout, headers, options: { skipTotals: true } })(['2024年1月2日', '7.1'])).toThrow(
      RangeError,
    )
  })
})

it('is no rates file without a day or without a rate', () => {
  expect(layoutOf(['Name', 'USD', 'JPY'], ['x', '1', '2'])).toBeNull()
  expect(layoutOf(['Date', 'Name'], ['2024-01-02', 'Cup'])).toBeNull()
})
