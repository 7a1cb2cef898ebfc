import { expect, test } from 'vitest'
import { appendCosts, missingFootprints } from '#main/domain/costing/append-costs.ts'
import type { CostEntry } from '#main/domain/costing/cost-types.ts'
import { replayCosts } from '#main/domain/costing/replay-costs.ts'
import { day, history, issue, layers, lines, move, receive, run } from '#tests/domain/costing/cost-cases.ts'

const past = history(receive(2, 200), issue(1, { day: 3 }))
const { state } = run('fifo', past)
const append = (entry: CostEntry, from = state) => appendCosts(from, [{ ...entry, id: 9 }])

test('a newer movement, or one of the same day, goes on from the state, which stays as it was', () => {
  const found = append(receive(1, 300, { day: 3 }))
  expect(found && [lines(found), layers(found)]).toEqual([
    ['movement 9 on 3: 300'],
    [
      [1, 100],
      [1, 300],
    ],
  ])
  expect(layers({ ...run('fifo', past), state })).toEqual([[1, 100]])
})

test('an older one does not: the past is asked for', () => {
  expect(append(issue(1, { day: 2 }))).toBeNull()
})

test('nor one before a later cost or in a closed period, whatever moved last', () => {
  const lateCosts = [{ receiptId: 1, on: day(9), amountMinor: 50 }]
  const charged = replayCosts({ method: 'fifo', entries: past, lateCosts }).state
  const closed = replayCosts({ method: 'fifo', entries: past, frozen: [{ through: day(9), values: new Map() }] }).state
  expect([append(issue(1, { day: 8 }), charged), append(issue(1, { day: 9 }), closed)]).toEqual([null, null])
  expect(append(issue(1, { day: 9 }), charged)?.rows).toMatchObject([{ valueMinor: -125 }])
  expect(append(issue(1, { day: 10 }), closed)).not.toBeNull()
})

test('what takes back a movement of its own day needs the past, a day later it does not', () => {
  const back = (on: number) => move('issue', 1, { reversesId: 2, day: on })
  expect(append(back(3))).toBeNull()
  const found = append(back(4))
  expect(found && lines(found)).toEqual(['movement 9 on 4: 100'])
})

test('two that take each other back come together', () => {
  const entries = [
    { ...receive(1, 900, { day: 4 }), id: 8 },
    { ...move('receipt', -1, { reversesId: 8, day: 4 }), id: 9 },
  ]
  const found = appendCosts(state, entries)
  expect(found && layers(found)).toEqual([[1, 100]])
  expect([...(found?.bases.values() ?? [])]).toEqual(['cancelled', 'cancelled'])
})

test('what a movement points at is asked for by name, with what that took back itself', () => {
  const road = history(receive(2, 200), move('transfer', -1), move('transfer', 1, { warehouseId: 2, originId: 2 }))
  const whole = run('fifo', road).state
  const entries = [{ ...move('transfer', -1, { reversesId: 3, day: 2, warehouseId: 2 }), id: 9 }]
  const third = whole.footprints.get(3)
  expect(missingFootprints({ ...whole, footprints: new Map() }, entries)).toEqual([3])
  expect(missingFootprints({ ...whole, footprints: new Map(third ? [[3, third]] : []) }, entries)).toEqual([2])
  expect(missingFootprints(whole, entries)).toEqual([])
})
