import { describe, expect, test } from 'vitest'
import type { CostEntry } from '#main/domain/costing/cost-types.ts'
import { history, issue, layers, lines, move, receive, run, worth } from '#tests/domain/costing/cost-cases.ts'

describe('goods leave', () => {
  test('FIFO: the oldest layer first, and its last piece takes what is left of it', () => {
    const found = run('fifo', history(receive(3, 1000), receive(2, 900), issue(1), issue(1), issue(2)))
    expect([worth(found, 3), worth(found, 4), worth(found, 5)]).toEqual([-333, -334, -783])
    expect(found.issueCosts.map((cost) => [cost.entryId, cost.layerId, cost.qtyMilli, cost.valueMinor])).toEqual([
      [3, 1, 1000, 333],
      [4, 1, 1000, 334],
      [5, 1, 1000, 333],
      [5, 2, 1000, 450],
    ])
    expect(layers(found)).toEqual([[1, 450]])
  })

  test('average: value over quantity, rounded once each time; the last piece takes the rest', () => {
    const found = run('average', history(receive(3, 1000), receive(2, 900), issue(1), issue(1), issue(3)))
    expect([worth(found, 3), worth(found, 4), worth(found, 5)]).toEqual([-380, -380, -1140])
    expect(layers(found)).toEqual([])
  })

  test('each warehouse has its own layers and its own average', () => {
    const entries = history(receive(2, 200), receive(2, 800, { warehouseId: 5 }), issue(1, { warehouseId: 5 }))
    for (const method of ['fifo', 'average'] as const) {
      const found = run(method, entries)
      expect([worth(found, 3), layers(found, 1), layers(found, 5)]).toEqual([-400, [[2, 200]], [[1, 400]]])
    }
  })

  test('a batch is taken from its own layers, and from the oldest once they are used up', () => {
    const entries = history(
      receive(2, 200, { batchId: 11 }),
      receive(2, 800, { batchId: 12 }),
      issue(3, { batchId: 12 }),
    )
    const found = run('fifo', entries)
    expect([worth(found, 3), layers(found)]).toEqual([-900, [[1, 100]]])
  })
})

describe('goods whose cost nobody knows', () => {
  const entries = history(receive(2, null), receive(2, 800), issue(3))

  test('FIFO: the pieces of that layer have no cost, the others have', () => {
    const found = run('fifo', entries)
    expect(lines(found)).toEqual([
      'movement 1 on 1: 0, 2 unknown',
      'movement 2 on 1: 800',
      'movement 3 on 1: -400, -2 unknown',
    ])
    expect([found.bases.get(1), found.bases.get(3)]).toEqual(['unknown', 'layers'])
  })

  test('average: they leave in proportion, and never lower the average of the others', () => {
    const found = run('average', entries)
    expect(lines(found).at(-1)).toBe('movement 3 on 1: -600, -1.5 unknown')
    expect(layers(found)).toEqual([
      [0.5, 200],
      [0.5, null],
    ])
  })

  test('free goods are known to cost nothing', () => {
    const found = run('average', history(receive(2, 0), receive(2, 800), issue(1)))
    expect(worth(found, 3)).toBe(-200)
    expect(found.bases.get(1)).toBe('given')
  })

  test('what was found costs what the stock costs, and nothing is known where there is none', () => {
    const count = move('count', 1)
    expect(worth(run('fifo', history(receive(2, 200), receive(2, 800), count)), 3)).toBe(400)
    expect(worth(run('average', history(receive(2, 200), receive(2, 800), count)), 3)).toBe(250)
    expect(worth(run('average', history(receive(2, 200), issue(2), count)), 3)).toBe(100)
    expect(run('average', history(count)).bases.get(1)).toBe('unknown')
  })
})

