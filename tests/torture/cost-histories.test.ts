// Thousands of random ledgers, with back-dating, reversals, later costs, closings and kits, in one copy and in two.
import { test } from 'vitest'
import { holdOneCopy, holdTwoCopies } from '#tests/support/cost-laws.ts'
import { rounds, seed } from '#tests/torture/torture-size.ts'

const alone = rounds(20, 3000)
const merged = rounds(10, 1000)

test(`costs agree over ${alone} histories (seed ${seed})`, { timeout: alone * 10_000 }, () => {
  holdOneCopy({ numRuns: alone, seed })
})

test(`two copies agree over ${merged} histories (seed ${seed})`, { timeout: merged * 10_000 }, () => {
  holdTwoCopies({ numRuns: merged, seed })
})
