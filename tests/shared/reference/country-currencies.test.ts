// Every country has a currency that is in use; Antarctica alone has none.
import { expect, test } from 'vitest'
import { countryCodes } from '#shared/reference/countries.ts'
import { currencyOfCountry } from '#shared/reference/country-currencies.ts'
import { currencyCodes } from '#shared/reference/currencies.ts'

test('each country leads to a currency in use', () => {
  expect(countryCodes.filter((country) => currencyOfCountry(country) === null)).toEqual(['AQ'])
  const odd = countryCodes.filter((country) => !currencyCodes.includes(currencyOfCountry(country) ?? 'USD'))
  expect(odd).toEqual([])
})

test.each([
  ['CN', 'CNY'],
  ['HK', 'HKD'],
  ['BG', 'EUR'],
  ['CH', 'CHF'],
  ['SV', 'USD'],
])('%s: %s', (country, currency) => {
  expect(currencyOfCountry(country)).toBe(currency)
})
