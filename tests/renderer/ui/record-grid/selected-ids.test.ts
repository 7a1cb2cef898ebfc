import { expect, test, vi } from 'vitest'
import { selectedIds } from '#renderer/ui/record-grid/selected-ids.ts'
import { nothing, withRows } from '#renderer/ui/record-grid/selection.ts'

const query = { search: 'mug', sort: [{ column: 'price', direction: 'desc' as const }] }

test('ticked rows are themselves: the book is not asked', async () => {
  const idsOf = vi.fn(async () => [1])
  expect(await selectedIds(withRows(nothing, [3, 7], true), idsOf, query)).toEqual([3, 7])
  expect(idsOf).not.toHaveBeenCalled()
})

test('all that match is one question, without the sort, and without the rows left out', async () => {
  const idsOf = vi.fn(async () => [1, 2, 3, 4])
  expect(await selectedIds({ isAll: true, ids: new Set([2]) }, idsOf, query)).toEqual([1, 3, 4])
  expect(idsOf.mock.calls).toEqual([[{ search: 'mug', sort: [] }]])
})

test('a question that fails does nothing to any row', async () => {
  const broken = () => Promise.reject(new Error('gone'))
  await expect(selectedIds({ isAll: true, ids: new Set() }, broken, query)).rejects.toThrow('gone')
})
