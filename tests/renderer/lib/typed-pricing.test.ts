// A typed line shows what saving will fix, and nothing while a field is no number.
import { expect, test } from 'vitest'
import { typedMinorOrNull, typedPricing, typedTotal } from '#renderer/lib/typed-pricing.ts'

const line = { unitPrice: '1,250.50', quantity: '3', discountPercent: '' }

test('price, quantity and discount are read as people write them', () => {
  expect(typedPricing(line)).toEqual({ priceMicros: 1_250_500_000, qtyMilli: 3000, discountPpm: 0 })
  expect(typedPricing({ ...line, discountPercent: '2.5' })?.discountPpm).toBe(25_000)
  expect(typedTotal(line, 'USD')).toBe(375_150)
  expect(typedTotal({ unitPrice: '0.335', quantity: '3', discountPercent: '' }, 'USD')).toBe(101)
  expect(typedTotal({ ...line, discountPercent: '10' }, 'JPY')).toBe(3376)
})

test.each([
  { ...line, unitPrice: '12,5' },
  { ...line, unitPrice: '' },
  { ...line, quantity: '' },
  { ...line, quantity: '1.2345' },
  { ...line, discountPercent: 'half' },
  { ...line, unitPrice: '99999999999999' },
  { ...line, unitPrice: '9000000000', quantity: '999999999' },
])('%j comes to nothing that could be shown', (typed) => {
  expect(typedTotal(typed, 'USD')).toBeNull()
})

test('an amount is minor units of its currency, or none', () => {
  expect(typedMinorOrNull('1,000.5', 'USD')).toBe(100_050)
  expect(typedMinorOrNull('12.345', 'KWD')).toBe(12_345)
  expect(typedMinorOrNull('', 'USD')).toBeNull()
  expect(typedMinorOrNull('99999999999999999', 'USD')).toBeNull()
})
