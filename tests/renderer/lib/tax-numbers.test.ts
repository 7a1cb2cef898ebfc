import { expect, test } from 'vitest'
import { addressLayout } from '#renderer/lib/address-layout.ts'
import { isDoubtfulEori, isDoubtfulTaxNumber } from '#renderer/lib/tax-numbers.ts'

test.each([
  ['DE 136695976', 'DE', false],
  ['136695976', 'DE', false],
  ['DE136695977', 'DE', true],
  ['FR40303265045', 'FR', false],
  ['EL094259216', 'GR', false],
  ['094259216', 'GR', false],
  ['', 'DE', false],
  ['anything', 'CN', false],
  ['anything', '', false],
])('the tax number %s in %s is doubtful: %s', (number, country, isDoubtful) => {
  expect(isDoubtfulTaxNumber(number, country)).toBe(isDoubtful)
})

test.each([
  ['DE 1234567', false],
  ['GB205672212000', false],
  ['1234567', true],
  ['DE1234567890123456', true],
  ['', false],
])('the EORI number %s is doubtful: %s', (number, isDoubtful) => {
  expect(isDoubtfulEori(number)).toBe(isDoubtful)
})

test('parts of addresses in the order of their country', () => {
  expect(addressLayout('DE').parts).toEqual(['recipient', 'street', 'postalCode', 'city'])
  expect(addressLayout('DE').rest).toEqual(['region'])
  expect(addressLayout('US').parts).toEqual(['recipient', 'street', 'city', 'region', 'postalCode'])
  expect(addressLayout('').parts).toContain('region')
})
