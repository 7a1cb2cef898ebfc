import { test } from 'vitest'
import { holdOneCopy, holdTwoCopies } from '#tests/support/cost-laws.ts'

test('layers, stock and values agree after any history, and a replay of all of it finds the same', () => {
  holdOneCopy({ numRuns: 25 })
})

test('two copies find the same costs, whichever is merged into which', () => {
  holdTwoCopies({ numRuns: 12 })
})
