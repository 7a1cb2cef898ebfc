// A seeded sample of the random histories that `npm run torture` plays by the thousand (tests/torture/merge-histories.test.ts).
import { expect, test } from 'vitest'
import { holdHistories } from '#tests/support/merge/hold-histories.ts'
import { seed } from '#tests/torture/torture-size.ts'

test(`the laws of merging hold over random histories (seed ${seed})`, { timeout: 120_000 }, async () => {
  const held = await holdHistories({ from: seed, count: 12 })
  expect(held.histories).toBe(12)
  expect(held.merges).toBeGreaterThan(0)
})