describe('more goes out than is there', () => {
  test('at the last known cost; the next receipt fills it, and the difference is a variance', () => {
    for (const method of ['fifo', 'average'] as const) {
      const found = run(method, history(receive(5, 5000), issue(8), receive(10, 12_000, { day: 3 })))
      expect(lines(found)).toEqual([
        'movement 1 on 1: 5000',
        'movement 2 on 1: -8000',
        'movement 3 on 3: 12000',
        'variance 3 on 3: -600',
      ])
      expect(layers(found)).toEqual([[7, 8400]])
      expect(found.settlements).toMatchObject([{ issueId: 2, receiptId: 3, issuedMinor: 3000, costMinor: 3600 }])
    }
  })

  test('filled bit by bit, the last fill takes the rest of what was issued', () => {
    const found = run('fifo', history(receive(3, 1000), issue(6), receive(1, 400), receive(1, 400), receive(1, 400)))
    expect(found.settlements.map((one) => [one.issuedMinor, one.costMinor])).toEqual([
      [333, 400],
      [334, 400],
      [333, 400],
    ])
    expect(layers(found)).toEqual([])
  })

  test('several issues are filled oldest first, and the fill is rounded once', () => {
    const found = run('fifo', history(receive(1, 100), issue(2), issue(1), receive(3, 1000)))
    expect(found.settlements.map((one) => [one.issueId, one.issuedMinor, one.costMinor])).toEqual([
      [2, 100, 334],
      [3, 100, 333],
    ])
    expect(layers(found)).toEqual([[1, 333]])
  })

  test('where this place never had a receipt, the last one anywhere tells', () => {
    const found = run('fifo', history(receive(2, 700), issue(1, { warehouseId: 5 })))
    expect([worth(found, 2), found.bases.get(2), layers(found, 5)]).toEqual([-350, 'last-known', [[-1, -350]]])
  })

  test('a receipt tells; what came back at an old cost, was moved here, or undoes something does not', () => {
    const old = [receive(1, 100), issue(1), receive(1, 300), issue(1)]
    const last = (...entries: CostEntry[]) => worth(run('fifo', history(...old, ...entries)), 4 + entries.length)
    const back = move('customer_return', 1, { originId: 2, day: 2 })
    expect(last(back, issue(1, { day: 3 }), issue(1, { day: 3 }))).toBe(-300)
    expect(last(move('receipt', -1, { day: 2, reversesId: 1 }), issue(1, { day: 3 }))).toBe(-300)
    expect(last(move('issue', 1, { reversesId: 2, day: 2 }), issue(1, { day: 3 }), issue(1, { day: 3 }))).toBe(-300)
    // A place that never had a receipt, after goods of an older one were moved elsewhere.
    const road = [move('transfer', -1), move('transfer', 1, { warehouseId: 2, originId: 3 })]
    const moved = history(receive(1, 100), receive(1, 300), ...road, issue(1, { warehouseId: 5 }))
    expect(worth(run('fifo', moved), 5)).toBe(-300)
  })

  test('issued at no known cost, the receipt that fills it tells it', () => {
    const found = run('average', history(issue(2), receive(3, 900, { day: 4 })))
    expect(lines(found)).toEqual([
      'movement 1 on 1: 0, -2 unknown',
      'movement 2 on 4: 900',
      'variance 2 on 4: -600, 2 unknown',
    ])
    expect(found.settlements).toMatchObject([{ issueId: 1, issuedMinor: null, costMinor: 600 }])
  })

  test('goods without a cost fill it at what was issued: not knowing makes no variance', () => {
    const found = run('fifo', history(receive(1, 100), issue(3), receive(4, null)))
    expect(lines(found).slice(2)).toEqual(['movement 3 on 1: 200, 2 unknown'])
    expect(found.settlements).toEqual([])
    expect(layers(found)).toEqual([[2, null]])
  })
})

describe('goods come back', () => {
  const sold = [receive(3, 1000), issue(3), receive(5, 9000)]

  test('from a customer at the cost at which they left, to the minor unit over all returns', () => {
    const back = (day: number) => move('customer_return', 1, { originId: 2, day })
    for (const method of ['fifo', 'average'] as const) {
      const found = run(method, history(...sold, back(2), back(3), back(4)))
      expect([4, 5, 6].map((id) => worth(found, id))).toEqual([333, 334, 333])
      expect(found.bases.get(5)).toBe('origin')
    }
  })

  test('more than was sold comes in at the last known cost', () => {
    const found = run('fifo', history(...sold, move('customer_return', 4, { originId: 2 })))
    expect([worth(found, 4), found.bases.get(4)]).toEqual([1000 + 1800, 'last-known'])
  })

  test('a return keeps the age of its goods', () => {
    const found = run('fifo', history(receive(1, 100), issue(1), move('customer_return', 1, { originId: 2, day: 9 })))
    expect(found.state.places[0]?.layers).toMatchObject([{ layerId: 1, on: '2026-03-01', broughtBy: 3 }])
  })

  test('to the supplier they leave at what they were received at', () => {
    const entries = history(receive(10, 1000), receive(10, 2000), move('supplier_return', -4, { originId: 2 }))
    for (const method of ['fifo', 'average'] as const) expect(worth(run(method, entries), 3)).toBe(-800)
    expect(layers(run('fifo', entries))).toEqual([
      [10, 1000],
      [6, 1200],
    ])
    expect(layers(run('average', entries))).toEqual([[16, 2200]])
  })

  test('sent back after they were sold on, others leave for them, and the difference is a variance', () => {
    const entries = history(receive(2, 200), issue(2), receive(3, 900), move('supplier_return', -2, { originId: 1 }))
    const found = run('fifo', entries)
    expect(lines(found).slice(3)).toEqual(['movement 4 on 1: -200', 'variance 4 on 1: -400'])
    expect(layers(found)).toEqual([[1, 300]])
  })

  test('the average bears what it can: the last piece leaves nothing behind, and no value below 0 stays', () => {
    const emptied = run(
      'average',
      history(receive(1, 100), receive(1, 500), issue(1), move('supplier_return', -1, { originId: 2 })),
    )
    expect(lines(emptied).slice(3)).toEqual(['movement 4 on 1: -500', 'variance 4 on 1: 200'])
    const overdrawn = run(
      'average',
      history(receive(8, 80), receive(2, 600), issue(8), move('supplier_return', -1, { originId: 2 })),
    )
    expect(lines(overdrawn).slice(3)).toEqual(['movement 4 on 1: -300', 'variance 4 on 1: 232'])
    expect(layers(overdrawn)).toEqual([[1, 68]])
  })

  test('sent back at a cost that is given, where no receipt is known', () => {
    const back = move('supplier_return', -1, { valueMinor: 150 })
    expect(lines(run('average', history(receive(2, 200), back))).at(-1)).toBe('movement 2 on 1: -150')
    expect(lines(run('fifo', history(receive(2, 200), back))).slice(1)).toEqual([
      'movement 2 on 1: -150',
      'variance 2 on 1: 50',
    ])
  })
})

