// Plays random histories one after another and holds all laws over each; what breaks one names its seed.
import { setImmediate } from 'node:timers/promises'
import { holdLaws } from '#tests/support/merge/merge-laws.ts'
import { holdPastLaw } from '#tests/support/merge/past-law.ts'
import { playHistory } from '#tests/support/merge/random-history.ts'
import type { Story } from '#tests/support/merge/random-work.ts'

/** What random work left in the books, so that a law that holds over nothing is seen. */
const kept = {
  operations: 'SELECT count(*) FROM operations',
  closings: 'SELECT count(*) FROM period_closings',
  countsPosted: "SELECT count(*) FROM stock_counts WHERE status = 'posted'",
  classRuns: 'SELECT count(*) FROM class_runs',
  goodsReceived: "SELECT count(*) FROM expected_goods WHERE status = 'received'",
  purchaseReceipts: 'SELECT count(*) FROM live_purchase_receipts',
  payments: 'SELECT count(*) FROM payments',
  sharesOfSales: 'SELECT count(*) FROM payment_shares WHERE sales_order_id IS NOT NULL',
  letters: 'SELECT count(*) FROM live_dunning_letters',
  offers: 'SELECT count(*) FROM live_offers',
  answers: 'SELECT count(*) FROM live_quote_answers WHERE answered_at IS NOT NULL',
} as const
type Kept = keyof typeof kept
const keptNames = Object.keys(kept) as Kept[]

export type HeldHistories = Record<
  'histories' | 'copies' | 'steps' | 'merges' | 'restores' | 'erasures' | 'pasts' | Kept,
  number
>

type Wanted = { from: number; count: number; works?: Story['works'] }

export async function holdHistories({ from, count, works = 'all' }: Wanted): Promise<HeldHistories> {
  const held: HeldHistories = {
    ...{ histories: 0, copies: 0, steps: 0, merges: 0, restores: 0, erasures: 0, pasts: 0 },
    ...{
      operations: 0,
      closings: 0,
      countsPosted: 0,
      classRuns: 0,
      goodsReceived: 0,
      purchaseReceipts: 0,
      payments: 0,
      sharesOfSales: 0,
      letters: 0,
      offers: 0,
      answers: 0,
    },
  }
  for (let seed = from; seed < from + count; seed += 1) {
    // What SQLite gave out as buffers is only freed between turns.
    await setImmediate()
    try {
      const { counts, left, pasts } = await holdOne(seed, works)
      held.histories += 1
      for (const key of ['copies', 'steps', 'merges', 'restores', 'erasures'] as const) held[key] += counts[key]
      for (const key of keptNames) held[key] += left[key]
      held.pasts += pasts
    } catch (error) {
      throw new Error(`The history of seed ${seed}: ${error instanceof Error ? error.message : error}`, {
        cause: error,
      })
    }
  }
  return held
}

async function holdOne(seed: number, works: Story['works']) {
  const history = playHistory(seed, { works })
  const { merged, otherwise } = holdLaws(history)
  // No command moves a line to another order yet, and the book as of a day does not add up the order that it left.
  const [snapshot] = history.hasMovedLines ? [] : history.snapshots
  const isPastHeld = snapshot ? await holdPastLaw(merged, otherwise, snapshot) : false
  const left = Object.fromEntries(
    keptNames.map((key) => [key, merged.connection.prepare(kept[key]).pluck().get() as number]),
  ) as Record<Kept, number>
  for (const copy of [...history.copies, merged, otherwise]) copy.close()
  return { counts: history.counts, left, pasts: isPastHeld ? 1 : 0 }
}
