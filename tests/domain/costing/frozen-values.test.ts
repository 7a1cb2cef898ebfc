import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { FrozenValues, ValueRow } from '#main/domain/costing/cost-types.ts'
import { replayCosts } from '#main/domain/costing/replay-costs.ts'
import { addDays, type Day } from '#shared/dates.ts'
import { day, history, issue, lines, receive } from '#tests/domain/costing/cost-cases.ts'
import { histories, methods } from '#tests/domain/costing/cost-histories.ts'

const closedOn = (through: number, values: [number, number | null][]): FrozenValues => ({
  through: day(through),
  values: new Map(values),
})

describe('after a closing', () => {
  const entries = history(receive(4, 4000), issue(1, { day: 2 }), issue(1, { day: 12 }))

  test('nothing stands anew while the replay says the same', () => {
    const frozen = [
      closedOn(10, [
        [1, 4000],
        [2, -1000],
      ]),
    ]
    expect(lines(replayCosts({ method: 'fifo', entries, frozen }))).toEqual(
      lines(replayCosts({ method: 'fifo', entries })),
    )
  })

  test('what differs stands on the first open day, and the closed days as they were found', () => {
    const frozen = [
      closedOn(10, [
        [1, 3000],
        [2, -750],
      ]),
    ]
    expect(lines(replayCosts({ method: 'fifo', entries, frozen }))).toEqual([
      'movement 1 on 1: 3000',
      'revaluation 1 on 11: 1000',
      'movement 2 on 2: -750',
      'revaluation 2 on 11: -250',
      'movement 3 on 12: -1000',
    ])
  })

  test('a later cost in the open period needs none: it stands on its own day', () => {
    const frozen = [
      closedOn(10, [
        [1, 4000],
        [2, -1000],
      ]),
    ]
    const lateCosts = [{ receiptId: 1, on: day(11), amountMinor: 400 }]
    expect(
      lines(replayCosts({ method: 'fifo', entries, lateCosts, frozen })).filter((line) => !line.startsWith('movement')),
    ).toEqual(['landed_cost 1 on 11: 400', 'landed_cost 2 on 11: -100'])
  })

  test('a movement that came into the closed period later had no cost then', () => {
    const frozen = [closedOn(10, [[1, 4000]])]
    expect(lines(replayCosts({ method: 'fifo', entries, frozen }))).toEqual([
      'movement 1 on 1: 4000',
      'movement 2 on 2: 0, -1 unknown',
      'revaluation 2 on 11: -1000, 1 unknown',
      'movement 3 on 12: -1000',
    ])
  })

  test('of two closings of one day the second holds', () => {
    const frozen = [
      closedOn(10, [
        [1, 3000],
        [2, -750],
      ]),
      closedOn(10, [[1, 4000]]),
    ]
    expect(lines(replayCosts({ method: 'fifo', entries, frozen })).slice(0, 3)).toEqual([
      'movement 1 on 1: 4000',
      'movement 2 on 2: -750',
      'revaluation 2 on 11: -250',
    ])
  })

  test('each closing keeps what it found, revaluations of the one before among it', () => {
    const frozen = [
      closedOn(5, [
        [1, 3000],
        [2, null],
      ]),
      closedOn(10, [
        [1, 3600],
        [2, -900],
      ]),
    ]
    expect(lines(replayCosts({ method: 'fifo', entries, frozen }))).toEqual([
      'movement 1 on 1: 3000',
      'revaluation 1 on 6: 600',
      'revaluation 1 on 11: 400',
      'movement 2 on 2: 0, -1 unknown',
      'revaluation 2 on 6: -900, 1 unknown',
      'revaluation 2 on 11: -100',
      'movement 3 on 12: -1000',
    ])
  })
})

test('up to a closing every movement sums to what it found, over all days to what the replay says', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...methods),
      histories({ unknown: true, late: true }),
      fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 3 }),
      (method, { entries, lateCosts }, spans) => {
        // Each closing finds what is known then; costs and movements go on coming after it, into its days too.
        const frozen: FrozenValues[] = []
        let through: Day = entries[0]?.on ?? day(1)
        for (const [index, span] of spans.entries()) {
          through = addDays(through, index === 0 ? span : span + 1)
          const known = {
            entries: entries.filter((entry) => entry.id % 5 !== index),
            lateCosts: lateCosts.filter((_, at) => at % 3 !== index),
          }
          const seen = Map.groupBy(
            replayCosts({ method, ...known, frozen }).rows.filter((row) => row.on <= through),
            (row) => row.entryId,
          )
          frozen.push({ through, values: new Map([...seen].map(([id, rows]) => [id, foundValue(rows)])) })
        }
        const whole = replayCosts({ method, entries, lateCosts })
        const run = replayCosts({ method, entries, lateCosts, frozen })
        expect({ ...run.state, lastOn: null }).toEqual({ ...whole.state, lastOn: null })
        expect(run.state.lastOn).toBe([whole.state.lastOn ?? '', addDays(through, 1)].sort().at(-1))
        for (const { id, on, qtyMilli } of entries) {
          const own = run.rows.filter((row) => row.entryId === id)
          expect(sums(own)).toEqual(sums(whole.rows.filter((row) => row.entryId === id)))
          expect(new Set(own.map((row) => `${row.cause} ${row.on}`)).size).toBe(own.length)
          for (const [index, closing] of frozen.entries()) {
            if (on > closing.through) continue
            const found =
              frozen
                .slice(0, index + 1)
                .findLast(({ values }) => values.has(id))
                ?.values.get(id) ?? null
            const then = sums(own.filter((row) => row.on <= closing.through))
            expect(then.slice(0, 2)).toEqual([qtyMilli, found ?? 0])
            if (found === null) expect(then[2]).toBe(qtyMilli)
          }
        }
      },
    ),
    { numRuns: 300 },
  )
})

/** As a closing notes it: null where none of it has a cost. */
function foundValue(rows: readonly ValueRow[]): number | null {
  const [qty, value, uncosted] = sums(rows)
  return qty === uncosted && value === 0 ? null : (value ?? 0)
}

function sums(rows: readonly ValueRow[]): number[] {
  return (['qtyMilli', 'valueMinor', 'uncostedMilli'] as const).map((key) =>
    rows.reduce((sum, row) => sum + row[key], 0),
  )
}
