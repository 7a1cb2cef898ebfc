// Thousands of random histories of up to five copies, each merged in several orders and trees and held against all laws.
import { expect, test } from 'vitest'
import { type HeldHistories, holdHistories } from '#tests/support/merge/hold-histories.ts'
import { isFull, isOwnSeed, rounds, seed } from '#tests/torture/torture-size.ts'

type Kind = keyof HeldHistories

/** What a few histories are about, and what must have come up in them: a law that holds over nothing proves little. */
const played = [
  { works: 'all', count: rounds(5, 2000), needed: ['merges', 'restores'] },
  { works: 'keeping', count: rounds(3, 500), needed: ['closings', 'classRuns', 'goodsReceived', 'countsPosted'] },
  { works: 'buying', count: rounds(3, 1000), needed: ['purchaseReceipts', 'payments', 'offers', 'answers'] },
  { works: 'people', count: rounds(2, 500), needed: ['erasures', 'merges'] },
] as const satisfies readonly { works: string; count: number; needed: readonly Kind[] }[]

/** Too rare for a few histories, sure in thousands. */
const rare: readonly Kind[] = [
  'pasts',
  'countsPosted',
  'purchaseReceipts',
  'payments',
  'closings',
  'classRuns',
  'erasures',
]

for (const [index, { works, count, needed }] of played.entries()) {
  test(`the laws hold over ${count} histories of ${works} (seed ${seed})`, { timeout: count * 30_000 }, async () => {
    const held = await holdHistories({ from: seed * 10_000 + index * 2500, count, works })
    console.log(JSON.stringify(held))
    expect(held.histories).toBe(count)
    // A few histories of a seed that somebody gave may lack what those of our own have.
    if (!isFull && !isOwnSeed) return
    for (const key of isFull && works === 'all' ? [...needed, ...rare] : needed)
      expect(held[key], key).toBeGreaterThan(0)
  })
}
