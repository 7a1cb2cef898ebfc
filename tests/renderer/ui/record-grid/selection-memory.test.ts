// What was ticked is found again at its own step of the history only.
import { expect, test } from 'vitest'
import { nothing, type Selection } from '#renderer/ui/record-grid/selection.ts'
import { keepSelection, keptSelection } from '#renderer/ui/record-grid/selection-memory.ts'

const two: Selection = { isAll: false, ids: new Set([3, 5]) }

test('comes back to the same place while the same rows match', () => {
  keepSelection('book orders 2', 'all', two)
  expect(keptSelection('book orders 2', 'all')).toBe(two)
  expect(keptSelection('book orders 2', 'drafts')).toBeUndefined()
  expect(keptSelection('book orders 3', 'all')).toBeUndefined()
  expect(keptSelection('other orders 2', 'all')).toBeUndefined()
})

test('what was cleared stays cleared; all but some is kept as such', () => {
  const allButTwo: Selection = { ...two, isAll: true }
  keepSelection('book orders 2', 'all', allButTwo)
  expect(keptSelection('book orders 2', 'all')).toBe(allButTwo)
  keepSelection('book orders 2', 'all', nothing)
  expect(keptSelection('book orders 2', 'all')).toBeUndefined()
})

test('the places left last are kept, long ago ones are not', () => {
  for (let step = 0; step < 50; step += 1) keepSelection(`book products ${step}`, '', two)
  expect(keptSelection('book products 0', '')).toBeUndefined()
  expect(keptSelection('book products 49', '')).toBe(two)
})
