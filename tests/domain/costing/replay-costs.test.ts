import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { appendCosts, missingFootprints } from '#main/domain/costing/append-costs.ts'
import { emptyState } from '#main/domain/costing/cost-book.ts'
import type { CostRun, ValueRow } from '#main/domain/costing/cost-types.ts'
import { worthOf } from '#main/domain/costing/parcels.ts'
import { replayCosts } from '#main/domain/costing/replay-costs.ts'
import { type History, histories, historyOf, methods } from '#tests/domain/costing/cost-histories.ts'

const runs = { numRuns: 400 }
const method = fc.constantFrom(...methods)
const any = histories({ unknown: true, late: true })

describe('whatever happens to a product', () => {
  test('the rows of a place add up to its layers, and its pieces to its movements', () => {
    fc.assert(
      fc.property(method, any, (how, history) => {
        const run = replayCosts(historyOf(how, history))
        for (const [warehouseId, rows] of Map.groupBy(run.rows, (row) => row.warehouseId)) {
          const stock = worthOf(run.state.places.find((place) => place.warehouseId === warehouseId)?.layers ?? [])
          const ofPlace = history.entries.filter((entry) => entry.warehouseId === warehouseId)
          expect(sum(rows, 'qtyMilli')).toBe(sum(ofPlace, 'qtyMilli'))
          expect(sumsOf(rows)).toEqual([stock.qtyMilli, stock.valueMinor, stock.uncostedMilli])
        }
      }),
      runs,
    )
  })

  test('a place without pieces is worth nothing, and holds either goods or a shortage', () => {
    fc.assert(
      fc.property(method, any, (how, history) => {
        for (const { layers } of replayCosts(historyOf(how, history)).state.places) {
          const worth = worthOf(layers)
          if (worth.qtyMilli === 0) expect(layers).toEqual([])
          expect(new Set(layers.map((layer) => Math.sign(layer.qtyMilli))).size).toBeLessThan(2)
        }
      }),
      runs,
    )
  })

  test('every figure is an integer, and none is minus zero', () => {
    fc.assert(
      fc.property(method, any, (how, history) => {
        const run = replayCosts(historyOf(how, history))
        const figures = [
          ...run.rows.flatMap((row) => [row.qtyMilli, row.valueMinor, row.uncostedMilli]),
          ...[...run.issueCosts, ...run.state.places.flatMap((place) => place.layers)].flatMap((parcel) => [
            parcel.qtyMilli,
            parcel.valueMinor ?? 0,
          ]),
          ...run.settlements.flatMap((one) => [one.qtyMilli, one.costMinor, one.issuedMinor ?? 0]),
        ]
        expect(figures.filter((figure) => !Number.isSafeInteger(figure) || Object.is(figure, -0))).toEqual([])
      }),
      runs,
    )
  })

  test('one row for each movement, cause and day, dated no earlier than the movement', () => {
    fc.assert(
      fc.property(method, any, (how, history) => {
        const { rows } = replayCosts(historyOf(how, history))
        expect(new Set(rows.map((row) => `${row.entryId} ${row.cause} ${row.on}`)).size).toBe(rows.length)
        const own = rows.filter((row) => row.cause === 'movement')
        expect(own.map((row) => [row.entryId, row.on])).toEqual(history.entries.map((entry) => [entry.id, entry.on]))
        const days = new Map(history.entries.map((entry) => [entry.id, entry.on]))
        expect(rows.filter((row) => row.on < (days.get(row.entryId) ?? ''))).toEqual([])
      }),
      runs,
    )
  })

  test('what a movement out cost is what it took of each layer', () => {
    fc.assert(
      fc.property(method, any, (how, history) => {
        const run = replayCosts(historyOf(how, history))
        const costs = Map.groupBy(run.issueCosts, (cost) => cost.entryId)
        for (const entry of history.entries.filter(({ qtyMilli, id }) => qtyMilli < 0 && !isCancelled(run, id))) {
          const own = run.rows.filter((row) => row.entryId === entry.id && row.cause !== 'variance')
          const taken = worthOf(costs.get(entry.id) ?? [])
          expect([taken.qtyMilli, taken.valueMinor, taken.uncostedMilli]).toEqual(
            sumsOf(own).map((figure) => 0 - figure),
          )
          expect(costs.get(entry.id)?.length).toBe(
            new Set(costs.get(entry.id)?.map((cost) => `${cost.layerId} ${cost.valueMinor === null}`)).size,
          )
        }
      }),
      runs,
    )
  })

  test('what comes in from outside and later costs are what goes out, its variances and what is left', () => {
    fc.assert(
      fc.property(method, histories({ unknown: false, late: true }), (how, history) => {
        const run = replayCosts(historyOf(how, history))
        fc.pre(run.rows.every((row) => row.uncostedMilli === 0))
        const isFromOutside = (id: number) => ['given', 'last-known'].includes(run.bases.get(id) ?? '')
        const waiting = new Set(run.waiting)
        const late = sum(
          history.lateCosts.filter((cost) => !waiting.has(cost)),
          'amountMinor',
        )
        const receipts = history.entries.filter(({ id, valueMinor }) => valueMinor !== null && isFromOutside(id))
        const found = history.entries.filter(
          ({ id, valueMinor, qtyMilli }) => qtyMilli > 0 && valueMinor === null && run.bases.get(id) === 'last-known',
        )
        // A find or a return beyond its origin brings a value of its own: it is read off its row, less late costs on it.
        fc.pre(found.every(({ id }) => !history.lateCosts.some((cost) => cost.receiptId === id)))
        const rowsOfFound = run.rows.filter(
          (row) => row.cause !== 'variance' && found.some(({ id }) => id === row.entryId),
        )
        const cameIn = receipts.reduce((total, entry) => total + (entry.valueMinor ?? 0), 0)
        const isOther = (row: ValueRow) =>
          row.cause !== 'variance' &&
          !receipts.some(({ id }) => id === row.entryId) &&
          !found.some(({ id }) => id === row.entryId)
        const lateOnOthers = sum(
          history.lateCosts.filter((cost) => !waiting.has(cost) && !receipts.some(({ id }) => id === cost.receiptId)),
          'amountMinor',
        )
        const wentOut = 0 - (sum(run.rows.filter(isOther), 'valueMinor') - lateOnOthers)
        const variance =
          0 -
          sum(
            run.rows.filter((row) => row.cause === 'variance'),
            'valueMinor',
          )
        const left = worthOf(run.state.places.flatMap((place) => place.layers)).valueMinor
        expect(cameIn + late + sum(rowsOfFound, 'valueMinor')).toBe(wentOut + variance + left)
      }),
      runs,
    )
  })

  test('a transfer moves its value: what leaves a place is what arrives in the other', () => {
    fc.assert(
      fc.property(method, histories({ unknown: true, late: false }), (how, history) => {
        const run = replayCosts(historyOf(how, history))
        const rows = Map.groupBy(
          run.rows.filter((row) => row.cause === 'movement'),
          (row) => row.entryId,
        )
        const reversed = new Set(history.entries.map((entry) => entry.reversesId))
        for (const { id, originId, kind, qtyMilli } of history.entries) {
          if (kind !== 'transfer' || qtyMilli < 0 || originId === null || reversed.has(id)) continue
          const [left, arrived] = [rows.get(originId)?.[0], rows.get(id)?.[0]]
          // Without a cost they may meet a shortage that had one, and count as that.
          if (left?.uncostedMilli !== 0) continue
          expect(arrived?.valueMinor).toBe(0 - (left?.valueMinor ?? 0))
        }
      }),
      runs,
    )
  })

  test('both methods see the same quantities', () => {
    fc.assert(
      fc.property(any, (history) => {
        const [fifo, average] = methods.map((how) => replayCosts(historyOf(how, history)).state.places)
        const quantities = (places: typeof fifo) =>
          places?.map(({ warehouseId, layers }) => [warehouseId, worthOf(layers).qtyMilli])
        expect(quantities(fifo)).toEqual(quantities(average))
      }),
      runs,
    )
  })
})

