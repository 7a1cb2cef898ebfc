// What holds of costs whatever is posted, in whichever order, in one copy of the book or in two.
import fc from 'fast-check'
import { expect } from 'vitest'
import type { ReadDb } from '#main/db/database.ts'
import { costProblems } from '#main/services/costing/check-costs.ts'
import { setCostMethod } from '#main/services/costing/cost-method.ts'
import type { Instant } from '#shared/dates.ts'
import { machine, mergeCopy, openCopy, sharedState } from '#tests/support/book-copies.ts'
import { ledgerSteps, startLedger, tryStep } from '#tests/support/ledger-steps.ts'
import { testNow } from '#tests/support/test-book.ts'

type Size = { numRuns: number; seed?: number }

/** Layers, stock and values agree after every step, by either method, and a replay of all finds the same. */
export function holdOneCopy(size: Size): void {
  fc.assert(
    fc.property(fc.array(ledgerSteps, { maxLength: 25 }), (history) => {
      const { copy, stage } = startLedger()
      try {
        for (const step of history) {
          tryStep(copy, stage, step)
          copy.read(expectSums)
        }
        expect(copy.read((db) => costProblems(db))).toEqual([])
        const before = copy.read(quantities)
        for (const method of ['fifo', 'average'] as const) {
          copy.write((tx) => setCostMethod(tx, { method }))
          copy.read(expectSums)
          expect(copy.read(quantities)).toEqual(before)
          expect(copy.read((db) => costProblems(db))).toEqual([])
        }
      } finally {
        copy.close()
      }
    }),
    size,
  )
}

/** Two copies find the same costs, whichever is merged into which. */
export function holdTwoCopies(size: Size): void {
  const work = (minLength: number) => fc.array(ledgerSteps, { minLength, maxLength: 8 })
  const histories = fc.record({ before: work(0), ours: work(1), theirs: work(1) })
  fc.assert(
    fc.property(histories, ({ before, ours, theirs }) => {
      const { copy, stage } = startLedger()
      for (const step of before) tryStep(copy, stage, step)
      const other = openCopy(
        copy.file(),
        machine(() => (testNow + 500) as Instant),
      )
      try {
        for (const step of ours) tryStep(copy, stage, step)
        for (const step of theirs) tryStep(other, stage, step)
        const theirFile = other.file()
        mergeCopy(other, copy)
        mergeCopy(copy, theirFile)
        expect(sharedState(copy)).toEqual(sharedState(other))
        expect(copy.read((db) => costProblems(db))).toEqual([])
        copy.read(expectSums)
      } finally {
        copy.close()
        other.close()
      }
    }),
    size,
  )
}

const quantities = (db: ReadDb) =>
  db.raw('SELECT product_id, warehouse_id, on_hand_milli FROM stock_balances ORDER BY 1, 2')

/** The value of the layers is that of the stock, and the sum of all that was ever written of it; nothing is worth nothing. */
function expectSums(db: ReadDb): void {
  const layers = sums(
    db,
    `SELECT product_id, warehouse_id, sum(coalesce(value_minor, 0)), sum(iif(value_minor IS NULL, qty_milli, 0)),
       sum(qty_milli) FROM stock_layers GROUP BY 1, 2`,
  )
  const balances = sums(
    db,
    'SELECT product_id, warehouse_id, coalesce(value_minor, 0), uncosted_milli, on_hand_milli FROM stock_balances',
  )
  const values = sums(
    db,
    `SELECT product_id, warehouse_id, sum(value_minor), sum(uncosted_milli), sum(qty_milli) FROM stock_values GROUP BY 1, 2`,
  )
  for (const [key, sum] of values) {
    expect([key, layers.get(key) ?? [0, 0, 0]]).toEqual([key, sum])
    expect([key, balances.get(key)]).toEqual([key, sum])
    if (sum[2] === 0) expect([key, sum]).toEqual([key, [0, 0, 0]])
  }
}

function sums(db: ReadDb, sql: string): Map<string, number[]> {
  const rows = db.raw(sql) as number[][]
  return new Map(rows.map(([product, place, ...sum]) => [`${product} ${place}`, sum]))
}
