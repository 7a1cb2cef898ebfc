import { expect, test } from 'vitest'
import { priceFromMargin, priceFromMarkup } from '#main/domain/orders/price-from-margin.ts'

test('20 % of the price is not 20 % of the cost', () => {
  expect(priceFromMargin('100', '0.2')).toBe('125')
  expect(priceFromMarkup('100', '0.2')).toBe('120')
})

test('nothing costs nothing; a whole margin, or a cost below zero, is refused', () => {
  expect(priceFromMargin('0', '0.2')).toBe('0')
  expect(priceFromMargin('100', '1')).toBe('invalid')
  expect(priceFromMargin('-1', '0.2')).toBe('invalid')
  expect(priceFromMarkup('-1', '0.2')).toBe('invalid')
  expect(priceFromMarkup('1', 'x')).toBe('invalid')
})
