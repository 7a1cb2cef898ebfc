// Exchange differences: parts add up whatever they are, and what is paid beyond an order is neither gained nor lost.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { baseWorth, positionGains } from '#main/domain/receivables/exchange.ts'
import { baseParts, carriedMinor, settledShares } from '#main/domain/receivables/settled-shares.ts'

const amount = fc.integer({ min: 1, max: 10 ** 9 })
const sum = (parts: readonly number[]) => parts.reduce((all, part) => all + part, 0)

test('shares of a payment bring in all what the payment brought', () => {
  fc.assert(
    fc.property(fc.array(amount, { minLength: 1, maxLength: 8 }), amount, (shares, baseMinor) => {
      const parts = baseParts({ amountMinor: sum(shares), baseMinor }, shares)
      expect(sum(parts)).toBe(baseMinor)
      const opposite = baseParts(
        { amountMinor: -sum(shares), baseMinor: -baseMinor },
        shares.map((share) => -share),
      )
      expect(sum([...parts, ...opposite])).toBe(0)
    }),
  )
})

test('an order paid in any parts relieves what it was booked at, and what is left of it is carried', () => {
  fc.assert(
    fc.property(fc.array(amount, { minLength: 1, maxLength: 8 }), amount, fc.nat(8), (parts, bookMinor, count) => {
      const booked = { askedMinor: sum(parts), bookMinor }
      const settlements = parts.slice(0, count).map((orderMinor) => ({ orderMinor, baseMinor: orderMinor * 7 }))
      const settled = settledShares(booked, settlements)
      const relieved = sum(settled.map((one) => one.bookedMinor ?? 0))
      expect(relieved + carriedMinor(booked, sum(settlements.map((one) => one.orderMinor)))).toBe(bookMinor)
      for (const { gainMinor, settledMinor, bookedMinor } of settled)
        expect(gainMinor).toBe(settledMinor - (bookedMinor ?? 0) || 0)
    }),
  )
})

test('what goes beyond an order settles nothing of it; paid back it takes nothing back', () => {
  const booked = { askedMinor: 100_00, bookMinor: 710_00 }
  const over = { orderMinor: 150_00, baseMinor: 1080_00 }
  expect(settledShares(booked, [over])).toEqual([{ settledMinor: 720_00, bookedMinor: 710_00, gainMinor: 10_00 }])
  const back = { orderMinor: -50_00, baseMinor: -400_00 }
  expect(settledShares(booked, [over, back])[1]).toEqual({ settledMinor: 0, bookedMinor: 0, gainMinor: 0 })
  expect(settledShares({ ...booked, bookMinor: null }, [over])).toMatchObject([{ bookedMinor: null, gainMinor: null }])
})

test('a payment taken back takes its gain back', () => {
  fc.assert(
    fc.property(amount, amount, amount, (askedMinor, bookMinor, paid) => {
      const payment = { orderMinor: paid, baseMinor: paid * 7 }
      const settled = settledShares({ askedMinor, bookMinor }, [payment, { orderMinor: -paid, baseMinor: -paid * 7 }])
      expect(sum(settled.map(({ gainMinor }) => gainMinor ?? 0))).toBe(0)
    }),
  )
})

test('the whole gain of a position does not depend on how it was settled', () => {
  const rate = fc.integer({ min: 1, max: 20_000 }).map((units) => (units / 1000).toFixed(3))
  fc.assert(
    fc.property(fc.array(amount, { minLength: 1, maxLength: 6 }), rate, rate, (minors, bookedRate, settledRate) => {
      const text = (minor: number) => (minor / 100).toFixed(2)
      const booked = { rate: bookedRate, decimals: 2 }
      const settlements = minors.map((minor) => ({ amount: text(minor), rate: settledRate }))
      const gains = positionGains({
        ...{ side: 'AR', amount: text(sum(minors)), booked, settlements, closingRate: null },
      } as const)
      const came = sum(settlements.map((one) => baseWorth(one.amount, { rate: settledRate, decimals: 2 })))
      expect(gains.totalMinor).toBe(came - gains.bookedMinor || 0)
      expect(gains.unrealisedMinor).toBe(0)
    }),
  )
})
