import { expect, test } from 'vitest'
import { dayAt, firstDayBelow, nextArrival, projectStock } from '#main/domain/inventory/replenishment/walk-stock.ts'
import { addDays } from '#shared/dates.ts'
import { today } from './product-to-replenish.ts'

const walk = { today, onHandMilli: 25_000, arrivals: [], openDemand: [], perDay: new Float64Array(6).fill(10_000) }

test('each day ends with what is left of it; goods of a day serve that day', () => {
  const arrivals = [{ on: addDays(today, 2), qtyMilli: 20_000 }]
  expect([...projectStock({ ...walk, arrivals })]).toEqual([15_000, 5_000, 15_000, 5_000, -5_000, -15_000])
})

test('open orders fall due on their day, late or undated ones today', () => {
  const openDemand = [
    { on: addDays(today, 1), qtyMilli: 1_000 },
    { on: addDays(today, -9), qtyMilli: 2_000 },
    { on: null, qtyMilli: 3_000 },
    { on: addDays(today, 80), qtyMilli: 7_000 },
  ]
  expect([...projectStock({ ...walk, openDemand })].slice(0, 2)).toEqual([10_000, -1_000])
})

test('goods without a day, or whose day has passed, are not counted on', () => {
  const arrivals = [
    { on: null, qtyMilli: 99_000 },
    { on: addDays(today, -1), qtyMilli: 99_000 },
    { on: addDays(today, 50), qtyMilli: 99_000 },
  ]
  expect([...projectStock({ ...walk, arrivals })]).toEqual([...projectStock(walk)])
  expect(nextArrival(today, arrivals)).toBe(addDays(today, 50))
  expect(nextArrival(today, [...arrivals, { on: today, qtyMilli: 1 }])).toBe(today)
  expect(nextArrival(today, arrivals.slice(0, 2))).toBeNull()
})

test('the first day below a level; what is used up to the last piece is not short yet', () => {
  const balances = projectStock({ ...walk, onHandMilli: 20_000 })
  expect(firstDayBelow(balances, 0)).toBe(2)
  expect(firstDayBelow(balances, 5_000)).toBe(1)
  expect(firstDayBelow(balances, -1_000_000)).toBeNull()
  expect(firstDayBelow(Float64Array.of(0.1 + 0.2 - 0.3 - 1e-9), 0)).toBeNull()
  expect(dayAt(today, null)).toBeNull()
  expect(dayAt(today, -3)).toBe(addDays(today, -3))
})
