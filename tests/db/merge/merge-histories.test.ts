// A few of the random histories, for whoever runs the tests of the merge alone: tests/torture/merge-histories.test.ts plays
// more of them in every run, by what they are about, and thousands in `npm run torture`.
import { expect, test } from 'vitest'
import { holdHistories } from '#tests/support/merge/hold-histories.ts'
import { seed } from '#tests/torture/torture-size.ts'

test(`the laws of merging hold over random histories (seed ${seed})`, { timeout: 120_000 }, async () => {
  const held = await holdHistories({ from: seed, count: 4 })
  expect(held.histories).toBe(4)
  expect(held.merges).toBeGreaterThan(0)
})