describe('carrying on from a state', () => {
  test('movement by movement comes to what the whole replay says, or asks for it', () => {
    let appended = 0
    fc.assert(
      fc.property(method, histories({ unknown: true, late: false }), (how, { entries }) => {
        let state = emptyState(how)
        let done = 0
        const rows: ValueRow[] = []
        for (const entry of entries) {
          const run = appendCosts(state, [entry])
          done += 1
          if (run) {
            appended += 1
            rows.push(...run.rows)
            state = run.state
          } else {
            const whole = replayCosts({ method: how, entries: entries.slice(0, done) })
            rows.splice(0, rows.length, ...whole.rows)
            state = whole.state
          }
        }
        const whole = replayCosts({ method: how, entries })
        expect(rows).toEqual(whole.rows)
        expect(state).toEqual(whole.state)
      }),
      runs,
    )
    expect(appended).toBeGreaterThan(runs.numRuns)
  })

  test('what the state must know is named, and a state that lacks it is not guessed from', () => {
    fc.assert(
      fc.property(method, histories({ unknown: true, late: false }), (how, { entries }) => {
        const before = replayCosts({ method: how, entries: entries.slice(0, -1) }).state
        const last = entries.slice(-1)
        const bare = { ...before, footprints: new Map() }
        const needed = missingFootprints(bare, last)
        if (needed.length > 0) expect(appendCosts(bare, last)).toBeNull()
        const footprints = new Map()
        for (let missing = needed; missing.length > 0; missing = missingFootprints({ ...bare, footprints }, last)) {
          const known = missing.filter((id) => before.footprints.has(id))
          for (const id of known) footprints.set(id, before.footprints.get(id))
          if (known.length < missing.length) return
        }
        const run = appendCosts({ ...bare, footprints }, last)
        if (run) expect(run.rows).toEqual(appendCosts(before, last)?.rows)
      }),
      runs,
    )
  })
})

