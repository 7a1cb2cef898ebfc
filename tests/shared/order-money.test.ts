// Money of sales orders: what lines and orders come to, and that nothing is lost between them.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { minorFromDecimal } from '#shared/money.ts'
import { type LineAmounts, lineMoney, netMinor, orderMoney, spreadDiscount, taxMinor } from '#shared/order-money.ts'

const plain: LineAmounts = {
  currency: 'EUR',
  priceMicros: 0,
  qtyMilli: 1000,
  cancelledMilli: 0,
  discountPpm: 0,
  discountMinor: 0,
  taxPpm: 0,
  toldTaxMinor: null,
  taxIncluded: false,
}

test('a line is rounded once, the fixed discount comes off after it', () => {
  expect(lineMoney({ ...plain, priceMicros: 19_990_000, qtyMilli: 3000 })).toEqual({ totalMinor: 5997, taxMinor: 0 })
  expect(lineMoney({ ...plain, priceMicros: 19_990_000, qtyMilli: 3000, discountPpm: 125_000 }).totalMinor).toBe(5247)
  expect(lineMoney({ ...plain, priceMicros: 10_000_000, discountMinor: 333 }).totalMinor).toBe(667)
  expect(lineMoney({ ...plain, priceMicros: 10_000_000, qtyMilli: 3000, cancelledMilli: 1000 }).totalMinor).toBe(2000)
})

test('tax is in the price or on it', () => {
  const taxed = { ...plain, priceMicros: 119_000_000, taxPpm: 190_000 }
  expect(lineMoney({ ...taxed, taxIncluded: true })).toEqual({ totalMinor: 11900, taxMinor: 1900 })
  expect(lineMoney(taxed)).toEqual({ totalMinor: 11900, taxMinor: 2261 })
  expect(netMinor({ totalMinor: 11900, taxMinor: 1900 }, true)).toBe(10000)
  expect(netMinor({ totalMinor: 11900, taxMinor: 2261 }, false)).toBe(11900)
})

test('tax that is told stays as it is told, unless a rate says otherwise', () => {
  const told = { ...plain, priceMicros: 10_000_000, toldTaxMinor: 83 }
  expect(lineMoney(told).taxMinor).toBe(83)
  expect(lineMoney({ ...told, taxPpm: 200_000 }).taxMinor).toBe(200)
})

test('half a unit goes away from zero on both sides', () => {
  expect(taxMinor(25, 20_000, false)).toBe(1)
  expect(taxMinor(-25, 20_000, false)).toBe(-1)
})

test('an order: freight and other charges, tax that the channel hands on', () => {
  const sums = { totalMinor: 11900, lineTaxMinor: 1900, freightMinor: 595, freightTaxMinor: 95, otherMinor: -100 }
  expect(orderMoney({ ...sums, taxIncluded: true, taxBy: 'seller' })).toEqual({
    netMinor: 10000,
    taxMinor: 1995,
    grossMinor: 12395,
  })
  expect(orderMoney({ ...sums, taxIncluded: true, taxBy: 'channel' }).grossMinor).toBe(10400)
  expect(orderMoney({ ...sums, taxIncluded: false, taxBy: 'seller' }).grossMinor).toBe(14390)
  expect(orderMoney({ ...sums, taxIncluded: false, taxBy: 'channel' }).grossMinor).toBe(12395)
})

const lineOf = fc.record({
  currency: fc.constantFrom('EUR', 'JPY', 'KWD'),
  priceMicros: fc.integer({ min: 0, max: 5_000_000_000 }),
  qtyMilli: fc.integer({ min: 1, max: 5_000_000 }),
  cancelledMilli: fc.constant(0),
  discountPpm: fc.integer({ min: 0, max: 1_000_000 }),
  discountMinor: fc.integer({ min: 0, max: 10_000 }),
  taxPpm: fc.integer({ min: 0, max: 300_000 }),
  toldTaxMinor: fc.constant(null),
  taxIncluded: fc.boolean(),
})

test('a credit of a line is the line with its sign turned', () => {
  fc.assert(
    fc.property(lineOf, (line) => {
      const sold = lineMoney(line)
      const back = lineMoney({ ...line, qtyMilli: -line.qtyMilli, discountMinor: -line.discountMinor })
      expect([back.totalMinor + sold.totalMinor, back.taxMinor + sold.taxMinor]).toEqual([0, 0])
    }),
  )
})

test('net and tax of a price with tax in it add up to the price, and tax is within half a unit of its rate', () => {
  fc.assert(
    fc.property(lineOf, (line) => {
      const money = lineMoney({ ...line, taxIncluded: true })
      expect(netMinor(money, true) + money.taxMinor).toBe(money.totalMinor)
      const exact = (money.totalMinor * line.taxPpm) / (1_000_000 + line.taxPpm)
      expect(Math.abs(money.taxMinor - exact)).toBeLessThanOrEqual(0.5 + 1e-3)
    }),
  )
})

test('a spread discount adds up to the whole, and no line gives more than it has', () => {
  const totals = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 40 })
  fc.assert(
    fc.property(totals, fc.double({ min: 0, max: 1, noNaN: true }), (lines, share) => {
      const sum = lines.reduce((left, right) => left + right, 0)
      const discount = Math.floor(sum * share)
      const parts = spreadDiscount(discount, lines)
      expect(parts?.reduce((left, right) => left + right, 0)).toBe(discount)
      for (const [index, part] of (parts ?? []).entries()) expect(part).toBeLessThanOrEqual(lines[index] ?? -1)
    }),
  )
})

test('more than there is cannot come off, nor anything off nothing', () => {
  expect(spreadDiscount(101, [50, 50])).toBeNull()
  expect(spreadDiscount(1, [])).toBeNull()
  expect(spreadDiscount(1, [0, 0])).toBeNull()
  expect(spreadDiscount(minorFromDecimal('10.00', 'EUR'), [3333, 3333, 3334])).toEqual([333, 333, 334])
  expect(spreadDiscount(-100, [-50, -150])).toEqual([-25, -75])
})
