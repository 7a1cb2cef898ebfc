import { describe, expect, it } from 'vitest'
import { profileColumns } from '#main/domain/import/column-profile.ts'
import { guessRatesLayout } from '#main/domain/import/guess-rates-layout.ts'

function layoutOf(headers: readonly string[], ...rows: readonly (readonly string[])[]) {
  const profiling = profileColumns(headers)
  for (const row of rows) profiling.add(row)
  return guessRatesLayout(profiling.profiles)
}

describe('a column per currency', () => {
  it('is against the euro in the files of its central bank, which have no column for it', () => {
    expect(layoutOf(['Date', 'USD', 'JPY', 'CYP', 'GBP'], ['2024-01-02', '1.0956', '155.6', 'N/A', '0.8652'])).toEqual({
      form: 'wide',
      on: 'Date',
      base: 'EUR',
      currencies: { USD: 'USD', JPY: 'JPY', CYP: 'CYP', GBP: 'GBP' },
    })
  })

  it('has its base in the column that is always 1, or it is asked', () => {
    expect(layoutOf(['Date', 'USD', 'EUR', 'CNY'], ['2024-01-02', '1', '0.91', '7.1'])).toMatchObject({ base: 'USD' })
    expect(layoutOf(['Date', 'USD', 'CNY'], ['2024-01-02', '1.09', '7.8'])).toMatchObject({ form: 'wide', base: null })
  })
})

it('one rate per row names both currencies', () => {
  const headers = [
    'CurrencyRateID',
    'CurrencyRateDate',
    'FromCurrencyCode',
    'ToCurrencyCode',
    'AverageRate',
    'EndOfDayRate',
  ]
  expect(layoutOf(headers, ['1', '5/31/2011 12:00:00 AM', 'USD', 'ARS', '1.0000', '1.0002'])).toEqual({
    form: 'long',
    columns: { on: 'CurrencyRateDate', from: 'FromCurrencyCode', to: 'ToCurrencyCode', rate: 'EndOfDayRate' },
  })
})

describe('days and rates alone', () => {
  it('name their pair in the header', () => {
    expect(layoutOf(['Date', 'USD/CNY'], ['2024-01-02', '7.1024'])).toEqual({
      form: 'single',
      columns: { on: 'Date', rate: 'USD/CNY' },
      pair: { from: 'USD', to: 'CNY' },
    })
  })

  it('or leave it to be asked', () => {
    expect(layoutOf(['日期', '汇率'], ['2024年1月2日', '7.1024'])).toMatchObject({ form: 'single', pair: null })
  })
})

it('is no rates file without a day or without a rate', () => {
  expect(layoutOf(['Name', 'USD', 'JPY'], ['x', '1', '2'])).toBeNull()
  expect(layoutOf(['Date', 'Name'], ['2024-01-02', 'Cup'])).toBeNull()
})
