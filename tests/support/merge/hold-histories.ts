// Plays random histories one after another and holds all laws over each; what breaks one names its seed.
import { setImmediate } from 'node:timers/promises'
import { holdLaws } from '#tests/support/merge/merge-laws.ts'
import { holdPastLaw } from '#tests/support/merge/past-law.ts'
import { playHistory } from '#tests/support/merge/random-history.ts'

export type HeldHistories = Record<
  'histories' | 'copies' | 'steps' | 'merges' | 'restores' | 'erasures' | 'operations' | 'pasts',
  number
>

export async function holdHistories({ from, count }: { from: number; count: number }): Promise<HeldHistories> {
  const held = { histories: 0, copies: 0, steps: 0, merges: 0, restores: 0, erasures: 0, operations: 0, pasts: 0 }
  for (let seed = from; seed < from + count; seed += 1) {
    // What SQLite gave out as buffers is only freed between turns.
    await setImmediate()
    try {
      const { counts, operations, pasts } = await holdOne(seed)
      held.histories += 1
      for (const key of ['copies', 'steps', 'merges', 'restores', 'erasures'] as const) held[key] += counts[key]
      held.operations += operations
      held.pasts += pasts
    } catch (error) {
      throw new Error(`The history of seed ${seed}: ${error instanceof Error ? error.message : error}`, {
        cause: error,
      })
    }
  }
  return held
}

async function holdOne(seed: number) {
  const history = playHistory(seed)
  const { merged, otherwise } = holdLaws(history)
  // No command moves a line to another order yet, and the book as of a day does not add up the order that it left.
  const [snapshot] = history.hasMovedLines ? [] : history.snapshots
  const isPastHeld = snapshot ? await holdPastLaw(merged, otherwise, snapshot) : false
  const operations = merged.connection.prepare('SELECT count(*) FROM operations').pluck().get() as number
  for (const copy of [...history.copies, merged, otherwise]) copy.close()
  return { counts: history.counts, operations, pasts: isPastHeld ? 1 : 0 }
}
