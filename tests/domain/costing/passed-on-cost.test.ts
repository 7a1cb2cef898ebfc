import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ValueRow } from '#main/domain/costing/cost-types.ts'
import { dividedCost, passedOnCost } from '#main/domain/costing/passed-on-cost.ts'
import { day, history, move, receive, run } from '#tests/domain/costing/cost-cases.ts'

const part = (value: number | null): ValueRow[] =>
  [
    ...run('fifo', history(receive(2, value), move('assembly', -1, { day: 3 })), [
      { receiptId: 1, on: day(7), amountMinor: 60 },
    ]).rows,
  ].filter((row) => row.entryId === 2)

test('a kit costs what its parts did, and what came later for a part comes later for the kit', () => {
  expect(passedOnCost([...part(200), ...part(500)])).toEqual({
    valueMinor: 350,
    later: [{ on: day(7), amountMinor: 60 }],
  })
})

test('a part without a known cost leaves the kit without one', () => {
  expect(passedOnCost([...part(200), ...part(null)]).valueMinor).toBeNull()
})

test('taken apart, the parts share the cost and add up to it', () => {
  const whole = { valueMinor: 1000, later: [{ on: day(7), amountMinor: -10 }] }
  expect(dividedCost(whole, [1, 1, 1])).toEqual([
    { valueMinor: 334, later: [{ on: day(7), amountMinor: -4 }] },
    { valueMinor: 333, later: [{ on: day(7), amountMinor: -3 }] },
    { valueMinor: 333, later: [{ on: day(7), amountMinor: -3 }] },
  ])
  expect(dividedCost({ ...whole, valueMinor: null }, [1, 2])?.map((one) => one.valueMinor)).toEqual([null, null])
  expect([dividedCost(whole, [0, 0]), dividedCost(whole, [-1, 2])]).toEqual([null, null])
  fc.assert(
    fc.property(fc.nat(1e9), fc.array(fc.nat(1e6), { minLength: 1, maxLength: 9 }), (valueMinor, weights) => {
      const parts = dividedCost({ valueMinor, later: [] }, weights)
      if (weights.every((weight) => weight === 0)) expect(parts).toBeNull()
      else expect(parts?.reduce((sum, one) => sum + (one.valueMinor ?? 0), 0)).toBe(valueMinor)
    }),
  )
})
