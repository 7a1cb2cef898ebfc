// Thousands of random histories of up to five copies, each merged in several orders and trees and held against all laws.
import { expect, test } from 'vitest'
import { holdHistories } from '#tests/support/merge/hold-histories.ts'
import { isFull, rounds, seed } from '#tests/torture/torture-size.ts'

const count = rounds(20, 2000)

test(`the laws hold over ${count} histories (seed ${seed})`, { timeout: count * 30_000 }, async () => {
  const held = await holdHistories({ from: seed * 10_000, count })
  console.log(JSON.stringify(held))
  expect(held.histories).toBe(count)
  // A history without merges, backups put back, erasures, closed periods or kept runs would prove little; what is rarer is sure
  // to come in the long run only.
  const often = ['merges', 'restores', 'erasures', 'closings', 'classRuns', 'goodsReceived'] as const
  const rare = ['pasts', 'countsPosted', 'purchaseReceipts', 'payments'] as const
  for (const key of isFull ? [...often, ...rare] : often) expect(held[key]).toBeGreaterThan(0)
})

const buying = rounds(4, 1000)

test(`and over ${buying} histories of buying (seed ${seed})`, { timeout: buying * 30_000 }, async () => {
  const held = await holdHistories({ from: seed * 10_000 + 5000, count: buying, works: 'buying' })
  console.log(JSON.stringify(held))
  for (const key of ['purchaseReceipts', 'payments', 'offers', 'answers'] as const) expect(held[key]).toBeGreaterThan(0)
})
