import { expect, test } from 'vitest'
import { isLikelyPostalCode, postalName, regionName } from '#shared/reference/postal-codes.ts'

test.each([
  ['10115', 'DE', true],
  ['1011', 'DE', false],
  ['sw1a 1aa', 'GB', true],
  ['SW1A1AA', 'GB', true],
  ['12345', 'GB', false],
  ['K1A 0B1', 'CA', true],
  ['97201-1234', 'US', true],
  ['D02 X285', 'IE', true],
  ['D6W XY00', 'IE', true],
  ['D02', 'IE', false],
  ['LV-1010', 'LV', true],
  ['SE 123 45', 'SE', true],
  ['１０１１５', 'DE', true],
  ['150-0001', 'JP', true],
  ['', 'DE', true],
  ['anything', 'AE', true],
  ['anything', '', true],
])('%s in %s: %s', (code, country, isLikely) => {
  expect(isLikelyPostalCode(code, country)).toBe(isLikely)
})

test('names of codes and parts of the country', () => {
  expect([postalName('US'), postalName('IN'), postalName('DE')]).toEqual(['zip', 'pin', 'postal'])
  expect([regionName('US'), regionName('JP'), regionName('FR')]).toEqual(['state', 'prefecture', 'region'])
})
