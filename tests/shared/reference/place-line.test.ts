// Postal codes stand where the country's own letters have them.
import { expect, test } from 'vitest'
import { placeLine } from '#shared/reference/place-line.ts'

const of = (country: string, city: string, region: string, postalCode: string) =>
  placeLine({ country, city, region, postalCode })

test.each([
  ['DE', 'Hamburg', '', '20457', '20457 Hamburg'],
  ['IT', 'Milano', 'MI', '20121', '20121 Milano, MI'],
  ['MX', 'Zapopan', 'Jalisco', '45010', '45010 Zapopan, Jalisco'],
  ['NO', 'Ålesund', '', '6002', '6002 Ålesund'],
  ['US', 'Portland', 'OR', '97201', 'Portland, OR 97201'],
  ['GB', 'London', '', 'SW1A 1AA', 'London SW1A 1AA'],
  ['CN', 'Shenzhen', 'Guangdong', '518000', 'Shenzhen, Guangdong 518000'],
  ['SG', '', '', '238801', '238801'],
  ['', 'Hamburg', '', '20457', '20457 Hamburg'],
])('%s: %s %s %s is %s', (country, city, region, postalCode, line) => {
  expect(of(country, city, region, postalCode)).toBe(line)
})

test('what is empty leaves no comma and no space', () => {
  for (const country of ['DE', 'US']) {
    expect(of(country, '', '', '')).toBe('')
    expect(of(country, 'Bergen', '', '')).toBe('Bergen')
    expect(of(country, '', 'OR', ' ')).toBe('OR')
  }
})