describe('transfers', () => {
  const road = [
    receive(2, 200),
    receive(2, 801),
    move('transfer', -3, { day: 2 }),
    move('transfer', 3, { day: 2, warehouseId: 2, originId: 3 }),
  ]

  test('carry their layers over at cost, and on the road they lie in a place of their own', () => {
    const found = run('fifo', history(...road))
    expect(layers(found, 2)).toEqual([
      [2, 200],
      [1, 401],
    ])
    const arrived = run(
      'fifo',
      history(
        ...road,
        move('transfer', -3, { day: 8, warehouseId: 2, originId: 4 }),
        move('transfer', 3, { day: 8, warehouseId: 5, originId: 5 }),
        issue(1, { day: 9, warehouseId: 5 }),
      ),
    )
    expect([layers(arrived, 2), worth(arrived, 7)]).toEqual([[], -100])
    expect(arrived.state.places.at(-1)?.layers).toMatchObject([
      { layerId: 1, on: '2026-03-01' },
      { layerId: 2, valueMinor: 401 },
    ])
  })

  test('two loads on the road do not mix: each arrives with its own value, and so does what was lost of it', () => {
    for (const method of ['fifo', 'average'] as const) {
      const found = run(
        method,
        history(
          receive(1, 100),
          move('transfer', -1),
          move('transfer', 1, { warehouseId: 2, originId: 2 }),
          receive(2, 900),
          move('transfer', -2),
          move('transfer', 2, { warehouseId: 2, originId: 5 }),
          move('transfer', -1, { day: 3, warehouseId: 2, originId: 6 }),
          move('transfer', 1, { day: 3, warehouseId: 5, originId: 7 }),
          move('adjustment', -1, { day: 3, warehouseId: 2, originId: 6 }),
        ),
      )
      expect([worth(found, 8), worth(found, 9), layers(found, 2)]).toEqual([450, -450, [[1, 100]]])
    }
  })

  test('of older books, that do not say whence, goods arrive at the last known cost', () => {
    const found = run('fifo', history(receive(2, 200), move('transfer', -1), move('transfer', 1, { warehouseId: 5 })))
    expect([worth(found, 3), found.bases.get(3)]).toEqual([100, 'last-known'])
  })
})

describe('reversals', () => {
  test('on the same day both leave the reckoning: what was sold in between costs what it would have', () => {
    const entries = history(receive(2, 200), receive(2, 9000), issue(1), move('receipt', -2, { reversesId: 2 }))
    for (const method of ['fifo', 'average'] as const) {
      const found = run(method, entries)
      expect([worth(found, 3), layers(found)]).toEqual([-100, [[1, 100]]])
      expect(found.bases.get(4)).toBe('cancelled')
    }
  })

  test('a day later the goods leave at their own cost: what was sold in between stays as it was', () => {
    const entries = history(receive(2, 200), receive(2, 9000), issue(1), move('receipt', -2, { reversesId: 2, day: 2 }))
    const found = run('average', entries)
    expect([worth(found, 3), worth(found, 4)]).toEqual([-2300, -9000])
    expect(lines(found).at(-1)).toBe('variance 4 on 2: 4400')
    expect(layers(found)).toEqual([[1, 2300]])
  })

  test('of an issue bring its goods back at what they cost', () => {
    const found = run('fifo', history(receive(2, 333), issue(1), issue(1), issue(-1, { reversesId: 3, day: 5 })))
    expect([worth(found, 4), layers(found)]).toEqual([166, [[1, 166]]])
  })

  test('of a return let the goods come back once more', () => {
    const found = run(
      'fifo',
      history(
        receive(1, 100),
        issue(1),
        receive(1, 999),
        move('customer_return', 1, { originId: 2, day: 2 }),
        move('customer_return', -1, { reversesId: 4, day: 3 }),
        move('customer_return', 1, { originId: 2, day: 4 }),
      ),
    )
    expect([worth(found, 5), worth(found, 6), found.bases.get(6)]).toEqual([-100, 100, 'origin'])
  })
})
