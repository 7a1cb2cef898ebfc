import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { daysOut } from '#main/domain/demand/days-out.ts'

// Two periods: days 0 to 9, and 10 to 19.
const starts = [0, 10, 20]

describe('daysOut', () => {
  test('from the day that emptied the stock up to the one that filled it', () => {
    const moves = [
      [3, -5],
      [12, 8],
    ] as const
    expect(daysOut({ knownFrom: -100, startMilli: 5, moves }, starts)).toEqual([7, 2])
  })

  test('days before the stock is known count for none', () => {
    expect(daysOut({ knownFrom: 6, startMilli: 0, moves: [[8, 1]] }, starts)).toEqual([2, 0])
  })

  test('sold and filled on one day is no day without', () => {
    const moves = [
      [4, -5],
      [4, 5],
    ] as const
    expect(daysOut({ knownFrom: 0, startMilli: 5, moves }, starts)).toEqual([0, 0])
  })

  test('below zero is out as well, and stays so to the end', () => {
    expect(daysOut({ knownFrom: 0, startMilli: 1, moves: [[15, -3]] }, starts)).toEqual([0, 5])
  })

  test('known only after the window says nothing of it', () => {
    expect(daysOut({ knownFrom: 40, startMilli: 0, moves: [] }, starts)).toEqual([0, 0])
  })

  test('agrees with counting day by day', () => {
    const move = fc.tuple(fc.integer({ min: 0, max: 25 }), fc.integer({ min: -5, max: 5 }))
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 22 }), fc.array(move), (knownFrom, all) => {
        const moves = all.filter(([day]) => day >= knownFrom)
        const slow = [0, 0]
        for (let day = knownFrom; day < 20; day += 1) {
          const onHand = moves.reduce((sum, [on, milli]) => sum + (on <= day ? milli : 0), 0)
          const at = day < 10 ? 0 : 1
          if (onHand <= 0) slow[at] = (slow[at] ?? 0) + 1
        }
        expect(daysOut({ knownFrom, startMilli: 0, moves }, starts)).toEqual(slow)
      }),
    )
  })
})
