// Parts of an amount that was fixed for a whole quantity: they always add up to it.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { creditedShare, taxShare } from '#main/domain/dispatch/credited-share.ts'

test('any parts of a quantity take back exactly what the whole came to', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 10 ** 11 }),
      fc.array(fc.integer({ min: 1, max: 10 ** 6 }), { minLength: 1, maxLength: 12 }),
      (minor, parts) => {
        const wholeMilli = parts.reduce((sum, part) => sum + part, 0)
        let beforeMilli = 0
        const shares = parts.map((part) => {
          const share = creditedShare(minor, { wholeMilli, beforeMilli, afterMilli: beforeMilli + part })
          beforeMilli += part
          return share
        })
        expect(shares.reduce((sum, share) => sum + share, 0)).toBe(minor)
        expect(Math.min(...shares)).toBeGreaterThanOrEqual(0)
      },
    ),
  )
})

test('a third of an amount, and the tax in a part, are rounded half away from zero', () => {
  expect(creditedShare(100, { wholeMilli: 3000, beforeMilli: 0, afterMilli: 1000 })).toBe(33)
  expect(creditedShare(100, { wholeMilli: 3000, beforeMilli: 1000, afterMilli: 2000 })).toBe(34)
  expect(taxShare({ totalMinor: 1000, taxMinor: 190 }, 50)).toBe(10)
  expect(taxShare({ totalMinor: 0, taxMinor: 0 }, 0)).toBe(0)
})
