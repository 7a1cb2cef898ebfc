import fc from 'fast-check'
import { expect, test } from 'vitest'
import { orderMoney } from '#shared/purchase-money.ts'

const amounts = { goodsMinor: 100_000, freightMinor: 13_000, vatPpm: 130_000, taxMinor: null }

test('VAT on top is added, on freight as well', () => {
  expect(orderMoney({ ...amounts, vatIncluded: false })).toEqual({
    netMinor: 113_000,
    vatMinor: 14_690,
    grossMinor: 127_690,
  })
})

test('VAT in the prices is taken out of what they come to', () => {
  expect(orderMoney({ ...amounts, vatIncluded: true })).toEqual({
    netMinor: 100_000,
    vatMinor: 13_000,
    grossMinor: 113_000,
  })
})

test('VAT that a file told is taken as it is', () => {
  expect(orderMoney({ ...amounts, vatIncluded: false, taxMinor: 9 })).toMatchObject({
    vatMinor: 9,
    grossMinor: 113_009,
  })
})

test('net and VAT always add up to what is owed', () => {
  const minor = fc.integer({ min: 0, max: 1e12 })
  fc.assert(
    fc.property(
      minor,
      minor,
      fc.integer({ min: 0, max: 1_000_000 }),
      fc.boolean(),
      (goods, freight, vatPpm, vatIncluded) => {
        const money = orderMoney({ goodsMinor: goods, freightMinor: freight, vatPpm, vatIncluded, taxMinor: null })
        expect(money.netMinor + money.vatMinor).toBe(money.grossMinor)
        expect(vatIncluded ? money.grossMinor : money.netMinor).toBe(goods + freight)
      },
    ),
  )
})
