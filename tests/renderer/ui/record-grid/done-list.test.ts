import { expect, test } from 'vitest'
import { forgetDone, keepDone } from '#renderer/ui/record-grid/done-list.ts'

test('what the notice took back is not taken back again by a key', () => {
  const done: number[] = []
  for (const id of [3, 4, 5]) keepDone(done, id)
  forgetDone(done, 4)
  expect(done).toEqual([3, 5])
  forgetDone(done, 4)
  expect(done).toEqual([3, 5])
})

test('what was kept already stands once, as the latest', () => {
  const done = [3, 4]
  keepDone(done, 3)
  expect(done).toEqual([4, 3])
})
