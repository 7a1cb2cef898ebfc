import fc from 'fast-check'
import { expect, test } from 'vitest'
import { netOfVat, unitCost } from '#main/domain/purchases/unit-cost.ts'

const price = { priceMicros: 11_300_000, discountPpm: 0 }
const terms = { currency: 'CNY', vatPpm: 130_000 }

test.each([
  // 11.30 with 13 % in it: 10.00 is cost where it comes back, all of it where it does not.
  ['in the price and coming back', { vatIncluded: true, vatRecoverable: true }, '10.000000'],
  ['in the price and lost', { vatIncluded: true, vatRecoverable: false }, '11.300000'],
  ['on top and coming back', { vatIncluded: false, vatRecoverable: true }, '11.300000'],
  ['on top and lost', { vatIncluded: false, vatRecoverable: false }, '12.769000'],
])('VAT %s', (_, how, amount) => {
  expect(unitCost(price, { ...terms, ...how })).toEqual({ amount, currency: 'CNY' })
})

test('a discount comes off first, and one rounding follows', () => {
  const cost = unitCost(
    { priceMicros: 3_333_333, discountPpm: 50_000 },
    { ...terms, vatIncluded: true, vatRecoverable: true },
  )
  // 3.333333 x 0.95 / 1.13 = 2.8023596…
  expect(cost.amount).toBe('2.802360')
})

test('taking VAT out and putting it on again gives the price', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e9 }), fc.integer({ min: 0, max: 300_000 }), (priceMicros, vatPpm) => {
      const net = unitCost(
        { priceMicros, discountPpm: 0 },
        { currency: 'CNY', vatPpm, vatIncluded: true, vatRecoverable: true },
      )
      const gross = unitCost(
        { priceMicros: Math.round(Number(net.amount) * 1e6), discountPpm: 0 },
        { currency: 'CNY', vatPpm, vatIncluded: false, vatRecoverable: false },
      )
      expect(Math.abs(Math.round(Number(gross.amount) * 1e6) - priceMicros)).toBeLessThanOrEqual(1)
    }),
  )
})

test('an amount without VAT that comes back is rounded once, alike on both sides of nothing', () => {
  const back = { vatPpm: 130_000, vatIncluded: true, vatRecoverable: true }
  expect([11_300, 1, 0, -11_300, 5].map((minor) => netOfVat(minor, back))).toEqual([10_000, 1, 0, -10_000, 4])
  const lost = { vatPpm: 130_000, vatIncluded: false, vatRecoverable: false }
  expect([10_000, 50, -50].map((minor) => netOfVat(minor, lost))).toEqual([11_300, 57, -57])
})