describe('a cost that comes later than its goods', () => {
  test('ends where it would have, had it been known at once', () => {
    fc.assert(
      fc.property(method, any, (how, history) => {
        const early = history.lateCosts.map((cost) => ({ ...cost, on: history.entries[0]?.on ?? cost.on }))
        const [late, known] = [history.lateCosts, early].map((lateCosts) =>
          replayCosts({ method: how, entries: history.entries, lateCosts }),
        )
        expect({ ...late?.state, lastOn: null }).toEqual({ ...known?.state, lastOn: null })
        expect(late?.issueCosts).toEqual(known?.issueCosts)
        expect(late?.settlements).toEqual(known?.settlements)
      }),
      runs,
    )
  })

  test('leaves the days before it as they were, and comes to the same in any order', () => {
    fc.assert(
      fc.property(method, any, (how, history) => {
        const last = history.lateCosts.at(-1)
        fc.pre(last !== undefined)
        const receipt = history.entries.find((entry) => entry.id === last?.receiptId)
        fc.pre((receipt?.on ?? '') < (last?.on ?? ''))
        const [all, without, turned] = [
          history.lateCosts,
          history.lateCosts.slice(0, -1),
          [...history.lateCosts].reverse(),
        ].map((lateCosts) => replayCosts({ method: how, entries: history.entries, lateCosts }))
        const earlier = (run: CostRun | undefined) => run?.rows.filter((row) => row.on < (last?.on ?? ''))
        expect(earlier(all)).toEqual(earlier(without))
        expect(turned?.rows).toEqual(all?.rows)
      }),
      runs,
    )
  })
})

describe('against the plainest way to say it', () => {
  test('FIFO takes piece by piece, the oldest first', () => {
    fc.assert(
      fc.property(histories({ unknown: true, late: false }), ({ entries }) => {
        const plain = entries.filter((entry) => entry.originId === null && entry.reversesId === null)
        const run = replayCosts({ method: 'fifo', entries: plain })
        expect(run.issueCosts.map(({ entryId, layerId, qtyMilli }) => [entryId, layerId, qtyMilli])).toEqual(
          queueOfPieces({ entries: plain, lateCosts: [] }),
        )
      }),
      runs,
    )
  })

  test('an average is value over quantity, within the roundings of its movements', () => {
    fc.assert(
      fc.property(histories({ unknown: false, late: false }), ({ entries }) => {
        const plain = entries.filter(
          (entry) =>
            entry.warehouseId === 1 && (entry.kind === 'receipt' || entry.kind === 'issue') && !entry.reversesId,
        )
        const run = replayCosts({ method: 'average', entries: plain })
        let [qty, value] = [0, 0]
        for (const [index, entry] of plain.entries()) {
          if (qty + entry.qtyMilli < 0) return
          value += entry.qtyMilli > 0 ? (entry.valueMinor ?? 0) : (entry.qtyMilli * value) / qty
          qty += entry.qtyMilli
          const rows = run.rows.filter((row) => row.entryId <= entry.id)
          expect(Math.abs(sum(rows, 'valueMinor') - value)).toBeLessThanOrEqual(index + 1)
        }
      }),
      runs,
    )
  })
})

/** Movement, receipt and quantity, from a queue per place; a shortage is filled before anything is stored. */
function queueOfPieces({ entries }: History): number[][] {
  const queues = new Map<number, { layerId: number; qty: number }[]>()
  const found: number[][] = []
  for (const { id, warehouseId, qtyMilli } of entries) {
    const queue = queues.get(warehouseId) ?? []
    queues.set(warehouseId, queue)
    let left = Math.abs(qtyMilli)
    const isOut = qtyMilli < 0
    while (left > 0) {
      const first = queue[0]
      if (!first || first.qty < 0 === isOut) break
      const part = Math.min(left, Math.abs(first.qty))
      if (isOut) found.push([id, first.layerId, part])
      first.qty += isOut ? -part : part
      left -= part
      if (first.qty === 0) queue.shift()
    }
    if (left > 0) queue.push({ layerId: id, qty: isOut ? -left : left })
    if (left > 0 && isOut) found.push([id, id, left])
  }
  return found
}

function isCancelled(run: CostRun, id: number): boolean {
  return run.bases.get(id) === 'cancelled'
}

function sum<Key extends string>(rows: readonly Record<Key, number>[], key: Key): number {
  return rows.reduce((total, row) => total + row[key], 0)
}

/** Quantity, value, pieces without a cost. */
function sumsOf(rows: readonly ValueRow[]): number[] {
  return [sum(rows, 'qtyMilli'), sum(rows, 'valueMinor'), sum(rows, 'uncostedMilli')]
}
