import { expect, test } from 'vitest'
import { type BulkAction, runAction } from '#renderer/ui/record-grid/run-action.ts'

const chosen = { target: { ids: [1, 2] }, count: 2, ids: async () => [1, 2] }
const action = (part: Partial<BulkAction>): BulkAction => ({
  key: 'x',
  label: 'X',
  done: (count) => `${count} done`,
  ...part,
})

test('an action on a target gives the operation that can be taken back', async () => {
  const seen: unknown[] = []
  const runOn: BulkAction['runOn'] = async (...given) => {
    seen.push(given)
    return { operationId: 7 }
  }
  expect(await runAction(action({ runOn }), chosen)).toEqual({ message: '2 done', operationId: 7 })
  expect(seen).toEqual([[chosen.target, 2]])
})

test('a question answered with no says nothing and leaves what is ticked', async () => {
  expect(await runAction(action({ runOn: async () => null }), chosen)).toBeNull()
})

test('an action that needs the ids gets them', async () => {
  let got: number[] = []
  const run = async (ids: number[]) => {
    got = ids
  }
  expect(await runAction(action({ run }), chosen)).toEqual({ message: '2 done', operationId: null })
  expect(got).toEqual([1, 2])
})
