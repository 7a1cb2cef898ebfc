// Amounts of an order read the way that comes to its total, however a file repeats or parts them.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type ItemAmounts,
  type OrderTold,
  settleAmounts,
  toldAmount,
  totalOf,
} from '#main/domain/import/channels/order-amounts.ts'

const none = { once: 0, sum: 0 }
const told: OrderTold = {
  ...{
    freight: none,
    freightDiscount: none,
    freightTax: none,
    tax: none,
    channelTax: none,
    discount: none,
    other: none,
  },
  ...{ subtotalMinor: null, totalMinor: null },
}
const item = (more: Partial<ItemAmounts>): ItemAmounts => ({
  ...{ qtyMilli: 1000, cancelledMilli: 0, unitMicros: null, totalMinor: null, eitherMicros: null, eitherMinor: null },
  ...{ discountPpm: 0, discountMinor: 0 },
  ...more,
})
const usual = { taxIncluded: false, eitherIs: 'line' } as const

describe('an amount of the order', () => {
  test('on a row of its own counts alone; the same on each row, it is one; parted among rows, it is their sum', () => {
    expect(toldAmount([500], [500, 500])).toEqual({ once: 500, sum: 500 })
    expect(toldAmount([], [300, 300])).toEqual({ once: 300, sum: 600 })
    expect(toldAmount([], [450, 0])).toEqual({ once: 450, sum: 450 })
    expect(toldAmount([], [450, 100])).toEqual({ once: 550, sum: 550 })
    expect(toldAmount([], [null, null])).toEqual({ once: 0, sum: 0 })
  })
})

describe('a price that may be of one or of the line', () => {
  const either = item({ qtyMilli: 3000, eitherMicros: 10_000_000, eitherMinor: 1000 })
  test('is what comes to the total', () => {
    expect(settleAmounts([either], { ...told, totalMinor: 3000 }, 'USD', usual).lines).toEqual([3000])
    expect(settleAmounts([either], { ...told, totalMinor: 1000 }, 'USD', usual).lines).toEqual([1000])
  })
  test('is the line’s where nothing tells', () => {
    expect(settleAmounts([either], told, 'USD', usual).lines).toEqual([1000])
  })
})

test('what a total holds beyond its parts is said, and so is what it lacks', () => {
  const lines = [item({ totalMinor: 9000 })]
  expect(settleAmounts(lines, { ...told, totalMinor: 9799 }, 'USD', usual).doubt).toEqual({ is: 'rest', byMinor: 799 })
  expect(settleAmounts(lines, { ...told, totalMinor: 8000 }, 'USD', usual).doubt).toEqual({
    is: 'differs',
    byMinor: -1000,
  })
})

const cents = fc.integer({ min: 0, max: 100_000 })
const goods = fc.array(
  fc.record({ unit: fc.integer({ min: 1, max: 50_000 }), count: fc.integer({ min: 1, max: 9 }) }),
  {
    minLength: 1,
    maxLength: 6,
  },
)

test('whatever way a file writes an order, some reading of it comes to its total', () => {
  fc.assert(
    fc.property(
      goods,
      cents,
      cents,
      fc.boolean(),
      fc.boolean(),
      fc.boolean(),
      (lines, freight, tax, taxIncluded, repeats, asUnit) => {
        const amounts = lines.map(({ unit, count }) =>
          asUnit
            ? item({ qtyMilli: count * 1000, unitMicros: unit * 10_000 })
            : item({ qtyMilli: count * 1000, totalMinor: unit * count }),
        )
        const sum = lines.reduce((whole, { unit, count }) => whole + unit * count, 0)
        const on = (minor: number) =>
          toldAmount(
            [],
            lines.map((_, at) => (repeats || at === 0 ? minor : null)),
          )
        const totalMinor = sum + freight + (taxIncluded ? 0 : tax)
        const settled = settleAmounts(
          amounts,
          { ...told, freight: on(freight), tax: on(tax), totalMinor },
          'USD',
          usual,
        )
        expect(settled.doubt).toBeNull()
        expect(totalOf(settled)).toBe(totalMinor)
        expect(settled.lines.reduce((whole, minor) => whole + minor, 0)).toBe(sum)
      },
    ),
  )
})
