import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lateCostShares, lateCostSharesOf } from '#main/domain/costing/late-cost-shares.ts'
import { day, history, issue, layers, lines, move, receive, run } from '#tests/domain/costing/cost-cases.ts'
import { histories, historyOf, methods } from '#tests/domain/costing/cost-histories.ts'

const freight = (receiptId: number, amountMinor: number, on: number) => ({ receiptId, amountMinor, on: day(on) })

describe('a cost that comes later than its goods', () => {
  const sold = history(receive(5, 5000), issue(2, { day: 2 }), issue(1, { day: 9 }))

  test('lies on what is there and on what is gone, on its own day', () => {
    for (const method of ['fifo', 'average'] as const) {
      const found = run(method, sold, [freight(1, 1667, 5)])
      expect(lines(found)).toEqual([
        'movement 1 on 1: 5000',
        'movement 2 on 2: -2000',
        'landed_cost 1 on 5: 1667',
        'landed_cost 2 on 5: -667',
        'movement 3 on 9: -1333',
      ])
      expect(layers(found)).toEqual([[2, 2667]])
    }
  })

  test('known before its goods, or on their day, it is part of their cost', () => {
    for (const on of [0, 1]) {
      const found = run('fifo', history(receive(5, 5000, { day: 2 })), [freight(1, 1667, on + 1)])
      expect(lines(found)).toEqual(['movement 1 on 2: 6667'])
    }
  })

  test('reaches goods that were moved on, came back, or had been sold before they were there', () => {
    const entries = history(
      issue(1),
      receive(4, 4000),
      move('transfer', -2, { day: 2 }),
      move('transfer', 2, { day: 2, warehouseId: 2, originId: 3 }),
      move('transfer', -2, { day: 3, warehouseId: 2, originId: 4 }),
      move('transfer', 2, { day: 3, warehouseId: 5, originId: 5 }),
      issue(1, { day: 4 }),
      move('customer_return', 1, { day: 5, originId: 7 }),
    )
    const found = run('fifo', entries, [freight(2, 400, 9)])
    expect([layers(found), layers(found, 5)]).toEqual([[[1, 1100]], [[2, 2200]]])
    expect(lines(found).filter((line) => line.startsWith('variance'))).toEqual([
      'variance 2 on 1: -1000, 1 unknown',
      'variance 2 on 9: -100',
    ])
  })

  test('of an arrival lies on the arrival: freight to a warehouse abroad is a cost of what is there', () => {
    const entries = history(
      receive(2, 200),
      move('transfer', -2),
      move('transfer', 2, { warehouseId: 2, originId: 2 }),
      move('transfer', -2, { day: 3, warehouseId: 2, originId: 3 }),
      move('transfer', 2, { day: 3, warehouseId: 5, originId: 4 }),
      issue(1, { day: 4, warehouseId: 5 }),
    )
    expect(layers(run('average', entries, [freight(5, 100, 8)]), 5)).toEqual([[1, 150]])
  })

  test('waits while nobody knows what its goods cost themselves, or where there are none', () => {
    const costs = [freight(1, 100, 3), freight(77, 100, 3)]
    const found = run('fifo', history(receive(2, null)), costs)
    expect([found.waiting, layers(found)]).toEqual([costs, [[2, null]]])
  })

  test('taken back later, it leaves as it came', () => {
    const found = run('average', sold, [freight(1, 1667, 5), freight(1, -1667, 12)])
    expect(layers(found)).toEqual([[2, 2000]])
    expect(lines(found).slice(-3)).toEqual([
      'landed_cost 1 on 12: -1667',
      'landed_cost 2 on 12: 667',
      'landed_cost 3 on 12: 333',
    ])
  })
})

describe('how it divides', () => {
  test('by quantity: what is gone rounded once, the rest to stock', () => {
    const shares = (amountMinor: number, receivedMilli: number, remainingMilli: number) =>
      lateCostShares({ amountMinor, receivedMilli, remainingMilli })
    expect(shares(1000, 3000, 1000)).toEqual({ toSoldMinor: 667, toStockMinor: 333 })
    expect(shares(-1000, 3000, 1000)).toEqual({ toSoldMinor: -667, toStockMinor: -333 })
    expect(shares(1000, 3000, 0)).toEqual({ toSoldMinor: 1000, toStockMinor: 0 })
    expect([shares(1000, 0, 0), shares(1000, 1000, 2000), shares(1000, 1000, -1)]).toEqual([null, null, null])
  })

  test('by what happened: before it is posted it says what posting it will do', () => {
    const told = {
      method: 'fifo' as const,
      entries: history(receive(5, 5000), issue(2, { day: 2 }), issue(1, { day: 9 })),
    }
    expect(lateCostSharesOf(told, freight(1, 1667, 5))).toEqual({ toSoldMinor: 667, toStockMinor: 1000 })
    expect(lateCostSharesOf(told, freight(1, 1667, 9))).toEqual({ toSoldMinor: 1000, toStockMinor: 667 })
    expect(lateCostSharesOf(told, freight(3, 1667, 9))).toBeNull()
  })

  test('both parts are the amount, and what goes to stock is what the rows of that day add', () => {
    fc.assert(
      fc.property(fc.constantFrom(...methods), histories({ unknown: true, late: true }), (method, told) => {
        const late = told.lateCosts.at(-1)
        const receipt = told.entries.find((entry) => entry.id === late?.receiptId)
        fc.pre(late !== undefined && receipt !== undefined && receipt.on < late.on)
        const others = { ...told, lateCosts: told.lateCosts.slice(0, -1) }
        const shares = lateCostSharesOf(historyOf(method, others), late)
        if (shares === null) return
        expect(shares.toSoldMinor + shares.toStockMinor).toBe(late.amountMinor)
        const past = told.entries.filter((entry) => entry.on <= late.on)
        const onDay = (lateCosts: typeof told.lateCosts) =>
          run(method, past, lateCosts)
            .rows.filter((row) => row.on <= late.on)
            .reduce((sum, row) => sum + row.valueMinor, 0)
        expect(onDay(told.lateCosts) - onDay(others.lateCosts)).toBe(shares.toStockMinor)
      }),
      { numRuns: 300 },
    )
  })
})
